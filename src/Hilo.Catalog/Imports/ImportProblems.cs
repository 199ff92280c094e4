namespace Hilo.Catalog;

/// <summary>Why a whole file is refused. Rows are refused one by one: <see cref="ImportWording"/>.</summary>
internal static class ImportProblems
{
    public static readonly Problem NotCsv = new("import.not_csv", "The file is no CSV: it looks like a spreadsheet or another binary file. Save it as CSV (UTF-8).", 422);
    public static readonly Problem Empty = new("import.empty", "The file has no header, or no rows.", 422);
    public static readonly Problem TooLarge = new("import.too_large", "The file is larger than 512 MB, 1,000,000 rows or 300 columns.", 413);
    public static readonly Problem Over = new("import.over", "The import is over: there is nothing to cancel.");

    public static readonly Problem NotTried = new("import.not_tried", "Only a dry run that has looked at the whole file can be brought in as it was tried.");
    public static readonly Problem FileGone = new("import.file_gone", "The file of this dry run is not here any more: it was brought in already, or thirty days are over.");

    public static Problem UnknownFormat(IEnumerable<string> columns) =>
        new("import.unknown_format", $"These columns are neither a Shopify product export nor Hilo's own file: {string.Join(", ", columns.Take(8))}.", 422);
}
