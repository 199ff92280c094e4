using Hilo.Client;
using Hilo.Invoicing;

namespace Hilo.Tests.Fiscal;

public class Making_credit_invoices
{
    private static readonly FceTerms Terms = new("0110599520000001235579", "TELAR.RETAMA", "SCA", 30);
    private static readonly DateOnly Day = new(2026, 11, 28);
    private const string Large = "30-51111111-7";

    [Fact]
    public void Is_decided_by_issuer_buyer_amount_and_day()
    {
        VoucherDecision Of(FceTerms? terms, bool isBuyer, long total, DateOnly day) => DecideFce.Apply(Given.Invoice(Given.Company, total), terms, isBuyer, total, Given.On(day));
        Assert.Equal(201, Of(Terms, true, 5_549_862_00, Day).Type);
        Assert.Equal(1, Of(Terms, true, 5_549_861_99, Day).Type);
        Assert.Equal(1, Of(Terms, false, 9_000_000_00, Day).Type);
        Assert.Equal(1, Of(null, true, 9_000_000_00, Day).Type);
        Assert.Equal(1, Of(Terms, true, 9_000_000_00, new DateOnly(2026, 4, 13)).Type);
        Assert.Equal(6, DecideFce.Apply(Given.Invoice(ReceiverFacts.Anonymous, 9_000_000_00), Terms, true, 9_000_000_00, Given.On(Day)).Type);
    }

    [Fact]
    public void Carries_account_transfer_and_due_date_and_its_notes_none_of_them()
    {
        var decision = DecideFce.Convert(Given.Invoice(Given.Company, 6_000_000_00), Terms);
        var invoice = DecideFce.Complete(FreezeVoucher.Of(decision, VatBlock.Of([(TaxCode.Vat21, 6_000_000_00)]), Given.Issuer, 7, 1, Day.AddDays(-2), null), Terms, Day);
        Assert.Equal((201, new DateOnly(2026, 12, 28)), (invoice.Type, invoice.PayBy));
        Assert.Equal([("2101", Terms.Account), ("2102", "TELAR.RETAMA"), ("27", "SCA")], invoice.Options.Select(o => (o.Id, o.Value)));
        var note = DecideFce.Note(DecideVoucher.Note(decision, FiscalDocumentKind.CreditNote, Given.Registered, Given.On(Day)), decision);
        var credited = DecideFce.Complete(FreezeVoucher.Of(note, VatBlock.Of([(TaxCode.Vat21, 1_000_00)]), Given.Issuer, 7, 1, Day, invoice), Terms, Day);
        Assert.Equal((203, null, ("22", "N")), (credited.Type, (object?)credited.PayBy, credited.Options.Select(o => (o.Id, o.Value)).Single()));
        Assert.Equal("A", VoucherTypes.LetterOf(203));
        Assert.Equal("Nota de crédito FCE A 00007-00000001", VoucherTypes.TitleOf(203, 7, 1));
    }

    [Theory]
    [InlineData(0, "cero pesos con 00/100")]
    [InlineData(1_00, "un peso con 00/100")]
    [InlineData(21_05, "veintiún pesos con 05/100")]
    [InlineData(100_00, "cien pesos con 00/100")]
    [InlineData(1_031_00, "mil treinta y un pesos con 00/100")]
    [InlineData(21_101_50, "veintiún mil ciento un pesos con 50/100")]
    [InlineData(1_000_000_00, "un millón de pesos con 00/100")]
    [InlineData(5_549_862_00, "cinco millones quinientos cuarenta y nueve mil ochocientos sesenta y dos pesos con 00/100")]
    public void Says_its_amount_in_words(long minor, string words) => Assert.Equal(words, AmountInWords.Of(minor, Currencies.Pesos));

    [Theory, EveryDatabase]
    public async Task Goes_to_a_large_company_and_is_credited_as_one(Database database)
    {
        await using var accountant = await Accountant.OpenAsync(database);
        var (agency, buyer) = (accountant.Owner.Invoicing, new OrderReceiver("CUIT", Large, 1, "Gran Tienda S.A."));
        // Nobody noted the buyer: the agency says so, and one click makes it a credit invoice.
        await accountant.Sells(receiver: buyer, price: Money.Ars(6_000_000));
        var refused = Assert.Single(await accountant.SettledAsync(1));
        Assert.Equal((FiscalDocumentState.Rejected, 10192), (refused.State, refused.AgencyNotes[0].Code));
        Assert.Equal("invoicing.no_fce_account", (await agency.ConvertToFceAsync(refused.Id)).Problem().Code);
        (await agency.SetFceAsync(accountant.Issuer.Id, new SetFceRequest(Terms.Account, Terms.Alias))).Value();
        (await agency.ConvertToFceAsync(refused.Id)).Value();
        var made = Assert.Single(await accountant.UntilAsync(all => all.TrueForAll(d => d.State == FiscalDocumentState.Authorized)));
        Assert.Equal((201, 1L), (made.Frozen.Type, made.Number!.Value));
        Assert.Equal("invoicing.not_for_fce", (await agency.ConvertToFceAsync(made.Id)).Problem().Code);
        Assert.Equal(["30511111117"], (await agency.FceBuyersAsync()).Value());

        // The next one is one from the start, and so is what gives it back.
        var order = await accountant.Sells("L", buyer, price: Money.Ars(6_000_000));
        Assert.Equal(201, (await accountant.SettledAsync(2)).Single(d => d.OrderId == order.Id).Frozen.Type);
        (await accountant.Owner.Orders.CancelAsync(order.Id, new CancelOrderRequest("Se arrepintió"))).Value();
        var note = (await accountant.SettledAsync(3)).Single(d => d.Kind == FiscalDocumentKind.CreditNote);
        Assert.Equal((FiscalDocumentState.Authorized, 203), (note.State, note.Frozen.Type));
        var paper = Paper.Of(made, null, Norms.Known);
        Assert.Equal("Factura electrónica MiPyME (FCE)", paper.Kind);
        Assert.Contains(paper.Legends, l => l.StartsWith("Son ", StringComparison.Ordinal));
        await Books.BalanceAsync(accountant.Shop);
    }
}
