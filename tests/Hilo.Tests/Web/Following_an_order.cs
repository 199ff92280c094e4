using Hilo.Web.Storefront.Orders;

namespace Hilo.Tests.Web;

public class Following_an_order
{
    [Theory]
    [InlineData(OrderState.Open, null, PaymentState.Pending, "WaitsForPayment")]
    [InlineData(OrderState.Open, FulfillmentState.Awaiting, PaymentState.Captured, "Received")]
    [InlineData(OrderState.Open, FulfillmentState.Picked, PaymentState.Captured, "Preparing")]
    [InlineData(OrderState.Open, FulfillmentState.Ready, PaymentState.Pending, "Ready")]
    [InlineData(OrderState.Open, FulfillmentState.Shipped, PaymentState.Captured, "OnItsWay")]
    [InlineData(OrderState.Completed, FulfillmentState.HandedOver, PaymentState.Captured, "Done")]
    [InlineData(OrderState.Canceled, FulfillmentState.Canceled, PaymentState.Refunded, "Canceled")]
    public void Says_where_it_stands(OrderState state, FulfillmentState? fulfillment, PaymentState payment, string stage) =>
        Assert.Equal(stage, OrderStages.Of(state, fulfillment, payment).ToString());

    [Theory]
    [InlineData(OrderState.Open)]
    [InlineData(OrderState.Completed)]
    [InlineData(OrderState.Canceled)]
    public void Every_state_has_words_and_a_look(OrderState state)
    {
        foreach (var fulfillment in Enum.GetValues<FulfillmentState>())
            foreach (var payment in Enum.GetValues<PaymentState>())
            {
                var look = OrderStages.Badge(OrderStages.Of(state, fulfillment, payment));
                Assert.NotEmpty(look.Class);
                Assert.NotEmpty(look.Word);
            }
    }
}
