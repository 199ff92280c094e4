using Hilo.Invoicing;

namespace Hilo.Tests.Fiscal;

/// <summary>Documents and their parts, with a default for everything.</summary>
internal static class Given
{
    public const string Issuer = "30000000015";

    public static readonly DateTimeOffset Noon = new(2026, 11, 28, 15, 0, 0, TimeSpan.Zero);

    public static readonly IssuerFacts Registered = new(Issuer, VatCondition.Registered, ClassAHabilitation.Plain);

    public static readonly ReceiverFacts Company = new(80, "30712345671", 1, "Hilados del Sur S.R.L.");

    public static IssuerOnPaper OnPaper(FiscalEnvironment environment = FiscalEnvironment.Production) => new(
        environment, "Casa Retama", "#1F4D3A", "Casa Retama S.A.", Issuer, VatCondition.Registered, new PostalAddress("Gurruchaga", "Ciudad Autónoma de Buenos Aires", "C", "C1414DIL", "1687"),
        "901-123456-7", 20190301);

    public static DocumentLine Line(string sku, string text, decimal price, int units = 1, TaxCode tax = TaxCode.Vat21, decimal discount = 0) => new(
        IId<OrderLineId>.New(), sku, text, tax, Quantity.Units(units), (long)(price * 100), (long)(-discount * 100), (long)((price * units - discount) * 100));

    public static DocumentLine Delivery(decimal price) => new(null, "", "Envío a domicilio", TaxCode.Vat21, Quantity.One, (long)(price * 100), 0, (long)(price * 100));

    public static FiscalDocument ADocument(VoucherDecision decision, IReadOnlyList<DocumentLine> lines, IssuerOnPaper? issuer = null, FiscalDocument? original = null, string? name = "Sofía Bentancur")
    {
        var amounts = VatBlock.Of(lines.Select(l => (l.TaxCode, l.GrossMinor)));
        var content = new DocumentContent(
            issuer ?? OnPaper(), lines, amounts, "R-10482", "es-AR", "sofia@ejemplo.com", name, new PostalAddress("Honduras", "Buenos Aires", "C", "C1414BMP", "4120", "2.º A"), Tender.CardOnline);
        return new FiscalDocument
        {
            Id = IId<FiscalDocumentId>.New(),
            SourceId = IId<OrderId>.New().Value,
            Role = original is null ? FiscalDocument.Invoice : FiscalDocument.CreditNote,
            Kind = VoucherTypes.KindOf(decision.Type),
            SeriesId = IId<OrderId>.New().Value,
            OriginalId = original?.Id,
            TotalMinor = amounts.TotalMinor,
            VatMinor = amounts.VatMinor,
            Currency = Currency.Ars,
            ReceiverName = name,
            Search = "",
            Content = Stored.Write(content),
            Decision = Stored.Write(decision),
            FactAt = Noon,
            QueuedAt = Noon,
        };
    }

    public static FiscalDocument AnAuthorized(VoucherDecision decision, IReadOnlyList<DocumentLine> lines, IssuerOnPaper? issuer = null, FiscalDocument? original = null, long number = 12_847, string? name = "Sofía Bentancur")
    {
        var document = ADocument(decision, lines, issuer, original, name);
        document.Prepare(FreezeVoucher.Of(decision, document.Says.Amounts, Issuer, 5, number, FiscalDay.Of(Noon), original?.Frozen));
        document.Send(Noon);
        document.Authorize("75471234567761", new DateOnly(2026, 12, 8), "20261128120000", [], recovered: false, Noon);
        return document;
    }

    /// <summary>What the law said on a day.</summary>
    public static NormsOfDay On(DateOnly day) => Norms.Known.On(day);

    public static VoucherDecision Invoice(ReceiverFacts receiver, long totalMinor = 1_000_00) => DecideVoucher.Invoice(Registered, receiver, totalMinor, On(FiscalDay.Of(Noon))).Value();
}
