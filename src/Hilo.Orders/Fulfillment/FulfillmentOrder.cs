namespace Hilo.Orders;

internal enum FulfillmentTrigger { Accept, Pick, GiveUp, Pack, MakeReady, Ship, Deliver, HandOver, Cancel }

/// <summary>The work of one location for one order, born with the order.</summary>
internal sealed class FulfillmentOrder
{
    internal static readonly Transitions<FulfillmentState, FulfillmentTrigger> Life = new(start: FulfillmentState.Awaiting)
    {
        [FulfillmentState.Awaiting, FulfillmentTrigger.Accept] = FulfillmentState.Accepted,
        [FulfillmentState.Awaiting, FulfillmentTrigger.HandOver] = FulfillmentState.HandedOver,
        [FulfillmentState.Awaiting, FulfillmentTrigger.Cancel] = FulfillmentState.Canceled,
        [FulfillmentState.Accepted, FulfillmentTrigger.Pick] = FulfillmentState.Picked,
        [FulfillmentState.Accepted, FulfillmentTrigger.GiveUp] = FulfillmentState.Accepted,
        [FulfillmentState.Accepted, FulfillmentTrigger.Cancel] = FulfillmentState.Canceled,
        [FulfillmentState.Picked, FulfillmentTrigger.Pack] = FulfillmentState.Packed,
        [FulfillmentState.Picked, FulfillmentTrigger.GiveUp] = FulfillmentState.Picked,
        [FulfillmentState.Picked, FulfillmentTrigger.Cancel] = FulfillmentState.Canceled,
        [FulfillmentState.Packed, FulfillmentTrigger.MakeReady] = FulfillmentState.Ready,
        [FulfillmentState.Packed, FulfillmentTrigger.Ship] = FulfillmentState.Shipped,
        [FulfillmentState.Packed, FulfillmentTrigger.Cancel] = FulfillmentState.Canceled,
        [FulfillmentState.Ready, FulfillmentTrigger.HandOver] = FulfillmentState.HandedOver,
        [FulfillmentState.Ready, FulfillmentTrigger.Cancel] = FulfillmentState.Canceled,
        [FulfillmentState.Shipped, FulfillmentTrigger.Deliver] = FulfillmentState.Delivered,
    };

    public required FulfillmentOrderId Id { get; init; }

    public int Version { get; private set; } = 1;

    public required OrderId OrderId { get; init; }

    public string OrderNumber { get; set; } = "";

    public required LocationId LocationId { get; init; }

    public required DeliveryKind Delivery { get; init; }

    public FulfillmentState State { get; private set; } = FulfillmentState.Awaiting;

    public required DateTimeOffset CreatedAt { get; init; }

    public DateTimeOffset? DueAt { get; init; }

    public DateTimeOffset? HeldUntil { get; private set; }

    public string? Carrier { get; private set; }

    public string? TrackingCode { get; private set; }

    public StaffId? HandedOverBy { get; private set; }

    public DateTimeOffset? FinishedAt { get; private set; }

    public List<FulfillmentLine> Lines { get; init; } = [];

    /// <summary>Goods are still in the house.</summary>
    public bool IsHere => State is not (FulfillmentState.Shipped or FulfillmentState.HandedOver or FulfillmentState.Delivered or FulfillmentState.Canceled);

    public Problem? Accept() => Move(FulfillmentTrigger.Accept);

    /// <summary>Counts what was found. The order stays accepted until everything is there.</summary>
    /// <param name="counted">What is known now of each line named; null: everything was found.</param>
    public Problem? Pick(IReadOnlyList<PickedLine>? counted)
    {
        if (!Allows(FulfillmentTrigger.Pick)) return FulfillmentProblems.NotPossible(this, FulfillmentTrigger.Pick);
        foreach (var count in counted ?? [])
        {
            // JSON may hold a null where a line belongs.
            if (count is null || Lines.Find(l => l.OrderLineId == count.OrderLineId) is not { } line) return FulfillmentProblems.UnknownLine;
            if (count.Picked.IsNegative || count.Picked > line.Quantity) return FulfillmentProblems.WrongCount(line, count.Picked);
        }
        if (counted is null) Lines.ForEach(l => l.Picked = l.Quantity);
        else foreach (var count in counted) Lines.Find(l => l.OrderLineId == count.OrderLineId)!.Picked = count.Picked;
        if (Lines.TrueForAll(l => l.Picked == l.Quantity)) return Move(FulfillmentTrigger.Pick);
        Version++;
        return null;
    }

    /// <summary>Units of a line are not there: the work goes on without them, and ends when nothing is left of it.</summary>
    /// <returns>How many are missing.</returns>
    public Result<Quantity> GiveUp(OrderLineId lineId, Quantity found, DateTimeOffset now)
    {
        if (!Allows(FulfillmentTrigger.GiveUp)) return FulfillmentProblems.NotPossible(this, FulfillmentTrigger.GiveUp);
        if (Lines.Find(l => l.OrderLineId == lineId) is not { } line) return FulfillmentProblems.UnknownLine;
        if (found.IsNegative || found >= line.Quantity) return FulfillmentProblems.NothingMissing(line, found);
        var missing = line.Quantity - found;
        if (found.IsZero) Lines.Remove(line);
        else (line.Quantity, line.Picked) = (found, found);
        if (Lines.Count > 0) Move(FulfillmentTrigger.GiveUp);
        else CancelWithOrder(now);
        return missing;
    }

    /// <summary>Takes on more of the same order, while nobody has begun.</summary>
    /// <returns>The line, when it is a new one.</returns>
    public FulfillmentLine? TakeOn(OrderLineId orderLine, VariantId variant, Quantity units)
    {
        if (State != FulfillmentState.Awaiting) throw new InvalidOperationException($"Work that is {State} takes on nothing more.");
        Version++;
        if (Lines.Find(l => l.OrderLineId == orderLine) is { } known)
        {
            known.Quantity += units;
            return null;
        }
        var line = new FulfillmentLine { FulfillmentOrderId = Id, OrderLineId = orderLine, VariantId = variant, Quantity = units };
        Lines.Add(line);
        return line;
    }

    public Problem? Pack() => Move(FulfillmentTrigger.Pack);

    public Problem? MakeReady(DateTimeOffset heldUntil)
    {
        if (Move(FulfillmentTrigger.MakeReady) is { } problem) return problem;
        HeldUntil = heldUntil;
        return null;
    }

    public Problem? Ship(string? carrier, string? trackingCode)
    {
        if (Move(FulfillmentTrigger.Ship) is { } problem) return problem;
        (Carrier, TrackingCode) = (carrier, trackingCode);
        return null;
    }

    public Problem? Deliver(DateTimeOffset now)
    {
        if (Move(FulfillmentTrigger.Deliver) is { } problem) return problem;
        FinishedAt = now;
        return null;
    }

    public Problem? HandOver(StaffId by, DateTimeOffset now)
    {
        if (Move(FulfillmentTrigger.HandOver) is { } problem) return problem;
        (HandedOverBy, FinishedAt) = (by, now);
        return null;
    }

    public void CancelWithOrder(DateTimeOffset now)
    {
        if (State == FulfillmentState.Canceled) return;
        if (Move(FulfillmentTrigger.Cancel) is { } problem) throw new InvalidOperationException(problem.Detail);
        FinishedAt = now;
    }

    public bool Allows(FulfillmentTrigger trigger) => Suits(trigger) && Life.Allows(State, trigger, out _);

    private Problem? Move(FulfillmentTrigger trigger)
    {
        if (!Suits(trigger) || !Life.Allows(State, trigger, out var next)) return FulfillmentProblems.NotPossible(this, trigger);
        (State, Version) = (next, Version + 1);
        return null;
    }

    /// <summary>Only pickups wait for their customer, only parcels travel; what a counter sells is handed over at once.</summary>
    private bool Suits(FulfillmentTrigger trigger) => trigger switch
    {
        FulfillmentTrigger.MakeReady => Delivery == DeliveryKind.Pickup,
        FulfillmentTrigger.HandOver => Delivery == (State == FulfillmentState.Awaiting ? DeliveryKind.Counter : DeliveryKind.Pickup),
        FulfillmentTrigger.Ship or FulfillmentTrigger.Deliver => Delivery == DeliveryKind.Ship,
        _ => true,
    };
}

/// <summary>Where units come from; incoming stock can be promised later.</summary>
internal enum LineSourceKind { OnHand, Incoming }

internal sealed class FulfillmentLine
{
    public required FulfillmentOrderId FulfillmentOrderId { get; init; }

    public required OrderLineId OrderLineId { get; init; }

    public required VariantId VariantId { get; init; }

    public LineSourceKind Source { get; init; } = LineSourceKind.OnHand;

    public required Quantity Quantity { get; set; }

    public Quantity Picked { get; set; }
}
