using System.Globalization;
using Hilo.Platform;

namespace Hilo.Conversations;

/// <summary>The buyer gets the document at once, whatever the channel, and that of another system's sale too, when it names an address. Those of the agency's test environment go to nobody.</summary>
internal sealed class WhenFiscalDocumentAuthorized(TellOrder tell, OrdersAhead ahead, QueueMail mails, SmtpSettings smtp) : IListen<FiscalDocumentAuthorized>
{
    public Task HandleAsync(FiscalDocumentAuthorized happened, EventFacts facts, CancellationToken cancel) => happened switch
    {
        { IsForCustomers: false } => Task.CompletedTask,
        { OrderId: { } order } => tell.TellAsync(
            order, MailTemplate.FiscalDocument, facts, cancel, (sale, said) => TellOrder.Said(Said(happened, said, MailWords.Of(sale.Culture))), happened.DocumentId),
        _ => TellAddresseeAsync(happened, facts, cancel),
    };

    private async Task TellAddresseeAsync(FiscalDocumentAuthorized happened, EventFacts facts, CancellationToken cancel)
    {
        if (ahead.AddresseeOf(happened.DocumentId) is not { } to) mails.Omit(facts, MailTemplate.FiscalDocument, "no_address");
        else if (to.IsSandbox && !smtp.IsHere) mails.Omit(facts, MailTemplate.FiscalDocument, "sandbox");
        else
            await mails.QueueAsync(
                facts, MailTemplate.FiscalDocument, new MailAddress(to.Email, to.Name, to.Culture, OrderNumber: to.Number),
                Said(happened, new MailFacts { Name = to.IsPerson ? OrderFacts.FirstName(to.Name) : "", Number = to.Number }, MailWords.Of(to.Culture)), null, cancel, happened.DocumentId);
    }

    private static MailFacts Said(FiscalDocumentAuthorized happened, MailFacts facts, MailWords words) => facts with
    {
        Amount = words.Money(happened.Total),
        IsCreditNote = happened.Kind == FiscalDocumentKind.CreditNote,
        IsDebitNote = happened.Kind == FiscalDocumentKind.DebitNote,
        Document = string.Create(CultureInfo.InvariantCulture, $"{happened.Letter} {happened.Point:D5}-{happened.Number:D8}"),
    };
}
