using Hilo.Platform;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Hilo.Invoicing;

/// <summary>The documents of an order for its buyer, through the order's signed link.</summary>
internal static class ShopDocuments
{
    public static void Map(RouteGroupBuilder shop)
    {
        shop.MapGet("/orders/{link}/documents", ListAsync).LimitAttempts().WithSummary("Invoice and notes of an order by its signed link.");
        shop.MapGet("/orders/{link}/documents/{id}/pdf", PrintAsync).LimitAttempts().WithSummary("One of them as PDF.");
    }

    private static async Task<Results<Ok<IReadOnlyList<ShopDocument>>, ProblemHttpResult>> ListAsync(string link, CurrentShopper? shopper, IOpenOrderLinks orders, InvoicingDb db, CancellationToken cancel)
    {
        if ((await orders.OpenAsync(link, shopper?.Id, cancel)).Refused(out var problem, out var order)) return problem.ToHttp();
        return TypedResults.Ok<IReadOnlyList<ShopDocument>>([.. (await PrintDocument.OfAsync(db, order, cancel)).Where(IsForCustomers).Select(PrintDocument.ViewOf)]);
    }

    private static async Task<Results<FileContentHttpResult, NotFound, ProblemHttpResult>> PrintAsync(
        string link, FiscalDocumentId id, CurrentShopper? shopper, IOpenOrderLinks orders, FiscalPapers papers, CancellationToken cancel)
    {
        if ((await orders.OpenAsync(link, shopper?.Id, cancel)).Refused(out var problem, out var order)) return problem.ToHttp();
        if (await papers.FindAsync(id, cancel) is not { IsForCustomers: true } paper || paper.OrderId != order) return TypedResults.NotFound();
        return TypedResults.File(paper.Pdf, "application/pdf", paper.FileName);
    }

    private static bool IsForCustomers(FiscalDocument document) => document.Says.Issuer.Environment != FiscalEnvironment.Homologation;
}
