namespace Hilo.Invoicing;

/// <summary>A month added up by type of document and by rate. Notes of credit count negative. Pure.</summary>
internal sealed record BookTotals(int Documents, long NetMinor, long ExemptMinor, long UntaxedMinor, long VatMinor, long TributesMinor)
{
    public static readonly BookTotals Nothing = new(0, 0, 0, 0, 0, 0);

    public long TotalMinor => NetMinor + ExemptMinor + UntaxedMinor + VatMinor + TributesMinor;

    public static BookTotals Of(IEnumerable<BookRow> rows) => rows.Aggregate(Nothing, (sum, row) =>
    {
        var pesos = row.InPesos();
        return new BookTotals(
            sum.Documents + 1, sum.NetMinor + row.Sign * pesos.NetMinor, sum.ExemptMinor + row.Sign * pesos.ExemptMinor, sum.UntaxedMinor + row.Sign * pesos.UntaxedMinor,
            sum.VatMinor + row.Sign * pesos.VatMinor, sum.TributesMinor + row.Sign * pesos.TributesMinor);
    });

    public static Sheet ByType(IReadOnlyList<BookRow> rows) => new(
        "Por tipo", ["Tipo", "Comprobantes", "Neto", "Exento", "No gravado", "IVA", "Tributos", "Total"],
        rows.GroupBy(r => r.Voucher.Type).OrderBy(g => g.Key).Select(g => Cells($"{VoucherTypes.NameOf(VoucherTypes.KindOf(g.Key))} {VoucherTypes.LetterOf(g.Key)} ({g.Key:D3})", Of(g))).Append(Cells("Total", Of(rows))));

    public static Sheet ByRate(IReadOnlyList<BookRow> rows) => new(
        "Por alícuota", ["Alícuota", "Neto", "IVA"],
        rows.SelectMany(r => r.InPesos().Vat.Select(v => (r.Sign, Vat: v))).GroupBy(v => v.Vat.Id).OrderBy(g => g.Key)
            .Select(g => (IReadOnlyList<object>)[Paper.RateOf((TaxCode)g.Key), g.Sum(v => v.Sign * v.Vat.BaseMinor) / 100m, g.Sum(v => v.Sign * v.Vat.AmountMinor) / 100m]));

    private static IReadOnlyList<object> Cells(string name, BookTotals totals) =>
        [name, totals.Documents, totals.NetMinor / 100m, totals.ExemptMinor / 100m, totals.UntaxedMinor / 100m, totals.VatMinor / 100m, totals.TributesMinor / 100m, totals.TotalMinor / 100m];
}
