using Microsoft.AspNetCore.Http.HttpResults;
using Hilo.Platform;

namespace Hilo.Invoicing;

internal static class ShowDocument
{
    public static void Map(RouteGroupBuilder invoicing) => invoicing.MapGet("/documents/{id}", HandleAsync).RequirePermission(Permissions.InvoicingRead)
        .WithSummary("A fiscal document with the reasons for what it is and what was said to the agency, without secrets.");

    private static async Task<Results<Ok<FiscalDocumentView>, NotFound>> HandleAsync(FiscalDocumentId id, DocumentViews views, CancellationToken cancel) =>
        await views.FindAsync(id, cancel) is { } document ? TypedResults.Ok(document) : TypedResults.NotFound();
}
