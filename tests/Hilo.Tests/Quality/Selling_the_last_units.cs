using Hilo.Client;
using Hilo.Inventory;
using Hilo.Platform;
using Microsoft.Extensions.DependencyInjection;

namespace Hilo.Tests.Quality;

/// <summary>Everybody wants the last units at once, through every door, while stock is counted, carts lapse and orders are canceled.</summary>
public class Selling_the_last_units
{
    private const int Units = 60;
    private const int Calls = 120;
    private const int Shoppers = 80;
    private const int Dreamers = 25;
    private const int Counts = 30;
    private const int AtOnce = 60;

    [Theory, EveryDatabase]
    public async Task Sells_exactly_what_exists(Database database)
    {
        var clock = new TestClock();
        await using var shop = await Shop.OpenAsync(database, clock);
        var goods = await Goods.InAsync(shop, 0);
        var (owner, size) = (await shop.StaffAsync(), goods.Size("S").Id);
        (await owner.Stock.AdjustStockAsync(new AdjustStockRequest(size, goods.Palermo.Id, "Lo último", SetTo: Quantity.Units(Units)))).Value();
        var crowd = new Crowd(shop, owner, goods, size);

        var work = new List<Func<Task>>();
        for (var i = 0; i < Calls; i++) work.Add(crowd.BuysByCallAsync);
        for (var i = 0; i < Shoppers; i++) work.Add(crowd.BuysInTheShopAsync);
        for (var i = 0; i < Dreamers; i++) work.Add(crowd.FillsACartAndLeavesAsync);
        for (var i = 0; i < Counts; i++) work.Add(i % 2 == 0 ? () => crowd.CountsAsync(1) : () => crowd.CountsAsync(-1));
        for (var i = 0; i < Calls / 4; i++) work.Add(crowd.CancelsAsync);
        for (var i = 0; i < 10; i++)
            work.Add(async () =>
            {
                // What was held a moment ago lapses in the middle of it all.
                clock.Advance(TimeSpan.FromMinutes(6));
                await shop.Services.GetRequiredService<Sweeps>().RunAsync<ExpireReservations>(CancellationToken.None);
            });
        var order = work.ToArray();
        Random.Shared.Shuffle(order);
        await AllAsync(order);
        await crowd.AgreesAsync();

        clock.Advance(TimeSpan.FromHours(2));
        await shop.Services.GetRequiredService<Sweeps>().RunAsync<ExpireReservations>(CancellationToken.None);
        await AllAsync([.. Enumerable.Repeat<Func<Task>>(crowd.BuysByCallAsync, Units + 30)]);

        var level = await crowd.AgreesAsync();
        Assert.Equal((Quantity.Zero, Quantity.Zero), (level.Reserved, level.Available));
        Assert.Equal(level.OnHand, level.Allocated);
        Assert.Empty(crowd.Surprises);
        await shop.Services.GetRequiredService<LogProgress>().SettledAsync(CancellationToken.None);
        await Books.BalanceAsync(shop);
    }

    private static Task AllAsync(IReadOnlyList<Func<Task>> work) =>
        Parallel.ForEachAsync(work, new ParallelOptions { MaxDegreeOfParallelism = AtOnce }, async (one, _) => await one());

    private sealed class Crowd(Shop shop, HiloClient owner, Goods goods, VariantId size)
    {
        private static readonly HashSet<string> Expected = new(StringComparer.Ordinal) { "stock.insufficient", "stock.below_promised", "order.already_handed_over", "order.closed", "cart.changed", "edit.raced", "server.busy" };
        private readonly List<OrderView> placed = [];
        private readonly HashSet<OrderId> canceled = [];
        private readonly List<string> surprises = [];
        private int shopped;
        private int counted;
        private int buyers;

        public IEnumerable<string> Surprises => surprises;

        public async Task BuysByCallAsync()
        {
            var name = Name();
            var outcome = await owner.Orders.PlaceAsync(new PlaceOrderRequest(
                goods.Phone.Id, [new PlaceOrderLine(Quantity.One, size)], new CartDelivery(DeliveryKind.Pickup, goods.Palermo.Id), new CartContact($"{name}@ejemplo.com", name),
                new PlaceOrderPayment(Tender.Cash, Received: true)));
            if (Took(outcome, out var order))
                lock (placed) placed.Add(order);
        }

        public async Task BuysInTheShopAsync()
        {
            if (await CartAsync() is not ({ } cart, { } ready)) return;
            if (Took(await shop.Guest.Carts.CompleteAsync(cart.Id, cart.Token!, new CompleteCartRequest(Tender.Cash, ready.Totals.Total)), out _)) Interlocked.Increment(ref shopped);
        }

        public Task FillsACartAndLeavesAsync() => CartAsync();

        public async Task CountsAsync(int change)
        {
            if (Took(await owner.Stock.AdjustStockAsync(new AdjustStockRequest(size, goods.Palermo.Id, "Conteo", ChangeBy: Quantity.Units(change))), out _)) Interlocked.Add(ref counted, change);
        }

        public async Task CancelsAsync()
        {
            OrderView? order;
            lock (placed) order = placed.Find(o => !canceled.Contains(o.Id));
            if (order is null) return;
            lock (placed) canceled.Add(order.Id);
            if (Took(await owner.Orders.CancelAsync(order.Id, new CancelOrderRequest("Se arrepintió")), out _)) return;
            lock (placed) canceled.Remove(order.Id);
        }

        /// <summary>What the crowd was told is what the shop has.</summary>
        public async Task<StockLevelView> AgreesAsync()
        {
            var level = (await owner.Stock.StockAsync(location: goods.Palermo.Id, variant: size)).Value().Items.Single();
            Assert.Equal(Quantity.Units(Units + counted), level.OnHand);
            Assert.Equal(Quantity.Units(placed.Count - canceled.Count + shopped), level.Allocated);
            Assert.False(level.Available.IsNegative);
            return level;
        }

        private async Task<(CartView? Cart, CartView? Ready)> CartAsync()
        {
            var (name, carts) = (Name(), shop.Guest.Carts);
            if (!Took(await carts.CreateAsync(new CreateCartRequest(Lines: [new AddCartLine(size, Quantity.One)])), out var cart)) return default;
            if (!Took(await carts.SetContactAsync(cart.Id, cart.Token!, new CartContact($"{name}@ejemplo.com", name)), out _)) return default;
            return Took(await carts.SetDeliveryAsync(cart.Id, cart.Token!, new CartDelivery(DeliveryKind.Pickup, goods.Palermo.Id)), out var ready) ? (cart, ready) : default;
        }

        private bool Took<T>(Result<T> outcome, [System.Diagnostics.CodeAnalysis.NotNullWhen(true)] out T? value) where T : class
        {
            if (!outcome.Refused(out var problem, out value)) return true;
            if (!Expected.Contains(problem.Code))
                lock (surprises) surprises.Add($"{problem.Status} {problem.Code}: {problem.Detail}");
            return false;
        }

        private string Name() => $"gente{Interlocked.Increment(ref buyers)}";
    }
}
