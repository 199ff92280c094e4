using System.Globalization;
using Hilo.Platform;

namespace Hilo.Orders;

internal sealed class ShopOrderViews(DbSession session, ILocations locations, IShopStores stores, ISalePayments payments, OrderHistory history, IEnumerable<IPickupPasses> passes, SalesChannels channels)
{
    // What a buyer needs to follow: neither our sourcing nor our names of people.
    private static readonly HashSet<string> Told = new(StringComparer.Ordinal)
    {
        "orders.order_placed", "orders.order_paid", "orders.order_canceled", "orders.fulfillment_moved", "orders.ready_for_pickup", "orders.shipped", "orders.delivered", "orders.handed_over",
        "payments.payment_captured", "payments.payment_declined", "payments.refund_owed", "payments.refund_succeeded",
    };

    public static bool MayCancel(Order order) => order.State == OrderState.Open
        && order.FulfillmentOrders.TrueForAll(f => f.State is FulfillmentState.Awaiting or FulfillmentState.Accepted or FulfillmentState.Picked or FulfillmentState.Canceled);

    public async Task<ShopOrderView> OfAsync(Order order, CancellationToken cancel)
    {
        var money = (await payments.OfAsync([order.SaleId], cancel))[0];
        var places = (await locations.AllAsync(cancel)).ToDictionary(p => p.Id);
        var zone = (await channels.MerchantAsync(cancel)).TimeZone;
        var pass = order.Delivery == DeliveryKind.Pickup && passes.FirstOrDefault() is { } known ? await known.FindAsync(order.Id, cancel) : null;
        return new ShopOrderView(
            order.Number, order.PlacedAt, order.State, order.CancelReason,
            [.. order.Lines.OrderBy(l => l.Position).Select(l => new ShopOrderLine(l.Title, l.VariantTitle, l.Sku, l.ProductHandle, l.PictureUrl, l.Ordered, l.Canceled, order.Amount(l.GrossMinor)))],
            Pricing.View(order), money.State, order.Tender, money.Captured, money.Refunded, money.RefundsOwed, order.PaymentDeadline, Instructions(order),
            order.CartDelivery(), order.Delivery == DeliveryKind.Pickup ? (await stores.FindAsync(null, cancel)).FirstOrDefault(s => s.Id == order.LocationId) : null,
            [.. order.FulfillmentOrders.Select(f => new ShopParcel(
                f.State, places.TryGetValue(f.LocationId, out var from) ? from.Name : null, f.Carrier, f.TrackingCode, Arrives(order.ShipDaysFrom), Arrives(order.ShipDaysTo), f.HeldUntil))],
            pass, [.. (await history.OfAsync(order.Id, order.SaleId, cancel)).Where(e => Told.Contains(e.Type)).Select(e => new ShopOrderEvent(e.Type, e.At, e.Facts))], MayCancel(order))
        {
            Canceled = order.Canceled,
            Changed = order.Changed,
        };

        DateOnly? Arrives(int? days) => days is { } working ? StoreClock.WorkingDay(order.PlacedAt, zone, working) : null;
    }

    /// <summary>The signed-in buyer opened the link: from now on the account shows the order.</summary>
    public Task KeepInAccountAsync(OrderId order, CustomerId customer, CancellationToken cancel) => session.ExecuteAsync(
        $"update orders_orders set account_id = {customer}, version = version + 1 where id = {order} and account_id is null", cancel);

    private static string? Instructions(Order order) => order is not { State: OrderState.Open, PaidAt: null } ? null : order.Tender switch
    {
        Tender.BankTransfer => In("Transferí el total y poné el número de pedido como referencia.", "Transfer the total, with the order number as reference."),
        Tender.Cash => In("Pagás en efectivo cuando lo retirás.", "Pay in cash when you collect it."),
        _ => null,
    };

    private static string In(string spanish, string english) => CultureInfo.CurrentUICulture.TwoLetterISOLanguageName == "en" ? english : spanish;
}
