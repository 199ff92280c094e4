using System.Globalization;
using System.Xml.Linq;

namespace Hilo.Sandbox.Agency;

/// <summary>Everything that a rule may ask about a voucher: its elements as they came, and what the agency knows besides.</summary>
/// <param name="Today">By the agency's clock, <c>yyyymmdd</c>.</param>
/// <param name="Find">A voucher of the same issuer by type, point and number.</param>
internal sealed record VoucherCase(XElement Detail, int Type, string Cuit, string Today, AgencyFaultPlan Plan, Func<int, int, long, AgencyVoucher?> Find)
{
    public string Text(string name) => AgencyRules.Text(Detail, name);

    public long Number(string name) => AgencyRules.Number(Detail, name);

    public decimal Amount(string name) => AgencyRules.Amount(Detail, name);

    public bool Has(string name) => AgencyRules.Child(Detail, name) is not null;

    public IReadOnlyList<XElement> Items(string container, string item) => [.. AgencyRules.Items(Detail, container, item)];
}

/// <summary>The agency's own rules and codes for a voucher (specs: arca 9 and 10). Elements that it does not know are ignored, and a missing number is zero: as the real one.</summary>
internal static class AgencyRules
{
    public static readonly int[] A = [1, 2, 3, 51, 52, 53, 201, 202, 203];
    public static readonly int[] B = [6, 7, 8, 206, 207, 208];
    public static readonly int[] C = [11, 12, 13, 211, 212, 213];
    public static readonly int[] Notes = [2, 3, 7, 8, 12, 13, 52, 53, 202, 203, 207, 208, 212, 213];
    private static readonly int[] CreditNotes = [3, 8, 13, 53, 203, 208, 213];
    private static readonly int[] ConditionsOfA = [1, 6, 13, 16];
    private static readonly int[] ConditionsOfB = [4, 5, 7, 8, 9, 10, 15];
    private static readonly int[] Conditions = [1, 4, 5, 6, 7, 8, 9, 10, 13, 15, 16];

    public static List<AgencyError> Refusals(VoucherCase voucher)
    {
        var found = new List<AgencyError>();
        Receiver(voucher, found);
        AgencyDates.Check(voucher, found);
        AgencyAmounts.Check(voucher, found);
        AgencyLinks.Check(voucher, found);
        AgencyFce.Check(voucher, found);
        return found;
    }

    /// <summary>What the agency remarks about a voucher that it authorizes all the same.</summary>
    public static List<AgencyError> Observations(VoucherCase voucher)
    {
        var found = new List<AgencyError>();
        if (A.Contains(voucher.Type) && voucher.Number("CondicionIVAReceptorId") is 6 or 13 or 16)
            found.Add(new(10217, "El crédito fiscal discriminado en el presente comprobante solo podrá ser computado a efectos del procedimiento permanente de transición al régimen general."));
        if (A.Contains(voucher.Type) && AgencyPeople.KindOf(voucher.Text("DocNro"), voucher.Plan.RegistrySays) is not ("vat" or "mono" or "social")) found.Add(NotInVat);
        return found;
    }

    private static AgencyError NotInVat => new(10063, "La CUIT del receptor no se encuentra activa en los impuestos IVA o monotributo.");

    public static XElement? Child(XElement parent, string name) => parent.Elements().FirstOrDefault(e => e.Name.LocalName == name);

    public static IEnumerable<XElement> Items(XElement parent, string container, string item) => Child(parent, container)?.Elements().Where(e => e.Name.LocalName == item) ?? [];

    public static string Text(XElement parent, string name) => Child(parent, name)?.Value ?? "";

    public static long Number(XElement parent, string name) => long.TryParse(Text(parent, name), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;

    public static decimal Amount(XElement parent, string name) => decimal.TryParse(Text(parent, name), NumberStyles.Float, CultureInfo.InvariantCulture, out var amount) ? amount : 0;

    public static bool TryDay(string text, out DateOnly day) => DateOnly.TryParseExact(text, "yyyyMMdd", CultureInfo.InvariantCulture, DateTimeStyles.None, out day);

    private static void Receiver(VoucherCase voucher, List<AgencyError> found)
    {
        var (kind, number, condition) = (voucher.Number("DocTipo"), voucher.Text("DocNro"), (int)voucher.Number("CondicionIVAReceptorId"));
        if (A.Contains(voucher.Type) && kind != 80) found.Add(new(10013, "Para comprobantes clase A el campo DocTipo debe ser 80."));
        if (kind == 99 && number != "0") found.Add(new(10015, "Si DocTipo es 99, DocNro debe ser 0."));
        if (kind == 99 && !A.Contains(voucher.Type) && voucher.Amount("ImpTotal") * Math.Max(1, voucher.Amount("MonCotiz")) >= 10_000_000m) found.Add(new(10015, "El monto obliga a identificar al receptor."));
        if (kind is 80 or 86 or 87 && !Cuit.TryParse(number, out _)) found.Add(new(10015, "El DocNro informado no se encuentra registrado en los padrones de ARCA."));
        if (voucher.Plan.RejectsReceiver is { } rejected && number == rejected.Replace("-", "", StringComparison.Ordinal)) found.Add(new(10015, "El DocNro informado no se encuentra registrado en los padrones de ARCA."));
        Registry(voucher, (int)kind, number, condition, found);
        if (kind is 96 && number.Length > 8) found.Add(new(10284, "El DocNro no corresponde al DocTipo informado."));
        if (number == voucher.Cuit) found.Add(new(10069, "El DocNro no puede ser igual a la CUIT del emisor."));
        if (condition == 0) found.Add(new(10246, "El campo CondicionIVAReceptorId es obligatorio."));
        else if (!Conditions.Contains(condition)) found.Add(new(10242, "El campo CondicionIVAReceptorId no es un valor permitido."));
        else if ((A.Contains(voucher.Type) && !ConditionsOfA.Contains(condition)) || (B.Contains(voucher.Type) && !ConditionsOfB.Contains(condition)))
            found.Add(new(10243, "La condición frente al IVA del receptor no es válida para la clase de comprobante."));
    }

    private static void Registry(VoucherCase voucher, int kind, string number, int condition, List<AgencyError> found)
    {
        if (kind != 80 || CreditNotes.Contains(voucher.Type)) return;
        var registered = AgencyPeople.KindOf(number, voucher.Plan.RegistrySays);
        if (registered == "inactive") found.Add(new(10247, "La CUIT del receptor se encuentra inactiva."));
        if (voucher.Plan.RejectsOtherConditions && A.Contains(voucher.Type) && condition != (registered switch { "vat" => 1, "mono" => 6, "social" => 13, _ => 0 })) found.Add(NotInVat);
    }
}
