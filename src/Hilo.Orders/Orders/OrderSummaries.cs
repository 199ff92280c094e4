using Microsoft.EntityFrameworkCore;

namespace Hilo.Orders;

/// <summary>What a mail or a document says of an order.</summary>
internal sealed class OrderSummaries(OrdersDb db, OrderLinks links, ShopAddress address) : IOrderSummaries
{
    public async Task<IReadOnlyDictionary<OrderId, OrderSummary>> FindAsync(IReadOnlyCollection<OrderId> orders, CancellationToken cancel) =>
        (await Orders.Where(o => orders.Contains(o.Id)).ToListAsync(cancel)).ToDictionary(o => o.Id, Of);

    public async Task<OrderSummary?> FindBySaleAsync(SaleId sale, CancellationToken cancel) =>
        await Orders.FirstOrDefaultAsync(o => o.SaleId == sale, cancel) is { } found ? Of(found) : null;

    private IQueryable<Order> Orders => db.Orders.AsNoTracking().Include(o => o.Lines);

    private OrderSummary Of(Order order) => new(
        order.Id, order.Number, order.SaleId, order.SalesChannelId, order.CustomerId, order.ContactEmail, order.ContactName, order.Culture, order.PlacedAt,
        order.Amount(order.GoodsMinor), order.Amount(order.DiscountsMinor), order.Amount(order.ShippingMinor), order.Total, order.Delivery, order.ShipTo,
        order.Delivery == DeliveryKind.Ship ? null : order.LocationId, order.PickupPerson, order.PaymentDeadline, order.Tender, address.Of(links.PageOf(order.Id, order.PlacedAt)),
        [.. order.Lines.OrderBy(l => l.Position).Select(l => new OrderSummaryLine(l.Title, l.VariantTitle, l.Sku, l.Ordered, order.Amount(l.GrossMinor), l.PictureUrl, l.Id))])
    {
        Tributes = order.Tributes ?? [],
    };
}
