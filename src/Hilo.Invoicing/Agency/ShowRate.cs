using Hilo.Platform;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Hilo.Invoicing;

/// <summary>The agency's rate of a currency, for whoever makes a sale in it.</summary>
internal static class ShowRate
{
    public static void Map(RouteGroupBuilder invoicing) => invoicing.MapGet("/rates/{currency}", HandleAsync).RequirePermission(Permissions.InvoicingRead)
        .WithSummary("What the agency takes as the rate of a currency for a document of a day (today without one): its selling rate of the day before. 404 for one that it does not quote, 503 when it does not answer.");

    private static async Task<Results<Ok<ExchangeRateView>, NotFound, ProblemHttpResult>> HandleAsync(string currency, DateOnly? day, Quotes quotes, TimeProvider clock, CancellationToken cancel)
    {
        if (!Currencies.TryFind(currency, out var code) || code == Currencies.Pesos) return InvoicingProblems.UnknownCurrency(currency).ToHttp();
        var today = FiscalDay.Of(clock.GetUtcNow());
        if ((await quotes.OfAsync(code, day is { } of && of < today ? of : today, cancel)).Failed(out var failure, out var quote))
            return failure is { Kind: FailureKind.Refused, Code: AgencyFailure.NoData } ? TypedResults.NotFound() : InvoicingProblems.RateUnavailable.ToHttp();
        return TypedResults.Ok(new ExchangeRateView(Currencies.IsoOf(code), quote.Rate, quote.On));
    }
}
