using Hilo.Orders;

namespace Hilo.Tests.Orders;

public class Filling_a_cart
{
    private static readonly DateTimeOffset Noon = Given.Noon;
    private static readonly TimeSpan Day = TimeSpan.FromHours(24);
    private readonly Sellable jacket = new Shelf().Put("CAM-1", 48_900m);
    private readonly Sellable cap = new Shelf().Put("GOR-1", 12_600m);

    [Fact]
    public void The_same_product_twice_is_one_line_at_the_price_of_the_first_time()
    {
        var cart = Given.ACart();
        cart.Add(jacket, Quantity.Units(1), Noon, Day);

        cart.Add(jacket with { Price = Money.Ars(60_000m) }, Quantity.Units(2), Noon.AddHours(1), Day);

        var line = Assert.Single(cart.Lines);
        Assert.Equal((Quantity.Units(3), Money.Ars(48_900m), Noon + Day), (line.Quantity, line.UnitPrice, line.PriceUntil));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1000)]
    [InlineData(500)]
    [InlineData(long.MinValue)]
    public void A_quantity_that_is_no_whole_unit_is_refused(long thousandths)
    {
        var cart = Given.ACart();

        Assert.True(cart.Add(jacket, new Quantity(thousandths), Noon, Day).Refused(out var problem, out _));
        Assert.Equal("cart.quantity_invalid", problem.Code);
        Assert.Empty(cart.Lines);
    }

    [Fact]
    public void A_thousand_of_one_product_is_too_many_also_in_steps()
    {
        var cart = Given.ACart();
        Assert.False(cart.Add(jacket, Quantity.Units(999), Noon, Day).Refused(out _, out var line));

        Assert.Equal("cart.quantity_too_large", cart.Add(jacket, Quantity.One, Noon, Day).Refused(out var more, out _) ? more.Code : "");
        Assert.Equal("cart.quantity_too_large", cart.SetQuantity(line!.Id, Quantity.Units(1000), Noon)?.Code);
        Assert.Equal(Quantity.Units(999), cart.Lines.Single().Quantity);
    }

    [Fact]
    public void A_hundred_and_first_product_does_not_fit()
    {
        var (cart, shelf) = (Given.ACart(), new Shelf());
        for (var i = 0; i < 100; i++) Assert.False(cart.Add(shelf.Put($"S-{i}", 100m), Quantity.One, Noon, Day).Refused(out _, out _));

        Assert.True(cart.Add(shelf.Put("S-100", 100m), Quantity.One, Noon, Day).Refused(out var problem, out _));
        Assert.Equal("cart.too_many_lines", problem.Code);
    }

    [Fact]
    public void Zero_removes_a_line_and_an_unknown_line_is_refused()
    {
        var cart = Given.ACart();
        cart.Add(jacket, Quantity.One, Noon, Day);

        Assert.Null(cart.SetQuantity(cart.Lines[0].Id, Quantity.Zero, Noon));

        Assert.Empty(cart.Lines);
        Assert.Equal("cart.line_not_found", cart.SetQuantity(IId<OrderLineId>.New(), Quantity.One, Noon)?.Code);
    }

    [Fact]
    public void Merging_loses_no_line_and_closes_the_other_cart()
    {
        var (mine, other) = (Given.ACart(), Given.ACart());
        mine.Add(jacket, Quantity.Units(2), Noon, Day);
        other.Add(jacket, Quantity.Units(998), Noon, Day);
        other.Add(cap, Quantity.One, Noon, Day);

        Assert.Null(mine.Merge(other, Noon));

        Assert.Equal([(jacket.Id, 999), (cap.Id, 1)], mine.Lines.Select(l => (l.VariantId, (int)l.Quantity.Amount)));
        Assert.Equal((CartState.Abandoned, (CartId?)mine.Id), (other.State, other.MergedInto));
        Assert.Equal("cart.closed", other.SetContact(Given.AContact(), Noon)?.Code);
        Assert.Equal("cart.not_mergeable", mine.Merge(other, Noon)?.Code);
        Assert.Equal("cart.merge_with_itself", mine.Merge(mine, Noon)?.Code);
    }

    [Fact]
    public void A_cart_that_a_card_is_paying_is_freed_from_the_charge_by_any_change_of_goods()
    {
        var cart = Given.ACart();
        cart.Add(jacket, Quantity.One, Noon, Day);
        cart.OpenCharge(Money.Ars(48_900m), Noon);
        Assert.Null(cart.SetContact(Given.AContact(), Noon));
        Assert.Equal(Money.Ars(48_900m), cart.Charge);

        cart.Add(cap, Quantity.One, Noon, Day);

        Assert.Null(cart.Charge);
    }

    [Fact]
    public void Who_is_named_ends_a_charge_only_where_the_seller_taxes_by_it()
    {
        SaleTribute perception = new(7, "Percepción IIBB", "B", Money.Ars(40_413.22m), 3m, Money.Ars(1_212.40m));
        var cart = Given.ACart();
        cart.Add(jacket, Quantity.One, Noon, Day);
        cart.OpenCharge(Money.Ars(50_112.40m), Noon, [perception]);
        Assert.Null(cart.SetContact(Given.AContact(), Noon, isTaxedByReceiver: true));
        Assert.Equal([perception], cart.ChargeTributes);
        var company = Given.AContact() with { Receiver = new OrderReceiver("CUIT", "30-71234567-1", 1) };
        Assert.Null(cart.SetContact(company, Noon));
        Assert.NotNull(cart.Charge);

        Assert.Null(cart.SetContact(company with { Receiver = null }, Noon, isTaxedByReceiver: true));

        Assert.Equal((null, null), (cart.Charge, cart.ChargeTributes));
    }

    [Fact]
    public void Prices_are_kept_until_their_time_and_renewed_after_it()
    {
        var cart = Given.ACart();
        cart.Add(jacket, Quantity.One, Noon, Day);
        cart.Add(cap, Quantity.One, Noon.AddHours(12), Day);
        var today = new Dictionary<VariantId, Sellable> { [jacket.Id] = jacket with { Price = Money.Ars(60_000m) }, [cap.Id] = cap with { Price = Money.Ars(15_000m) } };

        Assert.False(cart.HasOldPrices(Noon + Day - TimeSpan.FromTicks(1)));
        Assert.True(cart.HasOldPrices(Noon + Day));
        cart.RenewPrices(today, Noon + Day, Day);

        Assert.Equal([60_000m, 12_600m], cart.Lines.Select(l => l.UnitPrice.Amount));
        Assert.Equal(Noon.AddHours(36), cart.PricesKeptUntil(Noon + Day));
    }

    [Fact]
    public void A_product_that_is_no_longer_sold_is_marked_and_comes_back_when_it_is_sold_again()
    {
        var cart = Given.ACart();
        cart.Add(jacket, Quantity.One, Noon, Day);

        cart.RenewPrices(new Dictionary<VariantId, Sellable>(), Noon + Day, Day);
        Assert.True(cart.Lines.Single().IsGone);

        cart.RenewPrices(new Dictionary<VariantId, Sellable> { [jacket.Id] = jacket }, Noon + Day, Day);
        Assert.False(cart.Lines.Single().IsGone);
    }

    [Fact]
    public void Every_state_can_be_reached()
    {
        Assert.Empty(Cart.Life.Unreachable());
        Assert.Empty(Order.Life.Unreachable());
    }

    [Fact]
    public void A_hold_goes_on_from_each_step_and_ends_at_its_limit()
    {
        var (step, limit) = (TimeSpan.FromMinutes(15), TimeSpan.FromMinutes(60));
        var hold = HoldWindow.Extended(null, Noon, step, limit);
        Assert.Equal(Noon.AddMinutes(15), hold.Until);

        hold = HoldWindow.Extended(hold, Noon.AddMinutes(10), step, limit);
        Assert.Equal(Noon.AddMinutes(25), hold.Until);
        foreach (var minute in (int[])[24, 38, 52]) hold = HoldWindow.Extended(hold, Noon.AddMinutes(minute), step, limit);
        Assert.Equal(Noon.AddMinutes(60), hold.Until);

        Assert.Equal(Noon.AddMinutes(60), HoldWindow.Extended(hold, Noon.AddMinutes(59), step, limit).Until);
        Assert.Equal(Noon.AddMinutes(76), HoldWindow.Extended(hold, Noon.AddMinutes(61), step, limit).Until);
    }

    [Theory]
    [InlineData(" r 10486 ", "R-10486")]
    [InlineData("r-10486", "R-10486")]
    [InlineData("CR10486", "CR-10486")]
    [InlineData("10486", null)]
    [InlineData("R-", null)]
    [InlineData("R-10x", null)]
    [InlineData("'; drop table", null)]
    public void A_number_is_read_as_people_say_it(string typed, string? number) => Assert.Equal(number, OrderNumber.Normalized(typed));
}
