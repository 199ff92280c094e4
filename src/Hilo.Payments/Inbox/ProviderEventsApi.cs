using Hilo.Platform;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Hilo.Payments.Inbox;

/// <summary>What providers sent, for operators.</summary>
internal static class ProviderEventsApi
{
    private const int PageSize = 50;

    public static void Map(RouteGroupBuilder api)
    {
        var events = api.MapGroup("/provider-events").WithTags("Payments");
        events.MapGet("", ListAsync).RequirePermission(Permissions.PaymentsRead).WithSummary("Webhooks of payment providers, newest first; dead ones wait for a person.");
        events.MapPost("/{id}/replays", ReplayAsync).RequirePermission(Permissions.PaymentsManage).RequireIdempotencyKey().WithSummary("Apply one again.");
    }

    private static async Task<Results<Ok<PageOf<ProviderEventView>>, ProblemHttpResult>> ListAsync(PaymentsDb db, Word<ProviderEventState>? state, string? cursor, CancellationToken cancel)
    {
        var after = (First: long.MaxValue, Second: Guid.AllBitsSet);
        if (cursor is not null && Cursor.Read<long, Guid>("provider-events", cursor).Refused(out var problem, out after)) return problem.ToHttp();
        var search = Sql.Of($"select id, provider, kind, resource, state, tries, error, attempt_id, received_at, settled_at from payments_provider_events where (received_at, id) < ({after.First}, {after.Second})");
        if (state is { Value: var wanted }) search.Add($" and state = {wanted}");
        search.Add($" order by received_at desc, id desc limit {PageSize + 1}");
        var found = await db.Session.QueryAsync(search, row => new ProviderEventView(
            row.Id<ProviderEventId>(0), row.GetString(1), row.GetString(2), row.Text(3), row.Word<ProviderEventState>(4), row.GetInt32(5), row.Text(6),
            row.IdOrNull<PaymentAttemptId>(7), row.Instant(8), row.InstantOrNull(9)), cancel);
        var page = found.Take(PageSize).ToList();
        return TypedResults.Ok(new PageOf<ProviderEventView>(page, found.Count > PageSize ? Cursor.Write("provider-events", page[^1].ReceivedAt.UtcTicks, page[^1].Id.Value) : null));
    }

    private static async Task<Results<Ok<ProviderEventView>, NotFound, ProblemHttpResult>> ReplayAsync(
        ProviderEventId id, PaymentsDb db, InboxSignal signal, HttpContext http, TimeProvider clock, CancellationToken cancel)
    {
        if (await db.ProviderEvents.SingleOrDefaultAsync(e => e.Id == id, cancel) is not { } row) return TypedResults.NotFound();
        if (row.Resource is null || !row.TryReplay(clock.GetUtcNow())) return PaymentProblems.WebhookNotReplayable.ToHttp();
        await db.SaveChangesAsync(cancel);
        // After the commit, or the worker would not see it.
        http.Response.OnCompleted(() =>
        {
            signal.Raise(id);
            return Task.CompletedTask;
        });
        return TypedResults.Ok(new ProviderEventView(row.Id, row.Provider, row.Kind, row.Resource, row.State, row.Tries, row.Error, row.AttemptId, row.ReceivedAt, row.SettledAt));
    }
}
