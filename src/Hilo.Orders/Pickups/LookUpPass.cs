using Hilo.Platform;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Hilo.Orders;

internal static class LookUpPass
{
    // A body and not an address: codes stay out of logs and histories.
    public static void Map(RouteGroupBuilder passes) => passes.MapPost("/lookups", HandleAsync)
        .WithSummary("What a pass or a short code opens: the units to bring and the money to collect. Changes nothing.");

    private static async Task<Results<Ok<PassLookup>, ProblemHttpResult>> HandleAsync(
        HandOverRequest request, ShownPasses shown, WorkViews views, CurrentStaff staff, CancellationToken cancel)
    {
        if ((await shown.LookAsync(request, staff, cancel)).Refused(out var problem, out var found)) return problem.ToHttp();
        return TypedResults.Ok(new PassLookup(await views.ShowAsync(found.Work, found.Order, cancel), found.Order.PickupPerson, found.Pass.ValidUntil));
    }
}
