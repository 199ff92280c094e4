using Hilo.Platform;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Hilo.Payments.Refunds;

/// <summary>What is owed back, for those who give it.</summary>
internal static class RefundsDueApi
{
    private const int PageSize = 50;

    public static void Map(RouteGroupBuilder api)
    {
        var dues = api.MapGroup("/refunds-due").WithTags("Payments");
        dues.MapGet("", ListAsync).RequirePermission(Permissions.PaymentsRead).WithSummary("Money owed back, newest first.");
        dues.MapPost("/{id}/refunds", SettleAsync).RequirePermission(Permissions.PaymentsManage).RequireIdempotencyKey()
            .WithSummary("A person gave all of it back, in cash or by transfer. Cards are refunded by themselves.");
        dues.MapPut("/{id}/drop", DropAsync).RequirePermission(Permissions.PaymentsManage).RequireIdempotencyKey().WithSummary("Nothing goes back after all; a person says why.");
    }

    private static async Task<Results<Ok<PageOf<RefundDueView>>, ProblemHttpResult>> ListAsync(PaymentsDb db, Word<RefundDueState>? state, string? cursor, CancellationToken cancel)
    {
        var after = (First: long.MaxValue, Second: Guid.AllBitsSet);
        if (cursor is not null && Cursor.Read<long, Guid>("refunds-due", cursor).Refused(out var problem, out after)) return problem.ToHttp();
        var search = Sql.Of($"select id from payments_refunds_due where (opened_at, id) < ({after.First}, {after.Second})");
        if (state is { Value: var wanted }) search.Add($" and state = {wanted}");
        search.Add($" order by opened_at desc, id desc limit {PageSize + 1}");
        var ids = await db.Session.QueryAsync(search, row => row.Id<RefundDueId>(0), cancel);
        var shown = ids.Take(PageSize).ToList();
        var page = await RefundDueViews.OfAsync(db, db.RefundsDue.Where(d => shown.Contains(d.Id)).OrderByDescending(d => d.OpenedAt).ThenByDescending(d => d.Id), cancel);
        return TypedResults.Ok(new PageOf<RefundDueView>(page, ids.Count > PageSize ? Cursor.Write("refunds-due", page[^1].OpenedAt.UtcTicks, page[^1].Id.Value) : null));
    }

    private static async Task<Results<Ok<RefundDueView>, ProblemHttpResult>> SettleAsync(
        RefundDueId id, SettleRefundRequest request, RefundBook book, PaymentsDb db, CancellationToken cancel) =>
        await book.SettleByHandAsync(id, request, cancel) is { } problem ? problem.ToHttp() : await ShowAsync(db, id, cancel);

    private static async Task<Results<Ok<RefundDueView>, ProblemHttpResult>> DropAsync(
        RefundDueId id, DropRefundRequest request, RefundBook book, PaymentsDb db, CancellationToken cancel) =>
        await book.DropAsync(id, request.Reason, cancel) is { } problem ? problem.ToHttp() : await ShowAsync(db, id, cancel);

    private static async Task<Ok<RefundDueView>> ShowAsync(PaymentsDb db, RefundDueId id, CancellationToken cancel) =>
        TypedResults.Ok((await RefundDueViews.OfAsync(db, db.RefundsDue.Where(d => d.Id == id), cancel))[0]);
}
