using Hilo.Platform;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Hilo.Orders;

internal static class MergeCarts
{
    public static void Map(RouteGroupBuilder carts) => carts.MapPost("/{id}/merges", HandleAsync)
        .WithSummary("Take over the lines of another cart of the same shopper; both tokens are needed.");

    private static async Task<Results<Ok<CartView>, ProblemHttpResult>> HandleAsync(
        CartId id, MergeCartRequest request, CartCaller caller, OrdersDb db, OpenCart open, CartSteps steps, HoldUnits holds, CancellationToken cancel)
    {
        // Both are locked in the order of their ids, whoever merges into whom.
        foreach (var cart in new[] { id, request.From }.Distinct().OrderBy(c => c.Value)) await OpenCart.LockAsync(db, cart, cancel);
        if ((await open.ToChangeAsync(request.From, request.FromToken, cancel)).Refused(out var problem, out var from)) return problem.ToHttp();
        var merged = await steps.TakeAsync(id, caller, async (into, _, now) =>
        {
            if (into.Merge(from, now) is { } refused) return refused;
            await holds.ReleaseAsync(from, cancel);
            return null;
        }, cancel);
        return merged.Refused(out problem, out var view) ? problem.ToHttp() : TypedResults.Ok(view);
    }
}
