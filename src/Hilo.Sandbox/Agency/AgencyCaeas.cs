using System.Globalization;

namespace Hilo.Sandbox.Agency;

/// <summary>A code that the agency gave for a fortnight.</summary>
public sealed record AgencyCaea(string Cuit, int Period, int Half, string Code, string ValidFrom, string ValidTo, string ReportBy, string ProcessedAt);

/// <summary>CAEAs of every issuer, and the points of sale that were closed without movement (specs: arca 10.2, 11).</summary>
public sealed class AgencyCaeas
{
    private const string Memory = "arca-caeas";
    private readonly Lock gate = new();
    private readonly List<AgencyCaea> given = [];
    private readonly HashSet<(string Caea, int Point)> closed = [];
    private readonly SandboxMemory memory;
    private readonly TimeProvider clock;

    internal AgencyCaeas(SandboxMemory memory, TimeProvider clock)
    {
        (this.memory, this.clock) = (memory, clock);
        given.AddRange(memory.Read<AgencyCaea>(Memory));
    }

    public IReadOnlyList<AgencyCaea> All
    {
        get { lock (gate) return [.. given]; }
    }

    /// <summary>Points that were told to be without movement.</summary>
    public IReadOnlyList<(string Caea, int Point)> Closed
    {
        get { lock (gate) return [.. closed]; }
    }

    public AgencyCaea? Find(string cuit, int period, int half)
    {
        lock (gate) return given.Find(c => c.Cuit == cuit && c.Period == period && c.Half == half);
    }

    public AgencyCaea? Find(string code)
    {
        lock (gate) return given.Find(c => c.Code == code);
    }

    internal (AgencyCaea? Given, AgencyError? Error) Give(string cuit, int period, int half)
    {
        if (period is < 200001 or > 299912 || period % 100 is < 1 or > 12) return (null, new(15004, "El periodo debe tener el formato yyyymm."));
        if (half is not (1 or 2)) return (null, new(15005, "El orden debe ser 1 o 2."));
        var from = new DateOnly(period / 100, period % 100, half == 1 ? 1 : 16);
        var to = half == 1 ? from.AddDays(14) : new DateOnly(from.Year, from.Month, 1).AddMonths(1).AddDays(-1);
        var today = Today();
        if (today < from.AddDays(-5) || today > to) return (null, new(15006, "El CAEA se solicita desde 5 días antes del inicio de la quincena y hasta su último día."));
        lock (gate)
        {
            if (given.Exists(c => c.Cuit == cuit && c.Period == period && c.Half == half)) return (null, new(15008, "Ya existe un CAEA otorgado para el periodo y orden. Consultar metodo FECAEAConsultar."));
            var made = new AgencyCaea(
                cuit, period, half, string.Create(CultureInfo.InvariantCulture, $"3{from:yyMM}{half}{given.Count + 1:D8}"), Text(from), Text(to), Text(to.AddDays(8)),
                clock.GetUtcNow().ToOffset(TimeSpan.FromHours(-3)).ToString("yyyyMMddHHmmss", CultureInfo.InvariantCulture));
            given.Add(made);
            memory.Append(Memory, made);
            return (made, null);
        }
    }

    /// <summary>How often it was told that nothing happened on a point.</summary>
    public int TimesClosed { get; private set; }

    internal AgencyError? Close(string cuit, string code, int point, bool hasVouchers)
    {
        TimesClosed++;
        if (Find(code) is not { } caea) return new(1200, "El CAEA informado no existe.");
        if (caea.Cuit != cuit) return new(1201, "El CAEA no corresponde a la CUIT.");
        if (!AgencyTables.IsForContingency(point)) return new(1204, "El punto de venta no es CAEA.");
        if (hasVouchers) return new(1202, "El punto de venta ya tiene comprobantes informados con ese CAEA.");
        if (string.CompareOrdinal(Text(Today()), caea.ValidFrom) <= 0) return new(1203, "Se informa después del inicio de vigencia.");
        lock (gate) return closed.Add((code, point)) ? null : new(1209, "El punto de venta ya fue informado sin movimiento.");
    }

    public void Reset()
    {
        lock (gate)
        {
            given.Clear();
            closed.Clear();
            memory.Forget(Memory);
        }
    }

    private DateOnly Today() => DateOnly.FromDateTime(clock.GetUtcNow().ToOffset(TimeSpan.FromHours(-3)).DateTime);

    private static string Text(DateOnly day) => day.ToString("yyyyMMdd", CultureInfo.InvariantCulture);
}
