using System.Globalization;
using System.Text;

namespace Hilo.Invoicing;

/// <summary>A voucher as the VAT book has it. Amounts of notes are positive: the type gives the sign.</summary>
internal sealed record BookRow(Voucher Voucher, string Title, string Name, string Cae, string? OrderNumber);

/// <summary>The sales of a month for the accountant: the agency's import files (Libro IVA Digital, specs: arca 18), and the same as a table.</summary>
internal static class SalesBook
{
    private const int Exempt = 3;

    /// <summary>266 characters per voucher, ISO-8859-1, CR LF.</summary>
    public static string Vouchers(IEnumerable<BookRow> rows) => Lines(rows, row =>
    {
        var voucher = row.Voucher;
        var line = new StringBuilder(266);
        line.Append(FiscalDay.Text(voucher.Date)).Append(N(voucher.Type, 3)).Append(N(voucher.Point, 5)).Append(N(voucher.Number, 20)).Append(N(voucher.Number, 20));
        line.Append(N(voucher.DocumentType, 2)).Append(N(voucher.DocumentNumber, 20)).Append(Words(row.Name, 30));
        line.Append(N(voucher.TotalMinor, 15)).Append(N(voucher.UntaxedMinor, 15)).Append(N(0, 15)).Append(N(voucher.ExemptMinor, 15));
        // Perceptions and excise taxes: Hilo charges none.
        for (var i = 0; i < 4; i++) line.Append(N(0, 15));
        line.Append(voucher.Currency).Append(N((long)(voucher.Rate * 1_000_000), 10)).Append(N(RatesOf(voucher).Count, 1)).Append(OperationOf(voucher));
        // Vouchers of products have no day by which they are paid.
        return line.Append(N(0, 15)).Append(N(0, 8)).ToString();
    });

    /// <summary>62 characters per voucher and rate.</summary>
    public static string Rates(IEnumerable<BookRow> rows) => Lines(rows.SelectMany(row => RatesOf(row.Voucher).Select(rate => (row.Voucher, Rate: rate))), pair =>
        N(pair.Voucher.Type, 3) + N(pair.Voucher.Point, 5) + N(pair.Voucher.Number, 20) + N(pair.Rate.BaseMinor, 15) + N(pair.Rate.Id, 4) + N(pair.Rate.AmountMinor, 15));

    /// <summary>A class C issuer keeps no VAT book.</summary>
    public static bool IsInVatBook(Voucher voucher) => VoucherTypes.LetterOf(voucher.Type) != "C";

    public static IReadOnlyList<string> Heading =>
        ["Fecha", "Tipo", "Comprobante", "Documento", "Número", "Receptor", "Neto", "IVA 2,5 %", "IVA 5 %", "IVA 10,5 %", "IVA 21 %", "IVA 27 %", "Exento", "No gravado", "Total", "CAE", "Pedido"];

    /// <summary>As the accountant adds it up: notes of credit are negative here.</summary>
    public static IReadOnlyList<string> Cells(BookRow row)
    {
        var voucher = row.Voucher;
        var sign = VoucherTypes.KindOf(voucher.Type) == FiscalDocumentKind.CreditNote ? -1 : 1;
        string Pesos(long minor) => (sign * minor / 100m).ToString("0.00", CultureInfo.GetCultureInfo("es-AR"));
        string Vat(TaxCode code) => Pesos(voucher.Vat.Where(v => v.Id == (int)code).Sum(v => v.AmountMinor));
        return
        [
            Paper.Day(voucher.Date), N(voucher.Type, 3), row.Title, N(voucher.DocumentType, 2), voucher.DocumentNumber.ToString(CultureInfo.InvariantCulture), row.Name, Pesos(voucher.NetMinor),
            Vat(TaxCode.Vat2_5), Vat(TaxCode.Vat5), Vat(TaxCode.Vat10_5), Vat(TaxCode.Vat21), Vat(TaxCode.Vat27), Pesos(voucher.ExemptMinor), Pesos(voucher.UntaxedMinor), Pesos(voucher.TotalMinor),
            row.Cae, row.OrderNumber ?? "",
        ];
    }

    private static IReadOnlyList<VoucherVat> RatesOf(Voucher voucher) => voucher.Vat.Count > 0 ? voucher.Vat : [new VoucherVat(Exempt, 0, 0)];

    private static string OperationOf(Voucher voucher) => voucher.Vat.Count > 0 ? " " : voucher.ExemptMinor > 0 ? "E" : "N";

    private static string Lines<T>(IEnumerable<T> rows, Func<T, string> write) => string.Concat(rows.Select(row => write(row) + "\r\n"));

    private static string N(long number, int width) => number.ToString(CultureInfo.InvariantCulture).PadLeft(width, '0');

    /// <summary>What the importer's alphabet lacks loses its accent, or becomes a question mark.</summary>
    private static string Words(string text, int width)
    {
        var plain = new StringBuilder(width);
        foreach (var c in text.Normalize(NormalizationForm.FormC))
        {
            if (plain.Length == width) break;
            plain.Append(c is >= ' ' and <= '~' or >= '\u00A0' and <= '\u00FF' ? c : c.ToString().Normalize(NormalizationForm.FormD)[0] is >= ' ' and <= '~' and var bare ? bare : '?');
        }
        return plain.ToString().PadRight(width);
    }
}
