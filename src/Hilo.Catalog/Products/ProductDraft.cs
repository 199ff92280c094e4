namespace Hilo.Catalog;

/// <summary>What somebody wants a product to be: a person in the editor or a file. Null means silent: what is there stays.</summary>
internal sealed record ProductDraft
{
    public string? Handle { get; init; }
    public string? Title { get; init; }
    public string? Description { get; init; }
    public string? Brand { get; init; }
    public string? ProductType { get; init; }
    public ProductStatus? Status { get; init; }
    public IReadOnlyList<ProductOption>? Options { get; init; }
    public IReadOnlyList<string>? Tags { get; init; }
    public IReadOnlyList<NamedText>? Attributes { get; init; }
    public IReadOnlyList<CategoryId>? Categories { get; init; }
    public IReadOnlyList<PictureDraft>? Pictures { get; init; }
    public required IReadOnlyList<VariantDraft> Variants { get; init; }

    /// <summary>A file tells of some variants, pictures and categories; the editor tells of all of them.</summary>
    public bool KeepsUnnamed { get; init; }
}

internal sealed record PictureDraft(string SourceUrl, string Alt = "");

internal sealed record VariantDraft
{
    public VariantId? Id { get; init; }
    public string? Sku { get; init; }

    /// <summary>Empty takes the number away.</summary>
    public string? Gtin { get; init; }
    public IReadOnlyList<string> OptionValues { get; init; } = [];
    public long? WeightGrams { get; init; }
    public TaxCode? TaxCode { get; init; }
    public PriceDraft? Price { get; init; }
    public string? PictureUrl { get; init; }

    /// <summary>Columns of a file that nobody uses, kept as they came.</summary>
    public IReadOnlyDictionary<string, string>? Imported { get; init; }
}

/// <param name="KeepsFormer">The file has no column for the former price.</param>
internal sealed record PriceDraft(Money Amount, Money? Former = null, bool KeepsFormer = false);
