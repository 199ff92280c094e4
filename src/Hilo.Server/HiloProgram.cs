using Hilo.Catalog;
using Hilo.Customers;
using Hilo.Insights;
using Hilo.Inventory;
using Hilo.Platform;
using Hilo.Promotions;

namespace Hilo.Server;

/// <summary>The whole program: one Add and one Map line per capability.</summary>
public static class HiloProgram
{
    /// <summary>Everything but the address it listens on. Tests and commands build the same program.</summary>
    public static WebApplicationBuilder AddHilo(this WebApplicationBuilder builder)
    {
        builder.AddHiloLogging();
        var connection = builder.Configuration.GetConnectionString("Hilo") ?? $"Data Source={Path.Combine(DataFolder(builder.Configuration), "hilo.db")}";
        builder.Services
            .AddHiloStorage(connection)
            .AddHttpEdge()
            .AddPlatform(DataFolder(builder.Configuration))
            .AddCatalog()
            .AddInventory()
            .AddCustomers()
            .AddPromotions()
            .AddInsights()
            .AddInProcessClient();
        return builder;
    }

    public static WebApplication MapHilo(this WebApplication app)
    {
        app.UseHttpEdge();
        var api = app.MapApi();
        api.MapPlatform();
        api.MapCatalog();
        api.MapInsights();
        app.CheckEndpoints();
        return app;
    }

    /// <summary>Where the SQLite file, the keys and the files live: <c>Hilo:Data</c>, else <c>data</c> beside the working folder.</summary>
    public static string DataFolder(IConfiguration configuration) =>
        Directory.CreateDirectory(configuration["Hilo:Data"] ?? "data").FullName;
}
