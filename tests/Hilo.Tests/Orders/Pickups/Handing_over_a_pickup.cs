using System.Security.Cryptography;
using Hilo.Client;
using Hilo.Orders;
using Hilo.Platform;
using Microsoft.Extensions.DependencyInjection;

namespace Hilo.Tests.Orders.Pickups;

public class Handing_over_a_pickup
{
    [Theory, EveryDatabase]
    public async Task Gives_the_goods_to_who_shows_the_pass_and_completes_the_order(Database database)
    {
        await using var floor = await StoreFloor.OpenAsync(database);
        var (order, pass) = await floor.HasAReadyPickup(units: 2);
        var scan = new HandOverRequest(pass.Qr, floor.Palermo);

        var seen = (await floor.Ana.Fulfillment.LookUpPassAsync(scan)).Value();
        var handed = (await floor.Ana.Fulfillment.HandOverAsync(scan)).Value();

        Assert.Equal((FulfillmentState.Ready, true, Money.Zero(Currency.Ars)), (seen.FulfillmentOrder.State, seen.FulfillmentOrder.IsPaid, seen.FulfillmentOrder.AmountToCollect));
        Assert.Equal((FulfillmentState.HandedOver, "Ana", floor.Clock.GetUtcNow()), (handed.State, handed.HandedOverBy, handed.FinishedAt!.Value));
        var after = await floor.Shows(order);
        Assert.Equal((OrderState.Completed, Quantity.Units(2)), (after.State, after.Lines.Single().Fulfilled));
        Assert.Equal((Quantity.Units(18), Quantity.Zero), await floor.Stock());
        Assert.Equal(1, await floor.EventsOf<OrderHandedOver>(order));
        Assert.Null(await floor.PassOf(order));
        Assert.Empty(await floor.Broken());
    }

    [Theory, EveryDatabase]
    public async Task Of_many_scans_at_once_one_hands_over_and_the_others_learn_who_did_and_when(Database database)
    {
        await using var floor = await StoreFloor.OpenAsync(database);
        var (order, pass) = await floor.HasAReadyPickup();

        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(i => floor.Ana.Fulfillment.HandOverAsync(new HandOverRequest(i % 2 == 0 ? pass.Qr : pass.ShortCode))));

        var refused = answers.Where(a => a.Refused(out _, out _)).Select(a => a.Problem()).ToList();
        Assert.Equal(7, refused.Count);
        Assert.All(refused, r => Assert.Equal(("pickup.already_collected", 409, "Ana"), (r.Code, r.Status, r.Facts!["handedOverBy"]!.ToString())));
        Assert.All(refused, r => Assert.NotNull(r.Facts!["handedOverAt"]));
        Assert.Equal(1, await floor.EventsOf<OrderHandedOver>(order));
        Assert.Equal((Quantity.Units(18), Quantity.Zero), await floor.Stock());
        Assert.Empty(await floor.Broken());
    }

    [Theory, EveryDatabase]
    public async Task A_repeated_call_gets_the_first_answer(Database database)
    {
        await using var floor = await StoreFloor.OpenAsync(database);
        var (order, pass) = await floor.HasAReadyPickup();

        var first = (await floor.Ana.Fulfillment.HandOverAsync(new HandOverRequest(pass.Qr), "tablet-7")).Value();
        var second = (await floor.Ana.Fulfillment.HandOverAsync(new HandOverRequest(pass.Qr), "tablet-7")).Value();

        Assert.Equal(first.FinishedAt, second.FinishedAt);
        Assert.Equal(1, await floor.EventsOf<OrderHandedOver>(order));
    }

    [Theory, EveryDatabase]
    public async Task A_code_read_aloud_works_and_somebody_else_may_collect(Database database)
    {
        await using var floor = await StoreFloor.OpenAsync(database);
        var (order, pass) = await floor.HasAReadyPickup(pickupPerson: "Marta Quiroga");
        var typed = new HandOverRequest(pass.ShortCode.Replace("-", " ", StringComparison.Ordinal).ToLowerInvariant(), Collector: "Marta Quiroga");

        Assert.Equal("Marta Quiroga", (await floor.Ana.Fulfillment.LookUpPassAsync(typed)).Value().PickupPerson);
        (await floor.Ana.Fulfillment.HandOverAsync(typed)).Value();

        Assert.Equal("Marta Quiroga", await floor.DoAsync(async services => (await services.GetRequiredService<DbSession>().QueryAsync(
            $"select collector from orders_pickup_passes where order_id = {order.Id}", row => row.GetString(0), CancellationToken.None)).Single()));
    }

    [Theory, EveryDatabase]
    public async Task What_is_paid_on_collection_is_collected_first_to_the_cent(Database database)
    {
        await using var floor = await StoreFloor.OpenAsync(database);
        var (order, pass) = await floor.HasAReadyPickup(units: 1, isPaid: false);
        var scan = new HandOverRequest(pass.Qr);
        var cash = new HandOverPayment(Tender.Cash, Money.Ars(48_900m));

        Assert.Equal(Money.Ars(48_900m), (await floor.Ana.Fulfillment.LookUpPassAsync(scan)).Value().FulfillmentOrder.AmountToCollect);
        var unpaid = (await floor.Ana.Fulfillment.HandOverAsync(scan)).Problem();
        Assert.Equal("pickup.unpaid", unpaid.Code);
        Assert.Contains("48900.00", unpaid.Facts!["amount"]!.ToString(), StringComparison.Ordinal);
        Assert.Equal("pickup.payment_amount", (await floor.Ana.Fulfillment.HandOverAsync(scan with { Payment = cash with { Amount = Money.Ars(48_899.99m) } })).Problem().Code);
        Assert.Equal("order.payment_tender", (await floor.Ana.Fulfillment.HandOverAsync(scan with { Payment = cash with { Tender = Tender.CardOnline } })).Problem().Code);
        Assert.Equal(0, await floor.EventsOf<OrderPaid>(order));

        var handed = (await floor.Ana.Fulfillment.HandOverAsync(scan with { Payment = cash })).Value();

        Assert.Equal((FulfillmentState.HandedOver, true, Money.Zero(Currency.Ars)), (handed.State, handed.IsPaid, handed.AmountToCollect));
        Assert.Equal(1, await floor.EventsOf<OrderPaid>(order));
        var money = await floor.DoAsync(async services => (await services.GetRequiredService<ISalePayments>().OfAsync([order.Money.SaleId], CancellationToken.None))[0]);
        Assert.Equal((Money.Ars(48_900m), Money.Zero(Currency.Ars)), (money.Captured, money.Expected));
        Assert.Empty(await floor.Broken());
    }

    [Theory, EveryDatabase]
    public async Task Money_is_not_taken_twice(Database database)
    {
        await using var floor = await StoreFloor.OpenAsync(database);
        var (_, pass) = await floor.HasAReadyPickup(units: 1);

        var twice = await floor.Ana.Fulfillment.HandOverAsync(new HandOverRequest(pass.Qr, Payment: new HandOverPayment(Tender.Cash, Money.Ars(48_900m))));

        Assert.Equal("order.already_paid", twice.Problem().Code);
        (await floor.Ana.Fulfillment.HandOverAsync(new HandOverRequest(pass.Qr))).Value();
    }

    [Theory, EveryDatabase]
    public async Task Nothing_is_handed_over_for_a_pass_that_is_forged_foreign_unknown_or_none(Database database)
    {
        await using var floor = await StoreFloor.OpenAsync(database);
        var (order, pass) = await floor.HasAReadyPickup();
        using var forger = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var forged = PassText.Sign(new PassFacts(1, IId<PickupPassId>.New(), 0, floor.Clock.GetUtcNow().AddDays(1)), forger);
        var changed = pass.Qr[..^1] + (pass.Qr[^1] == 'A' ? 'B' : 'A');
        var wrong = new (HiloClient By, HandOverRequest Shown, string Code, int Status)[]
        {
            (floor.Ana, new(forged), "pickup.pass_forged", 422),
            (floor.Ana, new(changed), "pickup.pass_forged", 422),
            (floor.Ana, new("2222-2222"), "pickup.code_unknown", 404),
            (floor.Ana, new("https://tienda.example/pedido"), "pickup.code_invalid", 422),
            (floor.Leo, new(pass.Qr), "pickup.other_location", 409),
            (floor.Leo, new(pass.ShortCode), "pickup.other_location", 409),
            (floor.Owner, new(pass.Qr, floor.Rosario), "pickup.other_location", 409),
        };

        foreach (var (by, shown, code, status) in wrong)
        {
            var (looked, handed) = ((await by.Fulfillment.LookUpPassAsync(shown)).Problem(), (await by.Fulfillment.HandOverAsync(shown)).Problem());
            Assert.Equal((code, status, code, status), (looked.Code, looked.Status, handed.Code, handed.Status));
        }
        Assert.Contains("Palermo", (await floor.Leo.Fulfillment.LookUpPassAsync(new(pass.Qr))).Problem().Detail, StringComparison.Ordinal);
        Assert.Equal(0, await floor.EventsOf<OrderHandedOver>(order));
        Assert.NotNull(await floor.PassOf(order));
    }

    [Theory, EveryDatabase]
    public async Task A_pass_of_a_key_that_no_longer_signs_still_opens(Database database)
    {
        await using var floor = await StoreFloor.OpenAsync(database);
        var (_, old) = await floor.HasAReadyPickup(units: 1);
        await floor.DoAsync(async services =>
        {
            await services.GetRequiredService<PassKeys>().RotateAsync(CancellationToken.None);
            return 0;
        });
        var (_, next) = await floor.HasAReadyPickup(units: 1);

        var keys = await floor.DoAsync(services => services.GetRequiredService<PassKeys>().PublicAsync(CancellationToken.None));
        Assert.Equal((1, 2), (PassText.Verify(old.Qr, keys)!.Value.KeyId, PassText.Verify(next.Qr, keys)!.Value.KeyId));
        (await floor.Ana.Fulfillment.HandOverAsync(new HandOverRequest(old.Qr))).Value();
        (await floor.Ana.Fulfillment.HandOverAsync(new HandOverRequest(next.Qr))).Value();
        var secrets = await floor.DoAsync(services => services.GetRequiredService<DbSession>().QueryAsync(
            $"select private_key from orders_pass_keys order by id", row => row.Text(0), CancellationToken.None));
        Assert.Null(secrets[0]);
        Assert.NotNull(secrets[1]);
    }
}
