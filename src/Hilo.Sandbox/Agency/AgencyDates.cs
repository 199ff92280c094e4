namespace Hilo.Sandbox.Agency;

/// <summary>Dates, service periods and currency (specs: arca 9.5, 9.6).</summary>
internal static class AgencyDates
{
    /// <summary>Selling rates of every day: what the agency quotes.</summary>
    public static readonly IReadOnlyDictionary<string, decimal> Rates = new Dictionary<string, decimal>(StringComparer.Ordinal) { ["DOL"] = 1450m, ["060"] = 1680.5m, ["012"] = 262.35m };

    public static void Check(VoucherCase voucher, List<AgencyError> found)
    {
        var concept = voucher.Number("Concepto");
        if (concept is < 1 or > 3) found.Add(new(10030, "El campo Concepto no es un valor permitido."));
        Window(voucher, concept, found);
        Service(voucher, concept, found);
        Currency(voucher, found);
    }

    private static void Window(VoucherCase voucher, long concept, List<AgencyError> found)
    {
        if (!AgencyRules.TryDay(voucher.Text("CbteFch"), out var day) || !AgencyRules.TryDay(voucher.Today, out var now))
        {
            found.Add(new(10016, "El campo CbteFch no tiene el formato yyyymmdd."));
            return;
        }
        var (isFce, isNote) = (voucher.Type > 200, AgencyRules.Notes.Contains(voucher.Type));
        var (back, ahead) = isFce ? (5, isNote ? 0 : 1) : concept is 2 or 3 ? (10, 10) : (5, 5);
        if (day < now.AddDays(-back) || day > now.AddDays(ahead)) found.Add(new(10016, $"La fecha del comprobante debe estar comprendida en el rango N-{back} y N+{ahead}."));
        else if (day > now && (day.Year, day.Month) != (now.Year, now.Month) && (concept == 1 || isFce)) found.Add(new(10152, "La fecha del comprobante no puede ser de un mes posterior."));
    }

    private static void Service(VoucherCase voucher, long concept, List<AgencyError> found)
    {
        string[] names = ["FchServDesde", "FchServHasta"];
        var given = names.Where(voucher.Has).ToList();
        if (concept is 2 or 3 && (given.Count < 2 || !voucher.Has("FchVtoPago"))) found.Add(new(10049, "Si Concepto es 2 o 3, FchServDesde, FchServHasta y FchVtoPago son obligatorios."));
        else if (given.Count == 1) found.Add(new(10031, "FchServDesde y FchServHasta van juntas."));
        if (AgencyRules.TryDay(voucher.Text("FchServDesde"), out var from) && AgencyRules.TryDay(voucher.Text("FchServHasta"), out var to) && from > to) found.Add(new(10032, "FchServDesde no puede ser posterior a FchServHasta."));
        if (AgencyRules.TryDay(voucher.Text("FchVtoPago"), out var payBy) && AgencyRules.TryDay(voucher.Text("CbteFch"), out var day) && payBy < day) found.Add(new(10036, "FchVtoPago no puede ser anterior a la fecha del comprobante."));
    }

    private static void Currency(VoucherCase voucher, List<AgencyError> found)
    {
        var (currency, rate, same) = (voucher.Text("MonId"), voucher.Amount("MonCotiz"), voucher.Text("CanMisMonExt"));
        if (same is not ("" or "S" or "N")) found.Add(new(10239, "CanMisMonExt debe ser S o N."));
        if (currency == "PES")
        {
            if (rate != 1m) found.Add(new(10039, "Si MonId es PES, MonCotiz debe ser 1."));
            if (same == "S") found.Add(new(10241, "CanMisMonExt no corresponde si MonId es PES."));
            return;
        }
        if (!Rates.TryGetValue(currency, out var quoted)) found.Add(new(10037, "El campo MonId no es un valor permitido."));
        else if (rate == 0 ? same != "S" : same == "S" && rate != quoted) found.Add(new(10038, "MonCotiz es obligatorio, y con CanMisMonExt S es la cotización de ARCA."));
        else if (rate != 0 && (rate < quoted * 0.02m || rate > quoted * 4m)) found.Add(new(10119, "MonCotiz fuera del rango permitido."));
        else if (rate > quoted + 1) found.Add(new(10240, "MonCotiz no puede superar en 1 a la cotización oficial."));
    }
}
