using Hilo.Platform;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Hilo.Invoicing;

internal static class ListDocuments
{
    private const int PageSize = 50;

    /// <summary>So many days before the law's term ends, a note that is still open calls for a person.</summary>
    private const int NearDays = 5;

    public static void Map(RouteGroupBuilder invoicing) => invoicing.MapGet("/documents", HandleAsync).RequirePermission(Permissions.InvoicingRead)
        .WithSummary("Fiscal documents, newest first. q finds by number, CAE, receiver or order; view is open (not authorized yet), attention (a person has to look) or due (notes whose term of 15 days ends within five days, or has ended).");

    private static async Task<Results<Ok<PageOf<FiscalDocumentRow>>, ProblemHttpResult>> HandleAsync(
        string? q, Word<FiscalDocumentState>? state, string? view, OrderId? order, string? cursor, InvoicingDb db, DocumentViews views, TimeProvider clock, CancellationToken cancel)
    {
        var (before, beforeId) = (long.MaxValue, Guid.Empty);
        if (cursor is not null)
        {
            if (Cursor.Read<long, Guid>("fiscal_documents", cursor).Refused(out var problem, out var after)) return problem.ToHttp();
            (before, beforeId) = after;
        }
        var sql = Sql.Of($"select id from invoicing_documents where (queued_at < {before} or (queued_at = {before} and id < {FiscalDocumentId.From(beforeId)}))");
        if (state is { } wanted) sql.Add($" and state = {wanted.Value}");
        if (order is { } of) sql.Add($" and order_id = {of}");
        if (view == "open") sql.Add($" and state <> {FiscalDocumentState.Authorized}");
        if (view == "due") sql.Add($" and state <> {FiscalDocumentState.Authorized} and due_on <= {FiscalDay.Number(FiscalDay.Of(clock.GetUtcNow()).AddDays(NearDays))}");
        if (view == "attention") sql.Add($" and (state in ({FiscalDocumentState.Rejected}, {FiscalDocumentState.ManualReview}) or report = {ReportState.Refused})");
        if (!string.IsNullOrWhiteSpace(q)) sql.Add($" and search like {Pattern(q)} escape '!'");
        var ids = await db.Session.QueryAsync(sql.Add($" order by queued_at desc, id desc limit {PageSize + 1}"), row => row.Id<FiscalDocumentId>(0), cancel);
        var shown = ids.Take(PageSize).ToList();
        var found = await db.Documents.AsNoTracking().Where(d => shown.Contains(d.Id)).ToDictionaryAsync(d => d.Id, cancel);
        var page = shown.ConvertAll(id => found[id]);
        return TypedResults.Ok(new PageOf<FiscalDocumentRow>(
            await views.RowsAsync(page, cancel), ids.Count > PageSize ? Cursor.Write("fiscal_documents", page[^1].QueuedAt.UtcTicks, page[^1].Id.Value) : null));
    }

    private static string Pattern(string q) =>
        "%" + q.Trim().ToLowerInvariant().Replace("!", "!!", StringComparison.Ordinal).Replace("%", "!%", StringComparison.Ordinal).Replace("_", "!_", StringComparison.Ordinal) + "%";
}
