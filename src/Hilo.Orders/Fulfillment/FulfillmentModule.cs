using Hilo.Platform;

namespace Hilo.Orders;

/// <summary>The share of <see cref="OrdersModule"/> that begins when an order is placed: the work of locations, and collecting.</summary>
internal static class FulfillmentModule
{
    public static IServiceCollection AddFulfillment(this IServiceCollection services)
    {
        services.AddProblemPages([.. FulfillmentProblems.Pages, .. PickupProblems.Pages]);
        return services
            .AddFulfillmentInvariants()
            .AddScoped<MoveWork>().AddScoped<WorkViews>().AddScoped<ServeShortage>()
            .AddScoped<PassKeys>().AddScoped<IssuePass>().AddScoped<ShownPasses>().AddScoped<TakePayment>().AddScoped<GiveGoods>()
            .AddScoped<IPickupPasses, PickupPasses>()
            .Every<ExpirePickups>(TimeSpan.FromMinutes(1));
    }

    public static void Map(RouteGroupBuilder api)
    {
        var work = api.MapGroup("/fulfillment-orders").WithTags("Fulfillment").RequirePermission(Permissions.OrdersHandOver).RequireIdempotencyKey();
        ListWork.Map(work);
        WatchWork.Map(work);
        PrepareWork.Map(work);
        ReportShortage.Map(work);
        ReadyPickup.Map(work);
        ShipWork.Map(work);
        HandOverAtCounter.Map(work);

        var passes = api.MapGroup("/pickup-passes").WithTags("Fulfillment").RequirePermission(Permissions.OrdersHandOver).RequireIdempotencyKey().LimitAttempts();
        LookUpPass.Map(passes);
        HandOver.Map(passes);
    }
}
