namespace Hilo.Catalog;

/// <summary>What is on the shelf and on the receipt: one combination of a product's option values.</summary>
internal sealed class Variant
{
    public required VariantId Id { get; init; }
    public required ProductId ProductId { get; init; }
    public int Rank { get; set; }

    /// <summary>Given before it is stored; <see cref="Hilo.Catalog.Sku"/> makes one for those that come without.</summary>
    public string Sku { get; set; } = "";
    public string? Gtin { get; private set; }
    public IReadOnlyList<string> OptionValues { get; private set; } = [];
    public long WeightGrams { get; private set; }
    public TaxCode TaxCode { get; private set; } = TaxCode.Vat21;
    public PictureId? PictureId { get; private set; }

    /// <summary>Columns of its file that nobody uses, as JSON.</summary>
    public string? Imported { get; private set; }
    public DateTimeOffset? RetiredAt { get; private set; }

    /// <summary>Codes or options changed: another variant of the same save may take over the old ones.</summary>
    public bool FreesIdentity { get; private set; }

    public string Title => string.Join(" · ", OptionValues);

    /// <summary>Answers whether anything changed. A retired variant is sold again when somebody names it.</summary>
    public bool Apply(VariantDraft wanted, PictureId? picture)
    {
        var before = (Sku, Gtin, WeightGrams, TaxCode, PictureId, Imported, RetiredAt);
        var sameOptions = OptionValues.SequenceEqual(wanted.OptionValues);
        if (wanted.Sku is { Length: > 0 } sku) Sku = sku;
        if (wanted.Gtin is { } gtin) Gtin = gtin.Length == 0 ? null : gtin;
        WeightGrams = wanted.WeightGrams ?? WeightGrams;
        TaxCode = wanted.TaxCode ?? TaxCode;
        PictureId = picture ?? PictureId;
        if (wanted.Imported is { } imported) Imported = With(imported);
        RetiredAt = null;
        if (!sameOptions) OptionValues = [.. wanted.OptionValues.Select(v => v.Trim())];
        FreesIdentity = !sameOptions || (before.Sku, before.Gtin) != (Sku, Gtin);
        return !sameOptions || before != (Sku, Gtin, WeightGrams, TaxCode, PictureId, Imported, RetiredAt);
    }

    /// <summary>Columns that the file has replace those of the same name; what other files brought stays.</summary>
    private string? With(IReadOnlyDictionary<string, string> told)
    {
        var kept = Imported is null ? [] : CatalogJson.Read<Dictionary<string, string>>(Imported);
        var differs = false;
        foreach (var (name, text) in told)
        {
            if (kept.GetValueOrDefault(name, "") == text) continue;
            differs = true;
            if (text.Length == 0) kept.Remove(name);
            else kept[name] = text;
        }
        return !differs ? Imported : kept.Count == 0 ? null : CatalogJson.Write(kept);
    }

    public bool MoveTo(int rank)
    {
        if (Rank == rank) return false;
        Rank = rank;
        return true;
    }

    public void Retire(DateTimeOffset now) => RetiredAt = now;

    public void LosePicture(ProductChange change)
    {
        PictureId = null;
        change.ChangedVariants.Add(this);
    }
}
