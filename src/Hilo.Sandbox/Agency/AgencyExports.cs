using System.Globalization;
using System.Xml.Linq;

namespace Hilo.Sandbox.Agency;

/// <summary>An export voucher as the agency keeps it: the elements of its request, and what became of them.</summary>
/// <param name="Id">Of its request: the same again is answered with this.</param>
public sealed record AgencyExport(string Cuit, long Id, int Point, int Type, long Number, string Date, string Cae, string CaeExpires, decimal Total, string Cmp, bool IsForeign);

/// <summary>The books of WSFEXv1, apart from all others: one request per Id, numbers without a gap, dates that never go back.</summary>
public sealed class AgencyExports
{
    private const string Memory = "arca-exports";
    private readonly Lock gate = new();
    private readonly List<AgencyExport> kept = [];
    private readonly SandboxMemory memory;
    private readonly TimeProvider clock;

    internal AgencyExports(SandboxMemory memory, TimeProvider clock)
    {
        (this.memory, this.clock) = (memory, clock);
        kept.AddRange(memory.Read<AgencyExport>(Memory));
    }

    /// <summary>Everything that was ever authorized, in order.</summary>
    public IReadOnlyList<AgencyExport> All
    {
        get { lock (gate) return [.. kept]; }
    }

    /// <param name="hides">The newest is not shown yet.</param>
    public AgencyExport? Last(string cuit, int point, int type, bool hides = false)
    {
        lock (gate) return Of(cuit, point, type).SkipLast(hides ? 1 : 0).LastOrDefault();
    }

    public AgencyExport? Find(string cuit, int point, int type, long number, bool hides = false)
    {
        lock (gate) return Of(cuit, point, type).SkipLast(hides ? 1 : 0).FirstOrDefault(e => e.Number == number);
    }

    public long LastId(string cuit)
    {
        lock (gate) return kept.Where(e => e.Cuit == cuit).Select(e => e.Id).DefaultIfEmpty().Max();
    }

    /// <summary>Another program takes the next number of a series; its Ids are far away from anybody's.</summary>
    public AgencyExport TakeForeign(string cuit, int point, int type)
    {
        lock (gate)
        {
            var (last, id) = (Of(cuit, point, type).LastOrDefault(), LastId(cuit) + 1_000);
            var number = (last?.Number ?? 0) + 1;
            var date = last?.Date ?? Today();
            return Keep(cuit, id, point, type, number, date, new XElement("Cmp",
                new XElement("Id", id), new XElement("Fecha_cbte", date), new XElement("Cbte_Tipo", type), new XElement("Punto_vta", point), new XElement("Cbte_nro", number), new XElement("Tipo_expo", 1),
                new XElement("Permiso_existente", "N"), new XElement("Dst_cmp", 203), new XElement("Cliente", "Otro"), new XElement("Cuit_pais_cliente", "55000000212"), new XElement("Domicilio_cliente", "Rua 1"),
                new XElement("Moneda_Id", "PES"), new XElement("Moneda_ctz", "1"), new XElement("Imp_total", "1.00"), new XElement("Idioma_cbte", 1)), isForeign: true);
        }
    }

    /// <summary>The first answer again for a repeated request, and a refusal for an Id that comes with other content.</summary>
    internal (AgencyExport? Kept, bool IsRepeated, AgencyError? Error) Authorize(string cuit, XElement cmp, string? rejectsReceiver)
    {
        lock (gate)
        {
            var (id, type, point, number) = (AgencyRules.Number(cmp, "Id"), (int)AgencyRules.Number(cmp, "Cbte_Tipo"), (int)AgencyRules.Number(cmp, "Punto_vta"), AgencyRules.Number(cmp, "Cbte_nro"));
            var content = Plain(cmp).ToString(SaveOptions.DisableFormatting);
            if (kept.Find(e => e.Cuit == cuit && e.Id == id) is { } before)
                return before.Cmp == content ? (before, true, null) : (null, false, new AgencyError(1700, "El Id ya fue utilizado para otro comprobante."));
            var last = Of(cuit, point, type).LastOrDefault();
            if (number != (last?.Number ?? 0) + 1 || (last is not null && string.CompareOrdinal(AgencyRules.Text(cmp, "Fecha_cbte"), last.Date) < 0))
                return (null, false, new AgencyError(1535, "Verifica que el comprobante ingresado corresponde en secuencia al próximo inmediato a autorizar."));
            if (AgencyExportRules.Refusal(cmp, Today(), rejectsReceiver, (t, p, n) => Of(cuit, p, t).Any(e => e.Number == n)) is { } refusal) return (null, false, refusal);
            return (Keep(cuit, id, point, type, number, AgencyRules.Text(cmp, "Fecha_cbte"), Plain(cmp), isForeign: false), false, null);
        }
    }

    public void Reset()
    {
        lock (gate)
        {
            kept.Clear();
            memory.Forget(Memory);
        }
    }

    internal string Today() => clock.GetUtcNow().ToOffset(TimeSpan.FromHours(-3)).ToString("yyyyMMdd", CultureInfo.InvariantCulture);

    private AgencyExport Keep(string cuit, long id, int point, int type, long number, string date, XElement cmp, bool isForeign)
    {
        // Eight, year, and a number that grows: fourteen digits, and none of the other book.
        var cae = string.Create(CultureInfo.InvariantCulture, $"8{clock.GetUtcNow():yy}{kept.Count + 1:D11}");
        var expires = DateTime.ParseExact(date, "yyyyMMdd", CultureInfo.InvariantCulture).AddDays(10).ToString("yyyyMMdd", CultureInfo.InvariantCulture);
        var export = new AgencyExport(cuit, id, point, type, number, date, cae, expires, AgencyRules.Amount(cmp, "Imp_total"), cmp.ToString(SaveOptions.DisableFormatting), isForeign);
        kept.Add(export);
        memory.Append(Memory, export);
        return export;
    }

    private IEnumerable<AgencyExport> Of(string cuit, int point, int type) => kept.Where(e => e.Cuit == cuit && e.Point == point && e.Type == type);

    private static XElement Plain(XElement element) => element.HasElements ? new XElement(element.Name.LocalName, element.Elements().Select(Plain)) : new XElement(element.Name.LocalName, element.Value);
}
