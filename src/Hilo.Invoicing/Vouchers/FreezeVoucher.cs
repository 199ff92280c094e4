namespace Hilo.Invoicing;

/// <summary>Makes the payload of a document for one number, and refuses what the agency would refuse. Pure.</summary>
internal static class FreezeVoucher
{
    /// <param name="original">Of a note: the frozen payload of what it corrects.</param>
    /// <param name="terms">Currency and period of service; null for goods in pesos.</param>
    /// <param name="raised">Of a note of credit: debit notes of the same original.</param>
    public static Voucher Of(VoucherDecision decision, VatBlock amounts, string cuit, int point, long number, DateOnly date, Voucher? original, IReadOnlyList<Voucher>? raised = null, DocumentTerms? terms = null)
    {
        terms ??= DocumentTerms.InPesos;
        // Class C shows no VAT: its net is what the lines cost.
        var isC = decision.Class == "C";
        return new Voucher(
            decision.Type, point, number, decision.Concept, decision.Receiver.DocumentType, decision.Receiver.Number, date,
            amounts.TotalMinor, isC ? 0 : amounts.UntaxedMinor, isC ? amounts.TotalMinor - amounts.TributesMinor : amounts.NetMinor, isC ? 0 : amounts.ExemptMinor, amounts.TributesMinor, isC ? 0 : amounts.VatMinor,
            terms.Currency, terms.Rate ?? 0, decision.Receiver.Condition,
            original is null ? [] : [.. (raised ?? []).Prepend(original).Select(v => new AssociatedVoucher(v.Type, v.Point, v.Number, cuit, v.Date))],
            isC ? [] : [.. amounts.Rows.Select(r => new VoucherVat(r.Code.AgencyVatId!.Value, r.BaseMinor, r.VatMinor))])
        {
            Tributes = [.. amounts.Tributes.Select(t => new VoucherTribute(t.Tribute, t.Description, t.BaseMinor, t.RatePercent, t.AmountMinor))],
            PaidInCurrency = terms.PaidInCurrency,
            Service = terms.Service,
            // Services are paid on the day of their document at the earliest (specs: arca 9.5).
            PayBy = terms.Service is null ? null : terms.PayBy > date ? terms.PayBy : date,
        };
    }

    /// <summary>The agency's own arithmetic, before it is asked (specs: arca 9.3). Null when all is well.</summary>
    public static AgencyNote? Refusal(Voucher voucher)
    {
        if (voucher.TotalMinor <= 0) return new AgencyNote(10065, "El total tiene que ser mayor que cero.");
        if (voucher.TotalMinor != voucher.UntaxedMinor + voucher.NetMinor + voucher.ExemptMinor + voucher.TributesMinor + voucher.VatMinor)
            return new AgencyNote(10048, "El total no es la suma de sus partes.");
        if (voucher.UntaxedMinor < 0 || voucher.NetMinor < 0 || voucher.ExemptMinor < 0 || voucher.VatMinor < 0) return new AgencyNote(10045, "Ningún importe puede ser negativo.");
        if (voucher.TributesMinor != voucher.Tributes.Sum(t => t.AmountMinor)) return new AgencyNote(10029, "Los tributos no suman su total.");
        if (VoucherTypes.LetterOf(voucher.Type) == "C") return voucher.Vat.Count > 0 || voucher.VatMinor != 0 ? new AgencyNote(10071, "Un comprobante C no lleva IVA.") : null;
        if (voucher.VatMinor != voucher.Vat.Sum(v => v.AmountMinor)) return new AgencyNote(10023, "El IVA no es la suma de sus alícuotas.");
        if (voucher.NetMinor != voucher.Vat.Sum(v => v.BaseMinor)) return new AgencyNote(10061, "El neto no es la suma de las bases.");
        if (voucher.VatMinor == 0 && voucher.Vat.Any(v => v.Id != (int)TaxCode.Vat0))
            return new AgencyNote(10018, "El total es tan chico que el IVA redondea a cero, y ARCA no lo acepta con esa alícuota.");
        return voucher.Vat.Any(v => v.BaseMinor <= 0) && VoucherTypes.KindOf(voucher.Type) == FiscalDocumentKind.Invoice
            ? new AgencyNote(10020, "Cada alícuota lleva una base mayor que cero.") : null;
    }
}
