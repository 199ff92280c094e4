using Hilo.Platform;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Hilo.Invoicing;

/// <summary>Documents for sales of other systems, one by one or as a file.</summary>
internal static class TakeExternalSales
{
    private const long MostBytes = 8 * 1024 * 1024;

    public static void Map(RouteGroupBuilder invoicing)
    {
        invoicing.MapPost("/external-sales", TakeAsync).RequirePermission(Permissions.InvoicingIssue).RequireIdempotencyKey()
            .WithSummary("Document a sale of another system, or a note of one. Its reference is its identity: told again it answers the same document, with another content it is refused and says what differs.");
        invoicing.MapGet("/external-sales/{reference}", FindAsync).RequirePermission(Permissions.InvoicingRead).WithSummary("The document of a sale of another system, by its reference.");
        invoicing.MapPost("/external-sales/file", TakeFileAsync).RequirePermission(Permissions.InvoicingIssue).AcceptsUpTo(MostBytes).Accepts<Stream>("text/csv")
            .WithSummary("Many at once from a CSV, one row per line of a sale, rows of one reference together. Good sales go in, bad ones are named; sending the same file again changes nothing. dryRun=true only tells.");
    }

    private static async Task<Results<Ok<ExternalSaleView>, ProblemHttpResult>> TakeAsync(
        ExternalSaleRequest request, InvoicingDb db, IssueExternalSales issue, DocumentViews views, CancellationToken cancel)
    {
        if ((await issue.TakeAsync([request], cancel))[0].Refused(out var problem, out var told)) return problem.ToHttp();
        await db.SaveChangesAsync(cancel);
        return TypedResults.Ok(new ExternalSaleView(request.Reference.Trim(), told.IsNew, (await views.RowsAsync([told.Document], cancel))[0]));
    }

    private static async Task<Results<Ok<ExternalSaleView>, NotFound>> FindAsync(string reference, InvoicingDb db, DocumentViews views, CancellationToken cancel)
    {
        if (await db.ExternalSales.FindAsync([reference], cancel) is not { } sale || await db.Documents.FindAsync([sale.DocumentId], cancel) is not { } document) return TypedResults.NotFound();
        return TypedResults.Ok(new ExternalSaleView(sale.Reference, IsNew: false, (await views.RowsAsync([document], cancel))[0]));
    }

    private static async Task<Results<Ok<ExternalSalesResult>, ProblemHttpResult>> TakeFileAsync(
        HttpRequest http, bool? dryRun, InvoicingDb db, IssueExternalSales issue, DocumentViews views, IMerchant merchant, CancellationToken cancel)
    {
        using var body = new MemoryStream();
        await http.Body.CopyToAsync(body, cancel);
        var entities = (await merchant.CurrentAsync(cancel)).LegalEntities.ToDictionary(e => e.Cuit, e => e.Id, StringComparer.Ordinal);
        if (ExternalCsv.Read(body.ToArray(), entities).Refused(out var problem, out var rows)) return problem.ToHttp();
        var readable = rows.FindAll(r => r.Sale is not null);
        var outcomes = await issue.TakeAsync(readable.ConvertAll(r => r.Sale!), cancel);
        if (dryRun == true) db.ChangeTracker.Clear();
        else await db.SaveChangesAsync(cancel);
        var results = new List<ExternalSaleResult>(rows.Count);
        var next = 0;
        foreach (var row in rows)
        {
            if (row.Sale is null) results.Add(new ExternalSaleResult(row.Line, row.Reference, "refused", null, null, null, row.Problem));
            else if (outcomes[next++].Refused(out problem, out var told)) results.Add(new ExternalSaleResult(row.Line, row.Reference, "refused", null, null, null, problem.Detail));
            else
                results.Add(new ExternalSaleResult(
                    row.Line, row.Reference, told.IsNew ? "issued" : "known", dryRun == true && told.IsNew ? null : told.Document.Id,
                    $"{VoucherTypes.NameOf(told.Document.Kind)} {VoucherTypes.LetterOf(told.Document.Decided.Type)}", told.Document.Total, null));
        }
        return TypedResults.Ok(new ExternalSalesResult(results.Count(r => r.Outcome == "issued"), results.Count(r => r.Outcome == "known"), results.Count(r => r.Outcome == "refused"), results));
    }
}
