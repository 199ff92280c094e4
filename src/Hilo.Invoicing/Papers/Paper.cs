using System.Globalization;

namespace Hilo.Invoicing;

/// <summary>An authorized document as paper says it: one model for every size. Made of the document alone, so that every print of it is the same.</summary>
internal sealed record Paper(
    IssuerOnPaper Issuer, string Letter, string Code, string Kind, string Number, string Title, DateOnly Date, PaperReceiver Receiver, string? Sale, string? OrderNumber, string? Corrects,
    IReadOnlyList<PaperLine> Lines, IReadOnlyList<PaperTotal> Totals, string Total, IReadOnlyList<string> LetterLegends, IReadOnlyList<string> Legends, IReadOnlyList<PaperTotal>? Transparency,
    string CaeName, string Cae, string CaeExpires, string Qr, string? Watermark, bool ShowsRates, IReadOnlyList<PaperTotal> Abroad, PdfPicture? Logo)
{
    private static readonly CultureInfo Spanish = CultureInfo.GetCultureInfo("es-AR");

    /// <param name="original">What a note corrects.</param>
    /// <param name="logo">The picture that the document names.</param>
    public static Paper Of(FiscalDocument document, FiscalDocument? original, Norms norms, PdfPicture? logo = null)
    {
        var (content, decision, voucher) = (document.Says, document.Decided, document.Frozen);
        var isA = VoucherTypes.LetterOf(voucher.Type) == "A";
        var rates = content.Amounts.Rows.ToDictionary(r => r.Code);
        return new Paper(
            content.Issuer, VoucherTypes.LetterOf(voucher.Type), string.Create(CultureInfo.InvariantCulture, $"{voucher.Type:D3}"), $"{VoucherTypes.NameOf(document.Kind)}{(decision.Fce is null ? "" : " electrónica MiPyME (FCE)")}",
            string.Create(CultureInfo.InvariantCulture, $"{voucher.Point:D5}-{voucher.Number:D8}"), VoucherTypes.TitleOf(voucher.Type, voucher.Point, voucher.Number), voucher.Date,
            ReceiverOf(content, decision), content.Abroad?.PaymentTerms ?? TenderOf(content.Tender), content.OrderNumber,
            original is null ? null : VoucherTypes.TitleOf(original.Frozen.Type, original.Frozen.Point, original.Frozen.Number),
            [.. content.Lines.Select(l => LineOf(l, isA))], TotalsOf(content, isA, voucher), Amount(document.TotalMinor, voucher.Currency),
            [.. decision.Legends.Where(l => l.Length < 40)], [.. decision.Legends.Where(l => l.Length >= 40), .. content.ProvincialLegend is { } provincial ? [provincial] : Array.Empty<string>(), .. CreditTerms(decision, voucher, norms.On(voucher.Date)), .. CurrencyTerms(voucher)],
            decision.ShowsTransparency ? [new("IVA contenido", Amount(voucher.VatMinor, voucher.Currency)), new("Otros impuestos nacionales indirectos", Amount(content.Amounts.Tributes.Where(t => t.Tribute is 1 or 4).Sum(t => t.AmountMinor), voucher.Currency))] : null,
            voucher.Contingency is null ? "C.A.E." : "C.A.E.A.", document.Cae!, document.CaeExpiresOn is { } on ? Day(FiscalDay.FromNumber(on)) : "", QrText.Of(voucher.Rate > 0 ? voucher : voucher with { Rate = (document.RateMicros ?? 0) / 1_000_000m }, content.Issuer.Cuit, document.Cae!, norms.On(voucher.Date)),
            content.Issuer.Environment switch
            {
                FiscalEnvironment.Sandbox => "DEMO · SIN VALIDEZ FISCAL",
                FiscalEnvironment.Homologation => "SIN VALIDEZ FISCAL · HOMOLOGACIÓN",
                _ => null,
            },
            isA, [.. AbroadOf(content.Abroad)], logo);
    }

    public static string Day(DateOnly day) => day.ToString("dd/MM/yyyy", CultureInfo.InvariantCulture);

    public static string Pesos(long minor) => $"{(minor < 0 ? "-" : "")}$ {Plain(Math.Abs(minor))}";

    /// <summary>“$ 100,00”, or “USD 100,00”.</summary>
    public static string Amount(long minor, string currency) => currency == Currencies.Pesos ? Pesos(minor) : $"{Currencies.IsoOf(currency)} {(minor < 0 ? "-" : "")}{Plain(Math.Abs(minor))}";

    public static string Plain(long minor) => (minor / 100m).ToString("N2", Spanish);

    public static string CuitOf(string digits) => Cuit.TryParse(digits, out var cuit) ? cuit.ToString() : digits;

    public static string ConditionOf(VatCondition condition) => condition switch
    {
        VatCondition.Registered => "IVA responsable inscripto",
        VatCondition.Monotributo => "Responsable monotributo",
        VatCondition.Exempt => "IVA exento",
        _ => "Consumidor final",
    };

    public static string AddressOf(PostalAddress address) =>
        $"{address.Street} {address.Number}{(address.Unit is { Length: > 0 } unit ? $", {unit}" : "")}, {address.PostalCode} {address.City}";

    /// <summary>“21 %”, “Exento”, “No grav.”.</summary>
    public static string RateOf(TaxCode code) => code switch { TaxCode.Exempt => "Exento", TaxCode.Untaxed => "No grav.", _ => $"{(code.RateBasisPoints / 100m).ToString("0.##", Spanish)} %" };

    /// <summary>What a credit invoice has to say besides (specs: arca 12, 17).</summary>
    private static IEnumerable<string> CreditTerms(VoucherDecision decision, Voucher voucher, NormsOfDay norms)
    {
        if (decision.Fce is not { } terms || voucher.PayBy is not { } payBy) yield break;
        yield return $"Vencimiento para el pago: {Day(payBy)}. CBU del emisor: {terms.Account}{(terms.Alias is { } alias ? $", alias {alias}" : "")}. Sistema de transferencia: {terms.Transfer}.";
        yield return $"Son {AmountInWords.Of(voucher.TotalMinor, voucher.Currency)}.";
        if (norms.FceLegend is { } legend) yield return legend;
    }

    /// <summary>Of another currency: its rate, and of an export what it comes to in words (specs: arca 17).</summary>
    private static IEnumerable<string> CurrencyTerms(Voucher voucher)
    {
        if (voucher.Abroad is not null) yield return $"Son {AmountInWords.Of(voucher.TotalMinor, voucher.Currency)}.";
        if (voucher.Currency != Currencies.Pesos && voucher.Rate != 0)
            yield return $"Moneda: {Currencies.IsoOf(voucher.Currency)}, a {Currencies.RateText(voucher.Rate)} pesos por unidad{(voucher.PaidInCurrency == true ? "; se cobra en esa moneda" : "")}.";
    }

    private static IEnumerable<PaperTotal> AbroadOf(AbroadTerms? abroad)
    {
        if (abroad is null) yield break;
        yield return new("País de destino", abroad.Destination);
        if (abroad.TaxId is { } taxId) yield return new("Id. impositivo", taxId);
        if (abroad.Incoterms is { } incoterms) yield return new("Incoterms", $"{incoterms} {abroad.IncotermsText}".TrimEnd());
        if (abroad.Permits.Count > 0) yield return new("Permisos de embarque", string.Join(", ", abroad.Permits.Select(p => p.Number)));
    }

    private static PaperReceiver ReceiverOf(DocumentContent content, VoucherDecision decision)
    {
        if (content.Abroad is { } abroad) return new PaperReceiver(abroad.Client, "CUIT del país", CuitOf(abroad.CountryCuit), ConditionName(decision.Receiver.Condition), abroad.Address);
        var receiver = decision.Receiver;
        var isNobody = receiver.DocumentType == ReceiverFacts.Nobody;
        var document = receiver.DocumentType switch
        {
            80 => ("CUIT", CuitOf(receiver.DocumentNumber)),
            86 => ("CUIL", CuitOf(receiver.DocumentNumber)),
            96 => ("DNI", long.Parse(receiver.DocumentNumber, CultureInfo.InvariantCulture).ToString("N0", Spanish)),
            94 => ("Pasaporte", receiver.DocumentNumber),
            ReceiverFacts.Nobody => ((string, string)?)null,
            _ => ("Documento", receiver.DocumentNumber),
        };
        return new PaperReceiver(
            isNobody && content.Name is null ? "A CONSUMIDOR FINAL" : content.Name ?? "", document?.Item1, document?.Item2, ConditionName(receiver.Condition),
            content.Address is { } address ? AddressOf(address) : null);
    }

    public static string ConditionName(int condition) => condition switch
    {
        1 => "IVA responsable inscripto",
        4 => "IVA sujeto exento",
        5 => "Consumidor final",
        6 => "Responsable monotributo",
        7 => "Sujeto no categorizado",
        8 => "Proveedor del exterior",
        9 => "Cliente del exterior",
        10 => "IVA liberado – Ley 19.640",
        13 => "Monotributista social",
        15 => "IVA no alcanzado",
        _ => "Monotributo trabajador independiente promovido",
    };

    private static string? TenderOf(Tender? tender) => tender is { } known ? NameOf(known) : null;

    public static string NameOf(Tender tender) => tender switch
    {
        Tender.Cash => "Efectivo",
        Tender.BankTransfer => "Transferencia",
        Tender.OnAccount => "Cuenta corriente",
        Tender.QrInteroperable => "QR",
        Tender.GiftCard or Tender.StoreCredit => "Saldo a favor",
        _ => "Tarjeta",
    };

    /// <summary>Class A shows net prices; their shares are presentation, the totals are what was authorized.</summary>
    private static PaperLine LineOf(DocumentLine line, bool isNet)
    {
        long Shown(long gross) => isNet ? line.TaxCode.NetOf(Money.Ars(0) with { Minor = gross }).Minor : gross;
        var quantity = new decimal(line.Quantity.Thousandths) / 1000;
        return new PaperLine(
            line.Sku, line.UnitName is { } unit ? $"{line.Text} ({unit})" : line.Text, quantity.ToString(quantity == decimal.Truncate(quantity) ? "N0" : "N3", Spanish), Plain(Shown(line.UnitPriceMinor)),
            line.DiscountMinor == 0 ? null : Plain(Shown(line.DiscountMinor)),
            RateOf(line.TaxCode), Plain(Shown(line.GrossMinor)), line.UnitName is null);
    }

    private static List<PaperTotal> TotalsOf(DocumentContent content, bool isA, Voucher voucher)
    {
        var totals = new List<PaperTotal>();
        if (content.Abroad is not null) return totals;
        if (!isA)
        {
            var delivery = content.Lines.Where(l => l.OrderLine is null).Sum(l => l.GrossMinor);
            if (delivery != 0 || content.Amounts.Tributes.Count > 0) totals.Add(new("Productos", Amount(voucher.TotalMinor - delivery - voucher.TributesMinor, voucher.Currency)));
            if (delivery != 0) totals.Add(new("Envío", Amount(delivery, voucher.Currency)));
            return [.. totals, .. TributesOf(content, voucher.Currency)];
        }
        foreach (var row in content.Amounts.Rows) totals.Add(new($"Neto gravado {RateOf(row.Code)}", Amount(row.BaseMinor, voucher.Currency)));
        foreach (var row in content.Amounts.Rows) totals.Add(new($"IVA {RateOf(row.Code)}", Amount(row.VatMinor, voucher.Currency)));
        if (voucher.ExemptMinor > 0) totals.Add(new("Exento", Amount(voucher.ExemptMinor, voucher.Currency)));
        if (voucher.UntaxedMinor > 0) totals.Add(new("No gravado", Amount(voucher.UntaxedMinor, voucher.Currency)));
        return [.. totals, .. TributesOf(content, voucher.Currency)];
    }

    /// <summary>Other taxes, one by one (specs: arca 17).</summary>
    private static IEnumerable<PaperTotal> TributesOf(DocumentContent content, string currency) => content.Amounts.Tributes.Select(t =>
        new PaperTotal($"{t.Description ?? TributeNames.Of(t.Tribute)}{(t.RatePercent > 0 ? $" {t.RatePercent.ToString("0.##", Spanish)} %" : "")}", Amount(t.AmountMinor, currency)));
}

internal sealed record PaperReceiver(string Name, string? DocumentType, string? DocumentNumber, string Condition, string? Address);

/// <param name="IsCounted">In units; else its text names the measure.</param>
internal sealed record PaperLine(string Sku, string Text, string Quantity, string UnitPrice, string? Discount, string Rate, string Total, bool IsCounted);

internal sealed record PaperTotal(string Label, string Amount);
