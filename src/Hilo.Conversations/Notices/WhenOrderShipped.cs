using Hilo.Platform;

namespace Hilo.Conversations;

internal sealed class WhenOrderShipped(TellOrder tell) : IListen<OrderShipped>
{
    public Task HandleAsync(OrderShipped happened, EventFacts facts, CancellationToken cancel) =>
        tell.TellAsync(happened.OrderId, MailTemplate.Shipped, facts, cancel,
            (_, said) => TellOrder.Said(said with { Carrier = happened.Carrier, TrackingCode = happened.TrackingCode }));
}
