using System.Globalization;
using Hilo.Platform;

namespace Hilo.Invoicing;

/// <summary>Brings the documents of an order into line with what it sold: an invoice when it is paid, a note for everything that was taken out since.</summary>
/// <remarks>It compares what is owed with what is documented, so that events that come twice, late or bundled change nothing. It runs in the transaction of the checkpoint.</remarks>
internal sealed class DocumentSale(InvoicingDb db, SalesAhead ahead, TimeProvider clock)
{
    public void Invoice(OrderId order, EventFacts facts)
    {
        if (ahead.Find(order) is not { } sale || ahead.IssuerOf(sale.Seller) is not { } issuer || issuer.ActiveSince > facts.OccurredAt) return;
        if (ahead.Of(order).Exists(d => d.Role == FiscalDocument.Invoice)) return;
        var lines = StillOwed(sale);
        var amounts = VatBlock.Of(lines.Select(l => (l.TaxCode, l.GrossMinor)));
        if (amounts.TotalMinor == 0)
        {
            if (ahead.TryOmit(order)) db.Add(new Omission { OrderId = order, Reason = sale.IsOver ? "canceled_before" : "nothing_charged", At = clock.GetUtcNow() });
            return;
        }
        var entity = ahead.EntityOf(issuer);
        var (decision, refusal) = Decide(sale, issuer, entity, amounts, facts.OccurredAt);
        var series = ahead.SeriesOf(issuer, entity.Cuit, ahead.PointOf(issuer, sale.SalesChannelId), decision.Type);
        Add(sale, FiscalDocumentKind.Invoice, FiscalDocument.Invoice, order.Value, series, decision, ContentOf(sale, ahead.OnPaper(issuer), lines, amounts, null), null, facts, refusal);
    }

    public void Credit(OrderId order, EventFacts facts, string fact)
    {
        var documents = ahead.Of(order);
        if (documents.Find(d => d.Role == FiscalDocument.Invoice) is not { } invoice || ahead.Find(order) is not { } sale || ahead.IssuerOf(sale.Seller) is not { } issuer) return;
        var invoiced = invoice.Says.Lines;
        var credited = documents.Where(d => d.Kind == FiscalDocumentKind.CreditNote).SelectMany(d => d.Says.Lines).ToList();
        var owed = StillOwed(sale).ToDictionary(l => l.Key, StringComparer.Ordinal);
        var lines = new List<DocumentLine>();
        foreach (var line in invoiced)
        {
            var before = credited.Where(c => c.Key == line.Key).ToList();
            var gross = line.GrossMinor - before.Sum(c => c.GrossMinor) - (owed.GetValueOrDefault(line.Key)?.GrossMinor ?? 0);
            if (gross <= 0) continue;
            var units = line.Quantity.Thousandths - before.Sum(c => c.Quantity.Thousandths) - (owed.GetValueOrDefault(line.Key)?.Quantity.Thousandths ?? 0);
            var quantity = new Quantity(Math.Max(units, 0));
            // Of a part of a line the discount is what its price does not explain.
            lines.Add(line with { Quantity = quantity, GrossMinor = gross, DiscountMinor = gross - new Money(line.UnitPriceMinor, sale.Currency).Times(quantity).Minor });
        }
        if (lines.Count == 0) return;
        (TaxCode, long)[] was = [.. credited.Select(c => (c.TaxCode, c.GrossMinor))];
        var amounts = VatBlock.Between(was, [.. was, .. lines.Select(l => (l.TaxCode, l.GrossMinor))]);
        var day = FiscalDay.Of(facts.OccurredAt);
        var entity = ahead.EntityOf(issuer);
        var decision = DecideVoucher.Note(invoice.Decided, FiscalDocumentKind.CreditNote, FactsOf(issuer, entity), day);
        var series = ahead.SeriesOf(issuer, entity.Cuit, ahead.PointOf(issuer, sale.SalesChannelId), decision.Type);
        Add(sale, FiscalDocumentKind.CreditNote, FiscalDocument.CreditNote, facts.Id.Value, series, decision, ContentOf(sale, ahead.OnPaper(issuer), lines, amounts, fact), invoice, facts, null);
    }

    public static IssuerFacts FactsOf(Issuer issuer, LegalEntityView entity) => new(entity.Cuit, entity.VatCondition, issuer.ClassA);

    /// <summary>What a refused document says to whoever searches: order, receiver, their number.</summary>
    public static string SearchOf(string? orderNumber, string? name, ReceiverFacts receiver) => $"{orderNumber} {name} {(receiver.DocumentType == ReceiverFacts.Nobody ? "" : receiver.DocumentNumber)}".ToLowerInvariant();

    private static (VoucherDecision Decision, Problem? Refusal) Decide(SaleToInvoice sale, Issuer issuer, LegalEntityView entity, VatBlock amounts, DateTimeOffset at)
    {
        var (facts, day) = (FactsOf(issuer, entity), FiscalDay.Of(at));
        if (sale.Currency != Currency.Ars) return (Fallback(), InvoicingProblems.OtherCurrency);
        if (DecideVoucher.ReceiverOf(sale.Receiver).Refused(out var problem, out var receiver)) return (Fallback(), problem);
        return DecideVoucher.Invoice(facts, receiver, amounts.TotalMinor, day).Refused(out problem, out var decision) ? (Fallback(), problem) : (decision, null);

        // A document that waits for a person still has a place to wait in.
        VoucherDecision Fallback()
        {
            var letter = facts.Condition == VatCondition.Registered ? "B" : "C";
            return new VoucherDecision(letter, VoucherTypes.Of(letter, FiscalDocumentKind.Invoice), ReceiverFacts.Anonymous, 1, [], false, ["No se pudo decidir con los datos de la venta."]);
        }
    }

    private static List<DocumentLine> StillOwed(SaleToInvoice sale)
    {
        if (sale.IsOver) return [];
        var lines = sale.Lines.Where(l => l.Gross.Minor > l.CanceledGross.Minor).Select(l =>
        {
            var (units, gross) = (l.Ordered - l.Canceled, l.Gross.Minor - l.CanceledGross.Minor);
            return new DocumentLine(l.Id, l.Sku, l.VariantTitle.Length == 0 ? l.Title : $"{l.Title} · {l.VariantTitle}", l.TaxCode, units, l.UnitPrice.Minor, gross - l.UnitPrice.Times(units).Minor, gross);
        });
        var delivery = sale.Shipping.Where(s => s.Gross.Minor > 0).GroupBy(s => s.TaxCode).Select(s =>
            new DocumentLine(null, "", s.First().Label, s.Key, Quantity.One, s.Sum(p => p.Gross.Minor), 0, s.Sum(p => p.Gross.Minor)));
        return [.. lines, .. delivery];
    }

    private static DocumentContent ContentOf(SaleToInvoice sale, IssuerOnPaper issuer, IReadOnlyList<DocumentLine> lines, VatBlock amounts, string? fact) => new(
        issuer, lines, amounts, sale.Number, sale.Culture, sale.Email, sale.Receiver?.Name ?? sale.ContactName, sale.Receiver?.Address ?? sale.ShipTo, sale.Tender, fact);

    private void Add(
        SaleToInvoice sale, FiscalDocumentKind kind, string role, Guid source, Series series, VoucherDecision decision, DocumentContent content, FiscalDocument? original, EventFacts facts, Problem? refusal)
    {
        var now = clock.GetUtcNow();
        var document = new FiscalDocument
        {
            Id = IId<FiscalDocumentId>.New(),
            SourceId = source,
            Role = role,
            Kind = kind,
            SeriesId = series.Id,
            OriginalId = original?.Id,
            OrderId = sale.Id,
            OrderNumber = sale.Number,
            CustomerId = sale.CustomerId,
            SalesChannelId = sale.SalesChannelId,
            TotalMinor = content.Amounts.TotalMinor,
            VatMinor = content.Amounts.VatMinor,
            Currency = sale.Currency,
            ReceiverName = content.Name,
            Search = SearchOf(sale.Number, content.Name, decision.Receiver),
            Content = Stored.Write(content),
            Decision = Stored.Write(decision),
            FactAt = facts.OccurredAt,
            DueOn = original is null ? null : FiscalDay.Number(FiscalDay.Of(facts.OccurredAt).AddDays((int)Norms.Number(Norms.NoteDays, FiscalDay.Of(facts.OccurredAt)))),
            QueuedAt = now,
        };
        db.Add(document);
        ahead.Of(sale.Id).Add(document);
        if (refusal is not null) db.Publish(document.Reject([new AgencyNote(0, refusal.Detail)], now));
    }
}

internal sealed class WhenOrderPaid(DocumentSale documents) : IListen<OrderPaid>
{
    public Task HandleAsync(OrderPaid happened, EventFacts facts, CancellationToken cancel)
    {
        documents.Invoice(happened.OrderId, facts);
        return Task.CompletedTask;
    }
}

internal sealed class WhenOrderCanceled(DocumentSale documents) : IListen<OrderCanceled>
{
    public Task HandleAsync(OrderCanceled happened, EventFacts facts, CancellationToken cancel)
    {
        documents.Credit(happened.OrderId, facts, "canceled");
        return Task.CompletedTask;
    }
}

internal sealed class WhenUnitsCanceled(DocumentSale documents) : IListen<UnitsCanceled>
{
    public Task HandleAsync(UnitsCanceled happened, EventFacts facts, CancellationToken cancel)
    {
        documents.Credit(happened.OrderId, facts, "units_canceled");
        return Task.CompletedTask;
    }
}
