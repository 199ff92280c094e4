using System.ComponentModel.DataAnnotations;

namespace Hilo;

/// <summary>One call that places a whole order: till, marketplace, phone, integrations.</summary>
/// <param name="ExternalReference">Unique per sales channel: the same one finds the first order.</param>
/// <param name="Payment">Absent: unpaid, to be paid until the channel's deadline.</param>
/// <param name="ChargesPerceptions">Whether the seller's perceptions are charged on top of the lines. Absent: unless the money is here already, since then nobody asked the buyer for them.</param>
public sealed record PlaceOrderRequest(
    SalesChannelId SalesChannelId,
    [property: Required, MinLength(1), MaxLength(500)] IReadOnlyList<PlaceOrderLine> Lines,
    [property: Required] CartDelivery Delivery,
    CartContact? Contact = null,
    PlaceOrderPayment? Payment = null,
    OrderReceiver? Receiver = null,
    [property: StringLength(80)] string? ExternalReference = null,
    bool? ChargesPerceptions = null);

/// <param name="VariantId">Or <paramref name="Sku"/>, one of the two.</param>
/// <param name="UnitPrice">Agreed elsewhere (marketplace); absent: the channel's price list.</param>
public sealed record PlaceOrderLine(Quantity Quantity, VariantId? VariantId = null, [property: StringLength(64)] string? Sku = null, Money? UnitPrice = null);

/// <param name="Received">True: the money is already here. False: it is expected.</param>
public sealed record PlaceOrderPayment(Tender Tender, bool Received, [property: StringLength(120)] string? Reference = null);

/// <summary>Who the fiscal document is made out to, when it is not the anonymous final consumer.</summary>
/// <param name="VatCondition">Agency's code of the receiver's condition.</param>
public sealed record OrderReceiver(
    [property: Required, StringLength(20)] string DocumentType,
    [property: Required, StringLength(20)] string DocumentNumber,
    int? VatCondition = null,
    [property: StringLength(200)] string? Name = null,
    PostalAddress? Address = null);

/// <summary>How many open orders wait in each list, and how many of a list are newer than what somebody looks at.</summary>
/// <param name="New">At most 100 are counted; zero unless <c>placedAfter</c> was given.</param>
public sealed record OrderCounts(int ToPrepare, int Unpaid, int Ready, int New);

public sealed record OrderRow(
    OrderId Id, string Number, DateTimeOffset PlacedAt, string SalesChannel, SalesChannelKind SalesChannelKind, string? CustomerName, OrderState State,
    FulfillmentState? Fulfillment, PaymentState Payment, DeliveryKind Delivery, string? Location, Quantity Items, Money Total);

public sealed record OrderView(
    OrderId Id, int Version, string Number, string? ExternalReference, DateTimeOffset PlacedAt, string SalesChannel, SalesChannelKind SalesChannelKind,
    OrderState State, string? CancelReason, CustomerId? CustomerId, CartContact? Contact, OrderReceiver? Receiver, CartDelivery Delivery, string? DeliveryPlace,
    IReadOnlyList<OrderLineView> Lines, PricingView Totals, SaleMoneyView Money, DateTimeOffset? PaymentDeadline,
    IReadOnlyList<FulfillmentOrderView> FulfillmentOrders, SourcingDecisionView? Sourcing, string? Notes)
{
    /// <summary>What canceled units cost, their tributes included: it is not owed any more.</summary>
    public Money? Canceled { get; init; }

    /// <summary>By how much it costs more (above zero) or less since it was paid, canceled units aside; tributes follow.</summary>
    public Money? Changed { get; init; }

    /// <summary>What its delivery costs now.</summary>
    public Money? ShippingOwed { get; init; }
}

public enum ChargeChangeReason { PriceCorrection, Allowance, Damaged, Late, Surcharge, Other }

/// <param name="Lines">Each names a line of the order, or its delivery, once.</param>
/// <param name="Payment">When more is charged than given back: how that was paid. Tributes follow what an order costs, so that they are part of what is given back or paid.</param>
/// <param name="Note">For staff.</param>
public sealed record ChangeChargeRequest(
    [property: Required, MinLength(1), MaxLength(500)] IReadOnlyList<ChangeChargeLine> Lines,
    ChargeChangeReason Reason,
    ChargePayment? Payment = null,
    [property: StringLength(200)] string? Note = null);

/// <param name="Amount">VAT included; below zero it is given back, above zero charged on top.</param>
/// <param name="OrderLineId">Absent: the delivery.</param>
public sealed record ChangeChargeLine(Money Amount, OrderLineId? OrderLineId = null);

/// <param name="Amount">What was paid: everything that is charged on top, tributes included. May be absent where the order carries no tributes.</param>
public sealed record ChargePayment(Tender Tender, [property: StringLength(120)] string? Reference = null, Money? Amount = null);

public sealed record OrderLineView(
    OrderLineId Id, VariantId VariantId, string Sku, string Title, string VariantTitle, string? PictureUrl, TaxCode TaxCode,
    Quantity Ordered, Quantity Canceled, Quantity Fulfilled, Quantity Returned, Money UnitPrice, Money Gross, Money Net, Money Vat,
    IReadOnlyList<LineSource> Sources)
{
    /// <summary>What is still owed for it, after cancellations and changes of its price.</summary>
    public Money? Owed { get; init; }
}

public sealed record LineSource(LocationId LocationId, string Location, Quantity Quantity);

public sealed record FulfillmentOrderView(
    FulfillmentOrderId Id, int Version, OrderId OrderId, string OrderNumber, LocationId LocationId, string Location, DeliveryKind Delivery, FulfillmentState State,
    IReadOnlyList<FulfillmentLineView> Lines, string? CustomerName, DateTimeOffset CreatedAt, DateTimeOffset? DueAt, DateTimeOffset? HeldUntil,
    string? Carrier, string? TrackingCode, string? HandedOverBy, DateTimeOffset? FinishedAt, bool IsPaid, Money AmountToCollect);

public sealed record FulfillmentLineView(
    OrderLineId OrderLineId, VariantId VariantId, string Sku, string? Gtin, string Title, string VariantTitle, string? PictureUrl, Quantity Quantity, Quantity Picked);

/// <param name="Words">Why, in one sentence.</param>
public sealed record SourcingDecisionView(SourcingDecisionId Id, string Profile, int ProfileVersion, string Rule, string Words, IReadOnlyList<SourcingCandidateView> Candidates);

public sealed record SourcingCandidateView(string Location, bool IsChosen, int LinesCovered, int LinesWanted, double? DistanceKm, string Reason);

public sealed record CancelOrderRequest([property: Required, StringLength(200, MinimumLength = 3)] string Reason);

public sealed record PickRequest([property: MaxLength(500)] IReadOnlyList<PickedLine>? Lines = null);

public sealed record PickedLine(OrderLineId OrderLineId, Quantity Picked);

/// <param name="Found">How many of the line are there: fewer than wanted.</param>
public sealed record ReportShortageRequest(OrderLineId OrderLineId, Quantity Found);

/// <summary>What became of units that could not be found.</summary>
/// <param name="From">The locations that send them now.</param>
/// <param name="RefundOwed">Of the canceled units, as far as they were paid.</param>
public sealed record ShortageView(FulfillmentOrderView FulfillmentOrder, Quantity Moved, IReadOnlyList<string> From, Quantity Canceled, Money RefundOwed, bool IsOrderCanceled);

public sealed record ShipRequest([property: StringLength(60)] string? Carrier = null, [property: StringLength(60)] string? TrackingCode = null);

/// <summary>The text of a scanned QR, or the short code that a person read out.</summary>
/// <param name="LocationId">Where it is shown; absent: wherever the pickup waits, if the person who hands over works there.</param>
/// <param name="Collector">Who collects, when it is somebody else than the buyer.</param>
/// <param name="Payment">Money taken in the same moment, for an order that is paid on collection.</param>
public sealed record HandOverRequest(
    [property: Required, StringLength(600)] string Code, LocationId? LocationId = null,
    [property: StringLength(120)] string? Collector = null, HandOverPayment? Payment = null);

/// <param name="Amount">Exactly what is left to pay.</param>
public sealed record HandOverPayment(Tender Tender, Money Amount, [property: StringLength(120)] string? Reference = null);

/// <summary>What a pass opens, before anything is handed over.</summary>
public sealed record PassLookup(FulfillmentOrderView FulfillmentOrder, string? PickupPerson, DateTimeOffset ValidUntil);

/// <summary>The order as its shopper sees it, through the signed link or the account.</summary>
public sealed record ShopOrderView(
    string Number, DateTimeOffset PlacedAt, OrderState State, string? CancelReason, IReadOnlyList<ShopOrderLine> Lines, PricingView Totals,
    PaymentState Payment, Tender? Tender, Money Paid, Money Refunded, Money RefundOwed, DateTimeOffset? PaymentDeadline, string? PaymentInstructions,
    CartDelivery Delivery, ShopStore? PickupStore, IReadOnlyList<ShopParcel> Parcels, PickupPassView? Pass, IReadOnlyList<ShopOrderEvent> Events, bool CanCancel)
{
    /// <summary>What canceled units cost: it is not owed any more.</summary>
    public Money? Canceled { get; init; }

    /// <summary>By how much it costs more or less since it was paid.</summary>
    public Money? Changed { get; init; }
}

public sealed record ShopOrderLine(string Title, string VariantTitle, string Sku, string ProductHandle, string? PictureUrl, Quantity Quantity, Quantity Canceled, Money Total);

public sealed record ShopParcel(FulfillmentState State, string? From, string? Carrier, string? TrackingCode, DateOnly? ArrivesFrom, DateOnly? ArrivesTo, DateTimeOffset? HeldUntil);

/// <param name="Type">Registered event name; the page knows a sentence for each.</param>
public sealed record ShopOrderEvent(string Type, DateTimeOffset At, IReadOnlyDictionary<string, string> Facts);

public sealed record ShopOrderRow(string Number, DateTimeOffset PlacedAt, OrderState State, FulfillmentState? Fulfillment, PaymentState Payment, Money Total, string OrderUrl, int Items, string? PictureUrl);

public sealed record SalesChannelView(SalesChannelId Id, int Version, string Name, SalesChannelKind Kind, LegalEntityId LegalEntityId, Currency Currency, bool IsActive, int TransferHours, int PickupHoldDays);

public sealed record SaveSalesChannelRequest(
    [property: Required, StringLength(80, MinimumLength = 1)] string Name, SalesChannelKind Kind, LegalEntityId LegalEntityId, Currency Currency, bool IsActive,
    [property: Range(1, 720)] int TransferHours, [property: Range(1, 60)] int PickupHoldDays);
