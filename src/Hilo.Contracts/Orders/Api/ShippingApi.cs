using System.ComponentModel.DataAnnotations;

namespace Hilo;

/// <summary>One row of the delivery table.</summary>
/// <param name="Area"><c>*</c>, a province such as <c>B</c>, or postal codes such as <c>1000-1499</c> or <c>C1425</c>.</param>
/// <param name="UpToGrams">Included.</param>
/// <param name="DaysFrom">Working days from placing to arrival.</param>
/// <param name="FreeFrom">Goods that cost this much or more travel free.</param>
public sealed record ShippingRateView(
    [property: Required, StringLength(20, MinimumLength = 1)] string Area, [property: Range(1, 1_000_000_000)] long UpToGrams, Money Amount,
    [property: Range(0, 365)] int DaysFrom, [property: Range(0, 365)] int DaysTo, Money? FreeFrom = null);

/// <summary>The whole delivery table of a channel, or of every channel without one of its own.</summary>
public sealed record SaveShippingRatesRequest([property: Required, MaxLength(5000)] IReadOnlyList<ShippingRateView> Rates, SalesChannelId? SalesChannelId = null);
