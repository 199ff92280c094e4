using System.Globalization;
using System.Xml;
using System.Xml.Linq;

namespace Hilo.Invoicing;

/// <summary>One voucher as WSFEv1 wants it: the 26 elements of a detail in their order, and the two of a CAEA behind them (specs: arca 6.3, 11). Optional ones are left out, never empty.</summary>
internal static class WsfeDetail
{
    private const int LongestDescription = 80;
    private const int LongestOption = 250;
    private static readonly XNamespace Ar = WsfeXml.Ar;

    public static IEnumerable<XElement> Of(Voucher voucher) => Head(voucher).Concat(Money(voucher)).Concat(Lists(voucher)).Concat(Made(voucher.Contingency));

    private static IEnumerable<XElement> Head(Voucher voucher)
    {
        yield return Whole("Concepto", voucher.Concept);
        yield return Whole("DocTipo", voucher.DocumentType);
        yield return Whole("DocNro", voucher.DocumentNumber);
        yield return Whole("CbteDesde", voucher.Number);
        yield return Whole("CbteHasta", voucher.Number);
        yield return Day("CbteFch", voucher.Date);
    }

    private static IEnumerable<XElement> Money(Voucher voucher)
    {
        yield return Amount("ImpTotal", voucher.TotalMinor);
        yield return Amount("ImpTotConc", voucher.UntaxedMinor);
        yield return Amount("ImpNeto", voucher.NetMinor);
        yield return Amount("ImpOpEx", voucher.ExemptMinor);
        yield return Amount("ImpTrib", voucher.TributesMinor);
        yield return Amount("ImpIVA", voucher.VatMinor);
        if (voucher.Service is { } service)
        {
            yield return Day("FchServDesde", service.From);
            yield return Day("FchServHasta", service.To);
        }
        if (voucher.PayBy is { } payBy) yield return Day("FchVtoPago", payBy);
        yield return Words("MonId", voucher.Currency);
        if (voucher.Rate != 0) yield return Words("MonCotiz", voucher.Rate.ToString("0.######", CultureInfo.InvariantCulture));
        if (voucher.PaidInCurrency is { } inCurrency) yield return Words("CanMisMonExt", inCurrency ? "S" : "N");
        yield return Whole("CondicionIVAReceptorId", voucher.ReceiverCondition);
    }

    private static IEnumerable<XElement> Lists(Voucher voucher)
    {
        // Empty containers are refused.
        if (voucher.Associated.Count > 0)
            yield return List("CbtesAsoc", "CbteAsoc", voucher.Associated, a => [Whole("Tipo", a.Type), Whole("PtoVta", a.Point), Whole("Nro", a.Number), Words("Cuit", a.Cuit), Day("CbteFch", a.Date)]);
        if (voucher.Tributes.Count > 0)
        {
            yield return List("Tributos", "Tributo", voucher.Tributes, t =>
            [
                Whole("Id", t.Id), t.Description is { Length: > 0 } said ? Words("Desc", said, LongestDescription) : null, Amount("BaseImp", t.BaseMinor), Percent("Alic", t.RatePercent), Amount("Importe", t.AmountMinor),
            ]);
        }
        if (voucher.Vat.Count > 0)
            yield return List("Iva", "AlicIva", voucher.Vat, v => [Whole("Id", v.Id), Amount("BaseImp", v.BaseMinor), Amount("Importe", v.AmountMinor)]);
        if (voucher.Options.Count > 0)
            yield return List("Opcionales", "Opcional", voucher.Options, o => [Words("Id", o.Id), Words("Valor", o.Value, LongestOption)]);
        if (voucher.Buyers.Count > 0)
            yield return List("Compradores", "Comprador", voucher.Buyers, b => [Whole("DocTipo", b.DocumentType), Whole("DocNro", b.DocumentNumber), Percent("Porcentaje", b.Percent)]);
        if (voucher.AssociatedPeriod is { } period)
            yield return new XElement(Ar + "PeriodoAsoc", Day("FchDesde", period.From), Day("FchHasta", period.To));
        if (voucher.Activities.Count > 0)
            yield return List("Actividades", "Actividad", voucher.Activities, a => [Whole("Id", a)]);
    }

    private static IEnumerable<XElement> Made(Contingency? contingency)
    {
        if (contingency is null) yield break;
        yield return Words("CAEA", contingency.Caea);
        yield return Words("CbteFchHsGen", FiscalDay.Local(contingency.MadeAt).ToString("yyyyMMddHHmmss", CultureInfo.InvariantCulture));
    }

    private static XElement List<T>(string container, string item, IReadOnlyList<T> all, Func<T, XElement?[]> parts) => new(Ar + container, all.Select(one => new XElement(Ar + item, parts(one))));

    private static XElement Whole(string name, long value) => new(Ar + name, value.ToString(CultureInfo.InvariantCulture));

    private static XElement Day(string name, DateOnly day) => new(Ar + name, FiscalDay.Text(day));

    private static XElement Amount(string name, long minor) => new(Ar + name, (minor / 100m).ToString("0.00", CultureInfo.InvariantCulture));

    private static XElement Percent(string name, decimal percent) => new(Ar + name, percent.ToString("0.00", CultureInfo.InvariantCulture));

    /// <summary>What XML 1.0 does not take is left out, and what is too long is cut off: the agency would refuse it.</summary>
    private static XElement Words(string name, string text, int longest = int.MaxValue)
    {
        var clean = string.Concat(text.EnumerateRunes().Where(r => !r.IsBmp || XmlConvert.IsXmlChar((char)r.Value)));
        if (clean.Length > longest) clean = clean[..(char.IsHighSurrogate(clean[longest - 1]) ? longest - 1 : longest)];
        return new(Ar + name, clean);
    }
}
