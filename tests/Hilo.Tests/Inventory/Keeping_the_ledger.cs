using Hilo.Inventory;
using Hilo.Platform;
using Hilo.Tests.Quality;
using Microsoft.Extensions.DependencyInjection;
using static Hilo.Tests.Inventory.Given;

namespace Hilo.Tests.Inventory;

public class Keeping_the_ledger(ITestOutputHelper output)
{
    /// <summary>Random claims, releases, corrections and expiries against a model of plain numbers; after each step everything must add up.</summary>
    [Theory, EveryDatabase]
    public async Task Follows_a_plain_model_through_random_work(Database database)
    {
        output.WriteLine($"HILO_SEED={Seed.Taken}");
        await using var depot = await Depot.OpenAsync(database);
        var story = new RandomStock(depot, new Random(Seed.Taken));
        await story.PrepareAsync();

        try
        {
            for (var step = 0; step < 150; step++) await story.StepAsync();
        }
        catch (Exception e)
        {
            throw new InvalidOperationException($"Run again with HILO_SEED={Seed.Taken}.", e);
        }
        await depot.IsSound();
    }

    /// <summary>The same work from several callers at once: no model can follow, but nothing may be lost.</summary>
    [Theory, EveryDatabase]
    public async Task Stays_sound_when_carts_orders_and_counts_meet(Database database)
    {
        await using var depot = await Depot.OpenAsync(database);
        LocationId[] stores = [await depot.HasAStore("A"), await depot.HasAStore("B")];
        VariantId[] variants = [await depot.HasStock(stores[0], 40), await depot.HasStock(stores[0], 40), await depot.HasStock(stores[0], 40)];
        foreach (var variant in variants) await depot.HasStock(stores[1], 40, variant);

        await Task.WhenAll(Enumerable.Range(0, 12).Select(async worker =>
        {
            var random = new Random(worker);
            StockClaimLine Line() => ALine(new(variants[random.Next(3)], stores[random.Next(2)]), random.Next(1, 4));
            for (var i = 0; i < 12; i++)
            {
                var cart = IId<CartId>.New();
                StockClaimLine[] lines = [Line(), Line(), Line()];
                await depot.Reserve(AReservation(cart, lines));
                if (random.Next(3) == 0) await depot.Reserve(AReservation(cart, Line()));
                if (random.Next(5) == 0) continue;
                var claim = AClaim(cart, lines);
                if (!(await depot.Allocate(claim)).Single().IsTaken) continue;
                var releases = lines.Select(l => new StockRelease(claim.Order, l.OrderLine, l.VariantId, l.LocationId, l.Quantity)).ToArray();
                if (random.Next(2) == 0) await depot.Deallocate(releases);
                else await depot.Issue(StockIssue.Shipped, releases);
                await depot.Set(variants[random.Next(3)], stores[random.Next(2)], random.Next(20, 60));
            }
        }));
        await depot.IsSound();
        depot.Clock.Advance(TimeSpan.FromHours(1));

        while (await depot.Sweep() > 0) await depot.IsSound();

        Assert.Equal([0L], await depot.Node.QueryAsync($"select cast(sum(reserved) as bigint) from inventory_stock_levels", row => row.GetInt64(0)));
        await depot.IsSound();
    }

    [Theory, EveryDatabase]
    public async Task Sees_each_broken_row(Database database)
    {
        await using var depot = await Depot.OpenAsync(database);
        var store = await depot.HasAStore("PAL");
        var variant = await depot.HasStock(store, 5);
        var cart = IId<CartId>.New();
        await depot.Reserve(AReservation(cart, ALine(new(variant, store), 1)));
        await depot.Allocate(AClaim(ALine(new(variant, store), 1)));
        await depot.IsSound();

        Assert.NotEmpty(await Broken(depot, $"update inventory_stock_levels set on_hand = on_hand + 1000", StockInvariants.CountersFollowTheLedgerAsync));
        Assert.NotEmpty(await Broken(depot, $"update inventory_stock_levels set movements = movements + 1", StockInvariants.CountersFollowTheLedgerAsync));
        Assert.NotEmpty(await Broken(depot, $"delete from inventory_reservations", StockInvariants.HoldersAddUpAsync));
        Assert.NotEmpty(await Broken(depot, $"update inventory_allocations set quantity = 2000", StockInvariants.HoldersAddUpAsync));
        Assert.NotEmpty(await Broken(depot, $"update inventory_reservations set variant_id = {IId<VariantId>.New()}", StockInvariants.HoldersAddUpAsync));
        Assert.NotEmpty(await Broken(depot, $"delete from inventory_stock_levels", StockInvariants.EveryMovementHasItsLevelAsync));
        await depot.IsSound();
    }

    [Theory, EveryDatabase]
    public async Task Is_guarded_by_the_database_itself(Database database)
    {
        await using var depot = await Depot.OpenAsync(database);
        var store = await depot.HasAStore("PAL");
        var variant = await depot.HasStock(store, 5);
        await depot.Allocate(AClaim(ALine(new(variant, store), 3)));

        foreach (var forbidden in new[]
        {
            "update inventory_stock_levels set on_hand = 2000", "update inventory_stock_levels set reserved = -1", "update inventory_stock_levels set leased = 2001",
            "update inventory_stock_movements set on_hand = 0", "delete from inventory_stock_movements",
        })
            await Assert.ThrowsAnyAsync<System.Data.Common.DbException>(() => depot.Node.DoAsync(s =>
                s.GetRequiredService<DbSession>().ExecuteAsync($"{forbidden:raw}", CancellationToken.None)));
        await depot.IsSound();
    }

    // What the transaction broke is seen inside it and forgotten with it.
    private static async Task<List<string>> Broken(Depot depot, Sql breaking, Func<DbSession, CancellationToken, Task<List<string>>> invariant)
    {
        await using var scope = depot.Node.Services.CreateAsyncScope();
        var session = scope.ServiceProvider.GetRequiredService<DbSession>();
        await session.ExecuteAsync(breaking, CancellationToken.None);
        var found = await invariant(session, CancellationToken.None);
        await session.RollbackAsync(CancellationToken.None);
        return found;
    }
}
