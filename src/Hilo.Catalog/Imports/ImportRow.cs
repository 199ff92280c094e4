namespace Hilo.Catalog;

/// <summary>One variant as a row of a file tells it.</summary>
internal sealed record ImportRow(int Line, VariantDraft Draft, Quantity? Stock);

/// <summary>Rows of one product, in the order of the file.</summary>
internal sealed class ImportGroup
{
    public required int Line { get; init; }

    /// <summary>Empty where the rows name only SKUs.</summary>
    public required string Handle { get; init; }
    public ProductDraft Draft { get; set; } = new() { Variants = [], KeepsUnnamed = true };

    /// <summary>Path of names, the highest first.</summary>
    public IReadOnlyList<string>? CategoryPath { get; set; }
    public List<ImportRow> Rows { get; } = [];
    public List<PictureDraft> Pictures { get; } = [];
    public string?[] OptionNames { get; } = new string?[Product.MostOptions];

    /// <summary>Lines of the file that belong to it, refused ones and mere pictures too.</summary>
    public int Lines { get; set; }
}

/// <summary>Something that a person should know about one row.</summary>
/// <param name="Facts">What the wording needs, in its order.</param>
internal sealed record RowProblem(int Line, string? Column, string? Value, string Code, bool IsWarning, params string[] Facts);
