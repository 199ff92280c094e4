using Hilo.Invoicing;

namespace Hilo.Tests.Fiscal;

/// <summary>An export and its parts, with a default for everything.</summary>
internal static class Exports
{
    public static readonly SaleAbroad Buyer = new("Tienda Oriental SA", "18 de Julio 1234, Montevideo", 225, "55-00000200-2");

    public static readonly AbroadTerms Terms = new(AbroadTerms.Goods, 225, "URUGUAY", "Tienda Oriental SA", "55000002002", "18 de Julio 1234, Montevideo", null, 1, null, null, null, []);

    public static readonly ExternalLine Jacket = new("Campera", Quantity.Units(2), 100m, TaxCode.Exempt, "CAM", Discount: 10m);

    public static readonly ExternalLine Design = new("Diseño", Quantity.One, 350m, TaxCode.Exempt, IsService: true);

    /// <summary>Goods, in dollars and paid in them.</summary>
    public static ExternalSaleRequest Sale(string reference, params ExternalLine[] lines) =>
        new(reference, lines.Length == 0 ? [Jacket] : lines, Currency: "USD", ExchangeRate: 1_450m, PaidInCurrency: true, Abroad: Buyer);

    public static Voucher Voucher(AbroadTerms terms, long id = 7) => new(
        19, 30, 4, DecideVoucher.ConceptOf(terms.Kind), 80, 55000002002, new DateOnly(2026, 11, 21), 76_00, 0, 0, 76_00, 0, 0, "DOL", 1_450m, ReceiverFacts.BuyerAbroad, [], [])
    {
        PaidInCurrency = true,
        Abroad = new VoucherAbroad(id, terms, [new AbroadItem("CAM", "Campera", 2.5m, 7, 34_40, 10_00, 76_00)]),
    };
}
