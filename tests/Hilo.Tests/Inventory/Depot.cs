using Hilo.Inventory;
using Hilo.Platform;
using Microsoft.Extensions.DependencyInjection;

namespace Hilo.Tests.Inventory;

/// <summary>Inventory alone on a database: places, stock and claims, each in a session of its own.</summary>
internal sealed class Depot(Node node, TestClock clock) : IAsyncDisposable
{
    public static readonly SalesChannelId Web = IId<SalesChannelId>.New();
    public static readonly SalesChannelId Phone = IId<SalesChannelId>.New();

    public Node Node => node;

    public TestClock Clock => clock;

    public static async Task<Depot> OpenAsync(Database database)
    {
        var clock = new TestClock();
        return new Depot(await Node.OnAsync(database, services => services.AddInventory().AddSingleton<Labels>().AddSingleton<ISellables>(s => s.GetRequiredService<Labels>()), clock), clock);
    }

    public async Task<LocationId> HasAStore(string code, bool isActive = true, bool offersPickup = true)
    {
        var location = new Location { Id = IId<LocationId>.New() };
        Assert.Null(location.Set(Given.ALocation(code) with { IsActive = isActive, OffersPickup = offersPickup }));
        await node.DoAsync(async services =>
        {
            var db = services.GetRequiredService<InventoryDb>();
            db.Add(location);
            await db.SaveChangesAsync();
        });
        return location.Id;
    }

    public async Task<VariantId> HasStock(LocationId at, int units, VariantId? variant = null)
    {
        var id = variant ?? IId<VariantId>.New();
        await Set(id, at, units);
        return id;
    }

    public Task<ImportedStockAnswer> Set(VariantId variant, LocationId at, int units) => node.DoAsync(services =>
        services.GetRequiredService<IReceiveImportedStock>().SetOnHandAsync([new(variant, at, Quantity.Units(units))], "count", CancellationToken.None));

    public Task<IReadOnlyList<StockAnswer>> Reserve(params StockReservation[] claims) =>
        node.DoAsync(services => services.GetRequiredService<IClaimStock>().ReserveAsync(claims, CancellationToken.None));

    public Task<IReadOnlyList<StockAnswer>> Allocate(params StockClaim[] claims) =>
        node.DoAsync(services => services.GetRequiredService<IClaimStock>().AllocateAsync(claims, CancellationToken.None));

    public Task Deallocate(params StockRelease[] releases) =>
        node.DoAsync(services => services.GetRequiredService<IClaimStock>().DeallocateAsync(releases, CancellationToken.None));

    public Task Issue(StockIssue kind, params StockRelease[] issues) =>
        node.DoAsync(services => services.GetRequiredService<IClaimStock>().IssueAsync(issues, kind, CancellationToken.None));

    public Task<int> Sweep() => node.DoAsync(services => services.GetRequiredService<ExpireReservations>().SweepAsync(CancellationToken.None));

    public Task<IReadOnlyList<StockAvailable>> Available(VariantId variant, ClaimPurpose purpose = ClaimPurpose.Ship, CartId? cart = null) =>
        node.DoAsync(async services => (await services.GetRequiredService<IAvailability>().FindAsync([new([variant], Web, purpose, cart)], CancellationToken.None))[0]);

    public async Task<StockCounts> Counts(VariantId variant, LocationId at) => (await node.QueryAsync(
        $"select on_hand, reserved, allocated, leased, unsellable from inventory_stock_levels where variant_id = {variant} and location_id = {at}",
        row => new StockCounts(row.Quantity(0), row.Quantity(1), row.Quantity(2), row.Quantity(3), row.Quantity(4)))).SingleOrDefault();

    public Task<List<string>> Events() => node.QueryAsync($"select type from events order by position", row => row.GetString(0));

    public async Task IsSound()
    {
        foreach (var invariant in node.Services.GetServices<IInvariant>())
            Assert.Empty(await node.DoAsync(services => invariant.ViolationsAsync(services.GetRequiredService<DbSession>(), CancellationToken.None)));
    }

    public ValueTask DisposeAsync() => node.DisposeAsync();
}
