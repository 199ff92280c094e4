using System.Globalization;
using System.Text.Json;
using Hilo.Platform;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Hilo.Orders;

/// <summary>Everything that happened to an order and to its money, oldest last, in facts that a person can read.</summary>
internal static class OrderThread
{
    public static void Map(RouteGroupBuilder orders) => orders.MapGet("/{id}/thread", HandleAsync).RequirePermission(Permissions.OrdersRead)
        .WithSummary("What happened to an order, newest first.");

    private static async Task<Results<Ok<IReadOnlyList<ThreadEntry>>, NotFound>> HandleAsync(OrderId id, OrdersDb db, OrderHistory history, CancellationToken cancel)
    {
        var sale = await db.Orders.AsNoTracking().Where(o => o.Id == id).Select(o => (SaleId?)o.SaleId).FirstOrDefaultAsync(cancel);
        return sale is null ? TypedResults.NotFound() : TypedResults.Ok(await history.OfAsync(id, sale.Value, cancel));
    }
}

internal sealed class OrderHistory(EventLog log, OrderViews views)
{
    private const int Limit = 200;

    public async Task<IReadOnlyList<ThreadEntry>> OfAsync(OrderId order, SaleId sale, CancellationToken cancel)
    {
        var names = await views.NamesAsync(cancel);
        LoggedEvent[] found =
        [
            .. await log.FindAsync(new EventSearch { Subject = order.Value, Limit = Limit }, cancel),
            .. await log.FindAsync(new EventSearch { Subject = sale.Value, Limit = Limit }, cancel),
        ];
        return [.. found.OrderByDescending(e => e.Facts.Position).Select(e => Entry(e, names))];
    }

    private static ThreadEntry Entry(LoggedEvent logged, OrderNames names) => new(
        logged.Facts.Id, logged.Facts.Type, logged.Facts.OccurredAt, logged.Facts.SalesChannelId is { } channel ? names.Of(channel)?.Name : null,
        logged.Facts.LocationId is { } at ? names.Of(at) : null, logged.Facts.Actor, EventFactsInWords.Of(logged.Payload));
}

/// <summary>The readable fields of a payload: words, numbers and amounts; ids stay inside.</summary>
internal static class EventFactsInWords
{
    public static IReadOnlyDictionary<string, string> Of(string payload)
    {
        using var json = JsonDocument.Parse(payload);
        var facts = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var field in json.RootElement.EnumerateObject())
            if (TextOf(field.Value) is { } text) facts[field.Name] = text;
        return facts;
    }

    private static string? TextOf(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => Guid.TryParseExact(value.GetString(), "D", out _) ? null : value.GetString(),
        JsonValueKind.Number => value.GetDecimal().ToString(CultureInfo.InvariantCulture),
        JsonValueKind.True => "true",
        JsonValueKind.False => "false",
        JsonValueKind.Object when value.TryGetProperty("amount", out var amount) && value.TryGetProperty("currency", out var currency) => $"{amount.GetString()} {currency.GetString()}",
        _ => null,
    };
}
