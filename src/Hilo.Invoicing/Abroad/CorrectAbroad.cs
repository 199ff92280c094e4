using Hilo.Platform;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Hilo.Invoicing;

/// <summary>Other data for an export that was rejected: what was sold, and for how much, stays.</summary>
internal static class CorrectAbroad
{
    public static void Map(RouteGroupBuilder invoicing) => invoicing.MapPut("/documents/{id}/abroad", HandleAsync).RequirePermission(Permissions.InvoicingCorrect).RequireIdempotencyKey()
        .WithSummary("Correct client, destination, terms or rate of a rejected export invoice and send it again. What was sold, and for how much, stays.");

    private static async Task<Results<Ok<FiscalDocumentView>, NotFound, ProblemHttpResult>> HandleAsync(
        FiscalDocumentId id, CorrectAbroadRequest request, InvoicingDb db, IMerchant merchant, Norms norms, DocumentViews views, TimeProvider clock, CancellationToken cancel)
    {
        if (await db.Documents.FindAsync([id], cancel) is not { } document) return TypedResults.NotFound();
        if (document.State != FiscalDocumentState.Rejected) return InvoicingProblems.NotCorrectable(document.State).ToHttp();
        var says = document.Says;
        if (says.Abroad is null || document.Kind != FiscalDocumentKind.Invoice) return InvoicingProblems.BadAbroad("Ese comprobante no es una factura de exportación.").ToHttp();
        var series = await db.Series.SingleAsync(s => s.Id == document.SeriesId, cancel);
        var issuer = await db.Issuers.SingleAsync(i => i.Id == series.IssuerId, cancel);
        var entity = (await merchant.CurrentAsync(cancel)).LegalEntities.First(e => e.Id == issuer.LegalEntityId);
        var scope = Words.Of(series.Environment);
        var countries = await db.Parameters.AsNoTracking().Where(p => p.Scope == scope && p.TableName == ReadParameters.Countries && p.GoneAt == null).ToDictionaryAsync(p => p.RowKey, p => p.Text, cancel);
        var old = says.Terms ?? DocumentTerms.InPesos;
        if (DecideAbroad.CurrencyOf(Currencies.IsoOf(old.Currency), request.ExchangeRate ?? old.Rate, old.PaidInCurrency == true).Refused(out var problem, out var terms)
            || DecideAbroad.TermsOf(request.Abroad, document.Decided.Concept, countries).Refused(out problem, out var abroad)
            || DecideVoucher.Abroad(DocumentSale.FactsOf(issuer, entity), abroad, document.TotalMinor, norms.On(FiscalDay.Of(clock.GetUtcNow()))).Refused(out problem, out var decision)) return problem.ToHttp();
        terms = terms with { PayBy = request.Abroad.PayBy };
        document.Content = Stored.Write(says with { Abroad = abroad, Terms = terms, Name = abroad.Client });
        document.Decision = Stored.Write(decision with { Trace = [.. decision.Trace, .. terms.Trace()] });
        (document.ReceiverName, document.RateMicros) = (abroad.Client, (long)(terms.Rate!.Value * 1_000_000));
        document.Search = DocumentSale.SearchOf(document.OrderNumber, abroad.Client, decision.Receiver);
        document.Correct();
        await db.SaveChangesAsync(cancel);
        return TypedResults.Ok((await views.FindAsync(id, cancel))!);
    }
}
