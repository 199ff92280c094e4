using System.Globalization;
using System.Xml.Linq;

namespace Hilo.Sandbox.Agency;

/// <summary>The agency's own rules and codes for a voucher (specs: arca 9 and 10). Elements that it does not know are ignored, and a missing number is zero: as the real one.</summary>
internal static class AgencyRules
{
    private static readonly Dictionary<int, decimal> Rates = new() { [3] = 0m, [4] = 0.105m, [5] = 0.21m, [6] = 0.27m, [8] = 0.05m, [9] = 0.025m };
    private static readonly int[] A = [1, 2, 3, 51, 52, 53];
    private static readonly int[] B = [6, 7, 8];
    private static readonly int[] C = [11, 12, 13];
    private static readonly int[] Notes = [2, 3, 7, 8, 12, 13, 52, 53];
    private static readonly int[] ConditionsOfA = [1, 6, 13, 16];
    private static readonly int[] ConditionsOfB = [4, 5, 7, 8, 9, 10, 15];
    private static readonly int[] Conditions = [1, 4, 5, 6, 7, 8, 9, 10, 13, 15, 16];

    public static List<AgencyError> Refusals(XElement detail, int type, string cuit, string today, string? rejectsReceiver, Func<int, int, long, bool> isKnown)
    {
        var found = new List<AgencyError>();
        Receiver(detail, type, cuit, rejectsReceiver, found);
        Dates(detail, today, found);
        Amounts(detail, type, found);
        Associations(detail, type, isKnown, found);
        return found;
    }

    public static XElement? Child(XElement parent, string name) => parent.Elements().FirstOrDefault(e => e.Name.LocalName == name);

    public static IEnumerable<XElement> Items(XElement parent, string container, string item) => Child(parent, container)?.Elements().Where(e => e.Name.LocalName == item) ?? [];

    public static string Text(XElement parent, string name) => Child(parent, name)?.Value ?? "";

    public static long Number(XElement parent, string name) => long.TryParse(Text(parent, name), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;

    public static decimal Amount(XElement parent, string name) => decimal.TryParse(Text(parent, name), NumberStyles.Float, CultureInfo.InvariantCulture, out var amount) ? amount : 0;

    private static void Receiver(XElement detail, int type, string cuit, string? rejected, List<AgencyError> found)
    {
        var (kind, number, condition) = (Number(detail, "DocTipo"), Text(detail, "DocNro"), (int)Number(detail, "CondicionIVAReceptorId"));
        if (A.Contains(type) && kind != 80) found.Add(new(10013, "Para comprobantes clase A el campo DocTipo debe ser 80."));
        if (kind == 99 && number != "0") found.Add(new(10015, "Si DocTipo es 99, DocNro debe ser 0."));
        if (kind == 99 && !A.Contains(type) && Amount(detail, "ImpTotal") >= 10_000_000m) found.Add(new(10015, "El monto obliga a identificar al receptor."));
        if (kind is 80 or 86 or 87 && !Cuit.TryParse(number, out _)) found.Add(new(10015, "El DocNro informado no se encuentra registrado en los padrones de ARCA."));
        if (rejected is not null && number == rejected.Replace("-", "", StringComparison.Ordinal)) found.Add(new(10015, "El DocNro informado no se encuentra registrado en los padrones de ARCA."));
        if (number == cuit) found.Add(new(10069, "El DocNro no puede ser igual a la CUIT del emisor."));
        if (condition == 0) found.Add(new(10246, "El campo CondicionIVAReceptorId es obligatorio."));
        else if (!Conditions.Contains(condition)) found.Add(new(10242, "El campo CondicionIVAReceptorId no es un valor permitido."));
        else if ((A.Contains(type) && !ConditionsOfA.Contains(condition)) || (B.Contains(type) && !ConditionsOfB.Contains(condition)))
            found.Add(new(10243, "La condición frente al IVA del receptor no es válida para la clase de comprobante."));
    }

    private static void Dates(XElement detail, string today, List<AgencyError> found)
    {
        if (Number(detail, "Concepto") is < 1 or > 3) found.Add(new(10030, "El campo Concepto no es un valor permitido."));
        if (!TryDay(Text(detail, "CbteFch"), out var day) || !TryDay(today, out var now) || Math.Abs(day.DayNumber - now.DayNumber) > 5)
            found.Add(new(10016, "La fecha del comprobante debe estar comprendida en el rango N-5 y N+5."));
        if (Text(detail, "MonId") != "PES") found.Add(new(10037, "El campo MonId no es un valor permitido."));
        if (Amount(detail, "MonCotiz") != 1m) found.Add(new(10039, "Si MonId es PES, MonCotiz debe ser 1."));
    }

    private static void Amounts(XElement detail, int type, List<AgencyError> found)
    {
        decimal Of(string name) => Amount(detail, name);
        var (total, untaxed, net, exempt, tributes, vat) = (Of("ImpTotal"), Of("ImpTotConc"), Of("ImpNeto"), Of("ImpOpEx"), Of("ImpTrib"), Of("ImpIVA"));
        if (total <= 0 || untaxed < 0 || net < 0 || exempt < 0 || vat < 0) found.Add(new(10065, "Los importes no pueden ser negativos."));
        if (new[] { total, untaxed, net, exempt, tributes, vat }.Any(a => decimal.Round(a, 2, MidpointRounding.ToEven) != a)) found.Add(new(10056, "Los importes llevan hasta dos decimales."));
        if (total != untaxed + net + exempt + tributes + vat) found.Add(new(10048, "El campo ImpTotal debe ser igual a la suma de ImpTotConc + ImpNeto + ImpOpEx + ImpTrib + ImpIVA."));
        var rows = Items(detail, "Iva", "AlicIva").Select(r => (Id: (int)Number(r, "Id"), Base: Amount(r, "BaseImp"), Vat: Amount(r, "Importe"))).ToList();
        if (C.Contains(type))
        {
            if (Child(detail, "Iva") is not null || vat != 0) found.Add(new(10071, "Para comprobantes clase C no informar Iva."));
            return;
        }
        if (Child(detail, "Iva") is not null && rows.Count == 0) found.Add(new(10062, "El contenedor Iva no puede estar vacío."));
        if ((net > 0 || vat > 0) && rows.Count == 0) found.Add(new(10070, "Si ImpNeto es mayor a 0 el objeto Iva es obligatorio."));
        if (rows.Any(r => !Rates.ContainsKey(r.Id))) found.Add(new(10019, "El Id de AlicIva no es un valor permitido."));
        if (rows.DistinctBy(r => r.Id).Count() != rows.Count) found.Add(new(10022, "El Id de AlicIva no debe repetirse."));
        if (!Notes.Contains(type) && rows.Any(r => r.Base <= 0)) found.Add(new(10020, "El campo BaseImp en AlicIva debe ser mayor a 0."));
        if (vat == 0 && net > 0 && rows.Any(r => r.Id != 3)) found.Add(new(10018, "Si ImpIVA es igual a 0 solo se admite la alícuota 0."));
        if (vat != rows.Sum(r => r.Vat)) found.Add(new(10023, "El campo ImpIVA debe ser igual a la suma de AlicIva.Importe."));
        if (!Notes.Contains(type) && net != rows.Sum(r => r.Base)) found.Add(new(10061, "La suma de BaseImp en AlicIva debe ser igual a ImpNeto."));
        if (!Notes.Contains(type) && rows.Any(r => Rates.TryGetValue(r.Id, out var rate) && !IsNear(r.Vat, r.Base * rate))) found.Add(new(10051, "Los importes de AlicIva no corresponden a la alícuota."));
    }

    private static void Associations(XElement detail, int type, Func<int, int, long, bool> isKnown, List<AgencyError> found)
    {
        var associated = Items(detail, "CbtesAsoc", "CbteAsoc").Select(a => (Type: (int)Number(a, "Tipo"), Point: (int)Number(a, "PtoVta"), Number: Number(a, "Nro"))).ToList();
        if (!Notes.Contains(type)) return;
        if (associated.Count == 0) found.Add(new(10197, "Si el comprobante es débito o crédito, CbtesAsoc o PeriodoAsoc es obligatorio."));
        int[] allowed = B.Contains(type) ? [6, 7, 8] : C.Contains(type) ? [11, 12, 13] : type > 50 ? [51, 52, 53] : [1, 2, 3];
        if (associated.Exists(a => !allowed.Contains(a.Type))) found.Add(new(10040, "El tipo de comprobante asociado no está permitido."));
        // An observation at the agency; here a note of something that does not exist is a fault of ours, and is seen.
        if (associated.Exists(a => !isKnown(a.Type, a.Point, a.Number))) found.Add(new(10041, "El comprobante asociado no se encuentra registrado."));
    }

    private static bool IsNear(decimal given, decimal computed) =>
        Math.Abs(given - computed) is var difference && (difference <= 0.01m || (computed != 0 && difference / Math.Abs(computed) <= 0.0001m));

    private static bool TryDay(string text, out DateOnly day) => DateOnly.TryParseExact(text, "yyyyMMdd", CultureInfo.InvariantCulture, DateTimeStyles.None, out day);
}
