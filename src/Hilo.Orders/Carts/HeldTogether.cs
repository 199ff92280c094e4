using Hilo.Platform;

namespace Hilo.Orders;

/// <summary>What open carts of one e-mail, or of one address, hold together, so that nobody empties the shop by filling carts.</summary>
internal sealed class HeldTogether
{
    private readonly Sums byEmail = new("email");
    private readonly Sums byAddress = new("shopper_address");

    public static async Task<HeldTogether> ReadAsync(DbSession session, IReadOnlyList<Cart> carts, DateTimeOffset now, CancellationToken cancel)
    {
        var together = new HeldTogether();
        await together.byEmail.ReadAsync(session, carts.Select(c => c.Email), now, cancel);
        await together.byAddress.ReadAsync(session, carts.Select(c => c.ShopperAddress), now, cancel);
        return together;
    }

    /// <summary>Counts this cart's units beside those of the others, unless all together are too many.</summary>
    public bool TryHold(Cart cart, Quantity units, Quantity limit)
    {
        var others = Math.Max(byEmail.Others(cart.Email, cart.Id), byAddress.Others(cart.ShopperAddress, cart.Id));
        if (new Quantity(others) + units > limit) return false;
        byEmail.Set(cart.Email, cart.Id, units.Thousandths);
        byAddress.Set(cart.ShopperAddress, cart.Id, units.Thousandths);
        return true;
    }

    private sealed class Sums(string column)
    {
        private readonly Dictionary<string, Dictionary<CartId, long>> held = new(StringComparer.Ordinal);

        public long Others(string? key, CartId cart) => key is not null && held.TryGetValue(key, out var carts) ? carts.Sum(c => c.Key == cart ? 0 : c.Value) : 0;

        public void Set(string? key, CartId cart, long thousandths)
        {
            if (key is null) return;
            if (!held.TryGetValue(key, out var carts)) held[key] = carts = [];
            carts[cart] = thousandths;
        }

        public async Task ReadAsync(DbSession session, IEnumerable<string?> keys, DateTimeOffset now, CancellationToken cancel)
        {
            string[] all = [.. keys.OfType<string>().Distinct(StringComparer.Ordinal)];
            Add(await session.QueryEachAsync(all,
                postgres: many => Sql.Of($"select id, {column:raw}, held_thousandths from orders_carts where {column:raw} = any({many}) and held_until > {now}"),
                sqlite: one => Sql.Of($"select id, {column:raw}, held_thousandths from orders_carts where {column:raw} = {one} and held_until > {now}"), Read, cancel));
        }

        private void Add(List<(CartId Id, string Key, long Held)> rows)
        {
            foreach (var row in rows) Set(row.Key, row.Id, row.Held);
        }

        private static (CartId Id, string Key, long Held) Read(System.Data.Common.DbDataReader row) => (row.Id<CartId>(0), row.GetString(1), row.GetInt64(2));
    }
}
