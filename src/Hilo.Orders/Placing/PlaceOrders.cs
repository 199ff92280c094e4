using Hilo.Platform;

namespace Hilo.Orders;

/// <summary>The one writing path of an order, whatever channel it comes from. A group at a time: one refusal never touches its neighbors.</summary>
internal sealed class PlaceOrders(DbSession session, IClaimStock stock, ISalePayments payments, ICardBook cards, ICustomers customers, TimeProvider clock) : IGroupHandler<PlaceOrder, Placed>
{
    public async Task<IReadOnlyList<Result<Placed>>> HandleAsync(IReadOnlyList<PlaceOrder> group, CancellationToken cancel)
    {
        await session.BeginAsync(cancel);
        var answers = new Result<Placed>?[group.Count];
        // First: whoever completes the same cart in another group is waited for, and what they placed is found.
        var open = await CartRows.LockAsync(session, [.. group.Where(p => p.Cart is not null).Select(p => p.Cart!.Id)], cancel);
        await FindEarlierAsync(group, answers, cancel);
        CheckCarts(group, open, answers);
        await BookCardsAsync(group, cancel);
        await CheckMoneyAsync(group, answers, cancel);
        await ClaimAsync(group, answers, cancel);

        var now = clock.GetUtcNow();
        PlaceOrder[] accepted = [.. group.Where((_, i) => answers[i] is null)];
        if (accepted.Length > 0)
        {
            await KnowBuyersAsync(accepted, cancel);
            await NumberAsync(accepted, cancel);
            Settle(accepted, now);
            await OrderTables.InsertAsync(session, [.. accepted.Select(p => p.Order)], cancel);
            await CartRows.CloseAsync(session, accepted, now, cancel);
            await TakeMoneyAsync(accepted, now, cancel);
            foreach (var place in accepted) Tell(place);
        }
        return [.. group.Select((place, i) => answers[i] ?? new Placed(place.Order.Id, place.Order.Number, place.Order))];
    }

    /// <summary>The second completion of a cart, or the second arrival of an external reference, finds the first order; also inside one group.</summary>
    private async Task FindEarlierAsync(IReadOnlyList<PlaceOrder> group, Result<Placed>?[] answers, CancellationToken cancel)
    {
        if (!group.Any(p => p.Cart is not null || p.Order.ExternalReference is not null)) return;
        var earlier = await EarlierOrders.FindAsync(session, group, cancel);
        for (var i = 0; i < group.Count; i++)
        {
            if (EarlierOrders.KeyOf(group[i].Order) is not { } key) continue;
            if (earlier.TryGetValue(key, out var placed)) answers[i] = placed;
            else if (group.Take(i).Any(p => EarlierOrders.KeyOf(p.Order) == key)) answers[i] = OrderProblems.Busy;
        }
    }

    /// <summary>A cart must be open, and the one that was priced.</summary>
    private static void CheckCarts(IReadOnlyList<PlaceOrder> group, Dictionary<CartId, int> open, Result<Placed>?[] answers)
    {
        for (var i = 0; i < group.Count; i++)
        {
            if (answers[i] is not null || group[i].Cart is not { } cart) continue;
            if (!open.TryGetValue(cart.Id, out var version) || version != cart.Version) answers[i] = CartProblems.Changed;
        }
    }

    /// <summary>What a provider has taken is booked, whatever becomes of the order. Sales are locked after carts and before stock, as in the steps of a cart.</summary>
    private async Task BookCardsAsync(IReadOnlyList<PlaceOrder> group, CancellationToken cancel) =>
        await cards.BookAsync([.. group.Select(p => (p.Settlement as Settlement.Captured)?.Answer).OfType<CardAnswer>()], cancel);

    /// <summary>What a card was to pay must be here before the goods are promised.</summary>
    private async Task CheckMoneyAsync(IReadOnlyList<PlaceOrder> group, Result<Placed>?[] answers, CancellationToken cancel)
    {
        int[] members = [.. Enumerable.Range(0, group.Count).Where(i => answers[i] is null && group[i].Settlement is Settlement.Captured)];
        if (members.Length == 0) return;
        var money = await payments.OfAsync([.. members.Select(i => group[i].Order.SaleId)], cancel);
        for (var m = 0; m < members.Length; m++)
        {
            var order = group[members[m]].Order;
            if (money[m].Paying() < order.Total || money[m].Tender is not { } tender) answers[members[m]] = CartProblems.ChargePending;
            else order.Cover(tender, order.PlacedAt);
        }
    }

    private async Task ClaimAsync(IReadOnlyList<PlaceOrder> group, Result<Placed>?[] answers, CancellationToken cancel)
    {
        int[] members = [.. Enumerable.Range(0, group.Count).Where(i => answers[i] is null)];
        if (members.Length == 0) return;
        var taken = await stock.AllocateAsync([.. members.Select(i => group[i].Claim)], cancel);
        for (var m = 0; m < members.Length; m++)
            if (!taken[m].IsTaken) answers[members[m]] = OrderProblems.Short(taken[m].Shortages, line => group[members[m]].Order.Lines.First(l => l.Id == line).Sku);
    }

    /// <summary>The person behind each purchase, last: everybody else who recognises people locks nothing of a sale.</summary>
    private async Task KnowBuyersAsync(PlaceOrder[] accepted, CancellationToken cancel)
    {
        PlaceOrder[] told = [.. accepted.Where(p => p.Buyer is not null)];
        var known = await customers.AttachAsync([.. told.Select(p => new Buyer(p.Buyer!, p.Order.SalesChannelId, p.Facts.Cause))], cancel);
        for (var i = 0; i < told.Length; i++) told[i].Order.BoughtBy(known[i]);
    }

    private async Task NumberAsync(PlaceOrder[] accepted, CancellationToken cancel)
    {
        var last = (await session.ChangeAsync($"update orders_counters set value = value + {(long)accepted.Length} where name = 'orders' returning value", row => row.GetInt64(0), cancel))[0];
        for (var i = 0; i < accepted.Length; i++) accepted[i].Order.TakeNumber(OrderNumber.Of(accepted[i].NumberPrefix, last - accepted.Length + i + 1));
    }

    private static void Settle(PlaceOrder[] accepted, DateTimeOffset now)
    {
        foreach (var place in accepted)
        {
            if (place.Settlement is Settlement.Received received) place.Order.Cover(received.Tender, now);
            else if (place.Settlement is Settlement.Later later && place.Order.Total.IsPositive) place.Order.ExpectPayment(later.Tender, later.Deadline);
            else if (place.Settlement is Settlement.Later free) place.Order.Cover(free.Tender ?? Tender.Cash, now);
        }
    }

    private async Task TakeMoneyAsync(PlaceOrder[] accepted, DateTimeOffset now, CancellationToken cancel)
    {
        ExpectedPayment[] expected = [.. accepted.Where(p => p.Order.Total.IsPositive && p.Settlement is Settlement.Later { Tender: not null })
            .Select(p => (p.Order, Later: (Settlement.Later)p.Settlement))
            .Select(p => new ExpectedPayment(IId<PaymentId>.New(), p.Order.SaleId, p.Later.Tender!.Value, p.Order.Total, p.Later.Deadline))];
        ReceivedPayment[] received = [.. accepted.Where(p => p.Order.Total.IsPositive && p.Settlement is Settlement.Received)
            .Select(p => (p.Order, Received: (Settlement.Received)p.Settlement))
            .Select(p => new ReceivedPayment(IId<PaymentId>.New(), p.Order.SaleId, p.Received.Tender, p.Order.Total, p.Received.Reference, now))];
        if (expected.Length > 0) await payments.ExpectAsync(expected, cancel);
        if (received.Length > 0) await payments.RecordAsync(received, cancel);
    }

    private void Tell(PlaceOrder place)
    {
        var (order, facts) = (place.Order, place.Facts with { SalesChannelId = place.Order.SalesChannelId });
        session.Publish(new OrderPlaced(order.Id, order.Number, order.SaleId, order.CartId, order.CustomerId, order.SalesChannelId, order.Delivery, order.Total,
            IsPaid: order.PaidAt is not null, IsTold: order.ContactEmail is not null && order.Delivery != DeliveryKind.Counter), facts);
        if (order.PaidAt is not null && order.Tender is { } tender)
            session.Publish(new OrderPaid(order.Id, order.Number, order.CustomerId, order.SalesChannelId, order.Total, tender, AtPlacing: true), facts);
    }
}
