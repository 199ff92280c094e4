using System.Globalization;
using System.Xml.Linq;

namespace Hilo.Sandbox.Agency;

/// <summary>What the agency checks of a voucher that was made under a CAEA: its own codes, and everything else as strictly as for a CAE (specs: arca 10.2).</summary>
internal static class AgencyReports
{
    // Codes of a CAE and their twins; the ones that are not here are told with the code of the CAE.
    private static readonly Dictionary<int, int> Twins = new()
    {
        [10013] = 1403,
        [10015] = 1404,
        [10069] = 788,
        [10030] = 713,
        [10037] = 1401,
        [10039] = 726,
        [10065] = 717,
        [10056] = 718,
        [10070] = 715,
        [10071] = 1443,
        [10024] = 1423,
        [10242] = 823,
        [10243] = 823,
        [10246] = 826,
    };

    public static List<AgencyError> Refusals(VoucherCase voucher, int point, AgencyCaeas caeas)
    {
        var found = new List<AgencyError>();
        var (code, day) = (voucher.Text("CAEA"), voucher.Text("CbteFch"));
        if (!AgencyTables.IsForContingency(point)) found.Add(new(701, "El punto de venta no es CAEA o está bloqueado."));
        if (code.Length != 14) found.Add(new(782, "El CAEA tiene 14 dígitos."));
        else if (caeas.Find(code) is not { } caea) found.Add(new(780, "El CAEA no se encuentra registrado."));
        else
        {
            if (caea.Cuit != voucher.Cuit) found.Add(new(705, "El CAEA no corresponde a la CUIT."));
            if (string.CompareOrdinal(day, caea.ValidFrom) < 0 || string.CompareOrdinal(day, caea.ValidTo) > 0) found.Add(new(702, "La fecha del comprobante está fuera de la vigencia del CAEA."));
            if (string.CompareOrdinal(voucher.Today, caea.ValidFrom) <= 0) found.Add(new(1414, "El CAEA todavía no estaba vigente al informar."));
        }
        if (!voucher.Has("CbteFchHsGen")) found.Add(new(1440, "CbteFchHsGen es obligatorio para un punto de venta de contingencia."));
        else if (!DateTime.TryParseExact(voucher.Text("CbteFchHsGen"), "yyyyMMddHHmmss", CultureInfo.InvariantCulture, DateTimeStyles.None, out _)) found.Add(new(1441, "CbteFchHsGen lleva el formato yyyymmddhhmiss."));
        // It was made on another day, so today's window says nothing.
        found.AddRange(AgencyRules.Refusals(voucher with { Today = day }).Select(r => r with { Code = Twins.GetValueOrDefault(r.Code, r.Code) }));
        return found;
    }
}
