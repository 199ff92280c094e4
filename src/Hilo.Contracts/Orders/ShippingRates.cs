namespace Hilo;

/// <summary>What delivery costs to where, by weight. Pure: Orders keeps the rows, and hands the quote to pricing as a fact.</summary>
public sealed class ShippingRates
{
    private readonly ShippingRate[] rates;

    private ShippingRates(ShippingRate[] rates) => this.rates = rates;

    /// <summary>Refuses rows that contradict themselves or each other, with codes <c>shipping.*</c>.</summary>
    public static Result<ShippingRates> Of(IReadOnlyList<ShippingRate> rows)
    {
        var seen = new HashSet<(PostalArea, long)>();
        foreach (var row in rows)
        {
            if (row.Amount.IsNegative || row.Amount.Currency != rows[0].Amount.Currency || row.FreeFrom is { } free && (free.IsNegative || free.Currency != row.Amount.Currency))
                return Refuse(row, "shipping.amount_invalid", "Amounts are not negative and all in one currency");
            if (row.UpToGrams <= 0) return Refuse(row, "shipping.weight_invalid", "The weight limit must be more than nothing");
            if (row.DaysFrom < 0 || row.DaysTo < row.DaysFrom || row.DaysTo > 365)
                return Refuse(row, "shipping.days_invalid", "The days go from the earliest to the latest, at most 365");
            if (!seen.Add((row.Area, row.UpToGrams))) return Refuse(row, "shipping.rate_repeated", "Area and weight limit are there twice");
        }
        // The smaller area first, a named province before none, then the lighter step: the first that holds decides.
        return new ShippingRates([.. rows.OrderBy(r => r.Area.Span).ThenBy(r => r.Area.Province is null).ThenBy(r => r.UpToGrams)]);
    }

    /// <summary>The rate of the smallest area that holds the code. If the parcel is too heavy for that area, a larger one does not step in.</summary>
    /// <param name="goods">What the goods cost after discounts: decides whether delivery is free.</param>
    public Result<ShippingQuote> Quote(PostalCode code, long weightGrams, Money goods)
    {
        var nearest = Array.Find(rates, rate => rate.Area.Holds(code));
        if (nearest is null) return NoRate(code, weightGrams, "Nobody delivers there yet. Choose pickup or another address.");
        var rate = weightGrams < 0 ? null : Array.Find(rates, rate => rate.Area == nearest.Area && weightGrams <= rate.UpToGrams);
        if (rate is null) return NoRate(code, weightGrams, "The parcel is too heavy for delivery there. Choose pickup, or order in parts.");
        if (goods.Currency != rate.Amount.Currency)
            return new Problem("shipping.currency_mismatch", $"Delivery is priced in {rate.Amount.Currency}, the cart in {goods.Currency.Code ?? "no currency"}.", 422);

        var isFree = rate.FreeFrom is { } from && goods >= from;
        return new ShippingQuote(isFree ? Money.Zero(rate.Amount.Currency) : rate.Amount, rate.Amount, rate.FreeFrom, rate.DaysFrom, rate.DaysTo);
    }

    private static Problem NoRate(PostalCode code, long weightGrams, string detail) => new("shipping.no_rate", detail, 422)
    {
        Facts = new Dictionary<string, object?> { ["postalCode"] = code.ToString(), ["weightGrams"] = weightGrams },
    };

    private static Problem Refuse(ShippingRate row, string code, string detail) => new(code, $"{detail}: {row.Area}, up to {row.UpToGrams} g.", 422);
}

/// <summary>One row of the table. Days are working days, from placing to arrival.</summary>
/// <param name="UpToGrams">Included.</param>
/// <param name="FreeFrom">Goods that cost this much or more travel free; null: never.</param>
public sealed record ShippingRate(PostalArea Area, long UpToGrams, Money Amount, int DaysFrom, int DaysTo, Money? FreeFrom = null);

/// <param name="Amount">What is charged; zero when free.</param>
/// <param name="Listed">What it would cost without the free limit.</param>
/// <param name="FreeFrom">For saying how much is missing to travel free.</param>
public sealed record ShippingQuote(Money Amount, Money Listed, Money? FreeFrom, int DaysFrom, int DaysTo)
{
    public bool IsFree => Amount.IsZero;
}
