namespace Hilo.Catalog;

/// <summary>Turns the request of the editor into a draft, refusing what can be seen without the database.</summary>
internal static class SaveProduct
{
    public static Result<ProductDraft> Draft(this SaveProductRequest request)
    {
        if (string.IsNullOrWhiteSpace(request.Title)) return ProductProblems.TitleMissing;
        if (request.Handle is { Length: > 0 } handle && Fold.Slug(handle, Product.LongestHandle) != handle) return ProductProblems.HandleInvalid(handle);
        var options = (request.Options ?? []).ToList();
        var variants = new List<VariantDraft>(request.Variants.Count);
        foreach (var variant in request.Variants)
        {
            if (variant.Sku is { Length: > 0 } sku && !Sku.IsValid(sku)) return ProductProblems.SkuInvalid(sku);
            if (variant.Gtin is { Length: > 0 } gtin && !Gtin.IsValid(gtin)) return ProductProblems.GtinInvalid(gtin);
            if (variant is { FormerPrice: not null, Price: null }) return PriceProblems.FormerWithoutPrice;
            variants.Add(new VariantDraft
            {
                Id = variant.Id,
                Sku = variant.Sku is { Length: > 0 } ? variant.Sku : null,
                Gtin = variant.Gtin,
                OptionValues = [.. (variant.OptionValues ?? []).Select(v => v?.Trim() ?? "")],
                WeightGrams = variant.WeightGrams,
                TaxCode = variant.TaxCode,
                Price = variant.Price is { } price ? new PriceDraft(price, variant.FormerPrice) : null,
                PictureUrl = variant.PictureUrl?.Trim(),
            });
        }
        var words = options.SelectMany(o => (o.Values ?? []).Prepend(o.Name)).Concat(variants.SelectMany(v => v.OptionValues));
        if (words.Any(w => w.Length > Product.LongestWords)) return ProductProblems.OptionTooLong;
        if (variants.GroupBy(v => v.Sku).FirstOrDefault(g => g.Key is not null && g.Count() > 1) is { } twice) return ProductProblems.SkuTaken(twice.Key!);
        if (variants.GroupBy(v => v.Gtin).FirstOrDefault(g => !string.IsNullOrEmpty(g.Key) && g.Count() > 1) is { } same) return ProductProblems.GtinTaken(same.Key!);
        if (request.PictureUrls?.FirstOrDefault(u => !PictureAddress.IsValid(u)) is { } bad) return ProductProblems.PictureUrlInvalid(bad);
        return new ProductDraft
        {
            Handle = request.Handle is { Length: > 0 } ? request.Handle : null,
            Title = request.Title,
            Description = request.Description,
            Brand = request.Brand,
            ProductType = request.ProductType,
            Status = request.Status,
            Options = request.Options is null ? null : options,
            Tags = request.Tags,
            Attributes = request.Attributes,
            Categories = request.Categories,
            Pictures = request.PictureUrls is null ? null : [.. request.PictureUrls.Select(u => new PictureDraft(u.Trim()))],
            Variants = variants,
        };
    }
}
