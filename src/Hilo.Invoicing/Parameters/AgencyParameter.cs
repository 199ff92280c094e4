namespace Hilo.Invoicing;

/// <summary>A row of one of the agency's tables, from when we first saw it like this until it changed or disappeared (specs: arca 6.2).</summary>
internal sealed class AgencyParameter
{
    public required Guid Id { get; init; }

    /// <summary>An environment; with the CUIT behind it for what the agency tells of one issuer.</summary>
    public required string Scope { get; init; }

    /// <summary>Such as <c>TiposIva</c>.</summary>
    public required string TableName { get; init; }
    public required string RowKey { get; init; }
    public required string Text { get; init; }

    /// <summary>The class of voucher that a receiver's condition goes with; else empty.</summary>
    public required string Letter { get; init; }

    /// <summary>By the agency: first and last day.</summary>
    public int? ValidFrom { get; init; }
    public int? ValidTo { get; init; }

    /// <summary>False for a point of sale that is blocked or was given up.</summary>
    public required bool IsUsable { get; init; }
    public required DateTimeOffset SeenFrom { get; init; }
    public DateTimeOffset? GoneAt { get; private set; }

    public void End(DateTimeOffset now) => GoneAt = now;

    public bool SaysTheSameAs(AgencyParameter other) =>
        (RowKey, Letter, Text, ValidFrom, ValidTo, IsUsable) == (other.RowKey, other.Letter, other.Text, other.ValidFrom, other.ValidTo, other.IsUsable);
}

/// <summary>When a table was last read, and what kept it from being read since.</summary>
internal sealed class ParameterRead
{
    public required string Scope { get; init; }
    public required string TableName { get; init; }
    public DateTimeOffset? ReadAt { get; private set; }
    public DateTimeOffset TriedAt { get; private set; }
    public string? Problem { get; private set; }

    public bool IsDue(DateTimeOffset now, TimeSpan every, TimeSpan retry) => now - TriedAt >= retry && (ReadAt is not { } read || now - read >= every);

    public void Took(DateTimeOffset now) => (ReadAt, TriedAt, Problem) = (now, now, null);

    public void Missed(string why, DateTimeOffset now) => (TriedAt, Problem) = (now, why);
}
