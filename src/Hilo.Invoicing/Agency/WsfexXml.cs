using System.Globalization;
using System.Xml;
using System.Xml.Linq;

namespace Hilo.Invoicing;

/// <summary>Requests of WSFEXv1, element by element in the order of its WSDL (specs: arca 13). Optional ones are left out, never empty; the one exception says so.</summary>
internal static class WsfexXml
{
    public static readonly XNamespace Fex = "http://ar.gov.afip.dif.fexv1/";

    public static XElement Auth(AccessTicket ticket, string cuit) => new(Fex + "Auth", Words("Token", ticket.Token), Words("Sign", ticket.Signature), Words("Cuit", cuit));

    public static XElement Dummy() => new(Fex + "FEXDummy");

    /// <summary>Point and type stand inside of the authorization: here alone.</summary>
    public static XElement Last(XElement auth, int point, int type) => new(Fex + "FEXGetLast_CMP", new XElement(auth.Name, auth.Elements(), Whole("Pto_venta", point), Whole("Cbte_Tipo", type)));

    public static XElement LastId(XElement auth) => new(Fex + "FEXGetLast_ID", auth);

    public static XElement Find(XElement auth, int point, int type, long number) =>
        new(Fex + "FEXGetCMP", auth, new XElement(Fex + "Cmp", Whole("Cbte_tipo", type), Whole("Punto_vta", point), Whole("Cbte_nro", number)));

    /// <param name="table">Such as <c>DST_pais</c>.</param>
    public static XElement Table(XElement auth, string table) => new(Fex + $"FEXGetPARAM_{table}", auth);

    public static XElement Authorize(XElement auth, Voucher voucher) => new(Fex + "FEXAuthorize", auth, new XElement(Fex + "Cmp", Head(voucher, voucher.Abroad!).Concat(Buyer(voucher, voucher.Abroad!.Terms)).Concat(Rest(voucher, voucher.Abroad!))));

    private static IEnumerable<XElement> Head(Voucher voucher, VoucherAbroad abroad)
    {
        yield return Whole("Id", abroad.Id);
        yield return Words("Fecha_cbte", FiscalDay.Text(voucher.Date));
        yield return Whole("Cbte_Tipo", voucher.Type);
        yield return Whole("Punto_vta", voucher.Point);
        yield return Whole("Cbte_nro", voucher.Number);
        yield return Whole("Tipo_expo", abroad.Terms.Kind);
        // Always there: an invoice of goods says yes or no, everything else says nothing.
        var ofGoods = abroad.Terms.Kind == AbroadTerms.Goods && VoucherTypes.KindOf(voucher.Type) == FiscalDocumentKind.Invoice;
        yield return Words("Permiso_existente", !ofGoods ? "" : abroad.Terms.Permits.Count > 0 ? "S" : "N");
        if (ofGoods && abroad.Terms.Permits.Count > 0)
            yield return new XElement(Fex + "Permisos", abroad.Terms.Permits.Select(p => new XElement(Fex + "Permiso", Words("Id_permiso", p.Number), Whole("Dst_merc", p.Country))));
    }

    private static IEnumerable<XElement> Buyer(Voucher voucher, AbroadTerms terms)
    {
        yield return Whole("Dst_cmp", terms.Country);
        yield return Words("Cliente", terms.Client);
        yield return Words("Cuit_pais_cliente", terms.CountryCuit);
        yield return Words("Domicilio_cliente", terms.Address);
        if (terms.TaxId is { } taxId) yield return Words("Id_impositivo", taxId);
        yield return Words("Moneda_Id", voucher.Currency);
        yield return Words("Moneda_ctz", voucher.Rate.ToString("0.000000", CultureInfo.InvariantCulture));
        if (voucher.PaidInCurrency is { } inCurrency) yield return Words("CanMisMonExt", inCurrency ? "S" : "N");
        yield return Amount("Imp_total", voucher.TotalMinor);
    }

    private static IEnumerable<XElement> Rest(Voucher voucher, VoucherAbroad abroad)
    {
        var terms = abroad.Terms;
        if (voucher.Associated.Count > 0)
        {
            yield return new XElement(Fex + "Cmps_asoc", voucher.Associated.Select(a => new XElement(Fex + "Cmp_asoc",
                Whole("Cbte_tipo", a.Type), Whole("Cbte_punto_vta", a.Point), Whole("Cbte_nro", a.Number), Words("Cbte_cuit", a.Cuit))));
        }
        if (terms.PaymentTerms is { } payment) yield return Words("Forma_pago", payment);
        if (terms.Incoterms is { } incoterms) yield return Words("Incoterms", incoterms);
        if (terms.IncotermsText is { } text) yield return Words("Incoterms_Ds", text);
        yield return Whole("Idioma_cbte", terms.Language);
        yield return new XElement(Fex + "Items", abroad.Items.Select(i => new XElement(Fex + "Item",
            Words("Pro_codigo", i.Code), Words("Pro_ds", i.Text), Words("Pro_qty", i.Quantity.ToString("0.######", CultureInfo.InvariantCulture)), Whole("Pro_umed", i.Unit),
            Amount("Pro_precio_uni", i.UnitPriceMinor), Amount("Pro_bonificacion", i.DiscountMinor), Amount("Pro_total_item", i.TotalMinor))));
        if (voucher.PayBy is { } payBy) yield return Words("Fecha_pago", FiscalDay.Text(payBy));
    }

    private static XElement Whole(string name, long value) => new(Fex + name, value.ToString(CultureInfo.InvariantCulture));

    private static XElement Amount(string name, long minor) => new(Fex + name, (minor / 100m).ToString("0.00", CultureInfo.InvariantCulture));

    /// <summary>What XML 1.0 does not take is left out.</summary>
    private static XElement Words(string name, string text) => new(Fex + name, string.Concat(text.EnumerateRunes().Where(r => !r.IsBmp || XmlConvert.IsXmlChar((char)r.Value))));
}
