using Hilo.Platform;

namespace Hilo.Orders;

/// <summary>What makes an order the same order: its cart, else the channel's reference.</summary>
internal readonly record struct OrderKey(CartId? Cart, SalesChannelId? Channel, string? Reference);

/// <summary>Orders that were placed by an earlier try of the same sale.</summary>
internal static class EarlierOrders
{
    public static OrderKey? KeyOf(Order order) =>
        order.CartId is { } cart ? new OrderKey(cart, null, null) : order.ExternalReference is { } reference ? new OrderKey(null, order.SalesChannelId, reference) : null;

    public static async Task<Dictionary<OrderKey, Placed>> FindAsync(DbSession session, IReadOnlyList<PlaceOrder> group, CancellationToken cancel)
    {
        CartId[] carts = [.. group.Where(p => p.Order.CartId is not null).Select(p => p.Order.CartId!.Value)];
        PlaceOrder[] referenced = [.. group.Where(p => p.Order.CartId is null && p.Order.ExternalReference is not null)];
        var found = new Dictionary<OrderKey, Placed>();
        foreach (var (id, number, cart) in await ByCartAsync(session, carts, cancel)) found[new OrderKey(cart, null, null)] = new Placed(id, number, null);
        foreach (var (id, number, channel, reference) in await ByReferenceAsync(session, referenced, cancel)) found[new OrderKey(null, channel, reference)] = new Placed(id, number, null);
        return found;
    }

    private static async Task<List<(OrderId Id, string Number, CartId Cart)>> ByCartAsync(DbSession session, CartId[] carts, CancellationToken cancel)
    {
        if (carts.Length == 0) return [];
        if (session.Dialect == Dialect.Postgres)
            return await session.QueryAsync($"select id, number, cart_id from orders_orders where cart_id = any({carts})", row => (row.Id<OrderId>(0), row.GetString(1), row.Id<CartId>(2)), cancel);
        var found = new List<(OrderId, string, CartId)>();
        foreach (var cart in carts)
            found.AddRange(await session.QueryAsync($"select id, number, cart_id from orders_orders where cart_id = {cart}", row => (row.Id<OrderId>(0), row.GetString(1), row.Id<CartId>(2)), cancel));
        return found;
    }

    private static async Task<List<(OrderId Id, string Number, SalesChannelId Channel, string Reference)>> ByReferenceAsync(DbSession session, PlaceOrder[] referenced, CancellationToken cancel)
    {
        if (referenced.Length == 0) return [];
        if (session.Dialect == Dialect.Postgres)
        {
            var (channels, references) = (referenced.Select(p => p.Order.SalesChannelId).ToList(), referenced.Select(p => p.Order.ExternalReference!).ToList());
            return await session.QueryAsync(
                $"""
                select o.id, o.number, o.sales_channel_id, o.external_reference from unnest({channels}, {references}) u(channel, reference)
                  join orders_orders o on o.sales_channel_id = u.channel and o.external_reference = u.reference
                """,
                row => (row.Id<OrderId>(0), row.GetString(1), row.Id<SalesChannelId>(2), row.GetString(3)), cancel);
        }
        var found = new List<(OrderId, string, SalesChannelId, string)>();
        foreach (var place in referenced)
            found.AddRange(await session.QueryAsync(
                $"select id, number, sales_channel_id, external_reference from orders_orders where sales_channel_id = {place.Order.SalesChannelId} and external_reference = {place.Order.ExternalReference}",
                row => (row.Id<OrderId>(0), row.GetString(1), row.Id<SalesChannelId>(2), row.GetString(3)), cancel));
        return found;
    }
}
