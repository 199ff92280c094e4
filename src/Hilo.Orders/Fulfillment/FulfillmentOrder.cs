namespace Hilo.Orders;

/// <summary>The work of one location for one order, born with the order.</summary>
internal sealed class FulfillmentOrder
{
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

    public void CancelWithOrder(DateTimeOffset now)
    {
        if (State == FulfillmentState.Canceled) return;
        (State, FinishedAt, Version) = (FulfillmentState.Canceled, now, Version + 1);
    }
}

/// <summary>Where units come from; incoming stock can be promised later.</summary>
internal enum LineSourceKind { OnHand, Incoming }

internal sealed class FulfillmentLine
{
    public required FulfillmentOrderId FulfillmentOrderId { get; init; }

    public required OrderLineId OrderLineId { get; init; }

    public required VariantId VariantId { get; init; }

    public LineSourceKind Source { get; init; } = LineSourceKind.OnHand;

    public required Quantity Quantity { get; init; }

    public Quantity Picked { get; set; }
}
