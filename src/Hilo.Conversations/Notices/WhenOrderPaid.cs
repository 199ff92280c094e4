using Hilo.Platform;

namespace Hilo.Conversations;

/// <summary>An order that was placed and paid in one moment is told with one mail, that of its placing.</summary>
internal sealed class WhenOrderPaid(TellOrder tell) : IListen<OrderPaid>
{
    public Task HandleAsync(OrderPaid happened, EventFacts facts, CancellationToken cancel) => happened.AtPlacing ? Task.CompletedTask : tell.TellAsync(
        happened.OrderId, MailTemplate.PaymentReceived, facts, cancel,
        (order, said) => order.Delivery == DeliveryKind.Counter ? Task.FromResult<(MailFacts, byte[]?)?>(null)
            : TellOrder.Said(said with { Amount = MailWords.Of(order.Culture).Money(happened.Total) }));
}
