using Hilo.Orders;
using Hilo.Platform;
using Microsoft.Extensions.DependencyInjection;

namespace Hilo.Tests.Orders;

public class Buying_a_cart
{
    [Theory, EveryDatabase]
    public async Task Delivery_holds_the_units_and_buying_turns_the_hold_into_the_order(Database database)
    {
        await using var trade = await Trade.OpenAsync(database);
        var palermo = await trade.HasAStore("PAL");
        var jacket = await trade.Sells("CAM-1", 48_900m, palermo, 3);

        var (id, caller, view) = await trade.HasACart(Given.APickup(palermo), (jacket.Id, 2));

        Assert.Equal(trade.Clock.GetUtcNow().AddMinutes(15), view.HeldUntil);
        Assert.Empty(view.Problems);
        Assert.Equal((Quantity.Units(2), Quantity.Zero), ((await trade.Stock(jacket.Id, palermo)).Reserved, (await trade.Stock(jacket.Id, palermo)).Allocated));

        var bought = await trade.Completes(id, caller, Tender.Cash, view.Totals.Total);

        Assert.False(bought.Refused(out var problem, out var done), problem?.Detail);
        Assert.Equal((Quantity.Zero, Quantity.Units(2)), ((await trade.Stock(jacket.Id, palermo)).Reserved, (await trade.Stock(jacket.Id, palermo)).Allocated));
        var after = await trade.Shows(id, caller);
        Assert.Equal((CartState.Completed, done.Order!.Number, null), (after.State, after.Order!.Number, after.HeldUntil));
        Assert.StartsWith("/pedido/", after.Order.OrderUrl, StringComparison.Ordinal);
    }

    [Theory, EveryDatabase]
    public async Task Fifty_completions_at_once_place_one_order(Database database)
    {
        await using var trade = await Trade.OpenAsync(database);
        var palermo = await trade.HasAStore("PAL");
        var jacket = await trade.Sells("CAM-1", 48_900m, palermo, 60);
        var (id, caller, view) = await trade.HasACart(Given.APickup(palermo), (jacket.Id, 1));

        var answers = await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => trade.Completes(id, caller, Tender.Cash, view.Totals.Total)));

        Assert.Single(answers.Select(a => a.Refused(out var problem, out var done) ? problem.Code : done.Order!.Number).Distinct());
        Assert.Equal(Quantity.Units(1), (await trade.Stock(jacket.Id, palermo)).Allocated);
        Assert.Single(await trade.Node.QueryAsync($"select id from orders_orders", row => row.Uuid(0)));
    }

    [Theory, EveryDatabase]
    public async Task Return_page_webhook_and_sweeper_at_once_place_one_order(Database database)
    {
        await using var trade = await Trade.OpenAsync(database);
        var palermo = await trade.HasAStore("PAL");
        var jacket = await trade.Sells("CAM-1", 48_900m, palermo, 60);
        var (id, caller, view) = await trade.HasACart(Given.APickup(palermo), (jacket.Id, 1));
        var opened = await trade.Completes(id, caller, Tender.CardOnline, view.Totals.Total);
        Assert.False(opened.Refused(out _, out var waiting));
        Assert.StartsWith("https://card.test/", waiting!.RedirectUrl, StringComparison.Ordinal);
        await trade.Purse.Pay(trade.Node, waiting.Attempt!.Id);

        var answers = await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => trade.Paid(waiting.Attempt.Sale)));

        Assert.Single(answers.Select(a => a.Refused(out var problem, out var placed) ? problem.Code : placed.Number).Distinct());
        Assert.Equal(Quantity.Units(1), (await trade.Stock(jacket.Id, palermo)).Allocated);
        Assert.Single(await trade.Events(), e => e == "orders.order_paid");
        Assert.Empty(await trade.Owed());
    }

    [Theory, EveryDatabase]
    public async Task Money_that_comes_after_the_hold_claims_again_while_there_is_stock(Database database)
    {
        await using var trade = await Trade.OpenAsync(database);
        var palermo = await trade.HasAStore("PAL");
        var jacket = await trade.Sells("CAM-1", 48_900m, palermo, 1);
        var (id, caller, view) = await trade.HasACart(Given.APickup(palermo), (jacket.Id, 1));
        var waiting = await Opened(trade, id, caller, view);
        trade.Clock.Advance(TimeSpan.FromDays(2));

        await trade.Purse.Pay(trade.Node, waiting.Id);
        var placed = await trade.Paid(waiting.Sale);

        Assert.False(placed.Refused(out var problem, out _), problem?.Detail);
        Assert.Equal(Quantity.Units(1), (await trade.Stock(jacket.Id, palermo)).Allocated);
    }

    [Theory, EveryDatabase]
    public async Task Money_that_comes_when_the_units_are_gone_is_owed_back_once_and_seen(Database database)
    {
        await using var trade = await Trade.OpenAsync(database);
        var palermo = await trade.HasAStore("PAL");
        var jacket = await trade.Sells("CAM-1", 48_900m, palermo, 1);
        var (id, caller, view) = await trade.HasACart(Given.APickup(palermo), (jacket.Id, 1));
        var waiting = await Opened(trade, id, caller, view);
        trade.Clock.Advance(TimeSpan.FromHours(2));
        await trade.Sweeps<Hilo.Inventory.ExpireReservations>();
        Assert.False((await trade.Places(Given.AnOrder(trade.Web.Id, Given.APickup(palermo), (jacket.Id, 1)))).Refused(out _, out _));

        await trade.Purse.Pay(trade.Node, waiting.Id);
        var answers = await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => trade.Paid(waiting.Sale)));

        Assert.All(answers, a => Assert.Equal("cart.late_money", a.Refused(out var problem, out _) ? problem.Code : "placed"));
        Assert.Equal((view.Totals.Total, "late_money"), Assert.Single(await trade.Owed()));
        Assert.Single(await trade.Events(), e => e == "orders.late_money");
        Assert.Contains((await trade.Shows(id, caller)).Problems, p => p.Code == "cart.late_money");
    }

    [Theory, EveryDatabase]
    public async Task No_card_is_charged_for_units_that_are_not_there(Database database)
    {
        await using var trade = await Trade.OpenAsync(database);
        var palermo = await trade.HasAStore("PAL");
        var jacket = await trade.Sells("CAM-1", 48_900m, palermo, 1);
        var (first, holder, view) = await trade.HasACart(Given.APickup(palermo), (jacket.Id, 1));
        var (second, late, _) = await trade.HasACart(Given.APickup(palermo), (jacket.Id, 1));

        Assert.Equal("stock.insufficient", (await trade.Completes(second, late, Tender.CardOnline, view.Totals.Total)).Refused(out var problem, out _) ? problem.Code : "charged");

        Assert.Contains("CAM-1: 0 of 1", problem!.Detail, StringComparison.Ordinal);
        Assert.Equal(0, trade.Purse.Opened);
        // Nothing is being charged, and the one who holds the unit is served.
        Assert.Equal(0L, Assert.Single(await trade.Node.QueryAsync($"select count(*) from orders_carts where charge_minor is not null", row => row.GetInt64(0))));
        await trade.Purse.Pay(trade.Node, (await Opened(trade, first, holder, view)).Id);
        Assert.False((await trade.Paid((await trade.Node.QueryAsync($"select sale_id from orders_carts where id = {first.Value}", row => new SaleId(row.Uuid(0)))).Single())).Refused(out _, out _));
        Assert.Empty(await trade.Owed());
    }

    [Theory, EveryDatabase]
    public async Task A_cart_too_large_to_be_held_is_charged_only_while_its_units_are_there(Database database)
    {
        await using var trade = await Trade.OpenAsync(database);
        var palermo = await trade.HasAStore("PAL");
        var jacket = await trade.Sells("CAM-1", 100m, palermo, 100);
        var (id, caller, view) = await trade.HasACart(Given.APickup(palermo), (jacket.Id, 61));
        var (other, second, _) = await trade.HasACart(Given.APickup(palermo), (jacket.Id, 61));
        Assert.Null(view.HeldUntil);

        await trade.Purse.Pay(trade.Node, (await Opened(trade, id, caller, view)).Id);
        Assert.False((await trade.Completes(id, caller, Tender.CardOnline, view.Totals.Total)).Refused(out var problem, out _), problem?.Detail);

        Assert.Equal("stock.insufficient", (await trade.Completes(other, second, Tender.CardOnline, view.Totals.Total)).Refused(out problem, out _) ? problem.Code : "charged");
        Assert.Equal(1, trade.Purse.Opened);
    }

    [Theory, EveryDatabase]
    public async Task A_changed_price_stops_the_purchase_until_the_new_total_is_confirmed(Database database)
    {
        await using var trade = await Trade.OpenAsync(database);
        var palermo = await trade.HasAStore("PAL");
        var jacket = await trade.Sells("CAM-1", 48_900m, palermo, 3);
        var (id, caller, view) = await trade.HasACart(Given.APickup(palermo), (jacket.Id, 1));
        trade.Shelf.Reprice(jacket.Id, 60_000m);
        Assert.Equal(Money.Ars(48_900m), (await trade.Shows(id, caller)).Totals.Total);
        trade.Clock.Advance(TimeSpan.FromHours(25));

        var refused = await trade.Completes(id, caller, Tender.Cash, view.Totals.Total);

        Assert.Equal("cart.total_changed", refused.Refused(out var problem, out _) ? problem.Code : "");
        Assert.Equal(Money.Ars(60_000m), (await trade.Shows(id, caller)).Totals.Total);
        Assert.False((await trade.Completes(id, caller, Tender.Cash, Money.Ars(60_000m))).Refused(out _, out _));
    }

    [Theory, EveryDatabase]
    public async Task What_is_missing_is_said_and_nothing_is_taken(Database database)
    {
        await using var trade = await Trade.OpenAsync(database);
        var palermo = await trade.HasAStore("PAL");
        var jacket = await trade.Sells("CAM-1", 48_900m, palermo, 1);
        var (id, caller) = await trade.HasAnOpenCart((jacket.Id, 2));

        Assert.Equal("cart.contact_missing", await Refusal(Tender.Cash));
        await trade.Steps(id, caller, (cart, now) => cart.SetContact(Given.AContact(), now));
        Assert.Equal("cart.delivery_missing", await Refusal(Tender.Cash));
        var view = await trade.Steps(id, caller, (cart, now) => cart.SetDelivery(Given.APickup(palermo), now));
        Assert.Null(view.HeldUntil);
        Assert.Equal("stock.insufficient", Assert.Single(view.Problems).Code);
        Assert.Equal(Quantity.Units(1), view.Lines.Single().MaxQuantity);
        Assert.Equal("cart.tender_invalid", await Refusal(Tender.StoreCredit));
        Assert.Equal("stock.insufficient", await Refusal(Tender.Cash));
        Assert.Equal("cart.not_found", (await trade.Completes(id, caller with { Token = "another" }, Tender.Cash, Money.Ars(1))).Refused(out var foreign, out _) ? foreign.Code : "");
        Assert.Equal("cart.not_found", (await trade.Completes(IId<CartId>.New(), caller, Tender.Cash, Money.Ars(1))).Refused(out var absent, out _) ? absent.Code : "");
        Assert.Equal(foreign, absent);
        Assert.Equal((Quantity.Zero, Quantity.Zero), ((await trade.Stock(jacket.Id, palermo)).Reserved, (await trade.Stock(jacket.Id, palermo)).Allocated));

        async Task<string> Refusal(Tender tender) => (await trade.Completes(id, caller, tender, Money.Ars(97_800m))).Refused(out var problem, out _) ? problem.Code : "placed";
    }

    [Theory, EveryDatabase]
    public async Task Nobody_holds_more_than_the_limit_with_however_many_carts(Database database)
    {
        await using var trade = await Trade.OpenAsync(database);
        var palermo = await trade.HasAStore("PAL");
        var jacket = await trade.Sells("CAM-1", 48_900m, palermo, 500);

        for (var i = 0; i < 8; i++) await trade.HasACart(Given.APickup(palermo), (jacket.Id, 10));

        Assert.Equal(Quantity.Units(60), (await trade.Stock(jacket.Id, palermo)).Reserved);
    }

    [Theory, EveryDatabase]
    public async Task An_order_that_is_not_paid_in_time_is_canceled_and_its_units_are_free(Database database)
    {
        await using var trade = await Trade.OpenAsync(database);
        var palermo = await trade.HasAStore("PAL");
        var jacket = await trade.Sells("CAM-1", 48_900m, palermo, 3);
        var (id, caller, view) = await trade.HasACart(Given.APickup(palermo), (jacket.Id, 2));
        Assert.False((await trade.Completes(id, caller, Tender.BankTransfer, view.Totals.Total)).Refused(out _, out var done));

        trade.Clock.Advance(TimeSpan.FromMinutes(59));
        Assert.Equal(0, await trade.Sweeps<ExpireUnpaid>());
        trade.Clock.Advance(TimeSpan.FromMinutes(2));
        Assert.Equal(1, await trade.Sweeps<ExpireUnpaid>());

        var order = await trade.Order(done!.Order!.Id);
        Assert.Equal((OrderState.Canceled, "payment_deadline"), (order.State, order.CancelReason));
        Assert.Equal((Quantity.Zero, Quantity.Units(3)), ((await trade.Stock(jacket.Id, palermo)).Allocated, (await trade.Stock(jacket.Id, palermo)).OnHand));
        Assert.Empty(await trade.Owed());
        Assert.Single(await trade.Events(), e => e == "orders.order_canceled");
    }

    [Theory, EveryDatabase]
    public async Task Canceling_a_paid_order_releases_and_owes_once(Database database)
    {
        await using var trade = await Trade.OpenAsync(database);
        var palermo = await trade.HasAStore("PAL");
        var jacket = await trade.Sells("CAM-1", 48_900m, palermo, 3);
        Assert.False((await trade.Places(Given.AnOrder(trade.Web.Id, Given.APickup(palermo), (jacket.Id, 2)) with { Payment = new(Tender.Cash, Received: true) })).Refused(out _, out var placed));

        var answers = await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => trade.Node.DoAsync(async services =>
        {
            var db = services.GetRequiredService<OrdersDb>();
            var order = (await OrderRows.LockAsync(db, placed!.Id, CancellationToken.None))!;
            var problem = await services.GetRequiredService<CancelOrders>().CancelAsync(order, CancelReasons.Staff, CancellationToken.None);
            await db.SaveChangesAsync();
            return problem?.Code;
        })));

        Assert.Equal(4, answers.Count(a => a == "order.not_open"));
        Assert.Equal(Money.Ars(97_800m), Assert.Single(await trade.Owed()).Amount);
        Assert.Equal(Quantity.Zero, (await trade.Stock(jacket.Id, palermo)).Allocated);
        Assert.Single(await trade.Events(), e => e == "orders.order_canceled");
    }

    [Theory, EveryDatabase]
    public async Task Abandoned_carts_leave_with_their_personal_data(Database database)
    {
        await using var trade = await Trade.OpenAsync(database);
        var palermo = await trade.HasAStore("PAL");
        var jacket = await trade.Sells("CAM-1", 48_900m, palermo, 3);
        await trade.HasACart(Given.APickup(palermo), (jacket.Id, 1));

        trade.Clock.Advance(TimeSpan.FromDays(29));
        Assert.Equal(0, await trade.Sweeps<ForgetCarts>());
        trade.Clock.Advance(TimeSpan.FromDays(2));
        Assert.Equal(1, await trade.Sweeps<ForgetCarts>());

        Assert.Empty(await trade.Node.QueryAsync($"select id from orders_carts", row => row.Uuid(0)));
        Assert.Equal(Quantity.Zero, (await trade.Stock(jacket.Id, palermo)).Reserved);
    }

    private static async Task<CardAttempt> Opened(Trade trade, CartId id, CartCaller caller, CartView view) =>
        (await trade.Completes(id, caller, Tender.CardOnline, view.Totals.Total)).Refused(out var problem, out var waiting) ? throw new InvalidOperationException(problem.Code) : waiting.Attempt!;
}
