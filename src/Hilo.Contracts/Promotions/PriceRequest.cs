namespace Hilo;

/// <summary>A sale to price. Prices are final: they include VAT.</summary>
/// <param name="Lines">At most 500; in this order they get the odd cents.</param>
public sealed record PriceRequest(Currency Currency, IReadOnlyList<LineToPrice> Lines)
{
    /// <summary>Of the whole sale, applied in this order to what the lines cost by then, and spread over them by largest remainder. Never applied to shipping.</summary>
    public IReadOnlyList<AdjustmentToApply> Adjustments { get; init; } = [];

    public ShippingCharge? Shipping { get; init; }

    /// <summary>Taxes on top of the prices, decided already: their base is the taxed net of this very sale. They change nothing of its lines and its VAT.</summary>
    public IReadOnlyList<SaleTribute> Tributes { get; init; } = [];
}

/// <param name="Key">The caller's name of the line, unique in the request; problems and the trace name it.</param>
/// <param name="UnitPrice">For one unit, VAT included.</param>
public sealed record LineToPrice(string Key, Quantity Quantity, Money UnitPrice, TaxCode TaxCode)
{
    /// <summary>Shown struck through; never calculated with.</summary>
    public Money? FormerUnitPrice { get; init; }

    /// <summary>Of this line alone, applied in this order, each to what the one before left.</summary>
    public IReadOnlyList<AdjustmentToApply> Adjustments { get; init; } = [];
}

/// <summary>A discount or surcharge that somebody grants: an amount, or a part of the price.</summary>
public sealed record AdjustmentToApply
{
    private AdjustmentToApply(bool isDiscount, Money? amount, int basisPoints, string reason, string label) =>
        (IsDiscount, Amount, BasisPoints, Reason, Label) = (isDiscount, amount, basisPoints, reason, label);

    public bool IsDiscount { get; }

    /// <summary>Null when it is a part of the price. Never negative: <see cref="IsDiscount"/> gives the direction.</summary>
    public Money? Amount { get; }

    /// <summary>Hundredths of a percent: 10 % is 1000. Counts when <see cref="Amount"/> is null.</summary>
    public int BasisPoints { get; }

    /// <summary>Stable code for reports: <c>manual</c>, <c>transfer</c>, <c>coupon</c>.</summary>
    public string Reason { get; }

    /// <summary>For people, in the language of the sale.</summary>
    public string Label { get; }

    public static AdjustmentToApply Discount(Money amount, string reason, string label) => new(true, amount, 0, reason, label);

    public static AdjustmentToApply DiscountPart(int basisPoints, string reason, string label) => new(true, null, basisPoints, reason, label);

    public static AdjustmentToApply Surcharge(Money amount, string reason, string label) => new(false, amount, 0, reason, label);

    public static AdjustmentToApply SurchargePart(int basisPoints, string reason, string label) => new(false, null, basisPoints, reason, label);
}

/// <summary>What delivery costs, VAT included: a fact that pricing does not question. Zero is free delivery.</summary>
/// <param name="TaxCode">Null: delivery follows the goods, spread over their tax codes by largest remainder.</param>
public sealed record ShippingCharge(Money Amount, string Label, TaxCode? TaxCode = null);
