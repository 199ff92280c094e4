namespace Hilo;

/// <param name="IsTold">The buyer left an address and did not carry the goods away: a message confirms it.</param>
[EventName("orders.order_placed")]
public sealed record OrderPlaced(
    OrderId OrderId, string Number, SaleId SaleId, CartId? CartId, CustomerId? CustomerId, SalesChannelId? SalesChannelId, DeliveryKind Delivery, Money Total, bool IsPaid, bool IsTold = true)
    : ICustomerEvent, ISalesChannelEvent
{
    public Guid Subject => OrderId.Value;
}

/// <param name="AtPlacing">Placed and paid in one moment.</param>
[EventName("orders.order_paid")]
public sealed record OrderPaid(
    OrderId OrderId, string Number, CustomerId? CustomerId, SalesChannelId? SalesChannelId, Money Total, Tender Tender, bool AtPlacing = false) : ICustomerEvent, ISalesChannelEvent
{
    public Guid Subject => OrderId.Value;
}

/// <param name="Reason">Stable word: <c>customer</c>, <c>staff</c>, <c>payment_deadline</c>, <c>pickup_expired</c>, <c>not_found</c>.</param>
[EventName("orders.order_canceled")]
public sealed record OrderCanceled(
    OrderId OrderId, string Number, CustomerId? CustomerId, SalesChannelId? SalesChannelId, string Reason, Money RefundOwed, IReadOnlyList<CanceledLine> Lines) : ICustomerEvent, ISalesChannelEvent
{
    public Guid Subject => OrderId.Value;
}

/// <summary>Somebody looked for units of an order and did not find them.</summary>
/// <param name="Wanted">Of this line, at this location.</param>
/// <param name="Moved">Of the missing ones, how many now come from elsewhere; the others are canceled.</param>
[EventName("orders.units_not_found")]
public sealed record UnitsNotFound(
    OrderId OrderId, string Number, FulfillmentOrderId FulfillmentOrderId, CustomerId? CustomerId, LocationId? LocationId,
    OrderLineId OrderLine, VariantId VariantId, Quantity Wanted, Quantity Found, Quantity Moved) : ICustomerEvent, ILocationEvent
{
    public Guid Subject => OrderId.Value;
}

/// <summary>An order goes on without some of its units.</summary>
/// <param name="Reason">Stable word: <c>not_found</c>.</param>
[EventName("orders.units_canceled")]
public sealed record UnitsCanceled(
    OrderId OrderId, string Number, CustomerId? CustomerId, SalesChannelId? SalesChannelId, string Reason, Money RefundOwed, IReadOnlyList<CanceledLine> Lines) : ICustomerEvent, ISalesChannelEvent
{
    public Guid Subject => OrderId.Value;
}

/// <summary>What an order costs changed after it was paid: something is given back, or charged on top. Whatever brings it about tells it with this event, so that one
/// listener makes the fiscal note: a price put right, an allowance, a surcharge, a return, an exchange.</summary>
/// <param name="ChangeId">Of the fact; told once.</param>
/// <param name="Reason">Stable word: <c>price_correction</c>, <c>allowance</c>, <c>damaged</c>, <c>late</c>, <c>surcharge</c>, <c>other</c>.</param>
/// <param name="RefundOwed">Money that goes back for it.</param>
/// <param name="Lines">What changed, line by line.</param>
[EventName("orders.charge_changed")]
public sealed record ChargeChanged(
    OrderId OrderId, string Number, CustomerId? CustomerId, SalesChannelId? SalesChannelId, Guid ChangeId, string Reason, Money RefundOwed, IReadOnlyList<ChangedCharge> Lines)
    : ICustomerEvent, ISalesChannelEvent
{
    public Guid Subject => OrderId.Value;
}

/// <param name="OrderLine">Null for delivery.</param>
/// <param name="Quantity">Units that come back with it; zero when only the price changes.</param>
/// <param name="Amount">Below zero: given back. Above: charged on top.</param>
public sealed record ChangedCharge(OrderLineId? OrderLine, VariantId? VariantId, Quantity Quantity, Money Amount);

public sealed record CanceledLine(OrderLineId OrderLine, VariantId VariantId, Quantity Quantity, Money Amount);

/// <summary>A work order moved: accepted, picked, packed.</summary>
[EventName("orders.fulfillment_moved")]
public sealed record FulfillmentMoved(
    OrderId OrderId, string Number, FulfillmentOrderId FulfillmentOrderId, CustomerId? CustomerId, LocationId? LocationId, FulfillmentState State) : ICustomerEvent, ILocationEvent
{
    public Guid Subject => OrderId.Value;
}

[EventName("orders.ready_for_pickup")]
public sealed record ReadyForPickup(
    OrderId OrderId, string Number, FulfillmentOrderId FulfillmentOrderId, CustomerId? CustomerId, LocationId? LocationId, DateTimeOffset HeldUntil) : ICustomerEvent, ILocationEvent
{
    public Guid Subject => OrderId.Value;
}

[EventName("orders.shipped")]
public sealed record OrderShipped(
    OrderId OrderId, string Number, FulfillmentOrderId FulfillmentOrderId, CustomerId? CustomerId, LocationId? LocationId, string? Carrier, string? TrackingCode) : ICustomerEvent, ILocationEvent
{
    public Guid Subject => OrderId.Value;
}

[EventName("orders.delivered")]
public sealed record OrderDelivered(OrderId OrderId, string Number, FulfillmentOrderId FulfillmentOrderId, CustomerId? CustomerId, LocationId? LocationId) : ICustomerEvent, ILocationEvent
{
    public Guid Subject => OrderId.Value;
}

[EventName("orders.handed_over")]
public sealed record OrderHandedOver(OrderId OrderId, string Number, FulfillmentOrderId FulfillmentOrderId, CustomerId? CustomerId, LocationId? LocationId, StaffId? By) : ICustomerEvent, ILocationEvent
{
    public Guid Subject => OrderId.Value;
}

/// <summary>Money arrived for a cart that could not be placed any more: everything is owed back.</summary>
[EventName("orders.late_money")]
public sealed record LateMoney(CartId CartId, SaleId Sale, CustomerId? CustomerId, SalesChannelId? SalesChannelId, Money Amount) : ICustomerEvent, ISalesChannelEvent
{
    public Guid Subject => CartId.Value;
}

[EventName("orders.sales_channel_saved")]
public sealed record SalesChannelSaved(SalesChannelId Saved) : ISalesChannelEvent
{
    public Guid Subject => Saved.Value;

    SalesChannelId? ISalesChannelEvent.SalesChannelId => Saved;
}

/// <param name="For">Null: the table of every channel without one of its own.</param>
[EventName("orders.shipping_rates_saved")]
public sealed record ShippingRatesSaved(SalesChannelId? For) : ISalesChannelEvent
{
    public Guid Subject => For?.Value ?? Guid.Empty;

    SalesChannelId? ISalesChannelEvent.SalesChannelId => For;
}

/// <summary>Somebody took a purchase back. What happens to goods and money is a return.</summary>
/// <param name="OrderId">Only where the number and the e-mail that were typed are of one order.</param>
/// <param name="IsMailed">False when so many were asked for one mailbox that it gets no more mail today.</param>
[EventName("orders.revocation_requested")]
public sealed record RevocationRequested(RevocationId RevocationId, OrderId? OrderId, CustomerId? CustomerId, SalesChannelId? SalesChannelId, string Code, bool IsMailed)
    : ICustomerEvent, ISalesChannelEvent
{
    public Guid Subject => OrderId?.Value ?? RevocationId.Value;
}
