using Hilo.Platform;

namespace Hilo.Conversations;

internal sealed class WhenOrderDelivered(TellOrder tell) : IListen<OrderDelivered>
{
    public Task HandleAsync(OrderDelivered happened, EventFacts facts, CancellationToken cancel) =>
        tell.TellAsync(happened.OrderId, MailTemplate.Delivered, facts, cancel);
}
