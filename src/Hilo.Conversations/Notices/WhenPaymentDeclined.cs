using Hilo.Platform;

namespace Hilo.Conversations;

/// <summary>Before there is an order the shopper is at the screen that says it; afterwards a mail does.</summary>
internal sealed class WhenPaymentDeclined(OrdersAhead orders, TellOrder tell, QueueMail mails) : IListen<PaymentDeclined>
{
    public async Task HandleAsync(PaymentDeclined happened, EventFacts facts, CancellationToken cancel)
    {
        if (await orders.FindBySaleAsync(happened.Sale, cancel) is { } order)
            await tell.TellAsync(order, MailTemplate.PaymentFailed, facts, cancel, (_, said) => TellOrder.Said(said with { Amount = MailWords.Of(order.Culture).Money(happened.Amount) }));
        else mails.Omit(facts, MailTemplate.PaymentFailed, "no_order_yet");
    }
}
