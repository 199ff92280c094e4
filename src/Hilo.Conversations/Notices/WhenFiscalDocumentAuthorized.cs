using System.Globalization;
using Hilo.Platform;

namespace Hilo.Conversations;

/// <summary>The buyer gets the document at once, whatever the channel. Those of the agency's test environment go to nobody.</summary>
internal sealed class WhenFiscalDocumentAuthorized(TellOrder tell) : IListen<FiscalDocumentAuthorized>
{
    public Task HandleAsync(FiscalDocumentAuthorized happened, EventFacts facts, CancellationToken cancel) => happened is not { IsForCustomers: true, OrderId: { } order } ? Task.CompletedTask : tell.TellAsync(
        order, MailTemplate.FiscalDocument, facts, cancel,
        (sale, said) => TellOrder.Said(said with
        {
            Amount = MailWords.Of(sale.Culture).Money(happened.Total),
            IsCreditNote = happened.Kind == FiscalDocumentKind.CreditNote,
            IsDebitNote = happened.Kind == FiscalDocumentKind.DebitNote,
            Document = string.Create(CultureInfo.InvariantCulture, $"{happened.Letter} {happened.Point:D5}-{happened.Number:D8}"),
        }),
        happened.DocumentId);
}
