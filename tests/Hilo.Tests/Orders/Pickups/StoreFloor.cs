using System.Reflection;
using Hilo.Client;
using Hilo.Customers;
using Hilo.Insights;
using Hilo.Inventory;
using Hilo.Orders;
using Hilo.Payments;
using Hilo.Platform;
using Hilo.Promotions;
using Hilo.Tests.Edge;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Hilo.Tests.Orders.Pickups;

/// <summary>Two stores that prepare and hand over, told over HTTP: Ana works in Palermo, Leo in Rosario.</summary>
internal sealed class StoreFloor : IAsyncDisposable
{
    private readonly EdgeServer server;
    private readonly Shelf shelf;

    private StoreFloor(EdgeServer server, Shelf shelf, TestClock clock) => (this.server, this.shelf, Clock) = (server, shelf, clock);

    public TestClock Clock { get; }

    public LocationId Palermo { get; private set; }

    public LocationId Rosario { get; private set; }

    public SalesChannelId Web { get; } = IId<SalesChannelId>.New();

    public Sellable Jacket { get; private set; } = null!;

    public HiloClient Ana { get; private set; } = null!;

    public HiloClient Leo { get; private set; } = null!;

    public HiloClient Owner { get; private set; } = null!;

    public static async Task<StoreFloor> OpenAsync(Database database, params (string Name, string? Value)[] settings)
    {
        var (clock, shelf) = (new TestClock(), new Shelf());
        var opened = await EdgeServer.OpenAsync(
            api => api.MapOrders(), database, clock, attemptsPerMinute: 1000,
            builder => Set(builder, settings).Services.AddOrders().AddInventory().AddPromotions().AddCustomers().AddPayments().WatchAcross()
                .AddSingleton<ISellables>(shelf));
        var floor = new StoreFloor(opened, shelf, clock);
        await floor.SetUpAsync();
        return floor;
    }

    /// <summary>An order of the web shop, paid unless said otherwise.</summary>
    public async Task<OrderView> HasAnOrder(int units = 2, DeliveryKind delivery = DeliveryKind.Pickup, bool isPaid = true, string? pickupPerson = null) =>
        (await Owner.Orders.PlaceAsync(new PlaceOrderRequest(
            Web, [new PlaceOrderLine(Quantity.Units(units), Jacket.Id)],
            delivery == DeliveryKind.Ship ? Given.AShipment() : new CartDelivery(delivery, Palermo, PickupPerson: pickupPerson),
            Given.AContact(), new PlaceOrderPayment(Tender.Cash, Received: isPaid)))).Value();

    /// <summary>Prepared by Ana up to the box on the shelf.</summary>
    public async Task<OrderView> HasAPackedOrder(int units = 2, DeliveryKind delivery = DeliveryKind.Pickup, bool isPaid = true, string? pickupPerson = null)
    {
        var order = await HasAnOrder(units, delivery, isPaid, pickupPerson);
        var work = WorkOf(order);
        (await Ana.Fulfillment.AcceptAsync(work)).Value();
        (await Ana.Fulfillment.PickAsync(work, new PickRequest())).Value();
        (await Ana.Fulfillment.PackAsync(work)).Value();
        return order;
    }

    public async Task<(OrderView Order, PickupPassView Pass)> HasAReadyPickup(int units = 2, bool isPaid = true, string? pickupPerson = null)
    {
        var order = await HasAPackedOrder(units, DeliveryKind.Pickup, isPaid, pickupPerson);
        (await Ana.Fulfillment.ReadyAsync(WorkOf(order))).Value();
        return (order, (await PassOf(order))!);
    }

    public static FulfillmentOrderId WorkOf(OrderView order) => order.FulfillmentOrders.Single().Id;

    /// <summary>As the order page and the mail see it.</summary>
    public Task<PickupPassView?> PassOf(OrderView order) => DoAsync(services => services.GetRequiredService<IPickupPasses>().FindAsync(order.Id, CancellationToken.None));

    public async Task<OrderView> Shows(OrderView order) =>
        (await DoAsync(services => services.GetRequiredService<OrderViews>().FindAsync(order.Id, CancellationToken.None)))!;

    public Task<(Quantity OnHand, Quantity Allocated)> Stock() => DoAsync(async services => (await services.GetRequiredService<DbSession>().QueryAsync(
        $"select on_hand, allocated from inventory_stock_levels where variant_id = {Jacket.Id} and location_id = {Palermo}", row => (row.Quantity(0), row.Quantity(1)), CancellationToken.None)).Single());

    /// <summary>Jackets that another store has too.</summary>
    public Task<bool> HasStock(LocationId at, int units) => DoAsync(async services =>
    {
        await services.GetRequiredService<IReceiveImportedStock>().SetOnHandAsync([new(Jacket.Id, at, Quantity.Units(units))], "count", CancellationToken.None);
        return true;
    });

    /// <summary>Written with the change: numbered or not.</summary>
    public Task<int> EventsOf<T>(OrderView order) where T : IEvent => DoAsync(async services => (await services.GetRequiredService<DbSession>().QueryAsync(
        $"select 1 from events where subject = {order.Id} and type = {typeof(T).GetCustomAttribute<EventNameAttribute>()!.Name}", _ => 1, CancellationToken.None)).Count);

    public Task<int> Sweeps<T>() where T : ISweep => server.Services.GetRequiredService<Sweeps>().RunAsync<T>(CancellationToken.None);

    /// <summary>What is broken of all that must always be true.</summary>
    public Task<List<string>> Broken() => DoAsync(BrokenIn);

    /// <summary>Seen from inside a session.</summary>
    public static async Task<List<string>> BrokenIn(IServiceProvider services)
    {
        var broken = new List<string>();
        foreach (var invariant in services.GetServices<IInvariant>())
            broken.AddRange(await invariant.ViolationsAsync(services.GetRequiredService<DbSession>(), CancellationToken.None));
        return broken;
    }

    /// <summary>A body as somebody hostile would write it. Answers the status.</summary>
    public async Task<int> Sends(HiloClient by, HttpMethod method, string path, string body)
    {
        using var request = new HttpRequestMessage(method, path) { Content = new StringContent(body, System.Text.Encoding.UTF8, "application/json") };
        request.Headers.Add("Idempotency-Key", IId<EventId>.New().ToString());
        using var answer = await by.SendAsync(request);
        return (int)answer.StatusCode;
    }

    public Task<T> DoAsync<T>(Func<IServiceProvider, Task<T>> work) =>
        server.Services.GetRequiredService<SessionScopes>().RunAsync(new Facts(), (services, _) => work(services), CancellationToken.None);

    public ValueTask DisposeAsync() => server.DisposeAsync();

    /// <summary>Streams that are open.</summary>
    public int Watching => server.Services.GetRequiredService<LiveLog>().Watching;

    /// <summary>Everything committed has its position and was handled.</summary>
    public Task SettleAsync() => server.Services.GetRequiredService<LogProgress>().SettledAsync(CancellationToken.None);

    private static WebApplicationBuilder Set(WebApplicationBuilder builder, (string Name, string? Value)[] settings)
    {
        builder.Configuration.AddInMemoryCollection(settings.Select(s => KeyValuePair.Create(s.Name, s.Value)));
        return builder;
    }

    private async Task SetUpAsync()
    {
        var company = IId<LegalEntityId>.New();
        (Palermo, Rosario) = (await HasAStore("PAL", "Palermo", company), await HasAStore("ROS", "Rosario Centro", company));
        Jacket = shelf.Put("CAM-TAFI-M", 48_900m);
        await DoAsync(async services =>
        {
            await services.GetRequiredService<IReceiveImportedStock>().SetOnHandAsync([new(Jacket.Id, Palermo, Quantity.Units(20))], "count", CancellationToken.None);
            var db = services.GetRequiredService<OrdersDb>();
            db.Add(new SalesChannel { Id = Web, Name = "Web", Kind = SalesChannelKind.Web, LegalEntityId = company, Currency = Currency.Ars, CreatedAt = Clock.GetUtcNow() });
            db.Add(new ShippingRateRow { Id = IId<OrderId>.New().Value, Currency = Currency.Ars, Area = "*", UpToGrams = 30_000, AmountMinor = 420_000, DaysFrom = 2, DaysTo = 4 });
            return await db.SaveChangesAsync();
        });
        await server.Services.GetRequiredService<SalesChannels>().StartAsync(CancellationToken.None);
        (Ana, Leo, Owner) = (await server.SignedInAsync(StaffRole.Store, [Palermo]), await server.SignedInAsync(StaffRole.Store, [Rosario]), await server.SignedInAsync(StaffRole.Owner));
    }

    private Task<LocationId> HasAStore(string code, string name, LegalEntityId company) => DoAsync(async services =>
    {
        var location = new Location { Id = IId<LocationId>.New() };
        Assert.Null(location.Set(new SaveLocationRequest(
            code, name, LocationKind.Store, company, Given.AnAddress(), "America/Argentina/Buenos_Aires", Ships: true, OffersPickup: true, null,
            [.. Enum.GetValues<DayOfWeek>().Select(d => new OpeningHours(d, new TimeOnly(10, 0), new TimeOnly(20, 0)))])));
        var db = services.GetRequiredService<InventoryDb>();
        db.Add(location);
        await db.SaveChangesAsync();
        return location.Id;
    });
}
