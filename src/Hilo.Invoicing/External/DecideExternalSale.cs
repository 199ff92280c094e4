namespace Hilo.Invoicing;

/// <summary>What an external sale becomes: which document, and all that it says.</summary>
internal sealed record ExternalDecision(VoucherDecision Decision, IReadOnlyList<DocumentLine> Lines, VatBlock Amounts, DocumentTerms Terms, AbroadTerms? Abroad = null);

/// <summary>What an external sale is decided from besides itself.</summary>
/// <param name="Original">Of a note: its invoice.</param>
/// <param name="Earlier">Of a note: the invoice and every note of it so far.</param>
internal sealed record ExternalFacts(IssuerFacts Issuer, IReadOnlyList<TributeRate> Rates, NormsOfDay Norms, FiscalDocument? Original, IReadOnlyList<FiscalDocument> Earlier)
{
    /// <summary>Destinations by the agency's number, as far as its table was read.</summary>
    public IReadOnlyDictionary<string, string> Countries { get; init; } = new Dictionary<string, string>();

    /// <summary>The same of units of measure.</summary>
    public IReadOnlyDictionary<string, string> Units { get; init; } = new Dictionary<string, string>();
}

/// <summary>Turns a sale of another system into a document, or says in a sentence why it cannot be one. Pure.</summary>
internal static class DecideExternalSale
{
    public static Result<ExternalDecision> Of(ExternalSaleRequest sale, ExternalFacts facts)
    {
        if (LinesOf(sale, facts).Refused(out var problem, out var lines)) return problem;
        if (sale.Abroad is not null || facts.Original?.Decided.Class == "E")
        {
            if (DecideAbroad.Refusal(sale) is { } refusal) return refusal;
            if (sale.Abroad is { } abroad) return DecideAbroad.Invoice(sale, abroad, facts, lines);
        }
        if (TermsOf(sale, facts, lines).Refused(out problem, out var terms)) return problem;
        return sale.Kind == FiscalDocumentKind.Invoice ? InvoiceOf(sale, facts, lines, terms) : NoteOf(sale, facts, lines, terms);
    }

    private static Result<ExternalDecision> InvoiceOf(ExternalSaleRequest sale, ExternalFacts facts, List<DocumentLine> lines, DocumentTerms terms)
    {
        if (DecideVoucher.ReceiverOf(sale.Receiver).Refused(out var problem, out var receiver)) return problem;
        var amounts = VatBlock.Of(lines.Select(l => (l.TaxCode, l.GrossMinor)));
        var (tributes, trace) = TributesOf(sale, facts, receiver, amounts.NetMinor);
        amounts = amounts with { Tributes = tributes };
        // Without its rate nobody knows what a sale in foreign currency comes to: whoever buys is named.
        if (terms.Rate is null && receiver.DocumentType == ReceiverFacts.Nobody) return InvoicingProblems.NeedsRateOrName;
        var pesos = Currencies.InPesos(amounts.TotalMinor, terms.Rate ?? 1);
        if (DecideVoucher.Invoice(facts.Issuer, receiver, pesos, facts.Norms, ConceptOf(lines)).Refused(out problem, out var decision)) return problem;
        return new ExternalDecision(decision with { Trace = [.. decision.Trace, .. trace, .. terms.Trace()] }, lines, amounts, terms);
    }

    private static Result<ExternalDecision> NoteOf(ExternalSaleRequest sale, ExternalFacts facts, List<DocumentLine> lines, DocumentTerms terms)
    {
        var isCredit = sale.Kind == FiscalDocumentKind.CreditNote;
        (TaxCode Code, long Gross)[] before = [.. facts.Earlier.SelectMany(d => d.Says.Lines.Select(l => (l.TaxCode, (d.Kind == FiscalDocumentKind.CreditNote ? -1 : 1) * l.GrossMinor)))];
        (TaxCode Code, long Gross)[] after = [.. before, .. lines.Select(l => (l.TaxCode, isCredit ? -l.GrossMinor : l.GrossMinor))];
        foreach (var (code, left) in after.GroupBy(a => a.Code).Select(g => (g.Key, g.Sum(a => a.Gross))))
        {
            if (left >= 0) continue;
            return InvoicingProblems.CreditAbove(code, new Money(before.Where(b => b.Code == code).Sum(b => b.Gross), facts.Original!.Currency));
        }
        var amounts = isCredit ? VatBlock.Between(after, before) : VatBlock.Between(before, after);
        var charged = facts.Earlier.Where(d => d.Kind != FiscalDocumentKind.CreditNote).ToList();
        var tributes = sale.Tributes is { Count: > 0 } ? Told(sale.Tributes) : !isCredit ? [] : DecideTributes.Returned(
            [.. charged.SelectMany(d => d.Says.Amounts.Tributes)], [.. facts.Earlier.Where(d => d.Kind == FiscalDocumentKind.CreditNote).SelectMany(d => d.Says.Amounts.Tributes)],
            after.Sum(a => a.Gross), charged.Sum(d => d.Says.Lines.Sum(l => l.GrossMinor)));
        return new ExternalDecision(DecideFce.Note(DecideVoucher.Note(facts.Original!.Decided, sale.Kind, facts.Issuer, facts.Norms), facts.Original!.Decided), lines, amounts with { Tributes = tributes }, terms, facts.Original.Says.Abroad);
    }

    private static Result<List<DocumentLine>> LinesOf(ExternalSaleRequest sale, ExternalFacts facts)
    {
        var lines = new List<DocumentLine>();
        foreach (var (line, at) in sale.Lines.Select((l, i) => (l, i + 1)))
        {
            if (!line.Quantity.IsPositive || line.UnitPrice < 0 || line.Discount < 0 || !line.TaxCode.IsKnown || decimal.Round(line.UnitPrice, 2) != line.UnitPrice || decimal.Round(line.Discount, 2) != line.Discount
                || line.UnitPrice > 10_000_000_000 || line.Discount > 10_000_000_000)
                return InvoicingProblems.BadExternalLine(at);
            var price = Money.Ars(line.UnitPrice);
            var gross = price.Times(line.Quantity).Minor - (long)(line.Discount * 100);
            if (gross < 0) return InvoicingProblems.BadExternalLine(at);
            // Lines are told apart by an id of their own, as those of an order are.
            lines.Add(new DocumentLine(IId<OrderLineId>.New(), line.Sku ?? "", line.Text, line.TaxCode, line.Quantity, price.Minor, -(long)(line.Discount * 100), gross, IsService: line.IsService, Unit: line.Unit ?? DocumentLine.Units, UnitName: line.Unit is { } unit and not DocumentLine.Units ? facts.Units.GetValueOrDefault($"{unit}", $"unidad {unit}") : null));
        }
        return lines;
    }

    private static Result<DocumentTerms> TermsOf(ExternalSaleRequest sale, ExternalFacts facts, List<DocumentLine> lines)
    {
        if (!Currencies.TryFind(sale.Currency, out var code)) return InvoicingProblems.UnknownCurrency(sale.Currency);
        // A note keeps currency, rate and period of what it corrects (specs: arca 9.6): an amount told in another one would be taken for something else.
        if (facts.Original is { } original)
        {
            var kept = original.Says.Terms ?? DocumentTerms.InPesos;
            return code == kept.Currency && (sale.ExchangeRate ?? kept.Rate) == kept.Rate ? kept : InvoicingProblems.NoteCurrency(kept);
        }
        if (code == Currencies.Pesos && (sale.ExchangeRate is not null and not 1 || sale.PaidInCurrency)) return InvoicingProblems.PesosHaveNoRate;
        if (code != Currencies.Pesos && sale.ExchangeRate is null && !sale.PaidInCurrency) return InvoicingProblems.NeedsRate;
        if (lines.Exists(l => l.IsService) && sale.Service is null) return InvoicingProblems.NeedsServicePeriod;
        if (sale.Service is { } service && (service.To < service.From || service.PayBy < service.From)) return InvoicingProblems.BadServicePeriod;
        return new DocumentTerms(
            code, code == Currencies.Pesos ? 1 : sale.ExchangeRate, code == Currencies.Pesos ? null : sale.PaidInCurrency,
            lines.Exists(l => l.IsService) ? new DayRange(sale.Service!.From, sale.Service.To) : null, lines.Exists(l => l.IsService) ? sale.Service!.PayBy : null);
    }

    private static (IReadOnlyList<TributeAmount>, IReadOnlyList<string>) TributesOf(ExternalSaleRequest sale, ExternalFacts facts, ReceiverFacts receiver, long netMinor) =>
        sale.Tributes is { Count: > 0 } told ? (Told(told), ["Los tributos son los que informó la venta."])
        : sale.ChargesPerceptions ? DecideTributes.Of(facts.Rates, receiver, sale.Province?.ToUpperInvariant(), netMinor, facts.Norms.Day)
        : ([], []);

    private static IReadOnlyList<TributeAmount> Told(IReadOnlyList<ExternalTribute> tributes) =>
        [.. tributes.Select(t => new TributeAmount(t.Tribute, t.Description, t.Province?.ToUpperInvariant(), (long)(t.Base * 100), t.Rate, (long)(t.Amount * 100)))];

    /// <summary>All goods 1, all services 2, both 3 (specs: arca 8.3).</summary>
    public static int ConceptOf(List<DocumentLine> lines) => lines.TrueForAll(l => l.IsService) ? 2 : lines.Exists(l => l.IsService) ? 3 : 1;
}
