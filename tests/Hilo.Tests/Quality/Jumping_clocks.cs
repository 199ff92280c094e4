using Hilo.Client;
using Hilo.Inventory;
using Hilo.Orders;
using Hilo.Platform;
using Microsoft.Extensions.DependencyInjection;

namespace Hilo.Tests.Quality;

/// <summary>A clock that somebody sets, forward and back by hours.</summary>
public class Jumping_clocks
{
    private static readonly TimeSpan Jump = TimeSpan.FromHours(6);
    private readonly TestClock clock = new();

    [Theory, EveryDatabase]
    public async Task Nothing_is_sold_twice_and_nothing_freed_early_or_twice(Database database)
    {
        await using var shop = await Shop.OpenAsync(database, clock);
        var goods = await Goods.InAsync(shop, 0);
        clock.Advance(2 * Jump); // Hours earlier it was on sale too.
        var owner = await shop.StaffAsync();
        var wanted = goods.Size("S").Id;
        (await owner.Stock.AdjustStockAsync(new AdjustStockRequest(wanted, goods.Palermo.Id, "El último", SetTo: Quantity.One))).Value();
        var (carts, pickup) = (shop.Guest.Carts, new CartDelivery(DeliveryKind.Pickup, goods.Palermo.Id));
        var cart = (await carts.CreateAsync(new CreateCartRequest(Lines: [new AddCartLine(wanted, Quantity.One)]))).Value();
        (await carts.SetContactAsync(cart.Id, cart.Token!, new CartContact("sofia@ejemplo.com", "Sofía"))).Value();
        var ready = (await carts.SetDeliveryAsync(cart.Id, cart.Token!, pickup)).Value();

        // Held for a quarter of an hour: hours earlier it still is, and the hold is nobody else's.
        await AtAsync(shop, -Jump);
        Assert.Equal((Quantity.One, Quantity.Zero), await StockAsync());
        Assert.Equal("stock.insufficient", await BuysAsync());
        await AtAsync(shop, Jump);
        Assert.Equal((Quantity.One, Quantity.Zero), await StockAsync());

        // A transfer may take an hour: the order is not canceled before, and once afterwards.
        var bought = (await carts.CompleteAsync(cart.Id, cart.Token!, new CompleteCartRequest(Tender.BankTransfer, ready.Totals.Total))).Value().Order!;
        await AtAsync(shop, -Jump);
        Assert.Equal((Quantity.Zero, Quantity.One), await StockAsync());
        Assert.Equal("stock.insufficient", await BuysAsync());
        await AtAsync(shop, Jump + Jump);
        Assert.Equal((Quantity.Zero, Quantity.Zero), await StockAsync());
        await AtAsync(shop, -Jump);
        Assert.Equal(OrderState.Canceled, (await owner.Orders.FindAsync(bought.Number)).Value().State);

        // The unit is free once: one buyer gets it, and keeps it whatever the clock says.
        Assert.Equal(["bought", "stock.insufficient", "stock.insufficient"], (await Task.WhenAll(BuysAsync(), BuysAsync(), BuysAsync())).Order());
        await AtAsync(shop, Jump);
        await AtAsync(shop, -Jump - Jump);
        Assert.Equal((Quantity.Zero, Quantity.One), await StockAsync());
        await shop.Services.GetRequiredService<LogProgress>().SettledAsync(CancellationToken.None);
        Assert.Equal([1L], await shop.DoAsync(services => services.GetRequiredService<DbSession>().QueryAsync(
            $"select count(*) from events where type = 'orders.order_canceled'", row => row.GetInt64(0), CancellationToken.None)));
        await Books.BalanceAsync(shop);

        async Task<(Quantity Reserved, Quantity Allocated)> StockAsync()
        {
            var level = (await owner.Stock.StockAsync(location: goods.Palermo.Id, variant: wanted)).Value().Items.Single();
            Assert.Equal(Quantity.One, level.OnHand);
            return (level.Reserved, level.Allocated);
        }

        async Task<string> BuysAsync() => (await owner.Orders.PlaceAsync(new PlaceOrderRequest(
            goods.Phone.Id, [new PlaceOrderLine(Quantity.One, wanted)], pickup, new CartContact("otra@ejemplo.com", "Otra"), new PlaceOrderPayment(Tender.Cash, Received: true)))).Refused(out var problem, out _)
            ? problem.Code : "bought";
    }

    /// <summary>Leases are measured by the database: a node that lives in tomorrow takes nothing away from one that works.</summary>
    [Theory, EveryDatabase]
    public async Task A_node_whose_clock_is_ahead_takes_no_lease_away(Database database)
    {
        var ahead = new TestClock();
        ahead.Advance(Jump);
        static void Nothing(IServiceCollection services)
        {
        }
        await using var node = await Node.OnAsync(database, Nothing, clock);
        await using var other = new Node(node.ConnectionString, Nothing, ahead);
        var (mine, theirs) = (node.Services.GetRequiredService<Leases>(), other.Services.GetRequiredService<Leases>());
        var lease = await mine.TakeAsync("consumer:clocks", CancellationToken.None);
        Assert.NotNull(lease);

        Assert.Null(await theirs.TakeAsync("consumer:clocks", CancellationToken.None));
        clock.Advance(-Jump - Jump);
        Assert.True(await mine.RenewAsync(lease, CancellationToken.None));
        Assert.Null(await theirs.TakeAsync("consumer:clocks", CancellationToken.None));
        await mine.ReturnAsync(lease, CancellationToken.None);
        Assert.Equal(lease.Fence + 1, (await theirs.TakeAsync("consumer:clocks", CancellationToken.None))?.Fence);
    }

    /// <summary>The clock jumps, and what is due then is swept, by two at once.</summary>
    private async Task AtAsync(Shop shop, TimeSpan jump)
    {
        clock.Advance(jump);
        var sweeps = shop.Services.GetRequiredService<Sweeps>();
        await Task.WhenAll(
            sweeps.RunAsync<ExpireReservations>(CancellationToken.None), sweeps.RunAsync<ExpireReservations>(CancellationToken.None),
            sweeps.RunAsync<ExpireUnpaid>(CancellationToken.None), sweeps.RunAsync<ExpireUnpaid>(CancellationToken.None));
    }
}
