using Hilo.Platform;

namespace Hilo.Orders;

/// <summary>The address that opens an order without an account, for 180 days from placing; the same text each time.</summary>
internal sealed class OrderLinks(SignedLinks links)
{
    private const string Scope = "order";
    private static readonly TimeSpan GoodFor = TimeSpan.FromDays(180);

    public string PageOf(OrderId order, DateTimeOffset placedAt) => ShopPages.Order(links.Make(Scope, order.Value, placedAt + GoodFor));

    /// <summary>Refused for a text that this server has not signed; whether it is still good is for the caller to weigh.</summary>
    public Result<OrderLink> Read(string link, DateTimeOffset now) =>
        links.Check(Scope, link, out var subject, out var expires) ? new OrderLink(OrderId.From(subject), IsExpired: expires <= now) : OrderProblems.NotFound;
}

internal readonly record struct OrderLink(OrderId Order, bool IsExpired);
