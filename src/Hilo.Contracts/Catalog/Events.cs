namespace Hilo;

/// <summary>A product, its variants, options, pictures or categories were created or changed.</summary>
[EventName("catalog.product_saved")]
public sealed record ProductSaved(ProductId ProductId) : IEvent
{
    public Guid Subject => ProductId.Value;
}

[EventName("catalog.prices_changed")]
public sealed record PricesChanged(ProductId ProductId, IReadOnlyList<PriceChange> Changes) : IEvent
{
    public Guid Subject => ProductId.Value;
}

public sealed record PriceChange(VariantId VariantId, PriceListId PriceListId, Money? Before, Money? After);

[EventName("catalog.import_finished")]
public sealed record ImportFinished(ImportId ImportId, int Created, int Updated, int Unchanged, int Rejected) : IEvent
{
    public Guid Subject => ImportId.Value;
}

/// <summary>Categories were created, renamed or moved.</summary>
[EventName("catalog.category_saved")]
public sealed record CategorySaved(CategoryId CategoryId) : IEvent
{
    public Guid Subject => CategoryId.Value;
}

/// <summary>A group of synonyms was added, changed or taken away.</summary>
[EventName("catalog.synonyms_changed")]
public sealed record SynonymsChanged(SynonymId SynonymId) : IEvent
{
    public Guid Subject => SynonymId.Value;
}
