namespace Hilo.Catalog;

/// <summary>What a draft changed, so that exactly those rows are written and nothing is told when nothing happened.</summary>
internal sealed class ProductChange
{
    public bool IsNew { get; init; }

    /// <summary>Something of the product itself.</summary>
    public bool Facts { get; set; }

    public List<Variant> NewVariants { get; } = [];
    public HashSet<Variant> ChangedVariants { get; } = [];
    public List<Picture> NewPictures { get; } = [];
    public List<Picture> ChangedPictures { get; } = [];
    public List<Picture> RemovedPictures { get; } = [];
    public List<CategoryId> NewCategories { get; } = [];
    public List<CategoryId> RemovedCategories { get; } = [];

    /// <summary>Every variant that the draft names, with what it said of it.</summary>
    public List<(Variant Variant, VariantDraft Draft)> Named { get; } = [];

    public bool IsEmpty => !Facts && NewVariants.Count + ChangedVariants.Count + NewPictures.Count + ChangedPictures.Count
        + RemovedPictures.Count + NewCategories.Count + RemovedCategories.Count == 0;
}
