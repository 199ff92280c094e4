using Hilo.Platform;

namespace Hilo.Orders;

/// <summary>Sales channels, carts, orders, sourcing and their fulfillment.</summary>
public static class OrdersModule
{
    public static IServiceCollection AddOrders(this IServiceCollection services) => services
        .AddModuleDb<OrdersDb>(tablePrefix: "orders")
        .AddValidation()
        .AddProblemPages([.. CartProblems.Pages, .. OrderProblems.Pages, .. SalesChannelProblems.Pages])
        .Follow<SalesChannels>()
        .AddLane<PlaceOrder, Placed, PlaceOrders>()
        .AddSingleton<OrderLinks>()
        .AddScoped<OpenCart>().AddScoped<CartSteps>().AddScoped<CartViews>().AddScoped<HoldUnits>().AddScoped<DeliveryCheck>()
        .AddScoped<FindSource>().AddScoped<PlaceSales>().AddScoped<PlaceOrderCalls>().AddScoped<Buyers>()
        .AddScoped<INameSalesChannels, NameSalesChannels>()
        .AddScoped<OrderViews>();

    public static RouteGroupBuilder MapOrders(this RouteGroupBuilder api)
    {
        ManageSalesChannels.Map(api);
        PlaceOrderByCall.Map(api.MapGroup("/orders").WithTags("Orders"));

        var shop = api.MapGroup("/shop").WithTags("Shop").AllowAnyone();
        ShowShop.Map(shop);
        var carts = shop.MapGroup("/carts");
        CreateCart.Map(carts);
        CartEndpoints.Map(carts);
        MergeCarts.Map(carts);
        return api;
    }
}
