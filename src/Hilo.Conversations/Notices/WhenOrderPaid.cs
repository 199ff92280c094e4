using Hilo.Platform;

namespace Hilo.Conversations;

internal sealed class WhenOrderPaid(TellOrder tell, QueueMail mails) : IListen<OrderPaid>
{
    public async Task HandleAsync(OrderPaid happened, EventFacts facts, CancellationToken cancel)
    {
        if (await mails.HasToldAsync(happened.OrderId, MailTemplate.OrderReceivedPaid, cancel)) await mails.OmitAsync(facts, MailTemplate.PaymentReceived, "told_with_order", cancel);
        else await tell.TellAsync(happened.OrderId, MailTemplate.PaymentReceived, facts, cancel,
            (order, said) => order.Delivery == DeliveryKind.Counter ? Task.FromResult<(MailFacts, byte[]?)?>(null)
                : TellOrder.Said(said with { Amount = MailWords.Of(order.Culture).Money(happened.Total) }));
    }
}
