using Hilo.Platform;

namespace Hilo.Conversations;

/// <summary>Writes the mail about an order, or notes why there is none.</summary>
internal sealed class TellOrder(OrdersAhead orders, OrderFacts facts, QueueMail mails)
{
    /// <param name="add">What this mail says beyond the order itself.</param>
    public async Task TellAsync(
        OrderId order, MailTemplate template, EventFacts cause, CancellationToken cancel,
        Func<OrderSummary, MailFacts, Task<(MailFacts Facts, byte[]? Picture)?>>? add = null, FiscalDocumentId? attached = null)
    {
        if (await orders.FindAsync(order, cancel) is { } summary) await TellAsync(summary, template, cause, cancel, add, attached);
        else mails.Omit(cause, template, "order_unknown");
    }

    public async Task TellAsync(
        OrderSummary order, MailTemplate template, EventFacts cause, CancellationToken cancel,
        Func<OrderSummary, MailFacts, Task<(MailFacts Facts, byte[]? Picture)?>>? add = null, FiscalDocumentId? attached = null)
    {
        if (string.IsNullOrWhiteSpace(order.Email))
        {
            mails.Omit(cause, template, "no_address");
            return;
        }
        (MailFacts Facts, byte[]? Picture)? told = (await facts.OfAsync(order, cancel), null);
        if (add is not null) told = await add(order, told.Value.Facts);
        if (told is { } said) await mails.QueueAsync(cause, template, OrderFacts.AddressOf(order), said.Facts, said.Picture, cancel, attached);
        else mails.Omit(cause, template, "nothing_to_tell");
    }

    public static Task<(MailFacts, byte[]?)?> Said(MailFacts facts, byte[]? picture = null) => Task.FromResult<(MailFacts, byte[]?)?>((facts, picture));
}
