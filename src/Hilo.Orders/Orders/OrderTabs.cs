using System.Linq.Expressions;

namespace Hilo.Orders;

/// <summary>The lists that a back office works from.</summary>
internal static class OrderTabs
{
    private static readonly Dictionary<string, Expression<Func<Order, bool>>> Tabs = new(StringComparer.Ordinal)
    {
        ["all"] = o => true,
        ["open"] = o => o.State == OrderState.Open,
        ["unpaid"] = o => o.State == OrderState.Open && o.PaidAt == null,
        ["to_prepare"] = o => o.State == OrderState.Open && (o.Fulfillment == FulfillmentState.Awaiting || o.Fulfillment == FulfillmentState.Accepted || o.Fulfillment == FulfillmentState.Picked),
        ["ready"] = o => o.State == OrderState.Open && (o.Fulfillment == FulfillmentState.Packed || o.Fulfillment == FulfillmentState.Ready),
        ["completed"] = o => o.State == OrderState.Completed,
        ["canceled"] = o => o.State == OrderState.Canceled,
    };

    public static Expression<Func<Order, bool>>? Named(string tab) => Tabs.GetValueOrDefault(tab);
}
