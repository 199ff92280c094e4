using Hilo.Platform;

namespace Hilo.Orders;

/// <summary>Carts that become orders, a group at a time. Carts are locked before stock, here and in every step of the checkout.</summary>
internal static class CartRows
{
    /// <summary>Versions of the open carts among these.</summary>
    public static async Task<Dictionary<CartId, int>> LockAsync(DbSession session, CartId[] carts, CancellationToken cancel)
    {
        if (session.Dialect == Dialect.Postgres)
        {
            var rows = await session.QueryAsync(
                $"select id, version from orders_carts where id = any({carts}) and state = 'open' order by id for update", row => (Id: row.Id<CartId>(0), Version: row.GetInt32(1)), cancel);
            return rows.ToDictionary(r => r.Id, r => r.Version);
        }
        var found = new Dictionary<CartId, int>();
        foreach (var cart in carts)
            foreach (var version in await session.QueryAsync($"select version from orders_carts where id = {cart} and state = 'open'", row => row.GetInt32(0), cancel)) found[cart] = version;
        return found;
    }

    public static async Task CloseAsync(DbSession session, PlaceOrder[] placed, DateTimeOffset now, CancellationToken cancel)
    {
        PlaceOrder[] closing = [.. placed.Where(p => p.Cart is not null)];
        if (closing.Length == 0) return;
        if (session.Dialect == Dialect.Postgres)
        {
            var (carts, orders) = (Columns.Of(closing, p => p.Cart!.Id), Columns.Of(closing, p => p.Order.Id));
            await session.ExecuteAsync(
                $"""
                update orders_carts c set state = 'completed', order_id = u.order_id, version = c.version + 1, changed_at = {now}, held_until = null, held_thousandths = 0
                  from unnest({carts}, {orders}) u(cart_id, order_id) where c.id = u.cart_id
                """, cancel);
            return;
        }
        foreach (var place in closing)
            await session.ExecuteAsync(
                $"""
                update orders_carts set state = 'completed', order_id = {place.Order.Id}, version = version + 1, changed_at = {now}, held_until = null, held_thousandths = 0
                 where id = {place.Cart!.Id}
                """, cancel);
    }
}
