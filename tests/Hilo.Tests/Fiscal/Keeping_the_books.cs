using Hilo.Invoicing;

namespace Hilo.Tests.Fiscal;

public class Keeping_the_books
{
    private static readonly BookRow Invoice = new(
        FreezeVoucher.Of(Given.Invoice(Given.Company), VatBlock.Of([(TaxCode.Vat21, 121_00), (TaxCode.Vat10_5, 110_50), (TaxCode.Exempt, 50_00)]), Given.Issuer, 7, 12, new DateOnly(2026, 11, 28), null),
        "Factura A 00007-00000012", "Ñandú & Łódź Hilados del Sur Argentino S.R.L.", "75471234567761", "R-10482");

    [Fact]
    public void Writes_the_vouchers_of_a_month_as_the_agency_imports_them()
    {
        var line = SalesBook.Vouchers([Invoice]);
        Assert.Equal(268, line.Length);
        Assert.EndsWith("\r\n", line, StringComparison.Ordinal);
        string Field(int from, int to) => line[(from - 1)..to];
        Assert.Equal("20261128", Field(1, 8));
        Assert.Equal("001", Field(9, 11));
        Assert.Equal("00007", Field(12, 16));
        Assert.Equal("00000000000000000012", Field(17, 36));
        Assert.Equal("80", Field(57, 58));
        Assert.Equal("00000000030712345671", Field(59, 78));
        Assert.Equal("Ñandú & ?ódz Hilados del Sur A", Field(79, 108));
        Assert.Equal("000000000028150", Field(109, 123));
        Assert.Equal("000000000005000", Field(154, 168));
        Assert.Equal("PES", Field(229, 231));
        Assert.Equal("0001000000", Field(232, 241));
        Assert.Equal("2 ", Field(242, 243));
        Assert.Equal("00000000", Field(259, 266));
    }

    [Fact]
    public void Writes_a_row_per_rate_whose_sums_are_the_voucher_s()
    {
        var lines = SalesBook.Rates([Invoice]).Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        Assert.All(lines, line => Assert.Equal(62, line.Length));
        Assert.Equal(["0004", "0005"], lines.Select(l => l[43..47]).Order());
        Assert.Equal(Invoice.Voucher.NetMinor, lines.Sum(l => long.Parse(l[28..43], System.Globalization.CultureInfo.InvariantCulture)));
        Assert.Equal(Invoice.Voucher.VatMinor, lines.Sum(l => long.Parse(l[47..62], System.Globalization.CultureInfo.InvariantCulture)));
    }

    [Fact]
    public void Counts_an_exempt_voucher_as_one_row_without_amounts_and_leaves_class_C_out()
    {
        var exempt = Invoice with { Voucher = FreezeVoucher.Of(Given.Invoice(Given.Company), VatBlock.Of([(TaxCode.Exempt, 50_00)]), Given.Issuer, 7, 13, new DateOnly(2026, 11, 28), null) };
        Assert.Equal("1E", SalesBook.Vouchers([exempt])[241..243]);
        Assert.Equal("0003", SalesBook.Rates([exempt])[43..47]);
        Assert.False(SalesBook.IsInVatBook(Invoice.Voucher with { Type = 11 }));
    }
}
