using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Hilo.Catalog;

internal sealed class ProductMapping : IEntityTypeConfiguration<Product>
{
    public void Configure(EntityTypeBuilder<Product> product)
    {
        product.ToTable("catalog_products").HasKey(p => p.Id);
        product.Property(p => p.Options).AsJson();
        product.Property(p => p.Tags).AsJson();
        product.Property(p => p.Attributes).AsJson();
        product.Ignore(p => p.Variants).Ignore(p => p.Pictures).Ignore(p => p.Categories);
    }
}

internal sealed class VariantMapping : IEntityTypeConfiguration<Variant>
{
    public void Configure(EntityTypeBuilder<Variant> variant)
    {
        variant.ToTable("catalog_variants").HasKey(v => v.Id);
        variant.Property(v => v.OptionValues).AsJson();
        // The agency's own number: documents of other years must read the same.
        variant.Property(v => v.TaxCode).HasConversion(code => (int)code, number => (TaxCode)number);
        variant.Ignore(v => v.Title).Ignore(v => v.FreesIdentity);
    }
}

internal sealed class PictureMapping : IEntityTypeConfiguration<Picture>
{
    public void Configure(EntityTypeBuilder<Picture> picture)
    {
        picture.ToTable("catalog_pictures").HasKey(p => p.Id);
        picture.Property(p => p.Renditions).AsJson();
        picture.Ignore(p => p.Url).Ignore(p => p.SourceSet);
    }
}

internal sealed class ProductCategoryMapping : IEntityTypeConfiguration<ProductCategory>
{
    public void Configure(EntityTypeBuilder<ProductCategory> link) =>
        link.ToTable("catalog_product_categories").HasKey(l => new { l.ProductId, l.CategoryId });
}

internal static class JsonColumn
{
    extension<T>(PropertyBuilder<IReadOnlyList<T>> property)
    {
        /// <summary>A list as JSON text in one column.</summary>
        public void AsJson() => property.HasConversion(
            list => CatalogJson.Write(list), text => CatalogJson.Read<List<T>>(text),
            new ValueComparer<IReadOnlyList<T>>((a, b) => a!.SequenceEqual(b!), list => list.Count, list => list));
    }
}
