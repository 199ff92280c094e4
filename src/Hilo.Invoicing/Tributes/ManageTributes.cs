using Hilo.Platform;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Hilo.Invoicing;

/// <summary>The tributes that an issuer charges. A rate that ends keeps its row: old documents were made by it.</summary>
internal static class ManageTributes
{
    private static readonly int[] Registered = [1];

    // A class B document to somebody in no category is refused without it (specs: arca, 10067).
    private static readonly int[] InNoCategory = [7];

    public static void Map(RouteGroupBuilder invoicing)
    {
        invoicing.MapGet("/issuers/{issuer}/tributes", ListAsync).RequirePermission(Permissions.InvoicingRead).WithSummary("Perceptions and other tributes that an issuer charges, with their dates.");
        invoicing.MapPost("/issuers/{issuer}/tributes", AddAsync).RequirePermission(Permissions.InvoicingManage).RequireIdempotencyKey().WithSummary("Charge a tribute from a day on. It is charged on the shop's own sales, and on those of other systems that ask for it. Without conditions it is charged to registered receivers, 13 to those in no category.");
        invoicing.MapPut("/issuers/{issuer}/tributes/{id}", ChangeAsync).RequirePermission(Permissions.InvoicingManage).RequireIdempotencyKey().WithSummary("Change or end a rate. Documents that were made keep theirs. Needs If-Match.");
    }

    private static async Task<Ok<IReadOnlyList<TributeRateView>>> ListAsync(IssuerId issuer, InvoicingDb db, CancellationToken cancel) => TypedResults.Ok<IReadOnlyList<TributeRateView>>(
        [.. (await db.TributeRates.AsNoTracking().Where(r => r.IssuerId == issuer).OrderBy(r => r.Regime).ThenBy(r => r.ValidFrom).ToListAsync(cancel)).Select(View)]);

    private static async Task<Results<Ok<TributeRateView>, NotFound, ProblemHttpResult>> AddAsync(IssuerId issuer, SaveTributeRateRequest request, InvoicingDb db, CancellationToken cancel)
    {
        if (!await db.Issuers.AnyAsync(i => i.Id == issuer, cancel)) return TypedResults.NotFound();
        if (Refused(request) is { } problem) return problem.ToHttp();
        var rate = new TributeRate { Id = IId<FiscalPointId>.New().Value, IssuerId = issuer };
        Set(rate, request);
        db.Add(rate);
        db.Publish(new TributesChanged(issuer));
        await db.SaveChangesAsync(cancel);
        return TypedResults.Ok(View(rate));
    }

    private static async Task<Results<Ok<TributeRateView>, NotFound, ProblemHttpResult>> ChangeAsync(
        IssuerId issuer, Guid id, SaveTributeRateRequest request, HttpContext http, InvoicingDb db, CancellationToken cancel)
    {
        if (await db.TributeRates.FirstOrDefaultAsync(r => r.Id == id && r.IssuerId == issuer, cancel) is not { } rate) return TypedResults.NotFound();
        if (http.RefusedEditOf(rate.Version) is { } stale) return stale.ToHttp();
        if (Refused(request) is { } problem) return problem.ToHttp();
        Set(rate, request);
        db.Publish(new TributesChanged(issuer));
        await db.SaveChangesAsync(cancel);
        http.ShowVersion(rate.Version);
        return TypedResults.Ok(View(rate));
    }

    private static Problem? Refused(SaveTributeRateRequest request) => request.To < request.From || request.Minimum < 0 ? InvoicingProblems.BadTribute : null;

    private static void Set(TributeRate rate, SaveTributeRateRequest request) => rate.Set(
        request.Tribute, request.Regime.Trim(), request.Province?.ToUpperInvariant(), request.Conditions is { Count: > 0 } conditions ? conditions : request.Tribute == 13 ? InNoCategory : Registered, request.Rate,
        (long)(request.Minimum * 100), request.From, request.To);

    private static TributeRateView View(TributeRate rate) => new(
        rate.Id, rate.Version, rate.IssuerId, rate.Tribute, rate.Regime, rate.Province, rate.Receivers, rate.RatePercent, rate.MinimumMinor / 100m, FiscalDay.FromNumber(rate.ValidFrom),
        rate.ValidTo is { } to ? FiscalDay.FromNumber(to) : null);
}
