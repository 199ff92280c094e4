using System.Xml.Linq;

namespace Hilo.Sandbox.Agency;

/// <summary>The agency's own rules for an export voucher (specs: arca 13): it says the first thing that is wrong, and nothing else.</summary>
internal static class AgencyExportRules
{
    public static readonly int[] Points = [30, 31];

    /// <param name="isKnown">A voucher of the same issuer by type, point and number.</param>
    public static AgencyError? Refusal(XElement cmp, string today, string? rejectsReceiver, Func<int, int, long, bool> isKnown)
    {
        var (type, kind) = ((int)AgencyRules.Number(cmp, "Cbte_Tipo"), (int)AgencyRules.Number(cmp, "Tipo_expo"));
        if (AgencyRules.Number(cmp, "Id") <= 0) return new(1600, "El campo Id debe ser mayor a cero.");
        if (type is not (19 or 20 or 21)) return new(1505, "Cbte_Tipo debe ser 19, 20 o 21.");
        if (!Points.Contains((int)AgencyRules.Number(cmp, "Punto_vta"))) return new(1510, "El punto de venta no se encuentra habilitado para web services de exportación.");
        if (!AgencyRules.TryDay(AgencyRules.Text(cmp, "Fecha_cbte"), out var day) || !AgencyRules.TryDay(today, out var now) || day < now.AddDays(-5) || day > now.AddDays(5)) return new(1500, "Fecha_cbte debe estar comprendida en el rango N-5 y N+5.");
        return Goods(cmp, type, kind) ?? Buyer(cmp, rejectsReceiver) ?? Money(cmp) ?? Items(cmp) ?? Links(cmp, type, isKnown) ?? Payment(cmp, type, kind, day);
    }

    private static AgencyError? Goods(XElement cmp, int type, int kind)
    {
        if (kind is not (1 or 2 or 4)) return new(1540, "Tipo_expo debe ser 1, 2 o 4.");
        // The element has to be there, also when it says nothing.
        if (AgencyRules.Child(cmp, "Permiso_existente") is not { Value: var permit }) return new(1550, "Permiso_existente es mandatorio: debe ser S, N o vacio (debe enviarse tag).");
        if (kind == 1 && type == 19 ? permit is not ("S" or "N") : permit.Length > 0) return new(1550, "Permiso_existente no corresponde a Tipo_expo y Cbte_Tipo.");
        var permits = AgencyRules.Items(cmp, "Permisos", "Permiso").ToList();
        if (permit == "S" != permits.Count > 0) return new(1551, "Si Permiso_existente es S, Permisos es obligatorio; si no, no corresponde.");
        return permits.Exists(p => AgencyRules.Text(p, "Id_permiso").Length != 16 || !IsCountry(AgencyRules.Text(p, "Dst_merc"))) ? new(1552, "El permiso de embarque no es válido.") : null;
    }

    private static AgencyError? Buyer(XElement cmp, string? rejectsReceiver)
    {
        if (!IsCountry(AgencyRules.Text(cmp, "Dst_cmp")) || AgencyRules.Text(cmp, "Dst_cmp") == "200") return new(1560, "Dst_cmp no es un valor permitido.");
        if (AgencyRules.Text(cmp, "Cliente").Length == 0) return new(1570, "Cliente es obligatorio.");
        var cuit = AgencyRules.Text(cmp, "Cuit_pais_cliente");
        if (!AgencyExportTables.CountryCuits.Contains(cuit) || cuit == rejectsReceiver) return new(1580, "Cuit_pais_cliente no es un valor permitido.");
        if (AgencyRules.Text(cmp, "Domicilio_cliente").Length == 0) return new(1590, "Domicilio_cliente es obligatorio.");
        if (AgencyRules.Text(cmp, "Idioma_cbte") is not ("1" or "2" or "3")) return new(1640, "Idioma_cbte no es un valor permitido.");
        return AgencyRules.Text(cmp, "Incoterms") is { Length: > 0 } incoterms && !AgencyExportTables.Incoterms.Contains(incoterms) ? new(1630, "Incoterms no es un valor permitido.") : null;
    }

    private static AgencyError? Money(XElement cmp)
    {
        var (currency, rate, same) = (AgencyRules.Text(cmp, "Moneda_Id"), AgencyRules.Amount(cmp, "Moneda_ctz"), AgencyRules.Text(cmp, "CanMisMonExt"));
        if (currency == "PES") return rate != 1 || same == "S" ? new(1665, "Si Moneda_Id es PES, Moneda_ctz debe ser 1 y CanMisMonExt no corresponde.") : null;
        if (!AgencyDates.Rates.TryGetValue(currency, out var quoted)) return new(1660, "Moneda_Id no es un valor permitido.");
        if (same is not ("S" or "N")) return new(1666, "CanMisMonExt debe ser S o N.");
        return same == "S" ? rate != quoted ? new(1667, "Con CanMisMonExt S, Moneda_ctz es la cotización del día hábil anterior.") : null
            : rate < quoted * 0.02m || rate > quoted * 4m ? new(1667, "Moneda_ctz fuera del rango permitido.") : null;
    }

    private static AgencyError? Items(XElement cmp)
    {
        var items = AgencyRules.Items(cmp, "Items", "Item").ToList();
        if (items.Count == 0) return new(1615, "Items es obligatorio.");
        foreach (var item in items)
        {
            if (AgencyRules.Text(item, "Pro_ds").Length == 0) return new(1616, "Pro_ds es obligatorio.");
            if (!AgencyExportTables.Units.Contains(AgencyRules.Text(item, "Pro_umed"))) return new(1617, "Pro_umed no es un valor permitido.");
            var total = AgencyRules.Amount(item, "Pro_qty") * AgencyRules.Amount(item, "Pro_precio_uni") - AgencyRules.Amount(item, "Pro_bonificacion");
            if (AgencyRules.Amount(item, "Pro_qty") <= 0 || Math.Abs(total - AgencyRules.Amount(item, "Pro_total_item")) > 0.01m) return new(1618, "Pro_total_item no es cantidad por precio menos bonificación.");
        }
        var sum = AgencyRules.Amount(cmp, "Imp_total");
        return sum <= 0 || sum != items.Sum(i => AgencyRules.Amount(i, "Pro_total_item")) ? new(1610, "Imp_total debe ser mayor a cero e igual a la suma de los items.") : null;
    }

    private static AgencyError? Links(XElement cmp, int type, Func<int, int, long, bool> isKnown)
    {
        var links = AgencyRules.Items(cmp, "Cmps_asoc", "Cmp_asoc").ToList();
        if (type != 19 && links.Count == 0) return new(1745, "Cmps_asoc es obligatorio en notas.");
        return links.Exists(l => !isKnown((int)AgencyRules.Number(l, "Cbte_tipo"), (int)AgencyRules.Number(l, "Cbte_punto_vta"), AgencyRules.Number(l, "Cbte_nro"))) ? new(1749, "El comprobante asociado no existe.") : null;
    }

    private static AgencyError? Payment(XElement cmp, int type, int kind, DateOnly day)
    {
        if (!AgencyRules.TryDay(AgencyRules.Text(cmp, "Fecha_pago"), out var payment)) return type == 19 && kind != 1 ? new(1672, "Fecha_pago es obligatoria para Tipo_expo 2 o 4.") : null;
        return payment < day ? new(1674, "Fecha_pago no puede ser anterior a Fecha_cbte.") : null;
    }

    private static bool IsCountry(string code) => AgencyExportTables.Countries.ContainsKey(code);
}
