using Hilo.Platform;

namespace Hilo.Inventory;

public static class InventoryModule
{
    public static IServiceCollection AddInventory(this IServiceCollection services) => services
        .AddModuleDb<InventoryDb>(tablePrefix: "inventory")
        .AddProblemPages([.. LocationProblems.Pages, .. StockProblems.Pages])
        .AddValidation()
        .AddScoped<IStockRows>(provider => provider.GetRequiredService<DbSession>() is { Dialect: Dialect.Postgres } session
            ? new PostgresStockRows(session)
            : new SqliteStockRows(provider.GetRequiredService<DbSession>()))
        .AddScoped<StockLedger>()
        .AddScoped<IClaimStock, ClaimStock>()
        .AddScoped<ExpireReservations>()
        .AddScoped<IAvailability, ShowAvailability>()
        .AddScoped<IShowAvailability, ShowAvailability>()
        .AddScoped<ILocations, FindLocations>()
        .AddScoped<IReceiveImportedStock, ReceiveImportedStock>();
}
