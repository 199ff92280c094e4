namespace Hilo.Invoicing;

/// <summary>What the agency says that one unit of a currency costs.</summary>
/// <param name="Currency">The agency's code.</param>
/// <param name="On">The day that it holds for, which may be before the one that was asked for.</param>
internal sealed record Quote(string Currency, decimal Rate, DateOnly On)
{
    /// <summary>The agency's own window for a rate that was agreed: from 2 % to 400 % of its own, and no more than a margin above it; what is paid in its currency takes exactly the agency's
    /// (specs: arca 9.6). Null when all is well, and for a note, which keeps the rate of its original.</summary>
    /// <param name="abovePercent">How far above the agency's rate one may be.</param>
    public AgencyNote? Refusal(Voucher voucher, int abovePercent)
    {
        if (voucher.Rate == 0 || VoucherTypes.KindOf(voucher.Type) != FiscalDocumentKind.Invoice) return null;
        var said = $"ARCA cotiza {Currencies.IsoOf(Currency)} a {Currencies.RateText(Rate)} ({Paper.Day(On)}) y la venta dice {Currencies.RateText(voucher.Rate)}";
        if (voucher.PaidInCurrency == true) return voucher.Rate == Rate ? null : new AgencyNote(10038, $"{said}: lo que se paga en su moneda lleva la de ARCA, o ninguna.");
        if (voucher.Rate < Rate * 0.02m || voucher.Rate > Rate * 4) return new AgencyNote(10119, $"{said}: está fuera del rango que acepta.");
        return voucher.Rate > Rate * (1 + abovePercent / 100m) ? new AgencyNote(10240, $"{said}: no puede superarla.") : null;
    }
}
