using Hilo.Platform;

namespace Hilo.Conversations;

/// <summary>What was bought over the counter is in the buyer's hand: nothing to confirm.</summary>
internal sealed class WhenOrderPlaced(TellOrder tell, QueueMail mails) : IListen<OrderPlaced>
{
    public Task HandleAsync(OrderPlaced happened, EventFacts facts, CancellationToken cancel)
    {
        var template = happened.IsPaid ? MailTemplate.OrderReceivedPaid : MailTemplate.OrderReceived;
        return happened.Delivery == DeliveryKind.Counter
            ? mails.OmitAsync(facts, template, "counter_sale", cancel)
            : tell.TellAsync(happened.OrderId, template, facts, cancel);
    }
}
