using Hilo.Orders;

namespace Hilo.Tests.Orders;

public class Choosing_where_from
{
    private static readonly GeoPoint Palermo = new(-34.588, -58.411);
    private static readonly GeoPoint Rosario = new(-32.947, -60.640);
    private static readonly GeoPoint Cordoba = new(-31.417, -64.183);

    private readonly Place near = APlace("PAL", Palermo);
    private readonly Place middle = APlace("ROS", Rosario);
    private readonly Place far = APlace("CBA", Cordoba);
    private readonly SourcingLine jacket = ALine("CAM-1", 2);
    private readonly SourcingLine cap = ALine("GOR-1", 1);

    [Fact]
    public void The_nearest_place_that_has_all_of_it_sends_all_of_it()
    {
        var plan = Decide([jacket, cap], (near, jacket, 2), (near, cap, 0), (middle, jacket, 5), (middle, cap, 5), (far, jacket, 9), (far, cap, 9));

        Assert.True(plan.IsComplete);
        Assert.All(plan.Claims, c => Assert.Equal(middle.Id, c.LocationId));
        Assert.Equal("nearest_complete", plan.Rule);
        Assert.Contains("Sucursal ROS", plan.Words, StringComparison.Ordinal);
        Assert.Equal(["PAL", "ROS", "CBA"], plan.Candidates.Select(c => c.Location[^3..]));
        Assert.Equal([false, true, false], plan.Candidates.Select(c => c.IsChosen));
    }

    [Fact]
    public void Without_one_that_has_all_it_is_split_over_as_few_as_can_be()
    {
        var plan = Decide([jacket, cap], (near, jacket, 1), (near, cap, 0), (middle, jacket, 2), (middle, cap, 0), (far, jacket, 0), (far, cap, 1));

        Assert.True(plan.IsComplete);
        Assert.Equal("split", plan.Rule);
        Assert.Equal([(middle.Id, jacket.Line, 2), (far.Id, cap.Line, 1)], plan.Claims.Select(c => (c.LocationId, c.OrderLine, (int)c.Quantity.Amount)));
    }

    [Fact]
    public void One_line_may_come_from_two_places()
    {
        var plan = Decide([jacket], (near, jacket, 1), (middle, jacket, 1));

        Assert.Equal([(near.Id, 1), (middle.Id, 1)], plan.Claims.Select(c => (c.LocationId, (int)c.Quantity.Amount)));
    }

    [Fact]
    public void Two_lines_of_one_variant_share_its_units()
    {
        var again = jacket with { Line = IId<OrderLineId>.New() };

        Assert.True(Decide([jacket, again], (near, jacket, 4)).IsComplete);
        Assert.Equal((Quantity.Units(2), Quantity.Units(1)), Decide([jacket, again], (near, jacket, 3)).Short.Select(s => (s.Wanted, s.Available)).Single());
    }

    [Fact]
    public void What_is_lacking_is_named_line_by_line()
    {
        var plan = Decide([jacket, cap], (near, jacket, 1), (middle, cap, 0));

        Assert.False(plan.IsComplete);
        Assert.Equal([("CAM-1", 2, 1), ("GOR-1", 1, 0)], plan.Short.Select(s => (s.Sku, (int)s.Wanted.Amount, (int)s.Available.Amount)));
        Assert.Equal("none", plan.Rule);
    }

    [Fact]
    public void A_place_that_does_not_ship_or_is_closed_is_no_candidate()
    {
        var plan = Sourcing.Decide(new SourcingRequest(DeliveryKind.Ship, null, Palermo, [jacket], [near with { Ships = false }, middle with { IsActive = false }], Stock((near, jacket, 9), (middle, jacket, 9))));

        Assert.Empty(plan.Candidates);
        Assert.False(plan.IsComplete);
    }

    [Fact]
    public void The_same_facts_always_choose_the_same()
    {
        var seed = Environment.TickCount;
        var random = new Random(seed);
        for (var round = 0; round < 200; round++)
        {
            Place[] places = [near, middle, far];
            SourcingLine[] lines = [ALine("A", random.Next(1, 5)), ALine("B", random.Next(1, 5))];
            var stock = places.SelectMany(p => lines.Select(l => new StockAvailable(l.VariantId, p.Id, Quantity.Units(random.Next(-1, 4))))).ToArray();

            var plan = Sourcing.Decide(new SourcingRequest(DeliveryKind.Ship, null, Palermo, lines, places, stock));
            var again = Sourcing.Decide(new SourcingRequest(DeliveryKind.Ship, null, Palermo, lines, [.. places.Reverse()], [.. stock.Reverse()]));

            Assert.True(plan.Claims.SequenceEqual(again.Claims), $"seed {seed}");
            foreach (var line in lines)
            {
                var promised = plan.Claims.Where(c => c.OrderLine == line.Line).Sum(c => c.Quantity.Thousandths);
                var there = stock.Where(s => s.VariantId == line.VariantId).Sum(s => Math.Max(0, s.Available.Thousandths));
                Assert.True(promised == Math.Min(line.Quantity.Thousandths, there), $"seed {seed}");
            }
            Assert.All(plan.Claims, c => Assert.True(c.Quantity <= stock.Single(s => s.VariantId == c.VariantId && s.LocationId == c.LocationId).Available, $"seed {seed}"));
        }
    }

    private SourcingPlan Decide(SourcingLine[] lines, params (Place At, SourcingLine Of, int Units)[] stock) =>
        Sourcing.Decide(new SourcingRequest(DeliveryKind.Ship, null, Palermo, lines, [far, near, middle], Stock(stock)));

    private static StockAvailable[] Stock(params (Place At, SourcingLine Of, int Units)[] stock) => [.. stock.Select(s => new StockAvailable(s.Of.VariantId, s.At.Id, Quantity.Units(s.Units)))];

    private static SourcingLine ALine(string sku, int units) => new(IId<OrderLineId>.New(), IId<VariantId>.New(), sku, Quantity.Units(units));

    private static Place APlace(string code, GeoPoint position) => new(
        IId<LocationId>.New(), code, $"Sucursal {code}", LocationKind.Store, IId<LegalEntityId>.New(), Given.AnAddress(), position, "America/Argentina/Buenos_Aires", [], true, true, true);
}
