using Hilo.Platform;
using Microsoft.EntityFrameworkCore;

namespace Hilo.Catalog;

/// <summary>Reads of the catalog. Writes go through <see cref="CatalogWriter"/>, in one statement per table.</summary>
internal sealed class CatalogDb(DbContextOptions<CatalogDb> options) : ModuleDb(options)
{
    public DbSet<Product> Products => Set<Product>();
    public DbSet<Variant> Variants => Set<Variant>();
    public DbSet<Picture> Pictures => Set<Picture>();
    public DbSet<Category> Categories => Set<Category>();
    public DbSet<ProductCategory> ProductCategories => Set<ProductCategory>();
    public DbSet<PriceList> PriceLists => Set<PriceList>();
    public DbSet<Price> Prices => Set<Price>();
    public DbSet<Import> Imports => Set<Import>();
    public DbSet<Synonym> Synonyms => Set<Synonym>();
    public DbSet<ImportProblemRow> ImportProblems => Set<ImportProblemRow>();
}

internal sealed record ProductCategory(ProductId ProductId, CategoryId CategoryId);
