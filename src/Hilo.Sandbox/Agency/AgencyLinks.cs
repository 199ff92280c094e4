namespace Hilo.Sandbox.Agency;

/// <summary>Associated vouchers and periods, options and buyers (specs: arca 8.8, 9.7).</summary>
internal static class AgencyLinks
{
    private static readonly string[] KnownOptions = ["2", "5", "7", "10", "11", "12", "13", "14", "15", "17", "22", "23", "27", "61", "62", "91", "92", "93", "1011", "1012", "1801", "1802", "2101", "2102", "2901", "2902"];
    private static readonly string[] Repeatable = ["23", "1801", "1802", "2901", "2902"];
    private static readonly string[] OfFce = ["22", "27", "2101", "2102"];

    public static void Check(VoucherCase voucher, List<AgencyError> found)
    {
        Associated(voucher, found);
        Period(voucher, found);
        Options(voucher, found);
        Buyers(voucher, found);
    }

    private static void Associated(VoucherCase voucher, List<AgencyError> found)
    {
        var associated = voucher.Items("CbtesAsoc", "CbteAsoc")
            .Select(a => (Type: (int)AgencyRules.Number(a, "Tipo"), Point: (int)AgencyRules.Number(a, "PtoVta"), Number: AgencyRules.Number(a, "Nro"), Cuit: AgencyRules.Text(a, "Cuit"))).ToList();
        if (voucher.Has("CbtesAsoc") && associated.Count == 0) found.Add(new(10057, "El contenedor CbtesAsoc no puede estar vacío."));
        if (AgencyRules.Notes.Contains(voucher.Type) && associated.Count == 0 && !voucher.Has("PeriodoAsoc")) found.Add(new(10197, "Si el comprobante es débito o crédito, CbtesAsoc o PeriodoAsoc es obligatorio."));
        if (associated.Exists(a => !Allowed(voucher.Type).Contains(a.Type))) found.Add(new(10040, "El tipo de comprobante asociado no está permitido."));
        if (associated.DistinctBy(a => (a.Type, a.Point, a.Number)).Count() != associated.Count) found.Add(new(10060, "Los comprobantes asociados no deben repetirse."));
        if (associated.Exists(a => a.Cuit.Length is not (0 or 11))) found.Add(new(10151, "El campo Cuit de CbteAsoc lleva 11 dígitos."));
        // An observation at the agency; here a note of something that does not exist is a fault of ours, and is seen.
        if (associated.Exists(a => a.Type < 80 && voucher.Find(a.Type, a.Point, a.Number) is null)) found.Add(new(10041, "El comprobante asociado no se encuentra registrado."));
    }

    private static int[] Allowed(int type) => type switch
    {
        1 or 6 or 51 => [88, 991],
        2 or 3 => [1, 2, 3, 4, 5, 34, 39, 60, 63, 88, 991],
        7 or 8 => [6, 7, 8, 9, 10, 35, 40, 61, 64, 88, 991],
        12 or 13 => [11, 12, 13, 15],
        52 or 53 => [51, 52, 53, 54, 88, 991],
        201 or 206 or 211 => [91, 990, 991, 993, 994, 995],
        202 or 203 => [201, 202, 203],
        207 or 208 => [206, 207, 208],
        212 or 213 => [211, 212, 213],
        _ => [],
    };

    private static void Period(VoucherCase voucher, List<AgencyError> found)
    {
        if (AgencyRules.Child(voucher.Detail, "PeriodoAsoc") is not { } period) return;
        if (!AgencyRules.Notes.Contains(voucher.Type)) found.Add(new(10198, "PeriodoAsoc no corresponde a una factura."));
        if (voucher.Type > 200) found.Add(new(10196, "PeriodoAsoc no corresponde a un comprobante FCE."));
        if (!AgencyRules.TryDay(AgencyRules.Text(period, "FchDesde"), out var from) || !AgencyRules.TryDay(AgencyRules.Text(period, "FchHasta"), out var to)) found.Add(new(10199, "PeriodoAsoc lleva FchDesde y FchHasta."));
        else if (to < from || !AgencyRules.TryDay(voucher.Text("CbteFch"), out var day) || to > day) found.Add(new(10207, "FchHasta de PeriodoAsoc no puede ser anterior a FchDesde ni posterior al comprobante."));
    }

    private static void Options(VoucherCase voucher, List<AgencyError> found)
    {
        var options = voucher.Items("Opcionales", "Opcional").Select(o => (Id: AgencyRules.Text(o, "Id"), Value: AgencyRules.Text(o, "Valor"))).ToList();
        if (voucher.Has("Opcionales") && options.Count == 0) found.Add(new(10052, "El contenedor Opcionales no puede estar vacío."));
        if (options.Exists(o => !KnownOptions.Contains(o.Id))) found.Add(new(10053, "El Id de Opcional no es un valor permitido."));
        if (options.GroupBy(o => o.Id).Any(g => g.Count() > 1 && !Repeatable.Contains(g.Key))) found.Add(new(10054, "El Id de Opcional no debe repetirse."));
        if (options.Exists(o => o.Value.Length == 0)) found.Add(new(10055, "El Valor de Opcional es obligatorio."));
        if (voucher.Type < 200 && options.Exists(o => OfFce.Contains(o.Id))) found.Add(new(10169, "Los opcionales 2101, 2102, 22 y 27 son de los comprobantes FCE."));
    }

    private static void Buyers(VoucherCase voucher, List<AgencyError> found)
    {
        var buyers = voucher.Items("Compradores", "Comprador");
        if (buyers.Count == 0) return;
        if (voucher.Type > 200) found.Add(new(10194, "Un comprobante FCE no lleva Compradores."));
        if (buyers.Count < 2) found.Add(new(10134, "Compradores lleva al menos dos."));
        if (buyers.Any(b => AgencyRules.Number(b, "DocTipo") is not (80 or 86 or 87))) found.Add(new(10137, "El DocTipo de un comprador es 80, 86 u 87."));
        if (buyers.Sum(b => AgencyRules.Amount(b, "Porcentaje")) != 100m) found.Add(new(10145, "Los porcentajes de los compradores suman 100."));
    }
}
