using Hilo.Platform;

namespace Hilo.Conversations;

internal sealed class WhenOrderCanceled(TellOrder tell) : IListen<OrderCanceled>
{
    public Task HandleAsync(OrderCanceled happened, EventFacts facts, CancellationToken cancel) =>
        tell.TellAsync(happened.OrderId, MailTemplate.Canceled, facts, cancel, (order, said) =>
        {
            var words = MailWords.Of(order.Culture);
            return TellOrder.Said(said with
            {
                Reason = Reason(happened.Reason, words),
                Amount = happened.RefundOwed.IsPositive ? words.Money(happened.RefundOwed) : null,
            });
        });

    private static string Reason(string reason, MailWords words) => reason switch
    {
        "customer" => words.Say("Lo cancelamos como pediste.", "We canceled it as you asked."),
        "payment_deadline" => words.Say("No nos llegó el pago dentro del plazo, así que liberamos los productos.", "The payment did not arrive in time, so we released the items."),
        "pickup_expired" => words.Say("Venció el plazo para retirarlo, así que los productos volvieron a la venta.", "The time to collect it ran out, so the items are for sale again."),
        "not_found" => words.Say("No encontramos los productos en la sucursal ni en otra. Disculpanos.", "We could not find the items in the store, nor in another. We are sorry."),
        _ => words.Say("La tienda no puede entregarlo.", "The shop cannot deliver it."),
    };
}
