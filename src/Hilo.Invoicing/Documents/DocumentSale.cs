using System.Security.Cryptography;
using Hilo.Platform;

namespace Hilo.Invoicing;

/// <summary>Brings the documents of an order into line with what it sold: an invoice when it is due, a note for everything that was taken out or added since.</summary>
/// <remarks>It compares what is owed with what is documented, so that events that come twice, late or bundled change nothing. It runs in the transaction of the checkpoint.</remarks>
internal sealed class DocumentSale(InvoicingDb db, SalesAhead ahead, ProvincialLegends provincial, Norms norms, TimeProvider clock)
{
    /// <summary>Asked at every moment at which a document may become due: paid, shipped, handed over. The first one that is right for the channel makes it, for the whole sale or,
    /// where each dispatch has its own, for what has left; then the others follow as the rest leaves, whatever the rule is by then.</summary>
    /// <param name="paidAt">What was paid before its issuer began was invoiced elsewhere. Null: as the order says, or only now.</param>
    public void Invoice(OrderId order, EventFacts facts, DateTimeOffset? paidAt = null)
    {
        if (ahead.Find(order) is not { } sale || ahead.IssuerOf(sale.Seller) is not { } issuer || issuer.ActiveSince > (paidAt ?? sale.PaidAt ?? facts.OccurredAt)) return;
        if (ahead.Of(order).Exists(d => d.Role == FiscalDocument.Invoice))
        {
            if (ahead.IsByDispatch(order)) Correct(order, facts, null);
            return;
        }
        var due = ahead.DueOf(sale.SalesChannelId);
        if (due != DocumentDue.Payment && !sale.HasLeft && !sale.IsOver)
        {
            ahead.Omit(order, Omission.WaitsForDispatch, clock.GetUtcNow());
            return;
        }
        var isByDispatch = due == DocumentDue.EachDispatch || ahead.IsByDispatch(order);
        var lines = isByDispatch ? SaleLines.Left(sale) : SaleLines.Owed(sale);
        var amounts = SaleLines.Amounts(sale, lines);
        var waits = isByDispatch && sale.HasMoreToLeave;
        if (waits) ahead.Omit(order, Omission.RestWaits, clock.GetUtcNow());
        else if (amounts.TotalMinor == 0) ahead.Omit(order, sale.IsOver ? "canceled_before" : "nothing_charged", clock.GetUtcNow());
        else ahead.Document(order);
        if (amounts.TotalMinor > 0) AddInvoice(sale, issuer, order.Value, lines, amounts, facts);
    }

    /// <summary>Something of a sale costs less or more than its documents say: a note for the difference. Without an invoice there is nothing to correct; it will be made of what is owed then.</summary>
    /// <param name="fact">Why; null where more has left.</param>
    public void Correct(OrderId order, EventFacts facts, string? fact)
    {
        if (ahead.Find(order) is not { } sale || ahead.IssuerOf(sale.Seller) is not { } issuer) return;
        var documents = ahead.Of(order);
        var invoices = documents.FindAll(d => d.Role == FiscalDocument.Invoice);
        if (invoices.Count == 0)
        {
            if (sale.IsOver) ahead.Reword(order, Omission.WaitsForDispatch, "canceled_before");
            return;
        }
        var isByDispatch = ahead.IsByDispatch(order);
        List<Documented> said = [.. documents.Select(d => new Documented(d.Kind, d.Says.Lines, d.Says.Amounts.Tributes, invoices.FindIndex(i => i.Id == (d.OriginalId ?? d.Id))))];
        foreach (var missing in NoteLines.Between(said, isByDispatch ? SaleLines.Left(sale) : SaleLines.Owed(sale), sale.Currency, sale.Tributes, isByDispatch))
        {
            if (missing.Kind == FiscalDocumentKind.Invoice) AddInvoice(sale, issuer, facts.Id.Value, missing.Lines, missing.Amounts, facts);
            else AddNote(sale, issuer, invoices[missing.Invoice], missing, facts, fact);
        }
        if (isByDispatch && !sale.HasMoreToLeave) ahead.Document(order);
    }

    private void AddInvoice(SaleToInvoice sale, Issuer issuer, Guid source, IReadOnlyList<DocumentLine> lines, VatBlock amounts, EventFacts facts)
    {
        var entity = ahead.EntityOf(issuer);
        var law = norms.On(FiscalDay.Of(facts.OccurredAt));
        var (decision, refusal) = Decide(sale, issuer, entity, amounts, law);
        if (amounts.Tributes.Count > 0) decision = decision with { Trace = [.. decision.Trace, .. amounts.Tributes.Select(DecideTributes.Charged)] };
        decision = DecideFce.Apply(decision, issuer.Fce, ahead.IsCreditBuyer(decision.Receiver), amounts.TotalMinor, law);
        var series = ahead.SeriesOf(issuer, entity.Cuit, ahead.PointOf(issuer, sale.SalesChannelId), decision.Type);
        Add(sale, FiscalDocumentKind.Invoice, source, series, decision, ContentOf(sale, ahead.OnPaper(issuer), lines, amounts, null), null, facts, refusal);
    }

    private void AddNote(SaleToInvoice sale, Issuer issuer, FiscalDocument invoice, Missing missing, EventFacts facts, string? fact)
    {
        var entity = ahead.EntityOf(issuer);
        var decision = DecideFce.Note(DecideVoucher.Note(invoice.Decided, missing.Kind, FactsOf(issuer, entity), norms.On(FiscalDay.Of(facts.OccurredAt))), invoice.Decided);
        decision = decision with { Trace = [NoteWhy.Of(fact), .. decision.Trace] };
        var series = ahead.SeriesOf(issuer, entity.Cuit, ahead.PointOf(issuer, sale.SalesChannelId), decision.Type);
        Add(sale, missing.Kind, missing.Invoice == 0 ? facts.Id.Value : SourceOf(facts.Id, invoice.Id), series, decision, ContentOf(sale, ahead.OnPaper(issuer), missing.Lines, missing.Amounts, fact), invoice, facts, null);
    }

    /// <summary>One fact may give back of several invoices: one note each.</summary>
    private static Guid SourceOf(EventId fact, FiscalDocumentId invoice) => new(SHA256.HashData([.. fact.Value.ToByteArray(), .. invoice.Value.ToByteArray()]).AsSpan(0, 16));

    public static IssuerFacts FactsOf(Issuer issuer, LegalEntityView entity) => new(entity.Cuit, entity.VatCondition, issuer.ClassA);

    /// <summary>What a refused document says to whoever searches: order, receiver, their number.</summary>
    public static string SearchOf(string? orderNumber, string? name, ReceiverFacts receiver) => $"{orderNumber} {name} {(receiver.DocumentType == ReceiverFacts.Nobody ? "" : receiver.DocumentNumber)}".ToLowerInvariant();

    private static (VoucherDecision Decision, Problem? Refusal) Decide(SaleToInvoice sale, Issuer issuer, LegalEntityView entity, VatBlock amounts, NormsOfDay law)
    {
        var facts = FactsOf(issuer, entity);
        if (!Currencies.TryFind(sale.Currency.Code, out _)) return (Fallback(), InvoicingProblems.UnknownCurrency(sale.Currency.Code));
        if (DecideVoucher.ReceiverOf(sale.Receiver).Refused(out var problem, out var receiver)) return (Fallback(), problem);
        // The rate is the agency's, and not known yet: whoever buys in another currency is named.
        if (sale.Currency != Currency.Ars && receiver.DocumentType == ReceiverFacts.Nobody) return (Fallback(), InvoicingProblems.NeedsRateOrName);
        return DecideVoucher.Invoice(facts, receiver, amounts.TotalMinor, law).Refused(out problem, out var decision) ? (Fallback(), problem) : (decision, null);

        // A document that waits for a person still has a place to wait in.
        VoucherDecision Fallback()
        {
            var letter = facts.Condition == VatCondition.Registered ? "B" : "C";
            return new VoucherDecision(letter, VoucherTypes.Of(letter, FiscalDocumentKind.Invoice), ReceiverFacts.Anonymous, 1, [], false, ["No se pudo decidir con los datos de la venta."]);
        }
    }

    private static DocumentContent ContentOf(SaleToInvoice sale, IssuerOnPaper issuer, IReadOnlyList<DocumentLine> lines, VatBlock amounts, string? fact) => new(
        issuer, lines, amounts, sale.Number, sale.Culture, sale.Email, sale.Receiver?.Name ?? sale.ContactName, sale.Receiver?.Address ?? sale.ShipTo, sale.Tender, fact, sale.Province, sale.LocationId, TermsOf(sale.Currency));

    /// <summary>What a shop sells in another currency is paid in it (specs: arca 9.6).</summary>
    private static DocumentTerms? TermsOf(Currency currency) =>
        currency != Currency.Ars && Currencies.TryFind(currency.Code, out var code) ? new DocumentTerms(code, null, PaidInCurrency: true, null, null) : null;

    private void Add(
        SaleToInvoice sale, FiscalDocumentKind kind, Guid source, Series series, VoucherDecision decision, DocumentContent content, FiscalDocument? original, EventFacts facts, Problem? refusal)
    {
        var now = clock.GetUtcNow();
        content = content with { ProvincialLegend = provincial.Of(decision, content, FiscalDay.Of(facts.OccurredAt)) };
        var document = new NewDocument(kind, source, series, decision, content, original, facts.OccurredAt, sale.Currency)
        {
            OrderId = sale.Id,
            CustomerId = sale.CustomerId,
            SalesChannelId = sale.SalesChannelId,
        }.Make(now, norms.On(FiscalDay.Of(facts.OccurredAt)));
        db.Add(document);
        ahead.Of(sale.Id).Add(document);
        if (refusal is not null) db.Publish(document.Reject([new AgencyNote(0, refusal.Detail)], now));
    }
}
