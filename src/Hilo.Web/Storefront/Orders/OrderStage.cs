namespace Hilo.Web.Storefront.Orders;

/// <summary>Where an order stands, as its shopper asks: what happened last, and what comes next.</summary>
internal enum OrderStage { WaitsForPayment, Received, Preparing, Ready, OnItsWay, Done, Canceled }

internal static class OrderStages
{
    public static OrderStage Of(OrderState state, FulfillmentState? fulfillment, PaymentState payment) => (state, fulfillment) switch
    {
        (OrderState.Canceled, _) => OrderStage.Canceled,
        (OrderState.Completed, _) or (_, FulfillmentState.HandedOver or FulfillmentState.Delivered) => OrderStage.Done,
        (_, FulfillmentState.Shipped) => OrderStage.OnItsWay,
        (_, FulfillmentState.Ready) => OrderStage.Ready,
        (_, FulfillmentState.Accepted or FulfillmentState.Picked or FulfillmentState.Packed) => OrderStage.Preparing,
        _ => IsPaid(payment) ? OrderStage.Received : OrderStage.WaitsForPayment,
    };

    /// <summary>Of several parcels the order is as far as the one that is furthest behind.</summary>
    public static OrderStage Of(ShopOrderView order)
    {
        var running = order.Parcels.Where(p => p.State != FulfillmentState.Canceled).ToList();
        return Of(order.State, running.Count == 0 ? null : running.Min(p => p.State), order.Payment);
    }

    public static bool IsPaid(PaymentState payment) => payment is PaymentState.Captured or PaymentState.PartiallyRefunded or PaymentState.Refunded;

    public static BadgeLook Badge(OrderStage stage) => stage switch
    {
        OrderStage.WaitsForPayment => Badges.Waits(OrderTexts.WaitsForPayment),
        OrderStage.Received => Badges.New(OrderTexts.Received),
        OrderStage.Preparing => Badges.Half(OrderTexts.Preparing),
        OrderStage.Ready => Badges.Almost(OrderTexts.ReadyToCollect),
        OrderStage.OnItsWay => Badges.Almost(OrderTexts.OnItsWay),
        OrderStage.Done => Badges.Done(OrderTexts.Delivered),
        _ => Badges.Struck(OrderTexts.Canceled),
    };
}
