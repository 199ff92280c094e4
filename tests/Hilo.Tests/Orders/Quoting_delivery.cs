namespace Hilo.Tests.Orders;

public class Quoting_delivery
{
    private static readonly ShippingRates Table = Rates(
        Rate("*", 30_000, 9_000m, 5, 9),
        Rate("B", 30_000, 6_000m, 3, 5),
        Rate("1000-1499", 5_000, 2_500m, 1, 2, freeFrom: 80_000m),
        Rate("1000-1499", 10_000, 4_000m, 1, 2),
        Rate("1414", 5_000, 1_000m, 0, 1));

    [Theory]
    [InlineData("1425", 4_999, 2_500)]
    [InlineData("C1425DKA", 5_000, 2_500)]
    [InlineData("1425", 5_001, 4_000)]
    [InlineData("1414", 200, 1_000)]
    [InlineData("B1900", 200, 6_000)]
    [InlineData("1900", 200, 9_000)]
    [InlineData("9410", 0, 9_000)]
    public void Takes_the_smallest_area_and_the_first_weight_that_holds(string code, long grams, int price) =>
        Assert.Equal(Money.Ars(price), Quoted(code, grams, 100m).Amount);

    [Fact]
    public void Is_free_from_the_stated_amount_on()
    {
        Assert.Equal(new ShippingQuote(Money.Ars(2_500m), Money.Ars(2_500m), Money.Ars(80_000m), 1, 2), Quoted("1425", 100, 79_999.99m));
        Assert.Equal(new ShippingQuote(Money.Ars(0m), Money.Ars(2_500m), Money.Ars(80_000m), 1, 2), Quoted("1425", 100, 80_000m));
    }

    [Fact]
    public void Is_refused_when_the_parcel_is_too_heavy_for_its_area() => Assert.Equal("shipping.no_rate", Refusal(Table, "1414", 5_001));

    [Fact]
    public void Is_refused_where_nobody_delivers() => Assert.Equal("shipping.no_rate", Refusal(Rates(Rate("C", 1_000, 1m, 1, 2)), "X5000", 10));

    [Fact]
    public void Is_refused_without_any_rate_and_for_impossible_weights()
    {
        Assert.Equal("shipping.no_rate", Refusal(Rates(), "1425", 10));
        Assert.Equal("shipping.no_rate", Refusal(Table, "1425", -1));
    }

    [Theory]
    [InlineData("*", "*")]
    [InlineData("b", "B")]
    [InlineData("1425", "1425")]
    [InlineData("14*", "1400-1499")]
    [InlineData("B 1600 - 1699", "B1600-1699")]
    [InlineData("B16*", "B1600-1699")]
    [InlineData("B*", "B")]
    public void Reads_areas_as_a_shop_writes_them(string text, string written)
    {
        Assert.True(PostalArea.TryParse(text, out var area));
        Assert.Equal(written, area.ToString());
        Assert.True(PostalArea.TryParse(written, out var again) && again == area);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("1499-1400")]
    [InlineData("14")]
    [InlineData("0*")]
    [InlineData("1425*")]
    [InlineData("I1425")]
    [InlineData("1400-")]
    [InlineData("+140")]
    public void Refuses_areas_that_are_none(string? text) => Assert.False(PostalArea.TryParse(text, out _));

    public static TheoryData<string, ShippingRate> Contradictions => new()
    {
        { "shipping.amount_invalid", Rate("*", 1_000, -1m, 1, 2) },
        { "shipping.amount_invalid", Rate("*", 1_000, 1m, 1, 2) with { FreeFrom = Money.Of(1m, Currency.Usd) } },
        { "shipping.amount_invalid", Rate("*", 1_000, 1m, 1, 2) with { Amount = Money.Of(1m, Currency.Usd) } },
        { "shipping.weight_invalid", Rate("*", 0, 1m, 1, 2) },
        { "shipping.days_invalid", Rate("*", 1_000, 1m, 3, 2) },
        { "shipping.rate_repeated", Rate("14*", 500, 1m, 1, 2) },
    };

    [Theory, MemberData(nameof(Contradictions), DisableDiscoveryEnumeration = true)]
    public void Refuses_a_table_that_contradicts_itself(string code, ShippingRate row)
    {
        Assert.True(ShippingRates.Of([Rate("1400-1499", 500, 1m, 1, 2), row]).Refused(out var problem, out _));
        Assert.Equal(code, problem.Code);
    }

    private static ShippingRate Rate(string area, long upToGrams, decimal amount, int from, int to, decimal? freeFrom = null) =>
        new(PostalArea.TryParse(area, out var where) ? where : throw new FormatException(area), upToGrams, Money.Ars(amount), from, to,
            freeFrom is { } limit ? Money.Ars(limit) : null);

    private static ShippingRates Rates(params ShippingRate[] rows) =>
        ShippingRates.Of(rows).Refused(out var problem, out var rates) ? throw new InvalidOperationException(problem.Detail) : rates;

    private static PostalCode Code(string text) => PostalCode.TryParse(text, out var code) ? code : throw new FormatException(text);

    private static ShippingQuote Quoted(string code, long grams, decimal goods) =>
        Table.Quote(Code(code), grams, Money.Ars(goods)).Refused(out var problem, out var quote) ? throw new InvalidOperationException(problem.Detail) : quote;

    private static string? Refusal(ShippingRates rates, string code, long grams) =>
        rates.Quote(Code(code), grams, Money.Ars(1m)).Refused(out var problem, out _) ? problem.Code : null;
}
