namespace Hilo.Catalog;

/// <summary>One file on its way into the catalog: where it stands, so that another process can go on after a crash.</summary>
internal sealed class Import
{
    public required ImportId Id { get; init; }
    public required string FileName { get; init; }
    public ImportFormat? Format { get; set; }
    public ImportState State { get; set; }
    public LocationId? LocationId { get; init; }
    public bool OverwritesStock { get; init; }

    /// <summary>Everything is tried and told, nothing stays.</summary>
    public bool IsDryRun { get; init; }

    /// <summary>What a person chose; <see cref="Mark"/> is what the file is read with.</summary>
    public DecimalMark Decimals { get; init; }
    public DecimalMark Mark { get; init; }
    public IReadOnlyList<string> ColumnNames { get; init; } = [];
    public int RowsRead { get; set; }
    public int? RowsTotal { get; set; }

    /// <summary>The part of the file that is being brought in, and how many of its products are: the next chunk begins after them.</summary>
    public int Part { get; set; }
    public int GroupsDone { get; set; }
    public int ProductsCreated { get; set; }
    public int ProductsUpdated { get; set; }
    public int VariantsCreated { get; set; }
    public int VariantsUpdated { get; set; }
    public int VariantsUnchanged { get; set; }
    public int RowsRejected { get; set; }

    /// <summary>Also those beyond the ones that are kept.</summary>
    public int ProblemsTold { get; set; }

    /// <summary>Said once that quantities have no place to go: every row would say the same.</summary>
    public bool ToldOfStock { get; set; }
    public required DateTimeOffset StartedAt { get; init; }
    public DateTimeOffset? FinishedAt { get; set; }
    public string? Error { get; set; }
    public Guid? Runner { get; set; }
    public DateTimeOffset RunnerUntil { get; set; }

    public bool IsOpen => State is ImportState.Queued or ImportState.Running;

    /// <summary>A dry run that looked at the whole file.</summary>
    public bool IsTried => IsDryRun && State == ImportState.Finished;

    /// <summary>The same file with the same choices, to be brought in for good.</summary>
    public Import ForGood(ImportId id, DateTimeOffset now) => new()
    {
        Id = id,
        FileName = FileName,
        Format = Format,
        ColumnNames = ColumnNames,
        LocationId = LocationId,
        OverwritesStock = OverwritesStock,
        Decimals = Decimals,
        Mark = Mark,
        RowsTotal = RowsTotal,
        StartedAt = now,
        RunnerUntil = DateTimeOffset.MinValue,
    };

    /// <summary>As long again as it took so far, row by row.</summary>
    public int? SecondsLeft(DateTimeOffset now) => !IsOpen ? 0
        : RowsTotal is { } total && RowsRead > 0 ? (int)Math.Ceiling((now - StartedAt).TotalSeconds * Math.Max(0, total - RowsRead) / RowsRead)
        : null;
}

/// <summary>How a file separates decimals.</summary>
internal enum DecimalMark
{
    /// <summary>Decided from the file; what stays ambiguous is refused.</summary>
    Detect,
    Comma,
    Point,
}

internal sealed record ImportProblemRow(ImportId ImportId, int Number, int Line, string? ColumnName, string? Value, string Code, string Facts, bool IsWarning);
