using Microsoft.EntityFrameworkCore;

namespace Hilo.Orders;

/// <summary>An order as staff and integrations see it.</summary>
internal sealed class OrderViews(OrdersDb db, ILocations locations, SalesChannels channels, ISaleMoneyViews money)
{
    public async Task<OrderNames> NamesAsync(CancellationToken cancel) => new(
        (await locations.AllAsync(cancel)).ToDictionary(p => p.Id), (await channels.AllAsync(cancel)).ToDictionary(c => c.Id));

    public async Task<OrderView?> FindAsync(OrderId id, CancellationToken cancel)
    {
        var order = await db.Orders.AsNoTracking().AsSplitQuery().WithEverything().FirstOrDefaultAsync(o => o.Id == id, cancel);
        return order is null ? null : await ShowAsync(order, cancel);
    }

    public async Task<OrderView> ShowAsync(Order order, CancellationToken cancel) =>
        Of(order, await money.ShowAsync(order.SaleId, order.Currency, cancel), await NamesAsync(cancel));

    /// <summary>Right after placing, when the money is exactly what was asked or recorded: nothing is read again.</summary>
    public static OrderView OfNew(Order order, OrderNames names)
    {
        var zero = Money.Zero(order.Currency);
        var isPaid = order.PaidAt is not null;
        var state = isPaid ? PaymentState.Captured : order.Tender is null ? PaymentState.Unpaid : PaymentState.Pending;
        return Of(order, new SaleMoneyView(order.SaleId, isPaid ? order.Total : zero, isPaid || order.Tender is null ? zero : order.Total, zero, state, [], []), names);
    }

    public static OrderView Of(Order order, SaleMoneyView money, OrderNames names)
    {
        var channel = names.Of(order.SalesChannelId);
        var sources = order.FulfillmentOrders.SelectMany(f => f.Lines.Select(l => (l.OrderLineId, f.LocationId, l.Quantity))).ToLookup(s => s.OrderLineId);
        return new OrderView(
            order.Id, order.Version, order.Number, order.ExternalReference, order.PlacedAt, channel?.Name ?? "", channel?.Kind ?? SalesChannelKind.Web,
            order.State, order.CancelReason, order.CustomerId, order.Contact(), Receiver(order), order.CartDelivery(), order.LocationId is { } at ? names.Of(at) : order.ShipTo?.City,
            [.. order.Lines.OrderBy(l => l.Position).Select(l => new OrderLineView(
                l.Id, l.VariantId, l.Sku, l.Title, l.VariantTitle, l.PictureUrl, l.TaxCode, l.Ordered, l.Canceled, l.Fulfilled, l.Returned,
                order.Amount(l.UnitPriceMinor), order.Amount(l.GrossMinor), order.Amount(l.NetMinor), order.Amount(l.VatMinor),
                [.. sources[l.Id].Select(s => new LineSource(s.LocationId, names.Of(s.LocationId), s.Quantity))])
            {
                Owed = order.Amount(l.OwedMinor),
            })],
            Pricing.View(order), money, order.PaymentDeadline, [.. order.FulfillmentOrders.Select(f => FulfillmentViews.Of(f, order, names))],
            order.Sourcing.MaxBy(s => s.DecidedAt) is { } decision ? Decision(decision) : null, order.Notes)
        {
            Canceled = order.Canceled,
            Changed = order.Changed,
            ShippingOwed = order.Amount(order.State == OrderState.Canceled ? 0 : order.ShippingMinor + order.ShippingChangedMinor),
        };
    }

    public static OrderReceiver? Receiver(Order order) => order is { ReceiverDocumentType: { } type, ReceiverDocumentNumber: { } number }
        ? new OrderReceiver(type, number, order.ReceiverVatCondition, order.ReceiverName, order.ReceiverAddress)
        : null;

    private static SourcingDecisionView Decision(SourcingDecision decision) => new(
        decision.Id, decision.Profile, decision.ProfileVersion, decision.Rule, decision.Words,
        [.. decision.Candidates.Select(c => new SourcingCandidateView(c.Location, c.IsChosen, c.LinesCovered, c.LinesWanted, c.DistanceKm, c.Reason))]);
}

internal static class OrderParts
{
    public static IQueryable<Order> WithEverything(this IQueryable<Order> orders) =>
        orders.Include(o => o.Lines).Include(o => o.FulfillmentOrders).ThenInclude(f => f.Lines).Include(o => o.Sourcing);

    public static CartContact? Contact(this Order order) => order.ContactEmail is { } email ? new CartContact(email, order.ContactName ?? "", order.ContactPhone) : null;

    public static CartDelivery CartDelivery(this Order order) => new(order.Delivery, order.LocationId, order.ShipTo, order.PickupPerson);
}
