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
    public DecimalMark Decimals { get; init; }
    public int RowsRead { get; set; }
    public int? RowsTotal { get; set; }

    /// <summary>Products of the file that are written: the next chunk begins after them.</summary>
    public int GroupsDone { get; set; }
    public int ProductsCreated { get; set; }
    public int ProductsUpdated { get; set; }
    public int VariantsCreated { get; set; }
    public int VariantsUpdated { get; set; }
    public int VariantsUnchanged { get; set; }
    public int RowsRejected { get; set; }
    public required DateTimeOffset StartedAt { get; init; }
    public DateTimeOffset? FinishedAt { get; set; }
    public string? Error { get; set; }
    public Guid? Runner { get; set; }
    public DateTimeOffset RunnerUntil { get; set; }
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
