using System.Text.Json;
using Hilo.Orders;
using Hilo.Platform;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Hilo.Tests.Orders;

/// <summary>The steps of a checkout write and read carts by hand, everybody else through the mapping: both must see the same cart.</summary>
public class Storing_carts
{
    [Theory, EveryDatabase]
    public async Task A_cart_reads_the_same_by_hand_and_by_the_mapping(Database database)
    {
        await using var trade = await Trade.OpenAsync(database);
        var palermo = await trade.HasAStore("PAL", new GeoPoint(-34.5889, -58.4306));
        await trade.HasShippingRates(new ShippingRateRow { Id = IId<OrderId>.New().Value, Currency = Currency.Ars, Area = "*", UpToGrams = 30_000, AmountMinor = 420_000, DaysFrom = 2, DaysTo = 4 });
        var jacket = await trade.Sells("CAM-1", 48_900m, palermo, 3);
        var (id, caller, view) = await trade.HasACart(Given.AShipment(), (jacket.Id, 2));
        Assert.Empty(view.Problems);
        await AssertSameAsync(trade, id, cart => Assert.Equal((CartState.Open, true, true, "sofia@ejemplo.com", "10.0.0.1"), (cart.State, cart.HeldUntil is not null, cart.Shipping is not null, cart.Email, cart.ShopperAddress)));

        Assert.False((await trade.Completes(id, caller, Tender.CardOnline, view.Totals.Total)).Refused(out _, out _));
        await AssertSameAsync(trade, id, cart => Assert.Equal(view.Totals.Total, cart.Charge));

        SaleTribute perception = new(7, "Percepción IIBB", "B", Money.Ars(84_000), 3.05m, Money.Ars(2_562));
        await trade.Steps(id, caller, (cart, now) =>
        {
            cart.OpenCharge(view.Totals.Total + perception.Amount, now, [perception]);
            return null;
        });
        await AssertSameAsync(trade, id, cart => Assert.Equal([perception], cart.ChargeTributes));

        var (other, otherCaller, otherView) = await trade.HasACart(Given.APickup(palermo), (jacket.Id, 1));
        Assert.False((await trade.Completes(other, otherCaller, Tender.Cash, otherView.Totals.Total)).Refused(out _, out _));
        await AssertSameAsync(trade, other, cart => Assert.Equal((CartState.Completed, true), (cart.State, cart.OrderId is not null)));
    }

    private static Task AssertSameAsync(Trade trade, CartId id, Action<Cart> check) => trade.Asks(async services =>
    {
        var mapped = await services.GetRequiredService<OrdersDb>().Carts.AsNoTracking().SingleAsync(c => c.Id == id);
        var read = await CartRows.FindAsync(services.GetRequiredService<DbSession>(), id, CancellationToken.None);
        Assert.Equal(JsonSerializer.Serialize(mapped, HiloJson.Tolerant), JsonSerializer.Serialize(read, HiloJson.Tolerant));
        Assert.Equal(mapped.TokenHash, read!.TokenHash);
        check(read);
        return true;
    });
}
