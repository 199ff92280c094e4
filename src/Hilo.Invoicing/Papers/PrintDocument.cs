using Hilo.Platform;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Hilo.Invoicing;

internal static class PrintDocument
{
    public static void Map(RouteGroupBuilder invoicing) => invoicing.MapGet("/documents/{id}/pdf", HandleAsync).RequirePermission(Permissions.InvoicingRead)
        .WithSummary("An authorized document as PDF, on A4 or, with size=80mm, for the ticket printer. Every print is the same.");

    private static async Task<Results<FileContentHttpResult, NotFound>> HandleAsync(FiscalDocumentId id, string? size, FiscalPapers papers, CancellationToken cancel)
    {
        if (await papers.PaperAsync(id, cancel) is not var (_, paper)) return TypedResults.NotFound();
        return TypedResults.File(size == "80mm" ? Ticket80.Draw(paper) : SheetA4.Draw(paper), "application/pdf", $"{paper.Title.Replace(' ', '-')}.pdf");
    }
}
