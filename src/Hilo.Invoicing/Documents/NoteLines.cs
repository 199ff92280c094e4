namespace Hilo.Invoicing;

/// <summary>A document of a sale as far as the next one depends on it.</summary>
internal sealed record Documented(FiscalDocumentKind Kind, IReadOnlyList<DocumentLine> Lines, IReadOnlyList<TributeAmount> Tributes);

/// <summary>Lines and amounts of a note.</summary>
internal sealed record Note(FiscalDocumentKind Kind, IReadOnlyList<DocumentLine> Lines, VatBlock Amounts);

/// <summary>Compares what is documented with what is owed. Pure.</summary>
/// <remarks>Amounts are what all documents come to before, less what they come to after: whatever the steps, the documents of a sale always net to the VAT of what its buyer owes.</remarks>
internal static class NoteLines
{
    /// <summary>The notes that bring the documents of a sale to what is owed: one of credit for what became cheaper, one of debit for what became dearer. Both empty when nothing is missing.</summary>
    /// <param name="charged">The tributes that were sold with it.</param>
    public static IReadOnlyList<Note> Between(IReadOnlyList<Documented> documents, IReadOnlyList<DocumentLine> owed, Currency currency, IReadOnlyList<SaleTribute> charged)
    {
        var credits = new List<DocumentLine>();
        var debits = new List<DocumentLine>();
        var said = documents.SelectMany(d => d.Lines.Select(line => (Sign: d.Kind == FiscalDocumentKind.CreditNote ? -1 : 1, Line: line))).ToList();
        foreach (var line in said.Where(s => s.Sign > 0).Select(s => s.Line).Concat(owed).DistinctBy(l => l.Key))
        {
            var mine = said.FindAll(s => s.Line.Key == line.Key);
            var now = owed.FirstOrDefault(o => o.Key == line.Key);
            var change = (now?.GrossMinor ?? 0) - mine.Sum(s => s.Sign * s.Line.GrossMinor);
            // Units only ever go away; a price that changes moves none.
            var gone = Math.Max(mine.Where(s => !s.Line.IsPriceOnly).Sum(s => s.Sign * s.Line.Quantity.Thousandths) - (now?.Quantity.Thousandths ?? 0), 0);
            if (change < 0) credits.Add(LineOf(line, gone, -change, currency));
            if (change > 0) debits.Add(LineOf(line, mine.Count == 0 ? now!.Quantity.Thousandths : 0, change, currency));
        }
        (TaxCode, long)[] before = [.. said.Select(s => (s.Line.TaxCode, s.Sign * s.Line.GrossMinor))];
        (TaxCode, long)[] between = [.. before, .. credits.Select(l => (l.TaxCode, -l.GrossMinor))];
        (TaxCode, long)[] after = [.. between, .. debits.Select(l => (l.TaxCode, l.GrossMinor))];
        var notes = new List<Note>();
        var tributes = documents.SelectMany(d => d.Tributes.Select(t => d.Kind == FiscalDocumentKind.CreditNote ? DecideTributes.Less(t) : t)).ToList();
        if (credits.Count > 0)
        {
            var back = DecideTributes.Between(At(between), tributes);
            notes.Add(new Note(FiscalDocumentKind.CreditNote, credits, VatBlock.Between(between, before) with { Tributes = back }));
            tributes.AddRange(back.Select(DecideTributes.Less));
        }
        if (debits.Count > 0) notes.Add(new Note(FiscalDocumentKind.DebitNote, debits, VatBlock.Between(between, after) with { Tributes = DecideTributes.Between(tributes, At(after)) }));
        return notes;

        List<TributeAmount> At((TaxCode, long)[] parts) => charged.Count == 0 ? [] : [.. charged.Owed(new Money(VatBlock.Of(parts).NetMinor, currency)).Select(TributeAmount.Of)];
    }

    /// <summary>Of a part of a line the discount is what its price does not explain; a change of price alone is one line of that amount.</summary>
    private static DocumentLine LineOf(DocumentLine line, long units, long grossMinor, Currency currency) => units == 0
        ? line with { Quantity = Quantity.One, UnitPriceMinor = grossMinor, DiscountMinor = 0, GrossMinor = grossMinor, IsPriceOnly = true }
        : line with { Quantity = new Quantity(units), GrossMinor = grossMinor, DiscountMinor = grossMinor - new Money(line.UnitPriceMinor, currency).Times(new Quantity(units)).Minor, IsPriceOnly = false };
}
