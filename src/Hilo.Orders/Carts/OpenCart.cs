using System.Net;
using Hilo.Platform;

namespace Hilo.Orders;

/// <summary>Opens a cart with its token. One answer for a cart that does not exist, one that expired, and one that belongs to somebody else.</summary>
internal sealed class OpenCart(DbSession session)
{
    public const string TokenHeader = "Cart-Token";

    public async Task<Result<Cart>> ToReadAsync(CartId id, string? token, CancellationToken cancel) =>
        Checked(await CartRows.FindAsync(session, id, cancel), token);

    /// <summary>Locks carts until the transaction ends, in the order of their ids: two steps of one cart wait for each other, and every step locks carts before any stock.</summary>
    /// <returns>Those that exist; whose they are is for <see cref="Fits"/> to say.</returns>
    public Task<Dictionary<CartId, Cart>> ToChangeAsync(IReadOnlyList<CartId> ids, CancellationToken cancel) => CartRows.LockWholeAsync(session, ids, cancel);

    public static async Task LockAsync(OrdersDb db, CartId id, CancellationToken cancel)
    {
        await db.Session.BeginAsync(cancel);
        if (db.Session.Dialect == Dialect.Postgres)
            await db.Session.QueryAsync($"select 1 from orders_carts where id = {id} for update", row => row.GetInt32(0), cancel);
    }

    /// <summary>What counts as one caller: an address, or the network that one household gets with version 6.</summary>
    public static string? AddressOf(HttpContext http) => http.Connection.RemoteIpAddress switch
    {
        null => null,
        { IsIPv4MappedToIPv6: true } address => address.MapToIPv4().ToString(),
        { AddressFamily: System.Net.Sockets.AddressFamily.InterNetworkV6 } address => $"{new IPAddress([.. address.GetAddressBytes().Take(8), .. new byte[8]])}/64",
        var address => address.ToString(),
    };

    private static Result<Cart> Checked(Cart? cart, string? token) =>
        cart is not null && Fits(cart, token) ? cart : CartProblems.NotFound;

    public static bool Fits(Cart cart, string? token) => token is { Length: > 0 and <= 100 } && CartToken.Matches(cart.TokenHash, token);
}
