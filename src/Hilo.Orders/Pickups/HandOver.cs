using Hilo.Platform;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Hilo.Orders;

internal static class HandOver
{
    public static void Map(RouteGroupBuilder passes) => passes.MapPost("/hand-overs", HandleAsync)
        .WithSummary("Hand the order to whoever shows its pass or short code. A pass works once. What is not paid yet is paid before, or with this call.");

    private static async Task<Results<Ok<FulfillmentOrderView>, ProblemHttpResult>> HandleAsync(
        HandOverRequest request, OrdersDb db, ShownPasses shown, TakePayment money, GiveGoods goods, WorkViews views, CurrentStaff staff, TimeProvider clock, CancellationToken cancel)
    {
        if ((await shown.LockAsync(request, staff, cancel)).Refused(out var problem, out var found)) return problem.ToHttp();
        var (pass, order, work) = found;
        var now = clock.GetUtcNow();
        if (await money.TakeAsync(order, request.Payment, now, cancel) is { } unpaid) return unpaid.ToHttp();
        var used = await db.Session.ExecuteAsync(
            $"update orders_pickup_passes set used_at = {now}, used_by = {staff.Id}, collector = {Clean(request.Collector)} where id = {pass.Id} and used_at is null", cancel);
        if (used == 0) return PickupProblems.AlreadyCollected(order.Number, null, now).ToHttp();
        if (await goods.GiveAsync(new WorkInHand(order, work, now), staff.Id, cancel) is { } refused) return refused.ToHttp();
        order.FollowWork(now);
        await db.SaveChangesAsync(cancel);
        return TypedResults.Ok(await views.ShowAsync(work, order, cancel));
    }

    private static string? Clean(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}

/// <summary>The units change hands: they leave the stock, and the order is fulfilled by them.</summary>
internal sealed class GiveGoods(OrdersDb db, IClaimStock stock)
{
    public async Task<Problem?> GiveAsync(WorkInHand hand, StaffId by, CancellationToken cancel)
    {
        var (order, work, now) = hand;
        if ((work.HandOver(by, now) ?? order.Fulfill(hand.Units.Select(u => (u.OrderLine, u.Quantity)))) is { } problem) return problem;
        await stock.IssueAsync(hand.Units, StockIssue.HandedOver, cancel);
        db.Publish(new OrderHandedOver(order.Id, order.Number, work.Id, order.CustomerId, work.LocationId, by));
        return null;
    }
}
