using Hilo.Platform;
using Microsoft.EntityFrameworkCore;

namespace Hilo.Conversations;

/// <summary>The orders and the mails of a group of events, and whom documents without an order go to, read with a handful of queries instead of a handful for each event.</summary>
internal sealed class OrdersAhead(IOrderSummaries orders, IFiscalPapers papers, ConversationsDb db) : IReadAhead
{
    private readonly Dictionary<OrderId, OrderSummary?> summaries = [];
    private readonly Dictionary<FiscalDocumentId, FiscalAddressee> addressees = [];
    private readonly HashSet<EventId> read = [];
    private readonly HashSet<(EventId Event, MailTemplate Template, string Recipient)> written = [];
    private readonly HashSet<(EventId Event, MailTemplate Template)> omitted = [];

    public async Task ReadAsync(IReadOnlyList<LoggedEvent> group, CancellationToken cancel)
    {
        EventId[] events = [.. group.Select(e => e.Facts.Id)];
        if (events.Length == 0) return;
        read.UnionWith(events);
        foreach (var mail in await db.Mails.AsNoTracking().Where(m => events.Contains(m.EventId)).Select(m => new { m.EventId, m.Template, m.Recipient }).ToListAsync(cancel))
            written.Add((mail.EventId, mail.Template, mail.Recipient));
        foreach (var omission in await db.Omissions.AsNoTracking().Where(o => events.Contains(o.EventId)).Select(o => new { o.EventId, o.Template }).ToListAsync(cancel))
            omitted.Add((omission.EventId, omission.Template));

        FiscalDocumentId[] documents = [.. group.Select(e => e.Event).OfType<FiscalDocumentAuthorized>().Where(d => d is { IsForCustomers: true, OrderId: null }).Select(d => d.DocumentId).Distinct()];
        if (documents.Length > 0) foreach (var (id, addressee) in await papers.AddresseesAsync(documents, cancel)) addressees[id] = addressee;

        OrderId[] wanted = [.. group.Select(e => OrderOf(e.Event)).OfType<OrderId>().Distinct()];
        if (wanted.Length == 0) return;
        var found = await orders.FindAsync(wanted, cancel);
        foreach (var order in wanted) summaries[order] = found.GetValueOrDefault(order);
    }

    public async Task<OrderSummary?> FindAsync(OrderId order, CancellationToken cancel) =>
        summaries.TryGetValue(order, out var known) ? known : summaries[order] = (await orders.FindAsync([order], cancel)).GetValueOrDefault(order);

    /// <summary>Null: a document that goes to nobody.</summary>
    public FiscalAddressee? AddresseeOf(FiscalDocumentId document) => addressees.GetValueOrDefault(document);

    public async Task<OrderSummary?> FindBySaleAsync(SaleId sale, CancellationToken cancel) => await orders.FindBySaleAsync(sale, cancel);

    /// <summary>Takes note that this mail is written now. False when it was before: events come at least once.</summary>
    public bool TryWrite(EventFacts cause, MailTemplate template, string recipient) => Known(cause) && written.Add((cause.Id, template, recipient));

    /// <inheritdoc cref="TryWrite"/>
    public bool TryOmit(EventFacts cause, MailTemplate template) => Known(cause) && omitted.Add((cause.Id, template));

    private bool Known(EventFacts cause) => read.Contains(cause.Id) ? true : throw new InvalidOperationException($"Event {cause.Id} was not read ahead.");

    private static OrderId? OrderOf(IEvent? happened) => happened switch
    {
        OrderPlaced { IsTold: true } placed => placed.OrderId,
        OrderPaid { AtPlacing: false } paid => paid.OrderId,
        ReadyForPickup ready => ready.OrderId,
        OrderShipped shipped => shipped.OrderId,
        OrderDelivered delivered => delivered.OrderId,
        OrderCanceled canceled => canceled.OrderId,
        RefundSucceeded refund => refund.OrderId,
        FiscalDocumentAuthorized { IsForCustomers: true } document => document.OrderId,
        _ => null,
    };
}
