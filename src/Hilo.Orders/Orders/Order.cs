namespace Hilo.Orders;

internal enum OrderTrigger { Complete, Cancel }

/// <summary>A sale of any channel. Placed by the one writing path of <see cref="PlaceOrders"/>; afterwards changed through its rules only.</summary>
internal sealed class Order
{
    internal static readonly Transitions<OrderState, OrderTrigger> Life = new(start: OrderState.Open)
    {
        [OrderState.Open, OrderTrigger.Complete] = OrderState.Completed,
        [OrderState.Open, OrderTrigger.Cancel] = OrderState.Canceled,
    };

    public required OrderId Id { get; init; }

    public int Version { get; private set; } = 1;

    /// <summary>What people say on the phone; given when the order is written.</summary>
    public string Number { get; private set; } = "";

    public required SalesChannelId SalesChannelId { get; init; }

    public required LegalEntityId LegalEntityId { get; init; }

    public required SaleId SaleId { get; init; }

    public CartId? CartId { get; init; }

    public string? ExternalReference { get; init; }

    public CustomerId? CustomerId { get; private set; }

    /// <summary>Whose account shows it: bought signed-in, or its link was opened by the signed-in buyer. A known e-mail alone is not enough.</summary>
    public CustomerId? AccountId { get; private set; }

    public OrderState State { get; private set; } = OrderState.Open;

    /// <summary>Of the work order that is furthest behind.</summary>
    public FulfillmentState Fulfillment { get; private set; } = FulfillmentState.Awaiting;

    public string? CancelReason { get; private set; }

    /// <summary>Language of its messages.</summary>
    public required string Culture { get; init; }

    public required Currency Currency { get; init; }

    public string? ContactEmail { get; init; }

    public string? ContactName { get; init; }

    public string? ContactPhone { get; init; }

    /// <summary>Name and e-mail in lower case without accents, for the search of the back office.</summary>
    public required string Search { get; init; }

    public string? ReceiverDocumentType { get; init; }

    public string? ReceiverDocumentNumber { get; init; }

    public int? ReceiverVatCondition { get; init; }

    public string? ReceiverName { get; init; }

    public PostalAddress? ReceiverAddress { get; init; }

    public required DeliveryKind Delivery { get; init; }

    /// <summary>Where it is collected, or the counter that sold it.</summary>
    public LocationId? LocationId { get; init; }

    public PostalAddress? ShipTo { get; init; }

    public string? ShipProvince { get; init; }

    public string? PickupPerson { get; init; }

    public int? ShipDaysFrom { get; init; }

    public int? ShipDaysTo { get; init; }

    public required long GoodsMinor { get; init; }

    public required long DiscountsMinor { get; init; }

    public required long ShippingMinor { get; init; }

    /// <summary>Goods, discounts and delivery: the total but for its tributes.</summary>
    public required long PricesMinor { get; init; }

    public required long VatMinor { get; init; }

    public required long NetMinor { get; init; }

    public required IReadOnlyList<TaxTotal> Taxes { get; init; }

    public required IReadOnlyList<PricedShipping> ShippingParts { get; init; }

    /// <summary>Taxes that were charged on top of the prices; null for most orders.</summary>
    public IReadOnlyList<SaleTribute>? Tributes { get; init; }

    public long TributesMinor { get; init; }

    /// <summary>By how much they come to less or more since it was sold: they follow what lines and delivery still cost.</summary>
    public long TributesChangedMinor { get; private set; }

    /// <summary>Units of all lines.</summary>
    public required Quantity Quantity { get; init; }

    public Tender? Tender { get; private set; }

    /// <summary>An unpaid order is canceled then.</summary>
    public DateTimeOffset? PaymentDeadline { get; private set; }

    public DateTimeOffset? PaidAt { get; private set; }

    public required DateTimeOffset PlacedAt { get; init; }

    public DateTimeOffset? EndedAt { get; private set; }

    public string? Notes { get; private set; }

    public List<OrderLine> Lines { get; init; } = [];

    public List<FulfillmentOrder> FulfillmentOrders { get; init; } = [];

    public List<SourcingDecision> Sourcing { get; init; } = [];

    public void ShowInAccount(CustomerId? account) => AccountId = account;

    public void BoughtBy(CustomerId customer) => CustomerId = customer;

    public Money Total => Amount(PricesMinor + TributesMinor);

    /// <summary>What canceled units cost, with their tributes.</summary>
    public Money Canceled => Amount(Lines.Sum(l => l.CanceledMinor) + TributesMinor - TributesWithoutChanges);

    /// <summary>By how much its delivery costs more or less than when it was sold.</summary>
    public long ShippingChangedMinor { get; private set; }

    /// <summary>By how much lines, delivery and their tributes cost more or less than when they were sold, canceled units aside.</summary>
    public Money Changed => Amount(Lines.Sum(l => l.ChangedMinor) + ShippingChangedMinor + TributesMinor + TributesChangedMinor - TributesWithoutChanges);

    /// <summary>What the buyer owes for everything that was not canceled. Needs the lines.</summary>
    public Money Due => Total - Canceled + Changed;

    public Money Amount(long minor) => new(minor, Currency);

    /// <summary>What is kept of its tributes is what was charged, and what is left of the sale. Needs the lines.</summary>
    public bool HasRightTributes => TributesMinor == (Tributes ?? []).Total(Currency).Minor && TributesMinor + TributesChangedMinor == TributesOf(l => l.OwedMinor, ShippingChangedMinor);

    /// <summary>Numbers are taken inside the transaction that writes the order.</summary>
    public void TakeNumber(string number)
    {
        Number = number;
        foreach (var work in FulfillmentOrders) work.OrderNumber = number;
    }

    public void ExpectPayment(Tender? tender, DateTimeOffset deadline) => (Tender, PaymentDeadline) = (tender, deadline);

    /// <summary>What was asked for is here. Says so once.</summary>
    public OrderPaid? Cover(Tender tender, DateTimeOffset now)
    {
        if (PaidAt is not null) return null;
        (Tender, PaidAt, PaymentDeadline) = (tender, now, null);
        Version++;
        return new OrderPaid(Id, Number, CustomerId, SalesChannelId, Total, tender);
    }

    /// <summary>A pickup that waits in the store may be paid there until the store gives it up.</summary>
    public void KeepUntil(DateTimeOffset heldUntil)
    {
        if (PaidAt is null && State == OrderState.Open) (PaymentDeadline, Version) = (heldUntil, Version + 1);
    }

    /// <summary>Ends the order before anything left the house: every unit that is still open is canceled.</summary>
    /// <param name="note">What a person wrote about it: for staff, never into the log.</param>
    /// <param name="owed">Money that is here and goes back.</param>
    public Result<OrderCanceled> Cancel(string reason, string? note, Money owed, DateTimeOffset now)
    {
        if (Lines.Exists(l => l.Fulfilled.IsPositive)) return OrderProblems.AlreadyHandedOver;
        if (!Life.Allows(State, OrderTrigger.Cancel, out var next)) return OrderProblems.NotOpen(State);
        var lines = Lines.FindAll(l => l.Open.IsPositive).ConvertAll(l =>
        {
            var (units, costMinor) = l.CancelRest();
            return new CanceledLine(l.Id, l.VariantId, units, Amount(costMinor));
        });
        (State, Fulfillment, CancelReason, EndedAt, PaymentDeadline, Version) = (next, FulfillmentState.Canceled, reason, now, null, Version + 1);
        FollowTributes();
        Notes = note ?? Notes;
        return new OrderCanceled(Id, Number, CustomerId, SalesChannelId, reason, owed, lines);
    }

    /// <summary>Takes units out of an order that goes on with the rest.</summary>
    /// <param name="cost">Their share of what the line costs.</param>
    public Result<CanceledLine> CancelUnits(OrderLineId line, Quantity units, Money cost)
    {
        if (State != OrderState.Open) return OrderProblems.NotOpen(State);
        var found = Lines.Single(l => l.Id == line);
        found.Cancel(units, cost.Minor);
        FollowTributes();
        Version++;
        return new CanceledLine(line, found.VariantId, units, cost);
    }

    /// <summary>Changes what lines and delivery cost, after the order was paid. A change is made whole or not at all.</summary>
    public Result<ChargeChanged> ChangeCharge(Guid change, IReadOnlyList<ChangeChargeLine> lines, string reason)
    {
        var due = Due;
        if (State == OrderState.Canceled) return OrderProblems.NotOpen(State);
        if (PaidAt is null) return OrderProblems.NotPaid;
        foreach (var line in lines)
        {
            if (line.Amount.Currency != Currency || line.Amount.IsZero) return OrderProblems.BadChargeChange;
            if (line.OrderLineId is { } id && !Lines.Exists(l => l.Id == id)) return OrderProblems.BadChargeChange;
            var costs = line.OrderLineId is { } of ? Lines.Single(l => l.Id == of).OwedMinor : ShippingMinor + ShippingChangedMinor;
            if (costs + line.Amount.Minor < 0) return OrderProblems.AboveCharged(line.OrderLineId is { } too ? Lines.Single(l => l.Id == too).Sku : "el envío", Amount(costs));
            if (line.OrderLineId is null && ShippingMinor == 0) return OrderProblems.BadChargeChange;
        }
        foreach (var line in lines)
        {
            if (line.OrderLineId is { } id) Lines.Single(l => l.Id == id).Change(line.Amount.Minor);
            else ShippingChangedMinor += line.Amount.Minor;
        }
        FollowTributes();
        Version++;
        return new ChargeChanged(
            Id, Number, CustomerId, SalesChannelId, change, reason, Due < due ? due - Due : Money.Zero(Currency),
            [.. lines.Select(l => new ChangedCharge(l.OrderLineId, l.OrderLineId is { } id ? Lines.Single(x => x.Id == id).VariantId : null, Quantity.Zero, l.Amount))]);
    }

    /// <summary>Without these units nothing would be left of it, and nothing has left the house: the whole order ends.</summary>
    public bool IsOverWithout(OrderLineId line, Quantity units) =>
        Lines.TrueForAll(l => l.Fulfilled.IsZero && (l.Id == line ? l.Open == units : l.Open.IsZero));

    /// <summary>Units reached the customer, or left on their way to them.</summary>
    public Problem? Fulfill(IEnumerable<(OrderLineId Line, Quantity Quantity)> units)
    {
        if (State != OrderState.Open) return OrderProblems.NotOpen(State);
        foreach (var (line, quantity) in units) Lines.Single(l => l.Id == line).Fulfill(quantity);
        Version++;
        return null;
    }

    /// <summary>Follows its work orders: shows the one that is furthest behind, and completes when all have reached the customer.</summary>
    public void FollowWork(DateTimeOffset now)
    {
        var open = FulfillmentOrders.Where(f => f.State != FulfillmentState.Canceled).Select(f => f.State).ToList();
        if (open.Count == 0) return;
        Fulfillment = open.Min();
        Version++;
        if (Fulfillment is FulfillmentState.HandedOver or FulfillmentState.Delivered && Life.Allows(State, OrderTrigger.Complete, out var next))
            (State, EndedAt) = (next, now);
    }

    /// <summary>Whatever changes what the order costs changes its tributes in step: at nothing they are nothing.</summary>
    private void FollowTributes() => TributesChangedMinor = TributesOf(l => l.OwedMinor, ShippingChangedMinor) - TributesMinor;

    private long TributesWithoutChanges => TributesOf(l => l.GrossMinor - l.CanceledMinor, 0);

    /// <summary>What its tributes come to if lines and delivery cost this.</summary>
    private long TributesOf(Func<OrderLine, long> costMinor, long shippingChangedMinor)
    {
        if (Tributes is not { } charged) return 0;
        IEnumerable<(TaxCode, Money)> delivery = State == OrderState.Canceled ? [] : ShippingParts.Zip(ShippingParts.Owed(Amount(shippingChangedMinor)), (part, owed) => (part.TaxCode, owed));
        return charged.Owed(SaleTributes.TaxedNet(Currency, [.. Lines.Select(l => (l.TaxCode, Amount(costMinor(l)))), .. delivery])).Total(Currency).Minor;
    }
}
