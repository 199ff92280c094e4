using Hilo.Platform;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Hilo.Orders;

/// <summary>A clerk looked for a line and did not find all of it.</summary>
internal static class ReportShortage
{
    public static void Map(RouteGroupBuilder work) => work.MapPost("/{id}/shortages", HandleAsync)
        .WithSummary("Say that fewer units of a line were found than wanted. The others come from another location where one can send them; else they are canceled, and owed back as far as they were paid.");

    private static async Task<Results<Ok<ShortageView>, ProblemHttpResult>> HandleAsync(
        FulfillmentOrderId id, ReportShortageRequest request, MoveWork move, ServeShortage serve, CurrentStaff staff, HttpContext http, CancellationToken cancel)
    {
        ServedShortage? served = null;
        var answer = await move.DoAsync(
            id, staff, http, async hand => (await serve.ServeAsync(hand, request, cancel)).Refused(out var problem, out served) ? problem : null, cancel);
        return answer.Result is Ok<FulfillmentOrderView> { Value: { } work }
            ? TypedResults.Ok(new ShortageView(work, served!.Moved, served.From, served.Canceled, served.RefundOwed, served.IsOrderCanceled))
            : (ProblemHttpResult)answer.Result;
    }
}
