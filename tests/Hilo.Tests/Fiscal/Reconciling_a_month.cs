using ExcelDataReader;
using Hilo.Invoicing;
using Hilo.Tests.Quality;

namespace Hilo.Tests.Fiscal;

public class Reconciling_a_month
{
    private static readonly DateOnly Day = new(2026, 11, 20);

    [Fact]
    public void Names_whatever_does_not_agree_between_sales_documents_and_agency()
    {
        var orders = Enumerable.Range(0, 6).Select(_ => IId<OrderId>.New()).ToArray();
        SaleSide Sale(int i, long owed, bool isDue = true) => new(orders[i], $"R-{i}", owed, isDue);
        DocumentSide Document(int i, long total, FiscalDocumentKind kind = FiscalDocumentKind.Invoice, FiscalDocumentState state = FiscalDocumentState.Authorized, AgencyCheck? check = AgencyCheck.Same, DateOnly? dated = null) =>
            new(IId<FiscalDocumentId>.New(), $"R-{i}", orders[i], kind, state, $"Documento {i}", total, Day, state == FiscalDocumentState.Authorized ? dated ?? Day : null, check, check == AgencyCheck.Absent ? "ARCA no lo tiene." : null);

        var findings = Reconciliation.Findings(
            [Sale(0, 100), Sale(1, 100), Sale(2, 100, isDue: false), Sale(3, 60), Sale(4, 100), Sale(5, 100)],
            [
                Document(0, 100), Document(3, 100), Document(3, 30, FiscalDocumentKind.CreditNote), Document(4, 100), Document(4, 100),
                Document(5, 100, check: AgencyCheck.Absent),
            ],
            [new ForeignSide("Factura B 00007-00000009", Day.AddDays(1), 100, "75"), new ForeignSide("Factura B 00007-00000010", Day, 7, "76")]);

        Assert.Equal(
            [("missing", "R-1"), ("different", "R-3"), ("double", "R-4"), ("absent_at_agency", "R-5"), ("foreign", "Factura B 00007-00000009"), ("foreign", "Factura B 00007-00000010")],
            findings.Select(f => (f.Kind, f.About)));
        Assert.Contains("dos veces", findings[4].Words, StringComparison.Ordinal);
        Assert.Contains("no está en estos libros", findings[5].Words, StringComparison.Ordinal);
        Assert.Empty(Reconciliation.Findings([Sale(0, 70)], [Document(0, 100), Document(0, 30, FiscalDocumentKind.CreditNote)], []));
    }

    [Fact]
    public void Bridges_from_the_facts_of_a_month_to_its_book_whatever_the_dates()
    {
        var (dice, states) = (new Random(Seed.Taken), Enum.GetValues<FiscalDocumentState>());
        var documents = Enumerable.Range(0, 2_000).Select(_ =>
        {
            var state = dice.Next(3) == 0 ? states[dice.Next(states.Length)] : FiscalDocumentState.Authorized;
            var fact = Day.AddDays(dice.Next(-60, 60));
            return new DocumentSide(IId<FiscalDocumentId>.New(), null, null, dice.Next(3) == 0 ? FiscalDocumentKind.CreditNote : FiscalDocumentKind.Invoice, state, "", dice.NextInt64(1, 1_000_000), fact,
                state == FiscalDocumentState.Authorized ? fact.AddDays(dice.Next(0, 12)) : null, null, null);
        }).ToList();
        var sums = Reconciliation.Sums(documents, new DateOnly(2026, 11, 1), new DateOnly(2026, 11, 30));
        Assert.True(sums.Facts - sums.Open - sums.DatedElsewhere + sums.FromElsewhere == sums.Book, $"Seed {Seed.Taken}");
    }

    [Fact]
    public async Task Writes_a_workbook_that_another_program_reads_with_numbers_as_numbers()
    {
        BookRow Row(VoucherDecision decision, VatBlock amounts, string name, decimal rate = 1, DocumentTerms? terms = null) => new(
            FreezeVoucher.Of(decision, amounts, Given.Issuer, 7, 12, Day, null, null, terms), "Factura", name, "75471234567761", "R-1", rate);
        var tribute = VatBlock.Of([(TaxCode.Vat21, 121_00)]) with { Tributes = [new TributeAmount(7, "IIBB", "C", 100_00, 3m, 3_00)] };
        List<BookRow> rows =
        [
            Row(Given.Invoice(Given.Company), tribute, "=1+1"), Row(Given.Invoice(Given.Company), VatBlock.Of([(TaxCode.Vat10_5, 11_05)]), "Ñandú", 1_000m, new DocumentTerms("DOL", 1_000, false, null, null)),
            Row(DecideVoucher.Note(Given.Invoice(Given.Company), FiscalDocumentKind.CreditNote, Given.Registered, Given.On(Day)), VatBlock.Of([(TaxCode.Vat21, 12_10)]), "Ana"),
        ];

        var file = await Sheet.ToXlsxAsync([new Sheet("Ventas", SalesBook.Heading, rows.Select(SalesBook.Cells)), BookTotals.ByType(rows), BookTotals.ByRate(rows)], TestContext.Current.CancellationToken);

        System.Text.Encoding.RegisterProvider(System.Text.CodePagesEncodingProvider.Instance);
        using var reader = ExcelReaderFactory.CreateReader(new MemoryStream(file));
        Assert.Equal(("Ventas", SalesBook.Heading.Count), (reader.Name, reader.FieldCount));
        reader.Read();
        Assert.Equal(SalesBook.Heading, Enumerable.Range(0, reader.FieldCount).Select(reader.GetString));
        var (total, name, date) = (SalesBook.Heading.ToList().IndexOf("Total"), SalesBook.Heading.ToList().IndexOf("Receptor"), 0);
        var read = new List<(string Name, double Total, DateTime Date)>();
        while (reader.Read()) read.Add((reader.GetString(name), reader.GetDouble(total), reader.GetDateTime(date)));
        Assert.Equal([("=1+1", 124d), ("Ñandú", 11_050d), ("Ana", -12.10d)], read.Select(r => (r.Name, r.Total)));
        Assert.All(read, r => Assert.Equal(Day.ToDateTime(TimeOnly.MinValue), r.Date));
        var totals = BookTotals.Of(rows);
        Assert.Equal((long)(read.Sum(r => (decimal)r.Total) * 100), totals.TotalMinor);
        Assert.Equal((3, 3_00L), (totals.Documents, totals.TributesMinor));
        // And the import files say the same: perceptions in their own column, the foreign document in pesos with its rate.
        var lines = SalesBook.Vouchers(rows).Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        Assert.All(lines, line => Assert.Equal(266, line.Length));
        Assert.Equal(("000000000000300", "000000000012400"), (lines[0][183..198], lines[0][108..123]));
        Assert.Equal(("DOL", "1000000000", "000000001105000"), (lines[1][228..231], lines[1][231..241], lines[1][108..123]));
        Assert.Contains("'=1+1", System.Text.Encoding.UTF8.GetString(new Sheet("Ventas", SalesBook.Heading, rows.Select(SalesBook.Cells)).ToCsv()), StringComparison.Ordinal);
    }
}
