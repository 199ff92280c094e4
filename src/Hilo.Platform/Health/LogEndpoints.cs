using System.Text.Json;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace Hilo.Platform;

/// <summary>The event log for operators: what happened, how far each consumer is, and what waits for a person.</summary>
internal static class LogEndpoints
{
    private const string List = "events";

    public static void Map(RouteGroupBuilder api)
    {
        var log = api.MapGroup("").WithTags("Operations");
        log.MapGet("/events", EventsAsync).RequirePermission(Permissions.LogRead)
            .WithSummary("Events, newest first; narrowed by subject, customer, correlation and type (repeatable). Pages by cursor, 50 unless limit (1 to 200) says otherwise.");
        log.MapGet("/consumers", ConsumersAsync).RequirePermission(Permissions.LogRead).WithSummary("How far each consumer of the log is.");
        log.MapGet("/held-events", HeldAsync).RequirePermission(Permissions.LogRead).WithSummary("Events that a consumer could not handle, oldest first, at most 200.");
        log.MapPut("/held-events/{consumer}/{position:long}/retry", RetryAsync).RequirePermission(Permissions.LogManage).RequireIdempotencyKey()
            .WithSummary("Try a held event again now.");
        log.MapDelete("/held-events/{consumer}/{position:long}", DropAsync).RequirePermission(Permissions.LogManage).RequireIdempotencyKey()
            .WithSummary("Give a held event up for this consumer; those behind it go on.");
    }

    private static async Task<Results<Ok<PageOf<EventView>>, ProblemHttpResult>> EventsAsync(
        Guid? subject, CustomerId? customer, Guid? correlation, [FromQuery] string[]? type, string? cursor, int? limit, EventLog log, CancellationToken cancel)
    {
        long? before = null;
        if (cursor is not null)
        {
            if (Cursor.Read<long>(List, cursor).Refused(out var problem, out var position)) return problem.ToHttp();
            before = position;
        }
        var size = Math.Clamp(limit ?? 50, 1, 200);
        var found = await log.FindAsync(
            new EventSearch { Subject = subject, CustomerId = customer, CorrelationId = correlation, Types = type is { Length: > 0 } ? type : null, Before = before, Limit = size }, cancel);
        return TypedResults.Ok(new PageOf<EventView>(
            [.. found.Select(ViewOf)], found.Count < size ? null : Cursor.Write(List, found[^1].Facts.Position)));
    }

    private static async Task<Ok<LogView>> ConsumersAsync(LogHealth health, CancellationToken cancel)
    {
        var state = await health.ReadAsync(cancel);
        return TypedResults.Ok(new LogView(state.Head, state.Unnumbered, state.OldestUnnumberedAt,
            [.. state.Consumers.Select(c => new ConsumerView(c.Name, c.Position, c.Lag, c.Held, c.Parked, c.IsHeld))]));
    }

    private static async Task<Ok<PageOf<HeldEventView>>> HeldAsync(string? consumer, HeldEvents held, CancellationToken cancel)
    {
        var found = await held.ListAsync(consumer, 200, cancel);
        return TypedResults.Ok(new PageOf<HeldEventView>(
            [.. found.Select(h => new HeldEventView(h.Consumer, h.Position, h.Type, h.Subject, Words.Of(h.State), h.Attempts, h.DueAt, h.Error))], null));
    }

    private static async Task<Results<NoContent, NotFound>> RetryAsync(string consumer, long position, HeldEvents held, CancellationToken cancel) =>
        await held.RetryAsync(consumer, position, cancel) ? TypedResults.NoContent() : TypedResults.NotFound();

    private static async Task<Results<NoContent, NotFound>> DropAsync(string consumer, long position, HeldEvents held, CancellationToken cancel) =>
        await held.DropAsync(consumer, position, cancel) ? TypedResults.NoContent() : TypedResults.NotFound();

    private static EventView ViewOf(LoggedEvent logged)
    {
        var facts = logged.Facts;
        using var payload = JsonDocument.Parse(logged.Payload);
        return new EventView(facts.Id, facts.Position, facts.Type, facts.OccurredAt, facts.Subject, facts.Actor, facts.CustomerId, facts.SalesChannelId, facts.LocationId,
            facts.CorrelationId, payload.RootElement.Clone());
    }
}
