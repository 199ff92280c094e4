using Hilo.Invoicing;

namespace Hilo.Tests.Fiscal;

public class Deciding_a_document
{
    private static readonly DateOnly Today = new(2026, 11, 28);

    [Theory]
    [InlineData(VatCondition.Registered, 1, "A", 1)]
    [InlineData(VatCondition.Registered, 6, "A", 1)]
    [InlineData(VatCondition.Registered, 13, "A", 1)]
    [InlineData(VatCondition.Registered, 4, "B", 6)]
    [InlineData(VatCondition.Registered, 5, "B", 6)]
    [InlineData(VatCondition.Registered, 15, "B", 6)]
    [InlineData(VatCondition.Monotributo, 1, "C", 11)]
    [InlineData(VatCondition.Exempt, 5, "C", 11)]
    public void Takes_the_letter_from_issuer_and_receiver(VatCondition issuer, int receiver, string letter, int type)
    {
        var decision = DecideVoucher.Invoice(Given.Registered with { Condition = issuer }, Given.Company with { Condition = receiver }, 100_00, Given.On(Today)).Value();
        Assert.Equal((letter, type), (decision.Class, decision.Type));
        Assert.NotEmpty(decision.Trace);
    }

    [Fact]
    public void Prints_what_the_norms_want_beside_the_letter()
    {
        var withheld = DecideVoucher.Invoice(Given.Registered with { ClassA = ClassAHabilitation.SubjectToWithholding }, Given.Company, 100_00, Given.On(Today)).Value();
        Assert.Equal((51, "OPERACIÓN SUJETA A RETENCIÓN"), (withheld.Type, withheld.Legends.Single()));
        Assert.Equal("PAGO EN CBU INFORMADA", DecideVoucher.Invoice(Given.Registered with { ClassA = ClassAHabilitation.PaidToAccount }, Given.Company, 100_00, Given.On(Today)).Value().Legends.Single());
        Assert.Contains("Ley Nº 27.618", DecideVoucher.Invoice(Given.Registered, Given.Company with { Condition = 6 }, 100_00, Given.On(Today)).Value().Legends.Single(), StringComparison.Ordinal);
        Assert.True(Given.Invoice(ReceiverFacts.Anonymous).ShowsTransparency);
        Assert.False(Given.Invoice(Given.Company).ShowsTransparency);
        Assert.False(DecideVoucher.Invoice(Given.Registered, ReceiverFacts.Anonymous, 100_00, Given.On(new DateOnly(2025, 3, 31))).Value().ShowsTransparency);
    }

    [Fact]
    public void Names_the_buyer_from_the_amount_of_the_day()
    {
        const long ten = 10_000_000_00;
        Assert.Equal("invoicing.needs_identification", DecideVoucher.Invoice(Given.Registered, ReceiverFacts.Anonymous, ten, Given.On(Today)).Problem().Code);
        Assert.Equal(ReceiverFacts.Nobody, DecideVoucher.Invoice(Given.Registered, ReceiverFacts.Anonymous, ten - 1, Given.On(Today)).Value().Receiver.DocumentType);
        Assert.Equal("invoicing.needs_identification", DecideVoucher.Invoice(Given.Registered, ReceiverFacts.Anonymous, 208_644_00, Given.On(new DateOnly(2025, 5, 28))).Problem().Code);
        Assert.Equal(96, DecideVoucher.Invoice(Given.Registered, new ReceiverFacts(96, "11222333", 5, "Ana"), ten, Given.On(Today)).Value().Receiver.DocumentType);
    }

    [Fact]
    public void Refuses_what_an_accountant_would_refuse()
    {
        string Code(ReceiverFacts receiver, long total = 100_00) => DecideVoucher.Invoice(Given.Registered, receiver, total, Given.On(Today)).Problem().Code;
        Assert.Equal("invoicing.nothing_to_invoice", Code(ReceiverFacts.Anonymous, 0));
        Assert.Equal("invoicing.receiver_is_issuer", Code(Given.Company with { DocumentNumber = Given.Issuer }));
        Assert.Equal("invoicing.needs_cuit", Code(new ReceiverFacts(96, "11222333", 1, "Ana")));
        Assert.Equal("invoicing.needs_document", Code(ReceiverFacts.Anonymous with { Condition = 4 }));

        string Read(string type, string number, int? condition = null) => DecideVoucher.ReceiverOf(new OrderReceiver(type, number, condition)).Problem().Code;
        Assert.Equal("invoicing.receiver_cuit", Read("CUIT", "30-71234567-2"));
        Assert.Equal("invoicing.receiver_document", Read("DNI", "123456789"));
        Assert.Equal("invoicing.receiver_document", Read("Libreta", "1"));
        Assert.Equal("invoicing.receiver_condition", Read("CUIT", "30-71234567-1", 2));
        Assert.Equal("30712345671", DecideVoucher.ReceiverOf(new OrderReceiver("cuit", "30-71234567-1", 1)).Value().DocumentNumber);
    }

    [Fact]
    public void Keeps_class_and_receiver_on_a_note_whatever_the_issuer_is_today()
    {
        var note = DecideVoucher.Note(Given.Invoice(Given.Company), FiscalDocumentKind.CreditNote, Given.Registered with { Condition = VatCondition.Monotributo }, Given.On(Today));
        Assert.Equal((3, Given.Company), (note.Type, note.Receiver));
    }

    [Fact]
    public void Dates_a_document_within_the_window_and_never_before_its_series()
    {
        DateOnly Day(int day) => new(2026, 11, day);
        Assert.Equal(Day(25), FiscalDay.Choose(Day(25), Day(28), null));
        Assert.Equal(Day(23), FiscalDay.Choose(Day(23), Day(28), Day(23)));
        Assert.Equal(Day(28), FiscalDay.Choose(Day(22), Day(28), null));
        Assert.Equal(Day(28), FiscalDay.Choose(Day(25), Day(28), Day(26)));
        Assert.Equal(Day(29), FiscalDay.Choose(Day(25), Day(28), Day(29)));
        // 23:30 in Buenos Aires is already the next day in UTC.
        Assert.Equal(Day(30), FiscalDay.Of(new DateTimeOffset(2026, 12, 1, 2, 30, 0, TimeSpan.Zero)));
    }

    [Fact]
    public void Can_reach_every_state() => Assert.Empty(FiscalDocument.Life.Unreachable());
}
