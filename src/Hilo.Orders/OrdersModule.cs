using Hilo.Platform;

namespace Hilo.Orders;

/// <summary>Sales channels, carts, orders, sourcing and their fulfillment.</summary>
public static class OrdersModule
{
    public static IServiceCollection AddOrders(this IServiceCollection services) => services
        .AddModuleDb<OrdersDb>(tablePrefix: "orders")
        .AddValidation()
        .AddProblemPages([.. CartProblems.Pages, .. OrderProblems.Pages, .. SalesChannelProblems.Pages, .. ShippingProblems.Pages])
        .Follow<SalesChannels>()
        .AddLane<PlaceOrder, Placed, PlaceOrders>()
        .AddLane<CartStep, CartTaken, TakeCartSteps>()
        .AddSingleton<OrderLinks>()
        .AddScoped<OpenCart>().AddScoped<CartSteps>().AddScoped<CartViews>().AddScoped<HoldUnits>()
        .AddScoped<FindTributes>().AddScoped<FindSource>().AddScoped<PlaceSales>().AddScoped<PlaceOrderCalls>()
        .AddScoped<INameSalesChannels, NameSalesChannels>()
        .AddScoped<IBrowsingChannel, BrowsingChannel>()
        .AddScoped<CompleteCarts>().AddScoped<PriceCart>().AddScoped<PlaceCart>().AddScoped<UnpaidLimit>().AddScoped<LateMoneyCarts>().AddScoped<OweCarts>().AddSingleton<ShopAddress>()
        .OnOutside<PaymentCaptured, WhenPaymentCaptured>().AddScoped<SettleOrders>()
        .AddScoped<FindDelivery>()
        .AddScoped<IRevocationMails, RevocationMails>()
        .AddScoped<OrderBuyers>().AddScoped<IOrderMailboxes>(services => services.GetRequiredService<OrderBuyers>()).AddScoped<IOpenOrderLinks>(services => services.GetRequiredService<OrderBuyers>())
        .AddScoped<OrderViews>().AddScoped<ShopOrderViews>().AddScoped<OrderHistory>().AddScoped<FindOrders>().AddScoped<CancelOrders>().AddScoped<IOrderSummaries, OrderSummaries>().AddScoped<ISalesToInvoice, SalesToInvoice>().AddScoped<IListSales, ListSales>()
        .AddInvariant<OrdersAddUp>().AddInvariant<TributesFollowOrders>().AddInvariant<WorkMatchesOrders>().AddInvariant<OneOrderPerCart>().AddInvariant<EveryOrderIsTold>().AddInvariant<EveryOrderIsSourced>().AddInvariant<PaidOrdersAreCovered>()
        .Every<ExpireUnpaid>(TimeSpan.FromSeconds(30))
        .Every<ForgetCarts>(TimeSpan.FromMinutes(30))
        .AddFulfillment();

    public static RouteGroupBuilder MapOrders(this RouteGroupBuilder api)
    {
        ManageSalesChannels.Map(api);
        ManageShippingRates.Map(api);
        var orders = api.MapGroup("/orders").WithTags("Orders");
        PlaceOrderByCall.Map(orders);
        ListOrders.Map(orders);
        WatchOrders.Map(orders);
        ShowOrder.Map(orders);
        OrderThread.Map(orders);
        CancelOrder.Map(orders);
        RecordPayment.Map(orders);
        ChangeCharge.Map(orders);
        FulfillmentModule.Map(api);
        ListRevocations.Map(api);

        var shop = api.MapGroup("/shop").WithTags("Shop").AllowAnyone();
        ShowShop.Map(shop);
        var carts = shop.MapGroup("/carts");
        CreateCart.Map(carts);
        CartEndpoints.Map(carts);
        CheckoutChoices.Map(carts);
        CompleteCart.Map(carts);
        ReturnFromPayment.Map(shop);
        ShopOrders.Map(shop);
        RequestRevocation.Map(shop);
        return api;
    }
}
