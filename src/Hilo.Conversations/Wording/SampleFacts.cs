namespace Hilo.Conversations;

/// <summary>Mails that a template has to be able to write, before anybody gets one: with and without a name and an order, for every kind of document.</summary>
internal static class SampleFacts
{
    public static IEnumerable<MailFacts> Of(MailTemplate template, MailWords words)
    {
        var sale = new MailFacts { Name = "Sofía", Number = "R-10482", OrderUrl = "https://tienda.example/pedido", Amount = words.Money(Money.Ars(48_900)), Document = "B 00007-00000012" };
        if (template != MailTemplate.FiscalDocument) throw new ArgumentOutOfRangeException(nameof(template), template, "Only editable templates are tried.");
        yield return sale;
        yield return sale with { IsCreditNote = true, Name = "" };
        yield return sale with { IsDebitNote = true };
        yield return sale with { OrderUrl = null };
    }
}
