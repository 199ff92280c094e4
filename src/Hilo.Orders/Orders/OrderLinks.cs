using Hilo.Platform;

namespace Hilo.Orders;

/// <summary>The address that opens an order without an account, for 180 days from placing; the same text each time.</summary>
internal sealed class OrderLinks(SignedLinks links)
{
    private const string Scope = "order";
    private static readonly TimeSpan GoodFor = TimeSpan.FromDays(180);

    public string PageOf(OrderId order, DateTimeOffset placedAt) => ShopPages.Order(links.Make(Scope, order.Value, placedAt + GoodFor));

    public Result<OrderId> Read(string link, DateTimeOffset now)
    {
        if (!links.Check(Scope, link, out var subject, out var expires)) return OrderProblems.NotFound;
        return expires > now ? OrderId.From(subject) : OrderProblems.LinkExpired;
    }
}
