using System.Text;
using Hilo.Client;
using Hilo.Invoicing;
using Hilo.Tests.Quality;

namespace Hilo.Tests.Fiscal;

public class Exporting_to_the_ERP
{
    private static readonly Dictionary<string, string> Accounts = new(StringComparer.Ordinal) { ["sales.vat_21"] = "4.1.01", ["vat.vat_21"] = "2.1.05", ["tender"] = "1.1.03", ["tender.cash"] = "1.1.01" };

    [Fact]
    public void Books_every_document_with_debits_and_credits_that_balance()
    {
        var (dice, codes) = (new Random(Seed.Taken), Enum.GetValues<TaxCode>());
        for (var round = 0; round < 500; round++)
        {
            var amounts = VatBlock.Of(Enumerable.Range(0, dice.Next(1, 6)).Select(_ => (codes[dice.Next(codes.Length)], dice.NextInt64(1, 9_000_000)))) with
            {
                Tributes = dice.Next(2) == 0 ? [] : [new TributeAmount(7, "IIBB", "C", 100_00, 3m, dice.NextInt64(1, 5_000))],
            };
            var isNote = dice.Next(2) == 0;
            var rate = dice.Next(3) == 0 ? dice.Next(1, 2_000_000) / 1_000m : 1m;
            var decision = isNote ? DecideVoucher.Note(Given.Invoice(Given.Company), FiscalDocumentKind.CreditNote, Given.Registered, Given.On(new DateOnly(2026, 11, 28))) : Given.Invoice(Given.Company);
            var entries = AccountingEntries.Of(Row(decision, amounts, rate), Tender.Cash, Accounts);
            Money Sum(Func<ExportEntry, Money> side) => entries.Aggregate(Money.Ars(0), (sum, e) => sum + side(e));
            Assert.True(Sum(e => e.Debit) == Sum(e => e.Credit) && Sum(e => e.Debit).IsPositive, $"Seed {Seed.Taken}, {round}");
            Assert.Equal(("tender.cash", "1.1.01", isNote), (entries[0].Key, entries[0].Account, entries[0].Credit.IsPositive));
        }
    }

    [Fact]
    public void Writes_the_layout_to_the_letter_and_refuses_what_does_not_fit()
    {
        var record = Record(VatBlock.Of([(TaxCode.Vat21, 121_00)]), "Ñandú; \"Hilados\"");
        var narrow = new ExportLayout("Tango", ExportOf.Entries, ExportFormat.Fixed,
            [new("date", Width: 8), new("account", Width: 10), new("amount", Width: 9, Align: ExportAlign.Right, Pad: "0"), new("receiver_name", Width: 6), new("", Width: 2, Text: "X")], DecimalMark: "", DateFormat: "yyyyMMdd", IsLatin1: true);

        Assert.Equal("202611281.1.01    000012100Ñandú;X \r\n202611284.1.01    -00010000Ñandú;X \r\n202611282.1.05    -00002100Ñandú;X \r\n", Encoding.Latin1.GetString(WriteExport.Of(narrow, [record]).Value()));
        var delimited = new ExportLayout("Bejerman", ExportOf.Documents, ExportFormat.Delimited, [new("title", "Comprobante"), new("receiver_name"), new("total", "Total")]);
        Assert.Equal("Comprobante;receiver_name;Total\r\nFactura A 00007-00000012;\"Ñandú; \"\"Hilados\"\"\";121,00\r\n", Encoding.UTF8.GetString(WriteExport.Of(delimited, [record]).Value()));

        Assert.Equal("invoicing.export_too_narrow", WriteExport.Of(narrow with { Columns = [new("amount", Width: 4)] }, [record]).Problem().Code);
        Assert.Equal("invoicing.export_field_unknown", WriteExport.Refused(delimited with { Columns = [new("debit")] })!.Code);
        Assert.Equal("invoicing.export_width_missing", WriteExport.Refused(narrow with { Columns = [new("date")] })!.Code);
    }

    [Theory, EveryDatabase]
    public async Task Gives_each_record_to_one_delivery_and_sends_the_same_file_again(Database database)
    {
        await using var accountant = await Accountant.OpenAsync(database);
        var invoicing = accountant.Owner.Invoicing;
        Assert.Equal("invoicing.nothing_to_export", (await invoicing.DeliverAsync()).Problem().Code);
        for (var i = 0; i < 3; i++) await accountant.Sells();
        await accountant.SettledAsync(3);
        await accountant.SettleLogAsync();
        (await invoicing.SetAccountsAsync(Accounts)).Value();

        // Read twice, acknowledged up to the first: the others are told again, the first never.
        var page = (await invoicing.ExportRecordsAsync()).Value();
        Assert.Equal(3, page.Records.Count);
        Assert.Equal(["1.1.01", "4.1.01", "2.1.05"], page.Records[0].Entries.Select(e => e.Account));
        Assert.Equal(page.Records.Skip(1).Select(r => r.DocumentId), (await invoicing.ExportRecordsAsync(page.Records[0].Position)).Value().Records.Select(r => r.DocumentId));
        Assert.Equal(1, (await invoicing.AcknowledgeExportAsync(page.Records[0].Position)).Value().Records);
        Assert.Equal(2, (await invoicing.ExportRecordsAsync()).Value().Records.Count);

        // Two ask at once, and every record is in one of their deliveries.
        var both = await Task.WhenAll(invoicing.DeliverAsync(), invoicing.DeliverAsync());
        var made = both.Where(b => !b.Refused(out _, out _)).Select(b => b.Value()).ToList();
        Assert.Equal(2, made.Sum(d => d.Records));
        Assert.Empty((await invoicing.ExportRecordsAsync()).Value().Records);
        var layout = (await invoicing.AddLayoutAsync(new ExportLayout("Tango", ExportOf.Documents, ExportFormat.Fixed, [new("number", Width: 8, Align: ExportAlign.Right, Pad: "0"), new("total", Width: 12, Align: ExportAlign.Right)]))).Value();
        var file = (await invoicing.DeliveryFileAsync(made[0].Id, layout.Id)).Value();
        Assert.Equal("    48900,00", Encoding.UTF8.GetString(file)[8..20]);
        (await invoicing.AcknowledgeDeliveryAsync(made[0].Id)).Value();
        Assert.Equal(file, (await invoicing.DeliveryFileAsync(made[0].Id, layout.Id)).Value());
        Assert.All((await invoicing.DeliveriesAsync()).Value().Where(d => d.Id == made[0].Id), d => Assert.NotNull(d.AcknowledgedAt));
        await Books.BalanceAsync(accountant.Shop);
    }

    private static BookRow Row(VoucherDecision decision, VatBlock amounts, decimal rate = 1) => new(
        FreezeVoucher.Of(decision, amounts, Given.Issuer, 7, 12, new DateOnly(2026, 11, 28), null), "Factura A 00007-00000012", "Ana", "75", null, rate);

    private static ExportRecord Record(VatBlock amounts, string name)
    {
        var row = Row(Given.Invoice(Given.Company), amounts);
        Money Pesos(long minor) => Money.Ars(minor / 100m);
        return new ExportRecord(
            1, IId<FiscalDocumentId>.New(), FiscalDocumentKind.Invoice, 1, "A", 7, 12, row.Title, row.Voucher.Date, "75", "30712345671", name, "R-1", "C", null, null, Tender.Cash, "ARS", 1,
            Pesos(amounts.NetMinor), Pesos(0), Pesos(0), Pesos(amounts.VatMinor), Pesos(0), Pesos(amounts.TotalMinor), AccountingEntries.Of(row, Tender.Cash, Accounts));
    }
}
