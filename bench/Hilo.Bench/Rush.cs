using System.Collections.Concurrent;
using System.Diagnostics;
using Hilo.Client;

namespace Hilo.Bench;

/// <summary>Everybody wants the last units of one variant at the same moment: how many are sold, and how long it takes until the last buyer has an answer.</summary>
internal static class Rush
{
    private const int CartsAtOnce = 32;
    private const string Insufficient = "stock.insufficient";

    /// <returns>0 when every round sold exactly what there was and nobody was told anything but that or that it is sold out.</returns>
    public static async Task<int> RunAsync(string program, string? connection, int buyers, int units, int warmUp, int rounds, CancellationToken cancel)
    {
        await using var server = await ServerProcess.StartAsync(program, connection, cancel);
        var world = await World.MakeAsync(server, cancel);
        await WarmAsync(world, TimeSpan.FromSeconds(warmUp), cancel);
        var isExact = true;
        for (var round = 0; round < rounds; round++)
        {
            var wanted = await WithLastAsync(world, round * 2, units, cancel);
            isExact &= await AllAtOnceAsync("one call", world, wanted, units, Enumerable.Range(0, buyers).Select<int, Func<Task<string?>>>(_ => () => CallAsync(world, wanted)), cancel);
            wanted = await WithLastAsync(world, round * 2 + 1, units, cancel);
            var carts = new ConcurrentBag<(HiloClient Shopper, CartView Cart)>();
            await Parallel.ForEachAsync(Enumerable.Range(0, buyers), new ParallelOptions { MaxDegreeOfParallelism = CartsAtOnce, CancellationToken = cancel },
                async (buyer, _) => carts.Add(await CartAsync(world, world.Shoppers[buyer % world.Shoppers.Count], wanted, buyer)));
            isExact &= await AllAtOnceAsync("filled carts", world, wanted, units, carts.Select<(HiloClient Shopper, CartView Cart), Func<Task<string?>>>(c => () => CompleteAsync(c.Shopper, c.Cart)), cancel);
        }
        return isExact ? 0 : 1;
    }

    private static async Task WarmAsync(World world, TimeSpan length, CancellationToken cancel)
    {
        var watch = Stopwatch.StartNew();
        await Task.WhenAll(Enumerable.Range(0, CartsAtOnce).Select(async buyer =>
        {
            var random = new Random(buyer);
            while (watch.Elapsed < length)
                await (buyer % 2 == 0 ? Buying.ByCallAsync(world, random, cancel) : Buying.ByCheckoutAsync(world, random, cancel));
        }));
    }

    private static async Task<VariantId> WithLastAsync(World world, int place, int units, CancellationToken cancel)
    {
        var level = (await world.Owner.Stock.StockAsync(location: world.Store, variant: world.Variants[place], cancel: cancel)).Must().Items.Single();
        (await world.Owner.Stock.AdjustStockAsync(
            new AdjustStockRequest(world.Variants[place], world.Store, "The last ones", SetTo: level.Allocated + Quantity.Units(units)), cancel: cancel)).Must();
        return world.Variants[place];
    }

    private static async Task<bool> AllAtOnceAsync(string way, World world, VariantId wanted, int units, IEnumerable<Func<Task<string?>>> buyers, CancellationToken cancel)
    {
        var watch = Stopwatch.StartNew();
        var answers = await Task.WhenAll(buyers.Select(buy => Task.Run(buy, cancel)));
        var elapsed = watch.Elapsed;
        var level = (await world.Owner.Stock.StockAsync(location: world.Store, variant: wanted, cancel: cancel)).Must().Items.Single();
        var (sold, soldOut) = (answers.Count(code => code is null), answers.Count(code => code == Insufficient));
        Console.WriteLine($"{way}: {answers.Length} buyers, {units} units: sold {sold}, left {level.Available}, told that it is sold out {soldOut}, {elapsed.TotalMilliseconds:0} ms to the last answer");
        foreach (var other in answers.Where(code => code is not null and not Insufficient).GroupBy(code => code, StringComparer.Ordinal)) Console.WriteLine($"  {other.Count()} were told {other.Key}");
        return sold == units && soldOut == answers.Length - units && level.Available == Quantity.Zero;
    }

    private static async Task<string?> CallAsync(World world, VariantId wanted) =>
        CodeOf(await world.Owner.Orders.PlaceAsync(new PlaceOrderRequest(
            world.Phone, [new PlaceOrderLine(Quantity.One, wanted)], new CartDelivery(DeliveryKind.Pickup, world.Store), Payment: new PlaceOrderPayment(Tender.Cash, Received: true))));

    private static async Task<(HiloClient Shopper, CartView Cart)> CartAsync(World world, HiloClient shopper, VariantId wanted, int buyer)
    {
        var carts = shopper.Carts;
        var cart = (await carts.CreateAsync(new CreateCartRequest(Lines: [new AddCartLine(wanted, Quantity.One)]))).Must();
        (await carts.SetContactAsync(cart.Id, cart.Token!, new CartContact($"rush{buyer}@bench.example", "Buyer"))).Must();
        var ready = (await carts.SetDeliveryAsync(cart.Id, cart.Token!, new CartDelivery(DeliveryKind.Pickup, world.Store))).Must();
        return (shopper, ready with { Token = cart.Token });
    }

    private static async Task<string?> CompleteAsync(HiloClient shopper, CartView cart) =>
        CodeOf(await shopper.Carts.CompleteAsync(cart.Id, cart.Token!, new CompleteCartRequest(Tender.CardOnline, cart.Totals.Total)));

    private static string? CodeOf<T>(Result<T> outcome) => outcome.Refused(out var problem, out _) ? problem.Code : null;
}
