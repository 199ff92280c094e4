using Hilo.Platform;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Hilo.Orders;

/// <summary>A work order in somebody's hands: its order is locked until the transaction ends.</summary>
internal sealed record WorkInHand(Order Order, FulfillmentOrder Work, DateTimeOffset Now)
{
    public FulfillmentMoved Moved() => new(Order.Id, Order.Number, Work.Id, Order.CustomerId, Work.LocationId, Work.State);

    /// <summary>What the location promised to this order and now gives away.</summary>
    public IReadOnlyList<StockRelease> Units => [.. Work.Lines.Select(l => new StockRelease(Order.Id, l.OrderLineId, l.VariantId, Work.LocationId, l.Quantity))];
}

/// <summary>What every move of a work order begins and ends with: lock, check who and which version, move, let the order follow, save, show.</summary>
internal sealed class MoveWork(OrdersDb db, WorkViews views, TimeProvider clock)
{
    public async Task<Results<Ok<FulfillmentOrderView>, ProblemHttpResult>> DoAsync(
        FulfillmentOrderId id, CurrentStaff staff, HttpContext http, Func<WorkInHand, Task<Problem?>> move, CancellationToken cancel)
    {
        if ((await OpenAsync(id, staff, http, cancel)).Refused(out var problem, out var hand)) return problem.ToHttp();
        if (await move(hand) is { } refused) return refused.ToHttp();
        hand.Order.FollowWork(hand.Now);
        await db.SaveChangesAsync(cancel);
        http.ShowVersion(hand.Work.Version);
        return TypedResults.Ok(await views.ShowAsync(hand.Work, hand.Order, cancel));
    }

    private async Task<Result<WorkInHand>> OpenAsync(FulfillmentOrderId id, CurrentStaff staff, HttpContext http, CancellationToken cancel)
    {
        var found = await db.FulfillmentOrders.AsNoTracking().Where(f => f.Id == id).Select(f => new { f.OrderId, f.LocationId }).FirstOrDefaultAsync(cancel);
        if (found is null) return EdgeProblems.NotFound;
        if (staff.RefusedAt(found.LocationId) is { } elsewhere) return elsewhere;
        if (await OrderRows.LockAsync(db, found.OrderId, cancel) is not { } order) return EdgeProblems.NotFound;
        var work = order.FulfillmentOrders.Single(f => f.Id == id);
        // Moves are guarded by the state; a caller who also names the version is held to it.
        if (http.Request.Headers.IfMatch.Count > 0 && http.RefusedEditOf(work.Version) is { } stale) return stale;
        return new WorkInHand(order, work, clock.GetUtcNow());
    }
}
