using Hilo.Platform;

namespace Hilo.Conversations;

/// <summary>What was bought over the counter is in the buyer's hand, and who gave no address reads no mail: nothing to confirm.</summary>
internal sealed class WhenOrderPlaced(TellOrder tell) : IListen<OrderPlaced>
{
    public Task HandleAsync(OrderPlaced happened, EventFacts facts, CancellationToken cancel) =>
        happened.IsTold ? tell.TellAsync(happened.OrderId, happened.IsPaid ? MailTemplate.OrderReceivedPaid : MailTemplate.OrderReceived, facts, cancel) : Task.CompletedTask;
}
