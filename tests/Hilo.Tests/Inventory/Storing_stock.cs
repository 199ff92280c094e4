using Hilo.Inventory;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Hilo.Tests.Inventory;

public class Storing_stock : StorageCompliance
{
    protected override void Modules(IServiceCollection services) => services.AddInventory().AddSingleton<ISellables, Labels>();

    [Theory, EveryDatabase]
    public async Task Keeps_every_fact_of_a_location(Database database)
    {
        await using var depot = await Depot.OpenAsync(database);
        var full = new Location { Id = IId<LocationId>.New() };
        Assert.Null(full.Set(Given.ALocation(" pal ") with
        {
            Address = new PostalAddress("Av. Ñandú", "Córdoba", "X", "X5000ABC", "12", "3º B", "Timbre roto"),
            IsActive = false,
            Kind = LocationKind.Warehouse,
            Hours = [new(DayOfWeek.Saturday, new(9, 30), new(13, 0)), new(DayOfWeek.Monday, new(16, 0), new(20, 0)), new(DayOfWeek.Monday, new(9, 0), new(13, 0))],
        }));
        var bare = new Location { Id = IId<LocationId>.New() };
        Assert.Null(bare.Set(Given.ALocation("ZZ") with { Position = null, Hours = null }));

        await depot.Node.DoAsync(async services =>
        {
            var db = services.GetRequiredService<InventoryDb>();
            db.AddRange(full, bare);
            await db.SaveChangesAsync();
        });

        var read = await depot.Node.DoAsync(s => s.GetRequiredService<InventoryDb>().Locations.OrderBy(l => l.Code).ToListAsync());
        Assert.Equivalent(new[] { full, bare }, read, strict: true);
        Assert.Equal(["PAL", "ZZ"], (await depot.Node.DoAsync(s => s.GetRequiredService<ILocations>().AllAsync(CancellationToken.None))).Select(p => p.Code));
        Assert.Equal([new(9, 0), new(16, 0), new(9, 30)], read[0].Hours.Select(h => h.Opens));
    }

    [Theory, EveryDatabase]
    public async Task Keeps_every_fact_of_a_movement(Database database)
    {
        await using var depot = await Depot.OpenAsync(database);
        var store = await depot.HasAStore("PAL");
        var variant = await depot.HasStock(store, 5);
        var (cart, line) = (IId<CartId>.New(), Given.ALine(new(variant, store), 2));
        await depot.Reserve(Given.AReservation(cart, line));
        var claim = Given.AClaim(cart, line);
        await depot.Allocate(claim);
        await depot.Issue(StockIssue.HandedOver, new StockRelease(claim.Order, line.OrderLine, variant, store, Given.Units(2)));
        await depot.Set(variant, store, 9);

        var read = await depot.Node.DoAsync(s => s.GetRequiredService<InventoryDb>().Movements.OrderBy(m => m.Number).ToListAsync());

        StockMovement Of(long number, StockMovementKind kind) => new(variant, store, number, depot.Clock.GetUtcNow(), kind) { Actor = "system" };
        Assert.Equal(
            [
                Of(1, StockMovementKind.Received) with { OnHand = Given.Units(5), OnHandAfter = Given.Units(5), Reason = "count" },
                Of(2, StockMovementKind.Reserved) with { Reserved = Given.Units(2), OnHandAfter = Given.Units(5), CartId = cart },
                Of(3, StockMovementKind.Allocated) with { Reserved = Given.Units(-2), Allocated = Given.Units(2), OnHandAfter = Given.Units(5), CartId = cart, OrderId = claim.Order },
                Of(4, StockMovementKind.HandedOver) with { OnHand = Given.Units(-2), Allocated = Given.Units(-2), OnHandAfter = Given.Units(3), OrderId = claim.Order },
                Of(5, StockMovementKind.Adjusted) with { OnHand = Given.Units(6), OnHandAfter = Given.Units(9), Reason = "count" },
            ],
            read);
    }

    [Theory, EveryDatabase]
    public async Task Shares_one_reservation_between_mapping_and_sql(Database database)
    {
        await using var depot = await Depot.OpenAsync(database);
        var store = await depot.HasAStore("PAL");
        var variant = await depot.HasStock(store, 5);
        var (cart, line) = (IId<CartId>.New(), Given.ALine(new(variant, store), 2));
        await depot.Reserve(Given.AReservation(cart, line));
        var claim = Given.AClaim(Given.ALine(new(variant, store), 1));
        await depot.Allocate(claim);

        var hold = await depot.Node.DoAsync(s => s.GetRequiredService<InventoryDb>().Holds.SingleAsync());
        var allocation = await depot.Node.DoAsync(s => s.GetRequiredService<InventoryDb>().Allocations.SingleAsync());

        Assert.Equivalent(Given.AHold(cart, line), hold, strict: true);
        Assert.Equal((claim.Order, AllocationSource.OnHand, Given.Units(1), Depot.Web), (allocation.OrderId, allocation.Source, allocation.Quantity, allocation.SalesChannelId));
    }
}
