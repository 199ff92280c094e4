namespace Hilo.Invoicing;

/// <summary>A document of a sale as far as the next one depends on it.</summary>
/// <param name="Invoice">Which invoice of the sale it is, or corrects: the first is 0. Only a sale that is documented dispatch by dispatch has several.</param>
internal sealed record Documented(FiscalDocumentKind Kind, IReadOnlyList<DocumentLine> Lines, IReadOnlyList<TributeAmount> Tributes, int Invoice = 0)
{
    public int Sign => Kind == FiscalDocumentKind.CreditNote ? -1 : 1;
}

/// <summary>Lines and amounts of a document that is missing.</summary>
/// <param name="Invoice">Of a note: the invoice that it corrects, by its place among those of the sale.</param>
internal sealed record Missing(FiscalDocumentKind Kind, IReadOnlyList<DocumentLine> Lines, VatBlock Amounts, int Invoice);

/// <summary>Compares what is documented with what is owed. Pure.</summary>
/// <remarks>Amounts are what all documents come to before, less what they come to after: whatever the steps, the documents of a sale always net to the VAT of what its buyer owes.</remarks>
internal static class NoteLines
{
    /// <summary>The notes that bring the documents of a sale to what is owed: one of credit per invoice for what became cheaper, one of debit for what became dearer.
    /// Then, of a sale that is documented dispatch by dispatch, the invoice over what has left since. Empty when nothing is missing.</summary>
    /// <param name="charged">The tributes that were sold with it.</param>
    public static IReadOnlyList<Missing> Between(
        IReadOnlyList<Documented> documents, IReadOnlyList<DocumentLine> owed, Currency currency, IReadOnlyList<SaleTribute> charged, bool isByDispatch = false)
    {
        var credits = new SortedDictionary<int, List<DocumentLine>>();
        var debits = new SortedDictionary<int, List<DocumentLine>>();
        var left = new List<DocumentLine>();
        var said = documents.SelectMany(d => d.Lines.Select(line => new Said(d, line))).ToList();
        foreach (var line in said.Where(s => s.Document.Sign > 0).Select(s => s.Line).Concat(owed).DistinctBy(l => l.Key))
        {
            var mine = said.FindAll(s => s.Line.Key == line.Key);
            var now = owed.FirstOrDefault(o => o.Key == line.Key);
            var change = (now?.GrossMinor ?? 0) - mine.Sum(s => s.GrossMinor);
            var grown = (now?.Quantity.Thousandths ?? 0) - mine.Sum(s => s.Units);
            if (change > 0 && grown > 0 && isByDispatch) left.Add(LineOf(line, grown, change, currency));
            else if (change > 0) Of(debits, Last(mine)).Add(LineOf(line, mine.Count == 0 ? now!.Quantity.Thousandths : 0, change, currency));
            // Units of a whole sale only ever go away; a price that changes moves none.
            else if (change < 0) Credit(line, mine, Math.Max(-grown, 0), -change);
        }

        var missing = new List<Missing>();
        (TaxCode, long)[] at = [.. said.Select(s => (s.Line.TaxCode, s.GrossMinor))];
        var tributes = documents.SelectMany(d => d.Tributes.Select(t => d.Sign < 0 ? DecideTributes.Less(t) : t)).ToList();
        foreach (var (invoice, lines) in credits)
        {
            (TaxCode, long)[] after = [.. at, .. lines.Select(l => (l.TaxCode, -l.GrossMinor))];
            var back = DecideTributes.Between(Charged(after), tributes);
            missing.Add(new Missing(FiscalDocumentKind.CreditNote, lines, VatBlock.Between(after, at) with { Tributes = back }, invoice));
            tributes.AddRange(back.Select(DecideTributes.Less));
            at = after;
        }
        foreach (var (invoice, lines) in debits) Add(FiscalDocumentKind.DebitNote, lines, invoice);
        if (left.Count > 0) Add(FiscalDocumentKind.Invoice, left, documents.Count(d => d.Kind == FiscalDocumentKind.Invoice));
        return missing;

        void Add(FiscalDocumentKind kind, List<DocumentLine> lines, int invoice)
        {
            (TaxCode, long)[] after = [.. at, .. lines.Select(l => (l.TaxCode, l.GrossMinor))];
            var more = DecideTributes.Between(tributes, Charged(after));
            missing.Add(new Missing(kind, lines, VatBlock.Between(at, after) with { Tributes = more }, invoice));
            tributes.AddRange(more);
            at = after;
        }

        // The last invoice that charged a line gives back first: each note stays within its own.
        void Credit(DocumentLine line, List<Said> mine, long units, long grossMinor)
        {
            foreach (var invoice in mine.Select(s => s.Document.Invoice).Distinct().OrderDescending())
            {
                var its = mine.FindAll(s => s.Document.Invoice == invoice);
                var gross = Math.Min(grossMinor, its.Sum(s => s.GrossMinor));
                if (gross <= 0) continue;
                var gone = Math.Min(units, its.Sum(s => s.Units));
                Of(credits, invoice).Add(LineOf(line, gone, gross, currency));
                (units, grossMinor) = (units - gone, grossMinor - gross);
            }
        }

        List<TributeAmount> Charged((TaxCode, long)[] parts) => charged.Count == 0 ? [] : [.. charged.Owed(new Money(VatBlock.Of(parts).NetMinor, currency)).Select(TributeAmount.Of)];
    }

    private static int Last(List<Said> mine) => mine.Count == 0 ? 0 : mine.Max(s => s.Document.Invoice);

    private static List<DocumentLine> Of(SortedDictionary<int, List<DocumentLine>> notes, int invoice) => notes.TryGetValue(invoice, out var lines) ? lines : notes[invoice] = [];

    /// <summary>Of a part of a line the discount is what its price does not explain; a change of price alone is one line of that amount.</summary>
    private static DocumentLine LineOf(DocumentLine line, long units, long grossMinor, Currency currency) => units == 0
        ? line with { Quantity = Quantity.One, UnitPriceMinor = grossMinor, DiscountMinor = 0, GrossMinor = grossMinor, IsPriceOnly = true }
        : line with { Quantity = new Quantity(units), GrossMinor = grossMinor, DiscountMinor = grossMinor - new Money(line.UnitPriceMinor, currency).Times(new Quantity(units)).Minor, IsPriceOnly = false };

    /// <summary>One line of one document, as it counts.</summary>
    private sealed record Said(Documented Document, DocumentLine Line)
    {
        public long GrossMinor => Document.Sign * Line.GrossMinor;

        public long Units => Line.IsPriceOnly ? 0 : Document.Sign * Line.Quantity.Thousandths;
    }
}
