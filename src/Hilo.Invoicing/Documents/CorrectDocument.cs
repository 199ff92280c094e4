using Hilo.Platform;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Hilo.Invoicing;

/// <summary>What a person does about a document that cannot go on by itself.</summary>
internal static class CorrectDocument
{
    private const int MostRetries = 1_000;

    public static void Map(RouteGroupBuilder invoicing)
    {
        invoicing.MapPut("/documents/{id}/receiver", CorrectAsync).RequirePermission(Permissions.InvoicingCorrect).RequireIdempotencyKey()
            .WithSummary("Name another receiver on a rejected document, or none, and send it again. The letter is decided anew.");
        invoicing.MapPost("/documents/retries", RetryAsync).RequirePermission(Permissions.InvoicingCorrect).RequireIdempotencyKey()
            .WithSummary("Send everything that the agency rejected again as it is, after its cause was mended elsewhere. What Hilo refused itself needs another receiver, one by one.");
        invoicing.MapPut("/documents/{id}/question", AskAgainAsync).RequirePermission(Permissions.InvoicingManage).RequireIdempotencyKey()
            .WithSummary("Ask the agency again for the number of a document that waits for a person, who may say whether the voucher under it is ours.");
        invoicing.MapPut("/series/{id}/release", ReleaseAsync).RequirePermission(Permissions.InvoicingManage).RequireIdempotencyKey()
            .WithSummary("Let a series that stands still go on, after its cause was mended.");
        invoicing.MapGet("/series", ListAsync).RequirePermission(Permissions.InvoicingRead).WithSummary("Where every series stands, how much waits in it and why.");
    }

    private static async Task<Results<Ok<FiscalDocumentView>, NotFound, ProblemHttpResult>> CorrectAsync(
        FiscalDocumentId id, CorrectReceiverRequest request, InvoicingDb db, SalesAhead ahead, IMerchant merchant, Norms norms, DocumentViews views, TimeProvider clock, CancellationToken cancel)
    {
        if (await db.Documents.FindAsync([id], cancel) is not { } document) return TypedResults.NotFound();
        if (document.State != FiscalDocumentState.Rejected) return InvoicingProblems.NotCorrectable(document.State).ToHttp();
        if (document.Decided.Class == "E" && request.Receiver is not null) return InvoicingProblems.CorrectAsAbroad.ToHttp();
        var old = await db.Series.SingleAsync(s => s.Id == document.SeriesId, cancel);
        var issuer = await db.Issuers.SingleAsync(i => i.Id == old.IssuerId, cancel);
        var entity = (await merchant.CurrentAsync(cancel)).LegalEntities.First(e => e.Id == issuer.LegalEntityId);
        // A note keeps whom its original names, and an export whom it is for: they are only sent again.
        if (document.Kind == FiscalDocumentKind.Invoice && document.Decided.Class != "E")
        {
            if (DecideVoucher.ReceiverOf(request.Receiver).Refused(out var problem, out var receiver)) return problem.ToHttp();
            if (DecideVoucher.Invoice(DocumentSale.FactsOf(issuer, entity), receiver, Currencies.InPesos(document.TotalMinor, (document.RateMicros ?? 1_000_000) / 1_000_000m), norms.On(FiscalDay.Of(clock.GetUtcNow())), document.Decided.Concept).Refused(out problem, out var decision)) return problem.ToHttp();
            await ahead.ReadIssuersAsync(cancel);
            var content = document.Says with { Name = request.Receiver?.Name ?? document.Says.Name, Address = request.Receiver?.Address ?? document.Says.Address };
            document.SeriesId = ahead.SeriesOf(issuer, entity.Cuit, old.Point, decision.Type).Id;
            (document.Decision, document.Content, document.ReceiverName) = (Stored.Write(decision), Stored.Write(content), content.Name);
            document.Search = DocumentSale.SearchOf(document.OrderNumber, content.Name, receiver);
        }
        document.Correct();
        await db.SaveChangesAsync(cancel);
        return TypedResults.Ok((await views.FindAsync(id, cancel))!);
    }

    private static async Task<Ok<RetriedDocuments>> RetryAsync(InvoicingDb db, CancellationToken cancel)
    {
        var rejected = await db.Documents.Where(d => d.State == FiscalDocumentState.Rejected).OrderBy(d => d.QueuedAt).ThenBy(d => d.Id).Take(MostRetries).ToListAsync(cancel);
        var retried = rejected.FindAll(d => d.AgencyNotes.All(n => n.Code != 0));
        foreach (var document in retried) document.Correct();
        await db.SaveChangesAsync(cancel);
        return TypedResults.Ok(new RetriedDocuments(retried.Count));
    }

    private static async Task<Results<Ok<FiscalDocumentView>, NotFound, ProblemHttpResult>> AskAgainAsync(
        FiscalDocumentId id, AskAgainRequest request, InvoicingDb db, DocumentViews views, CancellationToken cancel)
    {
        if (await db.Documents.FindAsync([id], cancel) is not { } document) return TypedResults.NotFound();
        if (document.State != FiscalDocumentState.ManualReview) return InvoicingProblems.NotAskable(document.State).ToHttp();
        // Not ours: somebody else has the number, and this one takes the next.
        if (request.IsOurs == false) document.Return(numberTaken: true);
        else document.AskAgain(isConfirmed: request.IsOurs == true);
        (await db.Series.SingleAsync(s => s.Id == document.SeriesId, cancel)).Unblock();
        await db.SaveChangesAsync(cancel);
        return TypedResults.Ok((await views.FindAsync(id, cancel))!);
    }

    private static async Task<Results<NoContent, NotFound>> ReleaseAsync(Guid id, InvoicingDb db, CancellationToken cancel)
    {
        if (await db.Series.FindAsync([id], cancel) is not { } series) return TypedResults.NotFound();
        series.Unblock();
        await db.SaveChangesAsync(cancel);
        return TypedResults.NoContent();
    }

    private static async Task<Ok<IReadOnlyList<FiscalSeriesView>>> ListAsync(InvoicingDb db, IMerchant merchant, CancellationToken cancel)
    {
        var names = (await merchant.CurrentAsync(cancel)).LegalEntities.ToDictionary(e => e.Cuit, e => e.Name, StringComparer.Ordinal);
        var waiting = await db.Documents.Where(d => d.State != FiscalDocumentState.Authorized).GroupBy(d => d.SeriesId)
            .Select(g => new { Series = g.Key, Count = g.Count(), Oldest = g.Min(d => d.FactAt) }).ToDictionaryAsync(g => g.Series, cancel);
        var foreign = await db.ForeignVouchers.GroupBy(v => v.SeriesId).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, cancel);
        IReadOnlyList<FiscalSeriesView> series = [.. (await db.Series.AsNoTracking().OrderBy(s => s.Point).ThenBy(s => s.VoucherType).ToListAsync(cancel)).Select(s => new FiscalSeriesView(
            s.Id, names.GetValueOrDefault(s.Cuit, s.Cuit), s.Environment, s.Point, s.VoucherType, $"{VoucherTypes.NameOf(VoucherTypes.KindOf(s.VoucherType))} {VoucherTypes.LetterOf(s.VoucherType)}",
            s.LastNumber, waiting.GetValueOrDefault(s.Id)?.Count ?? 0, waiting.GetValueOrDefault(s.Id)?.Oldest, s.WaitingFor, s.BlockedFor,
            s.NextTryAt == DateTimeOffset.MinValue ? null : s.NextTryAt, foreign.GetValueOrDefault(s.Id)))];
        return TypedResults.Ok(series);
    }
}
