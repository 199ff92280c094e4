using System.Globalization;
using System.Text;

namespace Hilo.Invoicing;

/// <summary>The sales of a month for the accountant: the agency's import files (Libro IVA Digital, specs: arca 18), and the same as a table.</summary>
internal static class SalesBook
{
    private const int Exempt = 3;

    /// <summary>266 characters per voucher, ISO-8859-1, CR LF.</summary>
    public static string Vouchers(IEnumerable<BookRow> rows) => Lines(rows, row =>
    {
        var (voucher, pesos) = (row.Voucher, row.InPesos());
        var line = new StringBuilder(266);
        line.Append(FiscalDay.Text(voucher.Date)).Append(N(voucher.Type, 3)).Append(N(voucher.Point, 5)).Append(N(voucher.Number, 20)).Append(N(voucher.Number, 20));
        line.Append(N(voucher.DocumentType, 2)).Append(N(voucher.DocumentNumber, 20)).Append(Words(row.Name, 30));
        line.Append(N(pesos.TotalMinor, 15)).Append(N(pesos.UntaxedMinor, 15)).Append(N(pesos.TributesOf(13), 15)).Append(N(pesos.ExemptMinor, 15));
        line.Append(N(pesos.TributesOf(6), 15)).Append(N(pesos.TributesOf(5, 7), 15)).Append(N(pesos.TributesOf(3, 8), 15)).Append(N(pesos.TributesOf(4), 15));
        line.Append(voucher.Currency).Append(N((long)(row.Rate * 1_000_000), 10)).Append(N(RatesOf(row).Count, 1)).Append(OperationOf(voucher));
        line.Append(N(pesos.TributesMinor - pesos.TributesOf(13, 6, 5, 7, 3, 8, 4), 15));
        // Vouchers of products have no day by which they are paid; exports and those of the FCE regime are told without it.
        return line.Append(voucher.PayBy is { } day && voucher.Type < 200 && !VoucherTypes.IsAbroad(voucher.Type) ? FiscalDay.Text(day) : N(0, 8)).ToString();
    });

    /// <summary>62 characters per voucher and rate.</summary>
    public static string Rates(IEnumerable<BookRow> rows) => Lines(rows.SelectMany(row => RatesOf(row).Select(rate => (row.Voucher, Rate: rate))), pair =>
        N(pair.Voucher.Type, 3) + N(pair.Voucher.Point, 5) + N(pair.Voucher.Number, 20) + N(pair.Rate.BaseMinor, 15) + N(pair.Rate.Id, 4) + N(pair.Rate.AmountMinor, 15));

    /// <summary>A class C issuer keeps no VAT book.</summary>
    public static bool IsInVatBook(Voucher voucher) => VoucherTypes.LetterOf(voucher.Type) != "C";

    public static readonly IReadOnlyList<string> Heading =
    [
        "Fecha", "Tipo", "Comprobante", "Documento", "Número", "Receptor", "Neto", "IVA 2,5 %", "IVA 5 %", "IVA 10,5 %", "IVA 21 %", "IVA 27 %", "Exento", "No gravado",
        "Percepciones de IVA", "Percepciones de IIBB", "Otros tributos", "Total", "Moneda", "Cotización", "CAE", "Pedido",
    ];

    /// <summary>As the accountant adds it up: pesos, and notes of credit negative. A cell is a text, an amount or a day.</summary>
    public static IReadOnlyList<object> Cells(BookRow row)
    {
        var (voucher, pesos) = (row.Voucher, row.InPesos());
        object Amount(long minor) => row.Sign * minor / 100m;
        var perceptions = (Vat: pesos.TributesOf(6, 13), Income: pesos.TributesOf(5, 7));
        return
        [
            voucher.Date, N(voucher.Type, 3), row.Title, N(voucher.DocumentType, 2), voucher.DocumentNumber.ToString(CultureInfo.InvariantCulture), row.Name, Amount(pesos.NetMinor),
            Amount(pesos.VatOf(TaxCode.Vat2_5)), Amount(pesos.VatOf(TaxCode.Vat5)), Amount(pesos.VatOf(TaxCode.Vat10_5)), Amount(pesos.VatOf(TaxCode.Vat21)), Amount(pesos.VatOf(TaxCode.Vat27)),
            Amount(pesos.ExemptMinor), Amount(pesos.UntaxedMinor), Amount(perceptions.Vat), Amount(perceptions.Income), Amount(pesos.TributesMinor - perceptions.Vat - perceptions.Income),
            Amount(pesos.TotalMinor), Currencies.IsoOf(voucher.Currency), Currencies.RateText(row.Rate), row.Cae, row.OrderNumber ?? "",
        ];
    }

    private static IReadOnlyList<VoucherVat> RatesOf(BookRow row) => row.InPesos().Vat is { Count: > 0 } vat ? vat : [new VoucherVat(Exempt, 0, 0)];

    private static string OperationOf(Voucher voucher) => VoucherTypes.IsAbroad(voucher.Type) ? "X" : voucher.Vat.Count > 0 ? " " : voucher.ExemptMinor > 0 ? "E" : "N";

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
