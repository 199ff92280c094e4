using Hilo.Platform;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Hilo.Orders;

/// <summary>An order as its buyer follows it, through the signed link: no account is needed.</summary>
internal static class ShopOrders
{
    public static void Map(RouteGroupBuilder shop)
    {
        shop.MapGet("/orders/{link}", ShowAsync).LimitAttempts().WithSummary("An order by its signed link, good for 180 days; afterwards for its signed-in buyer.");
        shop.MapPut("/orders/{link}/cancellation", CancelAsync).LimitAttempts().WithSummary("Cancel by signed link, while the shop has packed nothing.");
        shop.MapGet("/account/orders", AccountAsync).AllowShoppers().WithSummary("Orders of the signed-in shopper: bought signed-in, or opened by their link while signed in.");
    }

    private static async Task<Results<Ok<ShopOrderView>, ProblemHttpResult>> ShowAsync(
        string link, CurrentShopper? shopper, OrdersDb db, OrderLinks links, OrderBuyers buyers, ShopOrderViews views, SessionScopes sessions, TimeProvider clock, CancellationToken cancel)
    {
        if (links.Read(link, clock.GetUtcNow()).Refused(out var problem, out var opened)) return problem.ToHttp();
        if (await db.Orders.AsNoTracking().AsSplitQuery().WithEverything().FirstOrDefaultAsync(o => o.Id == opened.Order, cancel) is not { } order) return OrderProblems.NotFound.ToHttp();
        var isBuyer = await buyers.IsBuyerAsync(shopper?.Id, order, cancel);
        if (opened.IsExpired && !isBuyer) return OrderProblems.LinkExpired.ToHttp();
        if (isBuyer && order.AccountId is null)
            await sessions.RunAsync(db.Session.Facts, (services, token) => services.GetRequiredService<ShopOrderViews>().KeepInAccountAsync(order.Id, shopper!.Id, token), cancel);
        return TypedResults.Ok(await views.OfAsync(order, cancel));
    }

    private static async Task<Results<Ok<ShopOrderView>, ProblemHttpResult>> CancelAsync(
        string link, CurrentShopper? shopper, OrdersDb db, OrderLinks links, OrderBuyers buyers, CancelOrders cancels, ShopOrderViews views, TimeProvider clock, CancellationToken cancel)
    {
        if (links.Read(link, clock.GetUtcNow()).Refused(out var problem, out var opened)) return problem.ToHttp();
        if (await OrderRows.LockAsync(db, opened.Order, cancel) is not { } order) return OrderProblems.NotFound.ToHttp();
        if (opened.IsExpired && !await buyers.IsBuyerAsync(shopper?.Id, order, cancel)) return OrderProblems.LinkExpired.ToHttp();
        if (order.State == OrderState.Open && !ShopOrderViews.MayCancel(order)) return OrderProblems.AlreadyPrepared.ToHttp();
        if (await cancels.CancelAsync(order, CancelReasons.Customer, cancel) is { } refused) return refused.ToHttp();
        await db.SaveChangesAsync(cancel);
        return TypedResults.Ok(await views.OfAsync(order, cancel));
    }

    private static async Task<Ok<IReadOnlyList<ShopOrderRow>>> AccountAsync(CurrentShopper shopper, OrdersDb db, OrderLinks links, ISalePayments payments, CancellationToken cancel)
    {
        var orders = await db.Orders.AsNoTracking().Include(o => o.Lines).Where(o => o.AccountId == shopper.Id).OrderByDescending(o => o.PlacedAt).Take(100).ToListAsync(cancel);
        var money = orders.Count == 0 ? [] : await payments.OfAsync([.. orders.Select(o => o.SaleId)], cancel);
        return TypedResults.Ok<IReadOnlyList<ShopOrderRow>>([.. orders.Select((o, i) => new ShopOrderRow(
            o.Number, o.PlacedAt, o.State, o.Fulfillment, money[i].State, o.Total, links.PageOf(o.Id, o.PlacedAt), o.Lines.Count, o.Lines.OrderBy(l => l.Position).First().PictureUrl))]);
    }
}
