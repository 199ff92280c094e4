using Hilo.Customers;
using Hilo.Insights;
using Hilo.Inventory;
using Hilo.Orders;
using Hilo.Payments;
using Hilo.Platform;
using Hilo.Promotions;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Hilo.Tests.Orders;

/// <summary>A shop without a web server: places, stock, prices and orders on one database.</summary>
internal sealed class Trade(Node node, TestClock clock, Shelf shelf, Purse purse) : IAsyncDisposable
{
    public static readonly LegalEntityId Company = IId<LegalEntityId>.New();

    public Node Node => node;

    public TestClock Clock => clock;

    public Shelf Shelf => shelf;

    public Purse Purse => purse;

    public SalesChannel Web { get; private set; } = null!;

    public static async Task<Trade> OpenAsync(Database database)
    {
        var (clock, shelf, purse) = (new TestClock(), new Shelf(), new Purse());
        var node = await Node.OnAsync(database, services => Modules(services, shelf, purse), clock);
        var trade = new Trade(node, clock, shelf, purse);
        trade.Web = await trade.HasAChannel(SalesChannelKind.Web);
        return trade;
    }

    public static void Modules(IServiceCollection services, Shelf shelf, Purse purse) => services
            // On PostgreSQL its groups meet each other, as those of several hubs do.
            .AddSingleton(LaneLimits.Usual with { GroupsAtOnce = 3 })
            .AddOrders().AddInsights().WatchAcross().AddInventory().AddPromotions().AddCustomers()
            .AddSingleton<IConfiguration>(new ConfigurationBuilder().Build())
            .AddSingleton<ProblemCatalog>().AddSingleton<SessionCookies>().AddScoped<SessionLookup>().AddHttpContextAccessor().AddPlatform(Directory.CreateTempSubdirectory("hilo-orders-").FullName)
            .AddSingleton<ISellables>(shelf).AddPayments().AddSingleton<ICardPayments>(purse).AddSingleton<ICardBook>(purse);

    public async Task<SalesChannel> HasAChannel(SalesChannelKind kind, Action<SalesChannel>? change = null)
    {
        var channel = new SalesChannel { Id = IId<SalesChannelId>.New(), Name = kind.ToString(), Kind = kind, LegalEntityId = Company, Currency = Currency.Ars, CreatedAt = clock.GetUtcNow() };
        change?.Invoke(channel);
        await node.DoAsync(async services =>
        {
            var db = services.GetRequiredService<OrdersDb>();
            db.Add(channel);
            await db.SaveChangesAsync();
        });
        await node.Services.GetRequiredService<SalesChannels>().StartAsync(CancellationToken.None);
        return channel;
    }

    public async Task<LocationId> HasAStore(string code, GeoPoint? position = null, bool ships = true)
    {
        var location = new Location { Id = IId<LocationId>.New() };
        Assert.Null(location.Set(new SaveLocationRequest(
            code, $"Sucursal {code}", LocationKind.Store, Company, Given.AnAddress(), "America/Argentina/Buenos_Aires", ships, OffersPickup: true, position,
            [.. Enum.GetValues<DayOfWeek>().Select(d => new OpeningHours(d, new TimeOnly(10, 0), new TimeOnly(20, 0)))])));
        await node.DoAsync(async services =>
        {
            var db = services.GetRequiredService<InventoryDb>();
            db.Add(location);
            await db.SaveChangesAsync();
        });
        return location.Id;
    }

    public async Task<Sellable> Sells(string sku, decimal price, LocationId at, int units)
    {
        var sold = shelf.Put(sku, price);
        await HasStock(sold.Id, at, units);
        return sold;
    }

    public Task HasStock(VariantId variant, LocationId at, int units) => node.DoAsync(services =>
        services.GetRequiredService<IReceiveImportedStock>().SetOnHandAsync([new(variant, at, Quantity.Units(units))], "count", CancellationToken.None));

    public async Task HasShippingRates(params ShippingRateRow[] rows)
    {
        await node.DoAsync(async services =>
        {
            var db = services.GetRequiredService<OrdersDb>();
            db.AddRange(rows);
            await db.SaveChangesAsync();
        });
        await node.Services.GetRequiredService<SalesChannels>().StartAsync(CancellationToken.None);
    }

    /// <summary>As the endpoint does it: reads in a session of its own, and the lane writes.</summary>
    public async Task<Result<Placed>> Places(PlaceOrderRequest request)
    {
        await using var scope = node.Services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<PlaceOrderCalls>().PlaceAsync(request, null, CancellationToken.None);
    }

    /// <summary>A cart with contact and delivery, ready to be bought.</summary>
    public async Task<(CartId Id, CartCaller Caller, CartView View)> HasACart(CartDelivery delivery, params (VariantId Variant, int Units)[] lines)
    {
        var (id, caller) = await HasAnOpenCart(lines);
        await Steps(id, caller, (cart, now) => cart.SetContact(Given.AContact(), now));
        return (id, caller, await Steps(id, caller, (cart, now) => cart.SetDelivery(delivery, now)));
    }

    public async Task<(CartId Id, CartCaller Caller)> HasAnOpenCart(params (VariantId Variant, int Units)[] lines)
    {
        var token = CartToken.New();
        var cart = Given.ACart(Web.Id, token);
        var sold = await shelf.FindAsync([.. lines.Select(l => l.Variant)], Web.Id, CancellationToken.None);
        foreach (var (variant, units) in lines) Assert.False(cart.Add(sold[variant], Quantity.Units(units), clock.GetUtcNow(), TimeSpan.FromHours(24)).Refused(out _, out _));
        await node.DoAsync(async services =>
        {
            var db = services.GetRequiredService<OrdersDb>();
            db.Add(cart);
            await db.SaveChangesAsync();
        });
        return (cart.Id, new CartCaller(token, null, "10.0.0.1"));
    }

    public Task<CartView> Steps(CartId id, CartCaller caller, Func<Cart, DateTimeOffset, Problem?> change) => node.DoAsync(async services =>
        (await services.GetRequiredService<CartSteps>().TakeAsync(new CartStep(id, caller, (cart, facts) => change(cart, facts.Now)), null, CancellationToken.None)).Refused(out var problem, out var taken)
            ? throw new InvalidOperationException(problem.Code)
            : taken.View!);

    public async Task<CartView> Shows(CartId id, CartCaller caller) => await Asks(async services =>
        (await services.GetRequiredService<OpenCart>().ToReadAsync(id, caller.Token, CancellationToken.None)).Refused(out var problem, out var cart)
            ? throw new InvalidOperationException(problem.Code)
            : (await services.GetRequiredService<CartViews>().ShowAsync([cart], CancellationToken.None))[0]);

    public Task<Result<CompletionView>> Completes(CartId id, CartCaller caller, Tender tender, Money expected) =>
        Asks(services => services.GetRequiredService<CompleteCarts>().ByShopperAsync(id, caller, new CompleteCartRequest(tender, expected), CancellationToken.None));

    public Task<Result<PlacedOrder>> Paid(SaleId sale) => Asks(services => services.GetRequiredService<PlaceCart>().PaidAsync(sale, CancellationToken.None));

    public async Task<Order> Order(OrderId id) => await node.DoAsync(async services => (await OrderRows.LockAsync(services.GetRequiredService<OrdersDb>(), id, CancellationToken.None))!);

    public Task<int> Sweeps<T>() where T : ISweep => node.Services.GetRequiredService<Sweeps>().RunAsync<T>(CancellationToken.None);

    public async Task<T> Asks<T>(Func<IServiceProvider, Task<T>> question)
    {
        await using var scope = node.Services.CreateAsyncScope();
        return await question(scope.ServiceProvider);
    }

    public Task<List<(Money Amount, string Reason)>> Owed() => node.QueryAsync(
        $"select amount_minor, reason from payments_refunds_due order by opened_at", row => (row.Money(0, Currency.Ars), row.GetString(1)));

    public Task<List<string>> Events() => node.QueryAsync($"select type from events order by position", row => row.GetString(0));

    public async Task<(Quantity OnHand, Quantity Reserved, Quantity Allocated)> Stock(VariantId variant, LocationId at) => (await node.QueryAsync(
        $"select on_hand, reserved, allocated from inventory_stock_levels where variant_id = {variant} and location_id = {at}",
        row => (row.Quantity(0), row.Quantity(1), row.Quantity(2)))).Single();

    public ValueTask DisposeAsync() => node.DisposeAsync();
}
