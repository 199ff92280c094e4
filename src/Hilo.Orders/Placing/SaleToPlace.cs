using System.Globalization;
using System.Text;
using Hilo.Platform;

namespace Hilo.Orders;

/// <summary>Everything about a sale but where it comes from: checked and priced before the lane, per request.</summary>
internal sealed record SaleToPlace(
    SalesChannel Channel, SaleId SaleId, IReadOnlyList<CartLine> Lines, SalePricing Pricing, CartDelivery Delivery, Settlement Settlement, string NumberPrefix, Facts Facts)
{
    public CartToClose? Cart { get; init; }

    public string? ExternalReference { get; init; }

    /// <summary>The signed-in buyer.</summary>
    public CustomerId? AccountId { get; init; }

    public CartContact? Contact { get; init; }

    public CartShipping? Shipping { get; init; }

    public OrderReceiver? Receiver { get; init; }

    public string Culture { get; init; } = "es-AR";

    public ClaimPurpose Purpose => PurposeOf(Delivery.Kind);

    public static ClaimPurpose PurposeOf(DeliveryKind delivery) => delivery switch
    {
        DeliveryKind.Pickup => ClaimPurpose.Pickup,
        DeliveryKind.Counter => ClaimPurpose.Counter,
        _ => ClaimPurpose.Ship,
    };

    /// <summary>The order as it will be written, but for its number.</summary>
    public Order Order(SourcingPlan plan, IReadOnlyList<Place> places, DateTimeOffset now)
    {
        var id = IId<OrderId>.New();
        var totals = Pricing.Totals;
        var order = new Order
        {
            Id = id,
            SalesChannelId = Channel.Id,
            LegalEntityId = Channel.LegalEntityId,
            SaleId = SaleId,
            CartId = Cart?.Id,
            ExternalReference = ExternalReference,
            Culture = Culture,
            Currency = Pricing.Currency,
            ContactEmail = Contact is null ? null : Orders.Cart.EmailKey(Contact.Email),
            ContactName = Contact?.Name.Trim(),
            ContactPhone = Contact?.Phone?.Trim(),
            Search = Fold($"{Contact?.Name} {Contact?.Email} {Contact?.Phone} {ExternalReference}"),
            ReceiverDocumentType = Receiver?.DocumentType,
            ReceiverDocumentNumber = Receiver?.DocumentNumber,
            ReceiverVatCondition = Receiver?.VatCondition,
            ReceiverName = Receiver?.Name,
            ReceiverAddress = Receiver?.Address,
            Delivery = Delivery.Kind,
            LocationId = Delivery.Kind == DeliveryKind.Ship ? null : Delivery.LocationId,
            ShipTo = Delivery.Kind == DeliveryKind.Ship ? Delivery.Address : null,
            ShipProvince = Delivery.Kind == DeliveryKind.Ship ? Delivery.Address?.Province : null,
            PickupPerson = Delivery.PickupPerson,
            ShipDaysFrom = Shipping?.DaysFrom,
            ShipDaysTo = Shipping?.DaysTo,
            GoodsMinor = totals.Goods.Minor,
            DiscountsMinor = (totals.Discounts + totals.Surcharges).Minor,
            ShippingMinor = totals.Shipping.Minor,
            PricesMinor = (totals.Total - totals.Tributes).Minor,
            VatMinor = totals.Vat.Minor,
            NetMinor = totals.WithoutNationalTaxes.Minor,
            Taxes = Pricing.Taxes,
            ShippingParts = Pricing.Shipping,
            Tributes = Pricing.Tributes.Count == 0 ? null : Pricing.Tributes,
            TributesMinor = totals.Tributes.Minor,
            Quantity = new Quantity(Lines.Sum(l => l.Quantity.Thousandths)),
            PlacedAt = now,
        };
        order.ShowInAccount(AccountId);
        if (AccountId is { } buyer) order.BoughtBy(buyer);
        for (var i = 0; i < Lines.Count; i++) order.Lines.Add(Line(id, i, Lines[i], Pricing.Lines[i]));
        order.FulfillmentOrders.AddRange(Work(id, plan, places, now));
        order.Sourcing.Add(new SourcingDecision
        {
            Id = IId<SourcingDecisionId>.New(),
            OrderId = id,
            Profile = Orders.Sourcing.Profile,
            ProfileVersion = Orders.Sourcing.ProfileVersion,
            Rule = plan.Rule,
            Words = plan.Words,
            Candidates = plan.Candidates,
            DecidedAt = now,
        });
        return order;
    }

    /// <summary>Lower case without accents, so that "Nuñez" is found by "nunez".</summary>
    public static string Fold(string text)
    {
        var folded = new StringBuilder(text.Length);
        foreach (var c in text.Normalize(NormalizationForm.FormD))
            if (CharUnicodeInfo.GetUnicodeCategory(c) != UnicodeCategory.NonSpacingMark) folded.Append(char.ToLowerInvariant(c));
        return folded.ToString().Trim();
    }

    private static OrderLine Line(OrderId order, int position, CartLine line, PricedLine priced) => new()
    {
        Id = line.Id,
        OrderId = order,
        Position = position,
        VariantId = line.VariantId,
        ProductId = line.ProductId,
        Sku = line.Sku,
        Title = line.Title,
        VariantTitle = line.VariantTitle,
        ProductHandle = line.ProductHandle,
        PictureUrl = line.PictureUrl,
        TaxCode = line.TaxCode,
        WeightGrams = line.WeightGrams,
        Ordered = line.Quantity,
        UnitPriceMinor = priced.UnitPrice.Minor,
        FormerUnitPriceMinor = priced.FormerUnitPrice?.Minor,
        SubtotalMinor = priced.Subtotal.Minor,
        GrossMinor = priced.Gross.Minor,
        NetMinor = priced.Net.Minor,
        VatMinor = priced.Vat.Minor,
        Adjustments = priced.Adjustments.Count == 0 ? null : priced.Adjustments,
    };

    private IEnumerable<FulfillmentOrder> Work(OrderId order, SourcingPlan plan, IReadOnlyList<Place> places, DateTimeOffset now)
    {
        foreach (var at in plan.Claims.GroupBy(c => c.LocationId))
        {
            var work = new FulfillmentOrder
            {
                Id = IId<FulfillmentOrderId>.New(),
                OrderId = order,
                LocationId = at.Key,
                Delivery = Delivery.Kind,
                CreatedAt = now,
                DueAt = places.FirstOrDefault(p => p.Id == at.Key) is { } place ? StoreClock.ReadyFrom(place, now) : null,
            };
            foreach (var claim in at)
                work.Lines.Add(new FulfillmentLine { FulfillmentOrderId = work.Id, OrderLineId = claim.OrderLine, VariantId = claim.VariantId, Quantity = claim.Quantity });
            yield return work;
        }
    }
}

/// <summary>How the sale is paid: later, already, or by what a card has captured for it.</summary>
internal abstract record Settlement
{
    /// <param name="Tender">Null where nobody has said how.</param>
    public sealed record Later(Tender? Tender, DateTimeOffset Deadline) : Settlement;

    public sealed record Received(Tender Tender, string? Reference) : Settlement;

    public sealed record Captured : Settlement
    {
        /// <summary>What the provider has just said, when nobody has booked it yet.</summary>
        public CardAnswer? Answer { get; init; }
    }
}

/// <summary>The cart that becomes the order, as it was when it was priced.</summary>
internal sealed record CartToClose(CartId Id, int Version);
