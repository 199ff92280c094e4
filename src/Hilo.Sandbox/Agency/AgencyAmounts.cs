namespace Hilo.Sandbox.Agency;

/// <summary>Amounts, VAT and tributes (specs: arca 9.3).</summary>
internal static class AgencyAmounts
{
    private static readonly Dictionary<long, decimal> Rates = new() { [3] = 0m, [4] = 0.105m, [5] = 0.21m, [6] = 0.27m, [8] = 0.05m, [9] = 0.025m };
    private static readonly long[] TributeIds = [1, 2, 3, 4, 5, 6, 7, 8, 9, 13, 99];

    public static void Check(VoucherCase voucher, List<AgencyError> found)
    {
        var (total, untaxed, net, exempt, tributes, vat) =
            (voucher.Amount("ImpTotal"), voucher.Amount("ImpTotConc"), voucher.Amount("ImpNeto"), voucher.Amount("ImpOpEx"), voucher.Amount("ImpTrib"), voucher.Amount("ImpIVA"));
        if (total <= 0 || untaxed < 0 || net < 0 || exempt < 0 || tributes < 0 || vat < 0) found.Add(new(10065, "Los importes no pueden ser negativos."));
        if (new[] { total, untaxed, net, exempt, tributes, vat }.Any(a => decimal.Round(a, 2, MidpointRounding.ToEven) != a)) found.Add(new(10056, "Los importes llevan hasta dos decimales."));
        if (total != untaxed + net + exempt + tributes + vat) found.Add(new(10048, "El campo ImpTotal debe ser igual a la suma de ImpTotConc + ImpNeto + ImpOpEx + ImpTrib + ImpIVA."));
        Tributes(voucher, tributes, found);
        if (AgencyRules.C.Contains(voucher.Type))
        {
            if (voucher.Has("Iva") || vat != 0) found.Add(new(10071, "Para comprobantes clase C no informar Iva."));
            if (untaxed != 0) found.Add(new(10043, "Para comprobantes clase C ImpTotConc debe ser 0."));
            if (exempt != 0) found.Add(new(10044, "Para comprobantes clase C ImpOpEx debe ser 0."));
        }
        else Vat(voucher, net, vat, found);
        if (voucher.Number("CondicionIVAReceptorId") == 7 && AgencyRules.B.Contains(voucher.Type) && tributes == 0) found.Add(new(10067, "Para un receptor no categorizado ImpTrib debe ser mayor a 0."));
    }

    private static void Vat(VoucherCase voucher, decimal net, decimal vat, List<AgencyError> found)
    {
        var isNote = AgencyRules.Notes.Contains(voucher.Type);
        var rows = voucher.Items("Iva", "AlicIva").Select(r => (Id: AgencyRules.Number(r, "Id"), Base: AgencyRules.Amount(r, "BaseImp"), Vat: AgencyRules.Amount(r, "Importe"))).ToList();
        if (voucher.Has("Iva") && rows.Count == 0) found.Add(new(10062, "El contenedor Iva no puede estar vacío."));
        if ((net > 0 || vat > 0) && rows.Count == 0) found.Add(new(10070, "Si ImpNeto es mayor a 0 el objeto Iva es obligatorio."));
        if (rows.Any(r => !Rates.ContainsKey(r.Id))) found.Add(new(10019, "El Id de AlicIva no es un valor permitido."));
        if (rows.DistinctBy(r => r.Id).Count() != rows.Count) found.Add(new(10022, "El Id de AlicIva no debe repetirse."));
        if (!isNote && rows.Any(r => r.Base <= 0)) found.Add(new(10020, "El campo BaseImp en AlicIva debe ser mayor a 0."));
        if (vat == 0 && net > 0 && rows.Any(r => r.Id != 3)) found.Add(new(10018, "Si ImpIVA es igual a 0 solo se admite la alícuota 0."));
        if (vat != rows.Sum(r => r.Vat)) found.Add(new(10023, "El campo ImpIVA debe ser igual a la suma de AlicIva.Importe."));
        if (!isNote && net != rows.Sum(r => r.Base)) found.Add(new(10061, "La suma de BaseImp en AlicIva debe ser igual a ImpNeto."));
        if (!isNote && rows.Any(r => Rates.TryGetValue(r.Id, out var rate) && !IsNear(r.Vat, r.Base * rate))) found.Add(new(10051, "Los importes de AlicIva no corresponden a la alícuota."));
    }

    private static void Tributes(VoucherCase voucher, decimal tributes, List<AgencyError> found)
    {
        var rows = voucher.Items("Tributos", "Tributo");
        if (voucher.Has("Tributos") != tributes > 0) found.Add(new(10024, "Tributos es obligatorio si ImpTrib es mayor a 0, y no se informa si es 0."));
        if (rows.Any(r => !TributeIds.Contains(AgencyRules.Number(r, "Id")))) found.Add(new(10025, "El Id de Tributo no es un valor permitido."));
        if (rows.Any(r => AgencyRules.Amount(r, "BaseImp") < 0 || AgencyRules.Amount(r, "Alic") < 0 || AgencyRules.Amount(r, "Importe") < 0)) found.Add(new(10026, "Los valores de Tributo no pueden ser negativos."));
        if (rows.Any(r => AgencyRules.Text(r, "Desc").Length == 0 && (voucher.Type > 200 || AgencyRules.Number(r, "Id") == 99))) found.Add(new(10042, "El campo Desc de Tributo es obligatorio."));
        if (rows.Sum(r => AgencyRules.Amount(r, "Importe")) != tributes) found.Add(new(10029, "El campo ImpTrib debe ser igual a la suma de Tributo.Importe."));
    }

    private static bool IsNear(decimal given, decimal computed) =>
        Math.Abs(given - computed) is var difference && (difference <= 0.01m || (computed != 0 && difference / Math.Abs(computed) <= 0.0001m));
}
