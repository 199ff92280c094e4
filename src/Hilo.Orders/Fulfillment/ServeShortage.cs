namespace Hilo.Orders;

/// <param name="Moved">Units that now come from <paramref name="From"/>.</param>
internal sealed record ServedShortage(Quantity Moved, IReadOnlyList<string> From, Quantity Canceled, Money RefundOwed, bool IsOrderCanceled);

/// <summary>What happens to units that a location cannot find: the stock is put right, another location sends them, and what nobody has is canceled and owed back.</summary>
internal sealed class ServeShortage(
    OrdersDb db, IClaimStock stock, IAvailability availability, ILocations locations, IShopStores stores, ISalePayments payments, IPriceSales prices, SettleOrders settle, CancelOrders cancels)
{
    public async Task<Result<ServedShortage>> ServeAsync(WorkInHand hand, ReportShortageRequest request, CancellationToken cancel)
    {
        var (order, work, now) = hand;
        var wanted = work.Lines.Find(l => l.OrderLineId == request.OrderLineId)?.Quantity ?? Quantity.Zero;
        if (work.GiveUp(request.OrderLineId, request.Found, now).Refused(out var problem, out var missing)) return problem;
        var line = order.Lines.Single(l => l.Id == request.OrderLineId);
        await stock.LoseAsync([new StockRelease(order.Id, line.Id, line.VariantId, work.LocationId, missing)], $"No se encontró al preparar {order.Number}", cancel);

        var (moved, from) = await MoveAsync(order, work, line, missing, now, cancel);
        db.Publish(new UnitsNotFound(order.Id, order.Number, work.Id, order.CustomerId, work.LocationId, line.Id, line.VariantId, wanted, request.Found, moved));
        if (work.State == FulfillmentState.Canceled) db.Publish(hand.Moved());
        var gone = missing - moved;
        if (gone.IsZero) return new ServedShortage(moved, from, Quantity.Zero, Money.Zero(order.Currency), false);
        return order.IsOverWithout(line.Id, gone) ? await CancelAllAsync(order, gone, cancel) : await CancelUnitsAsync(order, line, moved, from, gone, cancel);
    }

    /// <summary>A parcel can leave from anywhere; what is collected or sold at a counter is nowhere else.</summary>
    private async Task<(Quantity Moved, IReadOnlyList<string> From)> MoveAsync(Order order, FulfillmentOrder work, OrderLine line, Quantity missing, DateTimeOffset now, CancellationToken cancel)
    {
        if (order.Delivery != DeliveryKind.Ship) return (Quantity.Zero, []);
        var places = (await locations.AllAsync(cancel)).Where(p => p.Id != work.LocationId).ToList();
        var there = (await availability.FindAsync([new([line.VariantId], order.SalesChannelId, ClaimPurpose.Ship, null)], cancel))[0];
        var to = PostalCode.TryParse(order.ShipTo?.PostalCode, out var code) ? stores.Locate(code) : (GeoPoint?)null;
        var plan = Sourcing.Decide(new SourcingRequest(order.Delivery, null, to, [new SourcingLine(line.Id, line.VariantId, line.Sku, missing)], places, there));
        if (plan.Claims.Count == 0) return (Quantity.Zero, []);
        // Somebody may have taken it since: then it is not there, and is canceled.
        var claim = new StockClaim(order.Id, null, order.SalesChannelId, ClaimPurpose.Ship, plan.Claims);
        if (!(await stock.AllocateAsync([claim], cancel))[0].IsTaken) return (Quantity.Zero, []);

        foreach (var part in plan.Claims) GiveWork(order, part, places.Single(p => p.Id == part.LocationId), now);
        db.Add(new SourcingDecision
        {
            Id = IId<SourcingDecisionId>.New(),
            OrderId = order.Id,
            Profile = Sourcing.Profile,
            ProfileVersion = Sourcing.ProfileVersion,
            Rule = plan.Rule,
            Words = $"No se encontraron {missing} × {line.Sku}. {plan.Words}",
            Candidates = plan.Candidates,
            DecidedAt = now,
        });
        return (new Quantity(plan.Claims.Sum(c => c.Quantity.Thousandths)), [.. plan.Claims.Select(c => places.Single(p => p.Id == c.LocationId).Name).Distinct()]);
    }

    private void GiveWork(Order order, StockClaimLine part, Place place, DateTimeOffset now)
    {
        if (order.FulfillmentOrders.Find(f => f.LocationId == place.Id && f.State == FulfillmentState.Awaiting) is { } waiting)
        {
            if (waiting.TakeOn(part.OrderLine, part.VariantId, part.Quantity) is { } added) db.Add(added);
            return;
        }
        var work = new FulfillmentOrder
        {
            Id = IId<FulfillmentOrderId>.New(),
            OrderId = order.Id,
            OrderNumber = order.Number,
            LocationId = place.Id,
            Delivery = order.Delivery,
            CreatedAt = now,
            DueAt = StoreClock.ReadyFrom(place, now),
        };
        work.Lines.Add(new FulfillmentLine { FulfillmentOrderId = work.Id, OrderLineId = part.OrderLine, VariantId = part.VariantId, Quantity = part.Quantity });
        order.FulfillmentOrders.Add(work);
        db.Add(work);
    }

    private async Task<Result<ServedShortage>> CancelAllAsync(Order order, Quantity gone, CancellationToken cancel)
    {
        var before = (await payments.OfAsync([order.SaleId], cancel))[0].Free();
        if (await cancels.CancelAsync(order, CancelReasons.NotFound, cancel) is { } problem) return problem;
        return new ServedShortage(Quantity.Zero, [], gone, before, true);
    }

    private async Task<Result<ServedShortage>> CancelUnitsAsync(Order order, OrderLine line, Quantity moved, IReadOnlyList<string> from, Quantity gone, CancellationToken cancel)
    {
        var share = prices.Refund(new RefundRequest(
            order.Currency, [new LineToRefund(line.Sku, line.TaxCode, line.Ordered, order.Amount(line.GrossMinor + line.ChangedMinor), line.Canceled, order.Amount(line.CanceledMinor), gone)]));
        if (share.Refused(out var problem, out var priced)) return problem;
        var due = order.Due;
        if (order.CancelUnits(line.Id, gone, priced.Total).Refused(out problem, out var canceled)) return problem;

        var (owed, tributes) = ((await payments.OfAsync([order.SaleId], cancel))[0].Free() - order.Due, due - order.Due - priced.Total);
        if (!owed.IsPositive) owed = Money.Zero(order.Currency);
        else await payments.OweAsync([new OwedRefund(
            IId<RefundDueId>.New(), order.SaleId, order.Id, owed, CancelReasons.NotFound, Lines(line, gone, priced.Total, tributes, owed))], cancel);
        await AskForLessAsync(order, cancel);
        db.Publish(new UnitsCanceled(order.Id, order.Number, order.CustomerId, order.SalesChannelId, CancelReasons.NotFound, owed, [canceled]));
        return new ServedShortage(moved, from, gone, owed, false);
    }

    /// <summary>Units and their tributes apart while all of it goes back; otherwise as one sum.</summary>
    private static OwedRefundLine[] Lines(OrderLine line, Quantity gone, Money cost, Money tributes, Money owed) => owed != cost + tributes
        ? [new OwedRefundLine(null, Quantity.Zero, owed)]
        : [new OwedRefundLine(line.Id, gone, cost), .. tributes.IsPositive ? [new OwedRefundLine(null, Quantity.Zero, tributes)] : Array.Empty<OwedRefundLine>()];

    /// <summary>What was promised of an order that is not paid yet is more than it costs now.</summary>
    private async Task AskForLessAsync(Order order, CancellationToken cancel)
    {
        if (order is not { PaidAt: null, Tender: { } tender, PaymentDeadline: { } deadline }) return;
        await payments.CancelExpectedAsync([order.SaleId], cancel);
        var left = order.Due - (await payments.OfAsync([order.SaleId], cancel))[0].Paying();
        if (left.IsPositive) await payments.ExpectAsync([new ExpectedPayment(IId<PaymentId>.New(), order.SaleId, tender, left, deadline)], cancel);
        else await settle.SettleAsync(order, cancel);
    }
}
