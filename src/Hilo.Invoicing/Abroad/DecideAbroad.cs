namespace Hilo.Invoicing;

/// <summary>Turns an export of another system into a document of class E, or says in a sentence why it cannot be one. Pure.</summary>
internal static class DecideAbroad
{
    // Advances and discounts as lines of their own have signs that nothing here counts with.
    private static readonly int[] UnitsOfOtherSigns = [97, 99];

    /// <summary>What only sales inside of the country have, and what a note does not say again. Null: nothing.</summary>
    public static Problem? Refusal(ExternalSaleRequest sale)
    {
        if (sale.Kind != FiscalDocumentKind.Invoice && sale.Abroad is not null) return InvoicingProblems.BadAbroad("Una nota de exportación conserva cliente y destino de su factura: no los lleva de nuevo.");
        if (sale.Lines.Any(l => l.TaxCode != TaxCode.Exempt)) return InvoicingProblems.BadAbroad("Una exportación no lleva IVA: sus renglones van exentos.");
        if (sale.ChargesPerceptions || sale.Tributes is { Count: > 0 }) return InvoicingProblems.BadAbroad("Una exportación no lleva percepciones ni otros tributos.");
        if (sale.Receiver is not null) return InvoicingProblems.BadAbroad("El cliente de una exportación va en sus propios datos, con el CUIT de su país: sacá el receptor.");
        if (sale.Service is not null) return InvoicingProblems.BadAbroad("Los servicios al exterior no llevan período, solo la fecha de pago.");
        return sale.Lines.FirstOrDefault(l => l.Unit is { } unit && UnitsOfOtherSigns.Contains(unit)) is { } line
            ? InvoicingProblems.BadAbroad($"La unidad {line.Unit} no se factura como renglón: las bonificaciones van en el renglón que las lleva.") : null;
    }

    public static Result<ExternalDecision> Invoice(ExternalSaleRequest sale, SaleAbroad abroad, ExternalFacts facts, List<DocumentLine> lines)
    {
        if (CurrencyOf(sale.Currency, sale.ExchangeRate, sale.PaidInCurrency).Refused(out var problem, out var terms)) return problem;
        if (TermsOf(abroad, DecideExternalSale.ConceptOf(lines), facts.Countries).Refused(out problem, out var kept)) return problem;
        terms = terms with { PayBy = abroad.PayBy };
        var amounts = VatBlock.Of(lines.Select(l => (l.TaxCode, l.GrossMinor)));
        if (DecideVoucher.Abroad(facts.Issuer, kept, amounts.TotalMinor, facts.Norms).Refused(out problem, out var decision)) return problem;
        return new ExternalDecision(decision with { Trace = [.. decision.Trace, .. terms.Trace()] }, lines, amounts, terms, kept);
    }

    /// <summary>What a document keeps of an export.</summary>
    /// <param name="concept">1 goods, 2 services, 3 both.</param>
    public static Result<AbroadTerms> TermsOf(SaleAbroad abroad, int concept, IReadOnlyDictionary<string, string> countries)
    {
        var cuit = new string([.. abroad.CountryCuit.Where(char.IsAsciiDigit)]);
        var kind = concept == 3 ? AbroadTerms.Other : concept;
        if (abroad.Country == AbroadTerms.Argentina) return InvoicingProblems.BadAbroad("El destino es la Argentina: una venta en el país no lleva letra E.");
        // The digit that checks a CUIT says nothing about a country's: the agency's table does.
        if (cuit.Length != 11) return InvoicingProblems.BadAbroad("El CUIT del país del cliente tiene once números.");
        if (abroad is { IncotermsText: not null, Incoterms: null }) return InvoicingProblems.BadAbroad("El detalle de un Incoterm va con su Incoterm.");
        if (kind != AbroadTerms.Goods && abroad.Permits is { Count: > 0 }) return InvoicingProblems.BadAbroad("Solo la mercadería lleva permisos de embarque.");
        if (kind == AbroadTerms.Goods && abroad.PayBy is not null) return InvoicingProblems.BadAbroad("La fecha de pago es de los servicios: la mercadería no la lleva.");
        var name = countries.GetValueOrDefault($"{abroad.Country}", "");
        if (countries.Count > 0 && name.Length == 0) return InvoicingProblems.BadAbroad($"ARCA no tiene ningún país de destino con el número {abroad.Country}.");
        return new AbroadTerms(
            kind, abroad.Country, name, abroad.Client.Trim(), cuit, abroad.Address.Trim(), abroad.TaxId, abroad.Language, abroad.Incoterms?.ToUpperInvariant(), abroad.IncotermsText, abroad.PaymentTerms,
            [.. (abroad.Permits ?? []).Select(p => new AbroadPermit(p.Number.Trim(), p.Country))]);
    }

    /// <summary>Every export in another currency tells its rate, however it is paid.</summary>
    public static Result<DocumentTerms> CurrencyOf(string iso, decimal? rate, bool paidInIt)
    {
        if (!Currencies.TryFind(iso, out var code)) return InvoicingProblems.UnknownCurrency(iso);
        if (code == Currencies.Pesos) return rate is not null and not 1 || paidInIt ? InvoicingProblems.PesosHaveNoRate : DocumentTerms.InPesos;
        return rate is { } told ? new DocumentTerms(code, told, paidInIt, null, null) : InvoicingProblems.AbroadNeedsRate;
    }
}
