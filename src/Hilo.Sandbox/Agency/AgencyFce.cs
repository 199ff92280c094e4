namespace Hilo.Sandbox.Agency;

/// <summary>Credit invoices (FCE MiPyME, specs: arca 12): who must get one, and what they carry.</summary>
internal static class AgencyFce
{
    /// <summary>Large companies, and those that opted in.</summary>
    public static readonly string[] Buyers = ["30511111117"];

    private const decimal Minimum = 5_549_862m;

    public static void Check(VoucherCase voucher, List<AgencyError> found)
    {
        var isBuyer = Buyers.Contains(voucher.Text("DocNro"));
        if (voucher.Type < 200)
        {
            if (isBuyer && voucher.Type is 1 or 6 or 11 && voucher.Amount("ImpTotal") >= Minimum) found.Add(new(10192, "El comprobante debe ser una Factura de Crédito Electrónica MiPyMEs (FCE)."));
            return;
        }
        if (voucher.Number("DocTipo") != 80) found.Add(new(10015, "Para comprobantes FCE el campo DocTipo debe ser 80."));
        if (!isBuyer) found.Add(new(10180, "El receptor no es una gran empresa ni una MiPyME que optó por el régimen."));
        var options = voucher.Items("Opcionales", "Opcional").ToLookup(o => AgencyRules.Text(o, "Id"), o => AgencyRules.Text(o, "Valor"), StringComparer.Ordinal);
        if (AgencyRules.Notes.Contains(voucher.Type)) Note(voucher, options, found);
        else Invoice(voucher, options, found);
    }

    private static void Invoice(VoucherCase voucher, ILookup<string, string> options, List<AgencyError> found)
    {
        if (!AgencyRules.TryDay(voucher.Text("FchVtoPago"), out var payBy)) found.Add(new(10163, "FchVtoPago es obligatoria en una factura FCE."));
        else if (AgencyRules.TryDay(voucher.Text("CbteFch"), out var day) && AgencyRules.TryDay(voucher.Today, out var today) && (payBy < day || payBy < today)) found.Add(new(10164, "FchVtoPago no puede ser anterior al comprobante ni a hoy."));
        if (!options.Contains("2101")) found.Add(new(10168, "Una factura FCE lleva el opcional 2101 (CBU)."));
        else if (options["2101"].Any(v => v.Length != 22 || !v.All(char.IsAsciiDigit))) found.Add(new(10165, "La CBU tiene 22 dígitos."));
        if (options["2102"].Any(v => v.Length is < 6 or > 20)) found.Add(new(10166, "El alias tiene entre 6 y 20 caracteres."));
        if (options["27"].All(v => v is not ("SCA" or "ADC"))) found.Add(new(10216, "Una factura FCE lleva el opcional 27 (SCA o ADC)."));
        if (options.Contains("22")) found.Add(new(10171, "El opcional 22 es de las notas FCE."));
    }

    private static void Note(VoucherCase voucher, ILookup<string, string> options, List<AgencyError> found)
    {
        if (options["22"].All(v => v is not ("S" or "N"))) found.Add(new(10173, "Una nota FCE lleva el opcional 22 (S o N)."));
        if (options.Contains("2101") || options.Contains("2102") || options.Contains("27")) found.Add(new(10172, "Los opcionales 2101, 2102 y 27 son de las facturas FCE."));
        if (voucher.Has("FchVtoPago")) found.Add(new(10175, "FchVtoPago no corresponde a una nota FCE."));
        var originals = voucher.Items("CbtesAsoc", "CbteAsoc");
        if (originals.Count(a => AgencyRules.Number(a, "Tipo") is 201 or 206 or 211) != 1) found.Add(new(10156, "Una nota FCE lleva exactamente una factura FCE asociada."));
        foreach (var a in originals)
        {
            if (AgencyRules.Text(a, "Cuit") != voucher.Cuit) found.Add(new(10151, "El Cuit del comprobante asociado es el del emisor."));
            var original = voucher.Find((int)AgencyRules.Number(a, "Tipo"), (int)AgencyRules.Number(a, "PtoVta"), AgencyRules.Number(a, "Nro"));
            if (original is null || original.Date != AgencyRules.Text(a, "CbteFch")) found.Add(new(10157, "El comprobante asociado no existe con esa fecha."));
            else if (string.CompareOrdinal(original.Date, voucher.Text("CbteFch")) > 0) found.Add(new(10158, "La nota no puede ser anterior al comprobante asociado."));
            else if (voucher.Type is 203 or 208 or 213 && voucher.Amount("ImpTotal") > original.Total) found.Add(new(10184, "El importe supera el saldo de la cuenta corriente."));
        }
    }
}
