using Hilo.Platform;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Hilo.Orders;

/// <summary>The payer's browser is back, perhaps for the second time with another answer. It may be first, or the provider's own call may have been; both end here or in <see cref="WhenPaymentCaptured"/>, and the order is one.</summary>
internal static class ReturnFromPayment
{
    public static void Map(RouteGroupBuilder shop) => shop.MapPut("/payment-attempts/{attempt}/return", HandleAsync).NeverReplayed()
        .WithSummary("Back from the payment page: asks the provider, and places the order when the money is there.");

    private static async Task<Results<Ok<CompletionView>, ProblemHttpResult>> HandleAsync(PaymentAttemptId attempt, ICardPayments cards, PlaceCart place, CancellationToken cancel)
    {
        if ((await cards.ReconcileAsync(attempt, cancel)).Refused(out var problem, out var settled)) return problem.ToHttp();
        if (settled.State != PaymentAttemptState.Captured) return TypedResults.Ok(new CompletionView(null, settled.RedirectUrl, settled));
        if (!(await place.PaidAsync(settled.Sale, cancel)).Refused(out problem, out var placed)) return TypedResults.Ok(new CompletionView(placed, null, settled));
        // What the provider took differs from what was asked, or is still being booked: the attempt tells the page.
        return problem.Code == CartProblems.ChargePending.Code ? TypedResults.Ok(new CompletionView(null, null, settled)) : problem.ToHttp();
    }
}
