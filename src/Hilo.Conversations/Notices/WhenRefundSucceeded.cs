using Hilo.Platform;

namespace Hilo.Conversations;

internal sealed class WhenRefundSucceeded(OrdersAhead orders, TellOrder tell, QueueMail mails) : IListen<RefundSucceeded>
{
    public async Task HandleAsync(RefundSucceeded happened, EventFacts facts, CancellationToken cancel)
    {
        var order = happened.OrderId is { } id ? await orders.FindAsync(id, cancel) : await orders.FindBySaleAsync(happened.Sale, cancel);
        if (order is null) mails.Omit(facts, MailTemplate.RefundSent, "no_order");
        else await tell.TellAsync(order, MailTemplate.RefundSent, facts, cancel, (_, said) => TellOrder.Said(said with { Amount = MailWords.Of(order.Culture).Money(happened.Amount) }));
    }
}
