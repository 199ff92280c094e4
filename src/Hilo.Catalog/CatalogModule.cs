using Hilo.Platform;

namespace Hilo.Catalog;

/// <summary>What is sold, what it costs, and how shoppers find it.</summary>
public static class CatalogModule
{
    public static IServiceCollection AddCatalog(this IServiceCollection services) => services
        .AddModuleDb<CatalogDb>(tablePrefix: "catalog")
        .AddValidation()
        .AddScoped<PriceBook>()
        .AddScoped<ProductEditor>()
        .AddScoped<ShowProduct>()
        .AddScoped<StockOnShow>()
        .AddScoped<ISellables, Sellables>()
        .AddSingleton<CatalogImports>()
        .AddSingleton<ProductExport>()
        .AddScoped<ImportChunk>()
        .AddScoped<CategoryPaths>()
        .AddScoped<PictureWidths>()
        .Every<FetchPictures>(TimeSpan.FromSeconds(2))
        .AddCatalogInvariants()
        .On<MerchantChanged, WhenMerchantChanged>()
        .AddHostedService<RunImports>()
        .Every<ForgetImportFiles>(TimeSpan.FromHours(6))
        .Follow<LiveSnapshot>()
        .Every<RefreshDuePrices>(TimeSpan.FromSeconds(1), onEveryNode: true)
        .AddProblemPages(CatalogProblemPages.All);

    public static RouteGroupBuilder MapCatalog(this RouteGroupBuilder api)
    {
        var products = api.MapGroup("/products").WithTags("Catalog");
        ListProducts.Map(products);
        ExportProducts.Map(products);
        ShowProduct.Map(products);
        CreateProduct.Map(products);
        EditProduct.Map(products);

        var categories = api.MapGroup("/categories").WithTags("Catalog");
        ListCategories.Map(categories);
        SaveCategory.Map(categories);

        var lists = api.MapGroup("/price-lists").WithTags("Catalog");
        PriceLists.Map(lists);
        ListPrices.Map(lists);
        SetPrices.Map(lists);

        var imports = api.MapGroup("/imports").WithTags("Catalog");
        StartImport.Map(imports);
        ImportForGood.Map(imports);
        ShowImports.Map(imports);

        Synonyms.Map(api.MapGroup("/synonyms").WithTags("Catalog"));

        var shop = api.MapGroup("/shop").WithTags("Shop");
        ListShopProducts.Map(shop);
        ShowShopProduct.Map(shop);
        ListShopCategories.Map(shop);
        SuggestShopWords.Map(shop);
        return api;
    }
}
