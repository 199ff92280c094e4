namespace Hilo.Catalog;

/// <summary>One variant as a row of a file tells it.</summary>
internal sealed record ImportRow(int Line, VariantDraft Draft, Quantity? Stock);

/// <summary>Rows of one product, in the order of the file.</summary>
internal sealed class ImportGroup
{
    public required int Line { get; init; }

    /// <summary>Empty where the rows name only SKUs.</summary>
    public required string Handle { get; init; }

    /// <summary>What its rows have in common.</summary>
    public required string Key { get; init; }

    /// <summary>Rows of the same product stand further up in the file, apart from these.</summary>
    public bool Continues { get; init; }
    public ProductDraft Draft { get; set; } = new() { Variants = [], KeepsUnnamed = true };

    /// <summary>Paths of names, the highest first.</summary>
    public IReadOnlyList<List<string>>? CategoryPaths { get; set; }
    public List<ImportRow> Rows { get; } = [];
    public List<PictureDraft> Pictures { get; } = [];
    public string?[] OptionNames { get; } = new string?[Product.MostOptions];

    /// <summary>Lines of the file that belong to it, refused ones and mere pictures too.</summary>
    public int Lines { get; set; }
}

/// <summary>Something that a person should know about one row.</summary>
/// <param name="Facts">What the wording needs, in its order.</param>
internal sealed record RowProblem(int Line, string? Column, string? Value, string Code, bool IsWarning, params string[] Facts);
