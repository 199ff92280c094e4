using Hilo.Platform;

namespace Hilo.Inventory;

public static class InventoryModule
{
    public static IServiceCollection AddInventory(this IServiceCollection services)
    {
        foreach (var invariant in StockInvariant.All) services.AddSingleton(invariant);
        return services
            .AddModuleDb<InventoryDb>(tablePrefix: "inventory")
            .AddProblemPages([.. LocationProblems.Pages, .. StockProblems.Pages])
            .AddValidation()
            .AddScoped<IStockRows>(provider => provider.GetRequiredService<DbSession>() is { Dialect: Dialect.Postgres } session
                ? new PostgresStockRows(session)
                : new SqliteStockRows(provider.GetRequiredService<DbSession>()))
            .AddSingleton<KnownLocations>()
            .AddScoped<StockLedger>()
            .AddScoped<StockList>()
            .AddScoped<BulkStock>()
            .AddScoped<IClaimStock, ClaimStock>()
            .AddScoped<IAvailability, ShowAvailability>()
            .AddScoped<IShowAvailability, ShowAvailability>()
            .AddScoped<ILocations, FindLocations>()
        .AddScoped<IShopStores, ShopStores>()
            .AddScoped<IReceiveImportedStock, ReceiveImportedStock>()
            .Every<ExpireReservations>(TimeSpan.FromSeconds(10));
    }

    public static RouteGroupBuilder MapInventory(this RouteGroupBuilder api)
    {
        var shop = api.MapGroup("/shop").WithTags("Shop");
        ShowStores.Map(shop);
        ShowVariantStock.Map(shop);

        var locations = api.MapGroup("/locations").WithTags("Stock").RequireIdempotencyKey();
        ListLocations.Map(locations);
        SaveLocation.Map(locations);

        var stock = api.MapGroup("/stock").WithTags("Stock").RequireIdempotencyKey();
        ListStock.Map(stock);
        ListMovements.Map(stock);
        AdjustStock.Map(stock);
        SetStockInBulk.Map(stock);
        SetStockRules.Map(stock);
        SetChannelRule.Map(stock);
        return api;
    }
}
