using Hilo.Platform;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Hilo.Orders;

/// <summary>The queue of a location.</summary>
internal static class ListWork
{
    private const int Limit = 200;

    private static readonly FulfillmentState[] StillHere =
        [FulfillmentState.Awaiting, FulfillmentState.Accepted, FulfillmentState.Picked, FulfillmentState.Packed, FulfillmentState.Ready];

    public static void Map(RouteGroupBuilder work)
    {
        work.MapGet("", ListAsync).WithSummary("Work orders of one location or of all of the caller's, at most 200. Without states those whose goods are still there, oldest first; states that are over are listed newest first.");
        work.MapGet("/{id}", ShowAsync).WithSummary("One work order.");
    }

    private static async Task<Results<Ok<IReadOnlyList<FulfillmentOrderView>>, ProblemHttpResult>> ListAsync(
        LocationId? location, Word<FulfillmentState>[]? state, OrdersDb db, WorkViews views, CurrentStaff staff, CancellationToken cancel)
    {
        if (location is { } asked && staff.RefusedAt(asked) is { } elsewhere) return elsewhere.ToHttp();
        FulfillmentState[] states = state is { Length: > 0 } ? [.. state.Select(s => s.Value)] : StillHere;
        var work = db.FulfillmentOrders.AsNoTracking().Where(f => states.Contains(f.State));
        if (location is { } one) work = work.Where(f => f.LocationId == one);
        else if (staff.Locations is { } theirs) work = work.Where(f => theirs.Contains(f.LocationId));
        work = Array.Exists(states, s => StillHere.Contains(s)) ? work.OrderBy(f => f.CreatedAt).ThenBy(f => f.Id) : work.OrderByDescending(f => f.CreatedAt).ThenByDescending(f => f.Id);
        var found = await work.Take(Limit).Include(f => f.Lines).AsSplitQuery().ToListAsync(cancel);
        var ids = found.Select(f => f.OrderId).Distinct().ToList();
        var orders = await db.Orders.AsNoTracking().Where(o => ids.Contains(o.Id)).Include(o => o.Lines).ToDictionaryAsync(o => o.Id, cancel);
        return TypedResults.Ok(await views.ShowAsync([.. found.Select(f => (f, orders[f.OrderId]))], cancel));
    }

    private static async Task<Results<Ok<FulfillmentOrderView>, NotFound, ProblemHttpResult>> ShowAsync(
        FulfillmentOrderId id, OrdersDb db, WorkViews views, CurrentStaff staff, HttpContext http, CancellationToken cancel)
    {
        if (await db.FulfillmentOrders.AsNoTracking().Include(f => f.Lines).FirstOrDefaultAsync(f => f.Id == id, cancel) is not { } work) return TypedResults.NotFound();
        if (staff.RefusedAt(work.LocationId) is { } elsewhere) return elsewhere.ToHttp();
        var order = await db.Orders.AsNoTracking().Include(o => o.Lines).FirstAsync(o => o.Id == work.OrderId, cancel);
        http.ShowVersion(work.Version);
        return TypedResults.Ok(await views.ShowAsync(work, order, cancel));
    }
}
