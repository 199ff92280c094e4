using Hilo.Catalog;
using Hilo.Conversations;
using Hilo.Customers;
using Hilo.Insights;
using Hilo.Inventory;
using Hilo.Invoicing;
using Hilo.Orders;
using Hilo.Payments;
using Hilo.Platform;
using Hilo.Promotions;
using Hilo.Sandbox;
using Hilo.Web;

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
            .AddHiloStorage(connection, builder.Configuration.GetValue<double?>("Hilo:LeaseSeconds") is { } seconds ? TimeSpan.FromSeconds(seconds) : null)
            .AddHttpEdge()
            .AddPlatform(DataFolder(builder.Configuration))
            .AddCatalog()
            .AddInventory()
            .AddCustomers()
            .AddPromotions()
            .AddPayments()
            .AddOrders()
            .AddInvoicing()
            .AddConversations()
            .AddInsights()
            .WatchAcross()
            .AddScreens()
            .AddInProcessClient();
        if (HostsSandbox(builder.Configuration)) builder.Services.AddSandbox();
        return builder;
    }

    public static WebApplication MapHilo(this WebApplication app)
    {
        app.UseHttpEdge();
        var api = app.MapApi();
        api.MapPlatform();
        api.MapCatalog();
        api.MapInventory();
        api.MapCustomers();
        api.MapPayments();
        app.MapPaymentHooks();
        api.MapOrders();
        api.MapInvoicing();
        api.MapConversations();
        api.MapInsights();
        app.UseScreens();
        app.MapScreens(withGallery: app.Configuration.GetValue("Hilo:Demo", false));
        if (HostsSandbox(app.Configuration)) app.MapSandbox();
        app.CheckEndpoints();
        return app;
    }

    /// <summary>The stand-ins of the outside systems live inside the hub in the demo and in tests.</summary>
    private static bool HostsSandbox(IConfiguration configuration) => configuration.GetValue("Hilo:Sandbox", false);

    /// <summary>Where the SQLite file, the keys and the files live: <c>Hilo:Data</c>, else <c>data</c> beside the working folder.</summary>
    public static string DataFolder(IConfiguration configuration) =>
        Directory.CreateDirectory(configuration["Hilo:Data"] ?? "data").FullName;
}
