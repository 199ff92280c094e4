using Hilo.Tests.Quality;

namespace Hilo.Tests.Promotions;

public class Charging_tributes
{
    private static readonly SaleTribute Perception = new(7, "Percepción IIBB Buenos Aires", "B", Money.Ars(1_000), 3.05m, Money.Ars(30.50m));

    [Fact]
    public void Reckons_on_what_carries_VAT_once_per_rate() => Assert.Equal(
        Money.Ars(100.01m + 50m),
        SaleTributes.TaxedNet(Currency.Ars, [(TaxCode.Vat21, Money.Ars(60.50m)), (TaxCode.Vat21, Money.Ars(60.51m)), (TaxCode.Vat0, Money.Ars(50m)), (TaxCode.Exempt, Money.Ars(7m)), (TaxCode.Untaxed, Money.Ars(9m))]));

    [Fact]
    public void Owes_the_share_of_what_is_left_and_nothing_of_nothing()
    {
        SaleTribute[] charged = [Perception];

        Assert.Equal(charged, charged.Owed(Money.Ars(1_000)));
        Assert.Equal([Perception with { Base = Money.Ars(333.33m), Amount = Money.Ars(10.17m) }], charged.Owed(Money.Ars(333.33m)));
        Assert.Equal([Perception with { Base = Money.Ars(2_000), Amount = Money.Ars(61) }], charged.Owed(Money.Ars(2_000)));
        Assert.Empty(charged.Owed(Money.Ars(0)));
        Assert.Empty(charged.Owed(Money.Ars(0.10m)));
        Assert.Empty(Array.Empty<SaleTribute>().Owed(Money.Ars(1_000)));
    }

    [Fact]
    public void Never_owes_more_while_less_is_left_of_a_sale()
    {
        var dice = new Random(Seed.Taken);
        for (var round = 0; round < 5_000; round++)
        {
            var net = Money.Ars(dice.Next(1, 9_000_000) / 100m);
            SaleTribute[] charged = [Perception with { Base = net, Amount = net with { Minor = Money.RoundHalfEven((Int128)net.Minor * dice.Next(1, 80_000), 1_000_000) } }];
            var owed = charged.Total(Currency.Ars);
            for (var left = net; left.IsPositive;)
            {
                left -= new Money(dice.NextInt64(1, left.Minor + 1), Currency.Ars);
                var now = charged.Owed(left).Total(Currency.Ars);
                Assert.True(now <= owed && !now.IsNegative, $"Seed {Seed.Taken}, round {round}");
                owed = now;
            }
            Assert.True(owed.IsZero);
        }
    }
}
