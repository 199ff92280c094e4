using System.Net.Http.Json;
using Hilo.Client;
using Hilo.Platform;

namespace Hilo.Server.Demo;

/// <summary>Tells six weeks of the shop, step by step at the time of each, through the public API: carts that check out, calls that are typed in, parcels that leave, passes that are scanned.</summary>
internal sealed partial class DemoHistory(
    DemoHands hands, DemoClock clock, DemoJournal journal, Sweeps sweeps, LogProgress log, DemoGoods goods, Action<double> tell, ILogger<DemoShop> logger)
{
    private const int MostBaskets = 4;

    public async Task GrowAsync(CancellationToken cancel)
    {
        var steps = DemoPlan.Until(journal.Now.EndsAt);
        for (var i = journal.Now.Done; i < steps.Count; i++)
        {
            cancel.ThrowIfCancellationRequested();
            clock.StandAt(steps[i].At);
            try
            {
                await TakeAsync(steps[i], cancel);
            }
            catch (HiloProblemException e)
            {
                // A stand-in that was told to misbehave, or somebody who bought the last one: the rest of the story goes on.
                LeftOut(logger, steps[i].Act, steps[i].Sale?.Number, e.Message);
            }
            await log.SettledAsync(cancel);
            await sweeps.RunAsync("SendMails", cancel);
            journal.Done(i + 1);
            tell((i + 1.0) / steps.Count);
        }
    }

    private Task TakeAsync(PlannedStep step, CancellationToken cancel) => step switch
    {
        { Act: DemoAct.Receive } => ReceiveAsync(step.At, cancel),
        { Act: DemoAct.ExpireUnpaid } => sweeps.RunAsync("ExpireUnpaid", cancel),
        { Act: DemoAct.ExpirePickups } => ExpirePickupsAsync(cancel),
        { Act: DemoAct.Place, Sale: { } sale } => PlaceAsync(sale, cancel),
        { Sale: { } sale } => GoOnAsync(step.Act, sale, cancel),
        _ => Task.CompletedTask,
    };

    private async Task ExpirePickupsAsync(CancellationToken cancel)
    {
        await sweeps.RunAsync("ExpirePickups", cancel);
        await log.SettledAsync(cancel);
        await sweeps.RunAsync("GiveBack", cancel);
    }

    /// <summary>Tries another basket when somebody took the last one; gives the sale up in the end.</summary>
    private async Task PlaceAsync(PlannedSale sale, CancellationToken cancel)
    {
        if (journal.Now.Sales.TryGetValue(sale.Number, out var known) && (known.Number is not null || await CompleteAsync(sale, known, cancel))) return;
        for (var basket = 0; basket < MostBaskets; basket++)
        {
            var lines = goods.Choose(DemoPlan.Dice(sale.Number * 101 + basket), sale.Way == DemoWay.PhoneShip || IsShipped(sale.Way) ? null : sale.Person.Store);
            if (sale.Way is DemoWay.PhoneShip or DemoWay.Counter ? await TypeInAsync(sale, lines, cancel) : await FillCartAsync(sale, lines, cancel)) return;
        }
        LeftOut(logger, DemoAct.Place, sale.Number, "no basket was to be had");
    }

    private static bool IsShipped(DemoWay way) => way is DemoWay.WebShipCard or DemoWay.WebShipTransfer or DemoWay.PhoneShip;

    /// <summary>A cart, step by step, as the storefront does it.</summary>
    private async Task<bool> FillCartAsync(PlannedSale sale, IReadOnlyList<DemoVariant> lines, CancellationToken cancel)
    {
        var cart = DemoShop.Must(await hands.Shopper.Carts.CreateAsync(new CreateCartRequest(Lines: [.. lines.Select(v => new AddCartLine(v.Id, Quantity.One))]), cancel: cancel));
        var (id, token) = (cart.Id, cart.Token!);
        DemoShop.Must(await hands.Shopper.Carts.SetContactAsync(id, token, sale.Person.Contact, cancel));
        var delivery = IsShipped(sale.Way)
            ? new CartDelivery(DeliveryKind.Ship, Address: sale.Person.Home)
            : new CartDelivery(DeliveryKind.Pickup, goods.StoreOf(sale.Person), PickupPerson: sale.Fate == DemoFate.AnotherCollects ? Partner(sale) : null);
        if ((await hands.Shopper.Carts.SetDeliveryAsync(id, token, delivery, cancel)).Refused(out _, out var ready) || ready.Problems.Count > 0) return false;
        var bought = new DemoSale(id, token, null);
        journal.Bought(sale.Number, bought);
        return await CompleteAsync(sale, bought, cancel);
    }

    /// <summary>Safe to repeat: one cart is one order.</summary>
    private async Task<bool> CompleteAsync(PlannedSale sale, DemoSale bought, CancellationToken cancel)
    {
        if (bought is not { Cart: { } id, Token: { } token }) return false;
        if ((await hands.Shopper.Carts.OpenAsync(id, token, cancel)).Refused(out _, out var cart)) return false;
        var order = cart.Order;
        if (order is null && sale.Way is DemoWay.WebPickupCard or DemoWay.WebShipCard) order = await PayByCardAsync(sale, cart, token, cancel);
        else if (order is null)
        {
            var tender = sale.Way == DemoWay.WebPickupCash ? Tender.Cash : Tender.BankTransfer;
            if ((await hands.Shopper.Carts.CompleteAsync(id, token, new CompleteCartRequest(tender, cart.Totals.Total), cancel: cancel)).Refused(out _, out var done)) return false;
            order = done.Order;
        }
        if (order is null) return false;
        journal.Bought(sale.Number, bought with { Number = order.Number });
        return true;
    }

    /// <summary>To the gateway, a card chosen there, and back, as a browser goes.</summary>
    private async Task<PlacedOrder?> PayByCardAsync(PlannedSale sale, CartView cart, string token, CancellationToken cancel)
    {
        string[] cards = sale.Fate == DemoFate.FirstCardRefused ? ["insufficient_funds", "approved"] : ["approved"];
        foreach (var card in cards)
        {
            if ((await hands.Shopper.Carts.CompleteAsync(cart.Id, token, new CompleteCartRequest(Tender.CardOnline, cart.Totals.Total), cancel: cancel)).Refused(out _, out var done)) return null;
            if (done.Order is not null) return done.Order;
            if (done is not { RedirectUrl: { } page, Attempt: { } attempt }) return null;
            using var chosen = await hands.Browser.PostAsync(
                new Uri($"sandbox/gateway/payments/{page[(page.LastIndexOf('/') + 1)..]}/card", UriKind.Relative), JsonContent.Create(new { card }), cancel);
            if ((await hands.Shopper.ShopOrders.ReturnFromPaymentAsync(attempt.Id, cancel)).Refused(out _, out var back)) continue;
            if (back.Order is not null) return back.Order;
        }
        return null;
    }

    /// <summary>An order in one call: on the phone, or at a counter where the goods leave at once. The reference finds it again.</summary>
    private async Task<bool> TypeInAsync(PlannedSale sale, IReadOnlyList<DemoVariant> lines, CancellationToken cancel)
    {
        var isCounter = sale.Way == DemoWay.Counter;
        var placed = await (await hands.OfficeAsync(cancel)).Orders.PlaceAsync(
            new PlaceOrderRequest(
                goods.Channel(isCounter ? SalesChannelKind.Store : SalesChannelKind.Phone),
                [.. lines.Select(v => new PlaceOrderLine(Quantity.One, v.Id))],
                isCounter ? new CartDelivery(DeliveryKind.Counter, goods.StoreOf(sale.Person)) : new CartDelivery(DeliveryKind.Ship, Address: sale.Person.Home),
                sale.Person.Contact,
                isCounter
                    ? new PlaceOrderPayment(sale.Number % 2 == 0 ? Tender.Cash : Tender.CardTerminalManual, Received: true, $"Caja 1, ticket {4_200 + sale.Number}")
                    : new PlaceOrderPayment(Tender.BankTransfer, Received: true, $"Transferencia {80_310 + sale.Number}"),
                ExternalReference: $"{(isCounter ? "TK" : "TEL")}-{4_200 + sale.Number}"), cancel: cancel);
        if (placed.Refused(out _, out var order)) return false;
        journal.Bought(sale.Number, new DemoSale(null, null, order.Number));
        return true;
    }

    /// <summary>The next thing that happens to an order. What has been done already is not done again.</summary>
    private async Task GoOnAsync(DemoAct act, PlannedSale sale, CancellationToken cancel)
    {
        if (!journal.Now.Sales.TryGetValue(sale.Number, out var known) || known.Number is not { } number) return;
        var office = await hands.OfficeAsync(cancel);
        var order = DemoShop.Must(await office.Orders.FindAsync(number, cancel));
        if (act == DemoAct.SettleRefunds)
        {
            foreach (var due in order.Money.RefundsDue.Where(r => r.State == RefundDueState.Open))
                DemoShop.Must(await office.Refunds.SettleAsync(due.Id, new SettleRefundRequest(Tender.BankTransfer, $"Transferencia {91_200 + sale.Number}"), cancel: cancel));
            return;
        }
        if (order.State != OrderState.Open) return;
        if (act == DemoAct.Pay)
        {
            if (order.Money.Captured.IsZero)
                DemoShop.Must(await office.Orders.RecordPaymentAsync(order.Id, new RecordPaymentRequest(Tender.BankTransfer, order.Totals.Total, $"Transferencia {80_310 + sale.Number}"), cancel: cancel));
            return;
        }
        if (act == DemoAct.CancelByShopper)
        {
            DemoShop.Must(await hands.Shopper.ShopOrders.CancelAsync(await LinkAsync(known, cancel), cancel: cancel));
            await log.SettledAsync(cancel);
            await sweeps.RunAsync("GiveBack", cancel);
            return;
        }
        if (act == DemoAct.CancelByShop)
        {
            DemoShop.Must(await office.Orders.CancelAsync(order.Id, new CancelOrderRequest("El cliente llamó: se equivocó de talle"), cancel: cancel));
            return;
        }
        foreach (var work in order.FulfillmentOrders) await WorkAsync(act, sale, known, work, cancel);
    }

    private async Task WorkAsync(DemoAct act, PlannedSale sale, DemoSale known, FulfillmentOrderView work, CancellationToken cancel)
    {
        var floor = (await hands.FloorAsync(cancel)).Fulfillment;
        var moved = (act, work.State) switch
        {
            (DemoAct.Accept, FulfillmentState.Awaiting) => await floor.AcceptAsync(work.Id, cancel),
            (DemoAct.Pick, FulfillmentState.Accepted) => await floor.PickAsync(work.Id, new PickRequest(), cancel),
            (DemoAct.Pack, FulfillmentState.Picked) => await floor.PackAsync(work.Id, cancel),
            (DemoAct.Ready, FulfillmentState.Packed) => await floor.ReadyAsync(work.Id, cancel),
            (DemoAct.Ship, FulfillmentState.Packed) => await floor.ShipAsync(work.Id, new ShipRequest("Correo Cordillera", $"CC{48_120_300 + sale.Number * 7:D9}AR"), cancel),
            (DemoAct.Deliver, FulfillmentState.Shipped) => await floor.DeliveredAsync(work.Id, cancel),
            (DemoAct.HandOver, not FulfillmentState.HandedOver) => await floor.HandOverAtCounterAsync(work.Id, cancel),
            (DemoAct.Collect, FulfillmentState.Ready) => await CollectAsync(floor, sale, known, work, cancel),
            _ => work,
        };
        DemoShop.Must(moved);
    }

    /// <summary>The shopper opens the order's page and shows its code.</summary>
    private async Task<Result<FulfillmentOrderView>> CollectAsync(FulfillmentCalls floor, PlannedSale sale, DemoSale known, FulfillmentOrderView work, CancellationToken cancel)
    {
        var shown = DemoShop.Must(await hands.Shopper.ShopOrders.FindAsync(await LinkAsync(known, cancel), cancel));
        if (shown.Pass is null) return work;
        return await floor.HandOverAsync(
            new HandOverRequest(
                shown.Pass.Qr, work.LocationId, sale.Fate == DemoFate.AnotherCollects ? Partner(sale) : null,
                work.IsPaid ? null : new HandOverPayment(Tender.Cash, work.AmountToCollect, $"Caja 1, ticket {4_200 + sale.Number}")), cancel: cancel);
    }

    /// <summary>The signed text of the order's page, as the shopper's mail has it.</summary>
    private async Task<string> LinkAsync(DemoSale known, CancellationToken cancel)
    {
        var cart = DemoShop.Must(await hands.Shopper.Carts.OpenAsync(known.Cart!.Value, known.Token!, cancel));
        return cart.Order!.OrderUrl[(cart.Order.OrderUrl.LastIndexOf('/') + 1)..];
    }

    private static string Partner(PlannedSale sale) => DemoPeople.All[(sale.Number + 3) % DemoPeople.All.Count].Name;

    /// <summary>A delivery of the workshop for the depot, and now and then a piece that got damaged in a store.</summary>
    private async Task ReceiveAsync(DateTimeOffset at, CancellationToken cancel)
    {
        var (dice, office) = (DemoPlan.Dice(at.DayOfYear * 13), await hands.OfficeAsync(cancel));
        foreach (var variant in goods.Some(dice, 3))
            DemoShop.Must(await office.Stock.AdjustStockAsync(
                new AdjustStockRequest(variant.Id, goods.Depot, $"Entrega del taller, remito R-{at.DayOfYear:D4}", ChangeBy: Quantity.Units(dice.Next(4, 15))),
                $"demo-received-{at.UtcTicks}-{variant.Sku}", cancel));
    }

    [LoggerMessage(LogLevel.Warning, "Left out of the demo's history: {Act} of sale {Sale}: {Why}")]
    private static partial void LeftOut(ILogger log, DemoAct act, int? sale, string why);
}
