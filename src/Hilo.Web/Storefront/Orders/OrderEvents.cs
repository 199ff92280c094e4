using System.Globalization;

namespace Hilo.Web.Storefront.Orders;

/// <summary>The order's thread in the shopper's words. An event without a sentence here is nothing that concerns them.</summary>
internal static class OrderEvents
{
    public static IReadOnlyList<Knot> Of(ShopOrderView order, TimeZoneInfo zone, DateTimeOffset now) =>
        [.. order.Events.Where(e => !IsSaidTwice(e, order.Events)).OrderByDescending(e => e.At).Select(e => KnotOf(e, order.PickupStore?.Name, zone, now)).OfType<Knot>()];

    // The capture of the money and the order being paid are two events and one piece of news.
    private static bool IsSaidTwice(ShopOrderEvent happened, IReadOnlyList<ShopOrderEvent> all) =>
        happened.Type == "orders.order_paid" && all.Any(e => e.Type == "payments.payment_captured");

    private static Knot? KnotOf(ShopOrderEvent happened, string? place, TimeZoneInfo zone, DateTimeOffset now)
    {
        var facts = happened.Facts;
        var amount = Amount(facts.GetValueOrDefault("amount") ?? facts.GetValueOrDefault("total"));
        return happened.Type switch
        {
            "orders.order_placed" => Make(ChannelLook.Web, OrderTexts.YouOrdered, "bag", amount),
            "orders.order_paid" or "payments.payment_captured" => Make(ChannelLook.Web, OrderTexts.PaymentArrived, "card", amount),
            "payments.payment_declined" => Make(ChannelLook.Web, OrderTexts.PaymentDeclined, "card"),
            "payments.payment_expected" => Make(ChannelLook.Web, OrderTexts.PaymentExpected, "clock", amount),
            "orders.fulfillment_moved" => facts.GetValueOrDefault("state") switch
            {
                "accepted" => Make(ChannelLook.Store, OrderTexts.StartedToPrepare, "box", place),
                "packed" => Make(ChannelLook.Store, OrderTexts.Packed, "box", place),
                _ => null,
            },
            "orders.ready_for_pickup" => Make(ChannelLook.Store, place is null ? OrderTexts.ReadyToCollect : OrderTexts.ReadyAt(place), "store"),
            "orders.shipped" => Make(ChannelLook.Store, OrderTexts.Shipped, "truck", string.Join(" · ", new[] { facts.GetValueOrDefault("carrier"), facts.GetValueOrDefault("trackingCode") }.OfType<string>())),
            "orders.delivered" => Make(ChannelLook.Store, OrderTexts.ItArrived, "check"),
            "orders.handed_over" => Make(ChannelLook.Store, place is null ? OrderTexts.YouCollected : OrderTexts.YouCollectedAt(place), "check"),
            "orders.order_canceled" => Make(ChannelLook.System, OrderTexts.WasCanceled, "x", OrderTexts.Why(facts.GetValueOrDefault("reason"))),
            "payments.refund_owed" => Make(ChannelLook.System, OrderTexts.RefundBegun, "undo", amount),
            "payments.refund_succeeded" => Make(ChannelLook.System, OrderTexts.RefundSent, "undo", amount),
            _ => null,
        };

        Knot Make(ChannelLook channel, string what, string icon, string? more = null) =>
            new(channel, what, happened.At, Format.Moment(happened.At, now, zone)) { Icon = icon, More = string.IsNullOrEmpty(more) ? null : more };
    }

    /// <summary>Facts carry amounts as <c>88800.00 ARS</c>.</summary>
    private static string? Amount(string? fact) =>
        fact?.Split(' ') is [var number, var code] && Currency.TryParse(code, out var currency) && decimal.TryParse(number, NumberStyles.Float, CultureInfo.InvariantCulture, out var amount)
            ? Format.Price(Money.Of(amount, currency))
            : null;
}
