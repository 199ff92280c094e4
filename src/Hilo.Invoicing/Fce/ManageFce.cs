using Hilo.Platform;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Hilo.Invoicing;

/// <summary>A buyer to whom a credit invoice is due from the minimum on: noted by a person, or because the agency said so.</summary>
internal sealed class FceBuyer
{
    public required string Cuit { get; init; }
    public required DateTimeOffset NotedAt { get; init; }
}

/// <summary>Credit invoices: what the issuer prints on them, to whom they are due, and the conversion of an invoice that the agency wants as one.</summary>
internal static class ManageFce
{
    /// <summary>It should have been, or must be, a credit invoice.</summary>
    private static readonly int[] WantsFce = [10188, 10192];

    public static void Map(RouteGroupBuilder invoicing)
    {
        invoicing.MapPut("/issuers/{id}/fce", SetTermsAsync).RequirePermission(Permissions.InvoicingManage).RequireIdempotencyKey()
            .WithSummary("Let an issuer make credit invoices (FCE MiPyME), with the account that they are paid to. Without an account it makes none.");
        invoicing.MapGet("/fce-buyers", ListAsync).RequirePermission(Permissions.InvoicingRead).WithSummary("To whom credit invoices are due.");
        invoicing.MapPut("/fce-buyers/{cuit}", NoteAsync).RequirePermission(Permissions.InvoicingManage).RequireIdempotencyKey().WithSummary("Note that a buyer is a large company, or opted into the regime.");
        invoicing.MapDelete("/fce-buyers/{cuit}", ForgetAsync).RequirePermission(Permissions.InvoicingManage).RequireIdempotencyKey().WithSummary("A buyer is not in the regime any more.");
        invoicing.MapPut("/documents/{id}/fce", ConvertAsync).RequirePermission(Permissions.InvoicingCorrect).RequireIdempotencyKey()
            .WithSummary("Send an invoice that the agency wants as a credit invoice as one, and note its buyer. It takes a number of that type.");
    }

    private static async Task<Results<Ok<IssuerView>, NotFound, ProblemHttpResult>> SetTermsAsync(IssuerId id, SetFceRequest request, InvoicingDb db, IssuerViews views, CancellationToken cancel)
    {
        if (await db.Issuers.FindAsync([id], cancel) is not { } issuer) return TypedResults.NotFound();
        issuer.MakeCreditInvoices(request.Account is { } account ? new FceTerms(account, request.Alias, request.Transfer, request.Days) : null);
        await db.SaveChangesAsync(cancel);
        return TypedResults.Ok(await views.ShowAsync(issuer, cancel));
    }

    private static async Task<Ok<IReadOnlyList<string>>> ListAsync(InvoicingDb db, CancellationToken cancel) =>
        TypedResults.Ok<IReadOnlyList<string>>(await db.FceBuyers.OrderBy(b => b.Cuit).Select(b => b.Cuit).ToListAsync(cancel));

    private static async Task<Results<NoContent, ProblemHttpResult>> NoteAsync(string cuit, InvoicingDb db, TimeProvider clock, CancellationToken cancel)
    {
        if (!Cuit.TryParse(cuit, out var buyer)) return InvoicingProblems.ReceiverCuit.ToHttp();
        await RememberAsync(db, buyer.Digits, clock.GetUtcNow(), cancel);
        await db.SaveChangesAsync(cancel);
        return TypedResults.NoContent();
    }

    private static async Task<Results<NoContent, ProblemHttpResult>> ForgetAsync(string cuit, InvoicingDb db, CancellationToken cancel)
    {
        if (!Cuit.TryParse(cuit, out var buyer)) return InvoicingProblems.ReceiverCuit.ToHttp();
        if (await db.FceBuyers.FindAsync([buyer.Digits], cancel) is { } known) db.Remove(known);
        await db.SaveChangesAsync(cancel);
        return TypedResults.NoContent();
    }

    private static async Task<Results<Ok<FiscalDocumentView>, NotFound, ProblemHttpResult>> ConvertAsync(
        FiscalDocumentId id, InvoicingDb db, SalesAhead ahead, DocumentViews views, TimeProvider clock, CancellationToken cancel)
    {
        if (await db.Documents.FindAsync([id], cancel) is not { } document) return TypedResults.NotFound();
        var old = await db.Series.SingleAsync(s => s.Id == document.SeriesId, cancel);
        var issuer = await db.Issuers.SingleAsync(i => i.Id == old.IssuerId, cancel);
        if (document is not { State: FiscalDocumentState.Rejected, Kind: FiscalDocumentKind.Invoice } || document.Decided.Fce is not null || !document.AgencyNotes.Any(n => WantsFce.Contains(n.Code)))
            return InvoicingProblems.NotForFce.ToHttp();
        if (issuer.Fce is not { } terms) return InvoicingProblems.NoFceAccount.ToHttp();
        await ahead.ReadAsync([document.OrderId!.Value], cancel);
        var decision = DecideFce.Convert(document.Decided, terms);
        document.SeriesId = ahead.SeriesOf(issuer, old.Cuit, old.Point, decision.Type).Id;
        document.Decision = Stored.Write(decision);
        document.Correct();
        await RememberAsync(db, decision.Receiver.DocumentNumber, clock.GetUtcNow(), cancel);
        await db.SaveChangesAsync(cancel);
        return TypedResults.Ok((await views.FindAsync(id, cancel))!);
    }

    private static async Task RememberAsync(InvoicingDb db, string cuit, DateTimeOffset now, CancellationToken cancel)
    {
        if (await db.FceBuyers.FindAsync([cuit], cancel) is null) db.Add(new FceBuyer { Cuit = cuit, NotedAt = now });
    }
}
