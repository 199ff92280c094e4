using System.ComponentModel.DataAnnotations;

namespace Hilo;

/// <summary>A cart as its shopper sees it. Its id and token together open it from any device.</summary>
/// <param name="Token">Sent as header <c>Cart-Token</c>; only in the answer that created the cart or opened its link.</param>
/// <param name="HeldUntil">Units are held for this cart until then; null before checkout starts.</param>
/// <param name="PricesKeptUntil">Until then the prices shown do not change.</param>
/// <param name="Problems">What keeps it from being completed, in words.</param>
public sealed record CartView(
    CartId Id, int Version, string? Token, CartState State, IReadOnlyList<CartLineView> Lines, CartContact? Contact, CartDelivery? Delivery,
    PricingView Totals, DateTimeOffset? HeldUntil, DateTimeOffset PricesKeptUntil, IReadOnlyList<CartProblem> Problems, PlacedOrder? Order);

public sealed record CartLineView(
    OrderLineId Id, VariantId VariantId, string Sku, string Title, string VariantTitle, string ProductHandle, string? PictureUrl,
    Quantity Quantity, Quantity? MaxQuantity, Money UnitPrice, Money? FormerUnitPrice, Money Total);

public sealed record CartProblem(string Code, string Text, OrderLineId? Line);

/// <param name="Email">Where the order, the pass and the invoice are sent.</param>
/// <param name="Receiver">Who the invoice is made out to, for who asks for one with CUIT; absent: a final consumer.</param>
public sealed record CartContact(
    [property: Required, EmailAddress, StringLength(254)] string Email,
    [property: Required, StringLength(120, MinimumLength = 1)] string Name,
    [property: StringLength(40)] string? Phone = null,
    OrderReceiver? Receiver = null);

/// <param name="LocationId">For a pickup.</param>
/// <param name="Address">For a shipment.</param>
/// <param name="PickupPerson">Another person who may collect.</param>
public sealed record CartDelivery(
    DeliveryKind Kind, LocationId? LocationId = null, PostalAddress? Address = null, [property: StringLength(120)] string? PickupPerson = null);

/// <summary>Totals of the one price calculation, tax included: goods, discounts, delivery and tributes make the total.</summary>
public sealed record PricingView(
    Money Goods, Money Discounts, Money Shipping, Money Total, Money Vat, Money WithoutNationalTaxes, IReadOnlyList<VatLine> VatByRate)
{
    /// <summary>Perceptions and other taxes on top of the prices, one by one; none for most sales. Of an order: as they were when it was sold.</summary>
    public IReadOnlyList<SaleTribute> Tributes { get; init; } = [];
}

public sealed record VatLine(TaxCode TaxCode, Money Net, Money Vat);

public sealed record PlacedOrder(OrderId Id, string Number, string OrderUrl);

public sealed record CreateCartRequest(SalesChannelId? SalesChannelId = null, [property: MaxLength(100)] IReadOnlyList<AddCartLine>? Lines = null);

public sealed record AddCartLine(VariantId VariantId, Quantity Quantity);

/// <summary>Zero removes the line.</summary>
public sealed record SetCartLineRequest(Quantity Quantity);

public sealed record MergeCartRequest(CartId From, [property: Required, StringLength(100)] string FromToken);

/// <param name="Price">Already in the cart's currency, tax included; zero is free.</param>
/// <param name="Unavailable">Why it cannot be chosen, in words; null when it can.</param>
public sealed record DeliveryOption(
    DeliveryKind Kind, LocationId? LocationId, string Title, string Detail, Money Price, DateTimeOffset? ReadyFrom, DateOnly? ArrivesFrom, DateOnly? ArrivesTo,
    double? DistanceKm, string? Unavailable);

public sealed record PaymentOption(Tender Tender, string Title, string Detail, string? Unavailable);

public sealed record CheckoutOptions(IReadOnlyList<DeliveryOption> Delivery, IReadOnlyList<PaymentOption> Payments);

/// <summary>Completes the cart with this kind of money. Cash and transfer place an unpaid order; a card answers where to send the browser.</summary>
/// <param name="ExpectedTotal">What the shopper saw: another total is refused with <c>cart.total_changed</c>.</param>
public sealed record CompleteCartRequest(Tender Tender, Money ExpectedTotal);

/// <summary>Exactly one of the two is present, or neither while the provider's answer is unknown.</summary>
public sealed record CompletionView(PlacedOrder? Order, string? RedirectUrl, CardAttempt? Attempt);
