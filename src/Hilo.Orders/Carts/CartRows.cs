using System.Data.Common;
using Hilo.Platform;

namespace Hilo.Orders;

/// <summary>The rows of carts, a group at a time. Carts are locked before stock, here and in every step of the checkout. Storage rules as in <see cref="CartMapping"/>; a test reads back what this wrote.</summary>
internal static class CartRows
{
    private const string Columns = """
        id, version, token_hash, sales_channel_id, sale_id, customer_id, state, currency, lines, email, contact, delivery, shipping,
        held_until, hold_started_at, held_thousandths, shopper_address, charge_minor, charge_opened_at, late_money_minor, order_id, merged_into, created_at, changed_at, charge_tributes
        """;

    private static readonly TableWriter<Cart> Carts = new("orders_carts",
        new Uuid<Cart>("id", c => c.Id.Value), new Int<Cart>("version", c => c.Version), new Bytes<Cart>("token_hash", c => c.TokenHash) { IsFixed = true },
        new Uuid<Cart>("sales_channel_id", c => c.SalesChannelId.Value) { IsFixed = true }, new Uuid<Cart>("sale_id", c => c.SaleId.Value) { IsFixed = true }, new Uuid<Cart>("customer_id", c => c.CustomerId?.Value),
        new Text<Cart>("state", c => Words.Of(c.State)), new Text<Cart>("currency", c => c.Currency.Code) { IsFixed = true }, new Text<Cart>("lines", c => StoredJson.Write(c.Lines)),
        new Text<Cart>("email", c => c.Email), new Text<Cart>("contact", c => StoredJson.WriteOrNull(c.Contact)), new Text<Cart>("delivery", c => StoredJson.WriteOrNull(c.Delivery)),
        new Text<Cart>("shipping", c => StoredJson.WriteOrNull(c.Shipping)), new Long<Cart>("held_until", c => c.HeldUntil?.UtcTicks),
        new Long<Cart>("hold_started_at", c => c.HoldStartedAt?.UtcTicks), new Long<Cart>("held_thousandths", c => c.HeldThousandths),
        new Text<Cart>("shopper_address", c => c.ShopperAddress), new Long<Cart>("charge_minor", c => c.ChargeMinor), new Long<Cart>("charge_opened_at", c => c.ChargeOpenedAt?.UtcTicks),
        new Long<Cart>("late_money_minor", c => c.LateMoneyMinor), new Uuid<Cart>("order_id", c => c.OrderId?.Value), new Uuid<Cart>("merged_into", c => c.MergedInto?.Value),
        new Long<Cart>("created_at", c => c.CreatedAt.UtcTicks) { IsFixed = true }, new Long<Cart>("changed_at", c => c.ChangedAt.UtcTicks),
        new Text<Cart>("charge_tributes", c => StoredJson.WriteOrNull(c.ChargeTributes)));

    public static async Task<Cart?> FindAsync(DbSession session, CartId id, CancellationToken cancel) =>
        (await session.QueryAsync($"select {Columns:raw} from orders_carts where id = {id}", Read, cancel)).SingleOrDefault();

    public static async Task<Cart?> FindAsync(DbSession session, SaleId sale, CancellationToken cancel) =>
        (await session.QueryAsync($"select {Columns:raw} from orders_carts where sale_id = {sale}", Read, cancel)).SingleOrDefault();

    /// <summary>Locked until the transaction ends, in the order of their ids.</summary>
    public static async Task<Dictionary<CartId, Cart>> LockWholeAsync(DbSession session, IReadOnlyList<CartId> carts, CancellationToken cancel)
    {
        await session.BeginAsync(cancel);
        return (await session.QueryEachAsync(carts,
            postgres: all => Sql.Of($"select {Columns:raw} from orders_carts where id = any({all}) order by id for update"),
            sqlite: one => Sql.Of($"select {Columns:raw} from orders_carts where id = {one}"), Read, cancel)).ToDictionary(c => c.Id);
    }

    public static Task InsertAsync(DbSession session, IReadOnlyList<Cart> carts, CancellationToken cancel) => Carts.InsertAsync(session, carts, cancel);

    /// <param name="carts">Locked by this transaction.</param>
    public static Task UpdateAsync(DbSession session, IReadOnlyList<Cart> carts, CancellationToken cancel) => Carts.UpdateAsync(session, carts, cancel);

    /// <summary>Versions of the open carts among these.</summary>
    public static async Task<Dictionary<CartId, int>> LockAsync(DbSession session, CartId[] carts, CancellationToken cancel)
    {
        var rows = await session.QueryEachAsync(carts,
            postgres: all => Sql.Of($"select id, version from orders_carts where id = any({all}) and state = 'open' order by id for update"),
            sqlite: one => Sql.Of($"select id, version from orders_carts where id = {one} and state = 'open'"),
            row => (Id: row.Id<CartId>(0), Version: row.GetInt32(1)), cancel);
        return rows.ToDictionary(r => r.Id, r => r.Version);
    }

    public static async Task CloseAsync(DbSession session, PlaceOrder[] placed, DateTimeOffset now, CancellationToken cancel)
    {
        PlaceOrder[] closing = [.. placed.Where(p => p.Cart is not null)];
        if (closing.Length == 0) return;
        if (session.Dialect == Dialect.Postgres)
        {
            var (carts, orders) = (closing.Select(p => p.Cart!.Id).ToList(), closing.Select(p => p.Order.Id).ToList());
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

    private static Cart Read(DbDataReader row)
    {
        var cart = new Cart
        {
            Id = row.Id<CartId>(0),
            TokenHash = row.GetFieldValue<byte[]>(2),
            SalesChannelId = row.Id<SalesChannelId>(3),
            SaleId = row.Id<SaleId>(4),
            CustomerId = row.IdOrNull<CustomerId>(5),
            Currency = Currency.Parse(row.GetString(7)),
            ShopperAddress = row.Text(16),
            CreatedAt = row.Instant(22),
            ChangedAt = row.Instant(23),
        };
        cart.Restore(new StoredCart(
            row.GetInt32(1), row.Word<CartState>(6), StoredJson.Read<IReadOnlyList<CartLine>>(row.GetString(8)), row.Text(9), Json<CartContact>(row, 10), Json<CartDelivery>(row, 11),
            Json<CartShipping>(row, 12), row.InstantOrNull(13), row.InstantOrNull(14), row.GetInt64(15), row.Number(17), row.InstantOrNull(18), row.GetInt64(19),
            row.IdOrNull<OrderId>(20), row.IdOrNull<CartId>(21), Json<IReadOnlyList<SaleTribute>>(row, 24)));
        return cart;
    }

    private static T? Json<T>(DbDataReader row, int column) where T : class => row.Text(column) is { } json ? StoredJson.Read<T>(json) : null;
}
