using Hilo.Platform;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Hilo.Invoicing;

/// <summary>Papers for whoever stands before a printer: the accountant in the office, a clerk in any store.</summary>
internal static class PrintDocument
{
    public static void Map(RouteGroupBuilder invoicing)
    {
        invoicing.MapGet("/orders/{order}/documents", ListAsync).RequirePermission(Permissions.InvoicingPrint).WithSummary("Authorized invoice and notes of an order, to print them again.");
        invoicing.MapGet("/documents/{id}/pdf", PrintAsync).RequirePermission(Permissions.InvoicingPrint)
            .WithSummary("An authorized document as PDF, on A4 or, with size=80mm, for the ticket printer. Every print is the same.");
    }

    private static async Task<Ok<IReadOnlyList<ShopDocument>>> ListAsync(OrderId order, InvoicingDb db, CancellationToken cancel) =>
        TypedResults.Ok<IReadOnlyList<ShopDocument>>([.. (await OfAsync(db, order, cancel)).Select(ViewOf)]);

    private static async Task<Results<FileContentHttpResult, NotFound>> PrintAsync(FiscalDocumentId id, string? size, FiscalPapers papers, CancellationToken cancel)
    {
        if (await papers.PaperAsync(id, cancel) is not var (_, paper)) return TypedResults.NotFound();
        return TypedResults.File(size == "80mm" ? Ticket80.Draw(paper) : SheetA4.Draw(paper), "application/pdf", $"{paper.Title.Replace(' ', '-')}.pdf");
    }

    /// <summary>In the order in which they were authorized.</summary>
    public static Task<List<FiscalDocument>> OfAsync(InvoicingDb db, OrderId order, CancellationToken cancel) =>
        db.Documents.AsNoTracking().Where(d => d.OrderId == order && d.State == FiscalDocumentState.Authorized).OrderBy(d => d.AuthorizedAt).ToListAsync(cancel);

    public static ShopDocument ViewOf(FiscalDocument document) =>
        new(document.Id, document.Kind, VoucherTypes.TitleOf(document.Frozen.Type, document.Frozen.Point, document.Frozen.Number), FiscalDay.FromNumber(document.DatedOn!.Value), document.Total);
}
