using System.Globalization;
using System.Xml.Linq;

namespace Hilo.Sandbox.Agency;

/// <summary>A voucher as the agency keeps it: the elements of its request, and what became of them.</summary>
public sealed record AgencyVoucher(string Cuit, int Point, int Type, long Number, string Date, string Cae, string CaeExpires, string ProcessedAt, decimal Total, decimal Vat, string Detail, bool IsForeign, string Emission = "CAE");

/// <summary>The series of every issuer: numbers without a gap, dates that never go back. One lock, as one authority.</summary>
public sealed class AgencyBook
{
    private const string Memory = "arca-vouchers";
    private readonly Lock gate = new();
    private readonly Dictionary<(string Cuit, int Point, int Type), List<AgencyVoucher>> series = [];
    private readonly SandboxMemory memory;
    private readonly TimeProvider clock;
    private long caes;

    internal AgencyBook(SandboxMemory memory, TimeProvider clock)
    {
        (this.memory, this.clock) = (memory, clock);
        foreach (var kept in memory.Read<AgencyVoucher>(Memory)) Of(kept.Cuit, kept.Point, kept.Type).Add(kept);
        caes = series.Values.Sum(s => s.Count);
    }

    /// <summary>Everything that was ever authorized, in order.</summary>
    public IReadOnlyList<AgencyVoucher> All
    {
        get { lock (gate) return [.. series.Values.SelectMany(s => s)]; }
    }

    public long Last(string cuit, int point, int type)
    {
        lock (gate) return Of(cuit, point, type) is [.., var last] ? last.Number : 0;
    }

    public AgencyVoucher? Find(string cuit, int point, int type, long number)
    {
        lock (gate) return Of(cuit, point, type).Find(v => v.Number == number);
    }

    /// <summary>Another program takes the next number of a series.</summary>
    public AgencyVoucher TakeForeign(string cuit, int point, int type)
    {
        lock (gate)
        {
            var numbers = Of(cuit, point, type);
            var (number, date) = (numbers is [.., var last] ? last.Number + 1 : 1, numbers is [.., var newest] ? newest.Date : Today());
            var detail = new XElement("FECAEDetRequest",
                new XElement("Concepto", 1), new XElement("DocTipo", 99), new XElement("DocNro", 0), new XElement("CbteDesde", number), new XElement("CbteHasta", number), new XElement("CbteFch", date),
                new XElement("ImpTotal", "1.00"), new XElement("ImpTotConc", "0.00"), new XElement("ImpNeto", "1.00"), new XElement("ImpOpEx", "0.00"), new XElement("ImpTrib", "0.00"),
                new XElement("ImpIVA", "0.00"), new XElement("MonId", "PES"), new XElement("MonCotiz", "1"), new XElement("CondicionIVAReceptorId", 5),
                new XElement("Iva", new XElement("AlicIva", new XElement("Id", 3), new XElement("BaseImp", "1.00"), new XElement("Importe", "0.00"))));
            return Keep(numbers, cuit, point, type, number, date, detail, isForeign: true);
        }
    }

    /// <summary>Authorizes a request in order, and stops at the first detail that a rule refuses.</summary>
    internal AgencyDecision Authorize(string cuit, int point, int type, IReadOnlyList<XElement> details, AgencyFaultPlan plan)
    {
        lock (gate)
        {
            var (numbers, outcomes) = (Of(cuit, point, type), new List<AgencyOutcome>());
            foreach (var detail in details)
            {
                var next = numbers is [.., var last] ? last.Number + 1 : 1;
                if (AgencyRules.Number(detail, "CbteDesde") != next || AgencyRules.Number(detail, "CbteHasta") != next || (numbers is [.., var before] && string.CompareOrdinal(AgencyRules.Text(detail, "CbteFch"), before.Date) < 0))
                {
                    return new AgencyDecision(outcomes, new AgencyError(10016, "El numero o fecha del comprobante no se corresponde con el proximo a autorizar. Consultar metodo FECompUltimoAutorizado."));
                }
                var voucher = new VoucherCase(detail, type, cuit, Today(), plan, Known);
                var refusals = AgencyRules.Refusals(voucher);
                if (refusals.Count > 0)
                {
                    outcomes.Add(new AgencyOutcome(detail, null, refusals));
                    break;
                }
                outcomes.Add(new AgencyOutcome(detail, Keep(numbers, cuit, point, type, next, AgencyRules.Text(detail, "CbteFch"), detail, isForeign: false), AgencyRules.Observations(voucher)));
            }
            return new AgencyDecision(outcomes, null);
        }

        AgencyVoucher? Known(int t, int p, long n) => Of(cuit, p, t).Find(v => v.Number == n);
    }

    /// <summary>Takes note of vouchers that were made under a CAEA, in order, and stops at the first that a rule refuses.</summary>
    internal AgencyDecision Inform(string cuit, int point, int type, IReadOnlyList<XElement> details, AgencyFaultPlan plan, AgencyCaeas caeas)
    {
        lock (gate)
        {
            var (numbers, outcomes) = (Of(cuit, point, type), new List<AgencyOutcome>());
            foreach (var detail in details)
            {
                var voucher = new VoucherCase(detail, type, cuit, Today(), plan, (t, p, n) => Of(cuit, p, t).Find(v => v.Number == n));
                var next = numbers is [.., var last] ? last.Number + 1 : 1;
                List<AgencyError> refusals = voucher.Number("CbteDesde") != next ? [new(703, "El numero de comprobante no es el siguiente al ultimo informado.")]
                    : numbers is [.., var before] && string.CompareOrdinal(voucher.Text("CbteFch"), before.Date) < 0 ? [new(704, "La fecha es anterior a la del ultimo comprobante informado.")]
                    : AgencyReports.Refusals(voucher, point, caeas);
                outcomes.Add(new AgencyOutcome(detail, refusals.Count > 0 ? null : Keep(numbers, cuit, point, type, next, voucher.Text("CbteFch"), detail, isForeign: false, caeas.Find(voucher.Text("CAEA"))), refusals));
                if (refusals.Count > 0) break;
            }
            return new AgencyDecision(outcomes, null);
        }
    }

    public void Reset()
    {
        lock (gate)
        {
            series.Clear();
            memory.Forget(Memory);
        }
    }

    internal string Today() => clock.GetUtcNow().ToOffset(TimeSpan.FromHours(-3)).ToString("yyyyMMdd", CultureInfo.InvariantCulture);

    private AgencyVoucher Keep(List<AgencyVoucher> numbers, string cuit, int point, int type, long number, string date, XElement detail, bool isForeign, AgencyCaea? caea = null)
    {
        var now = clock.GetUtcNow().ToOffset(TimeSpan.FromHours(-3));
        // Seven, year, and a number that grows: fourteen digits, as the real ones.
        var cae = caea?.Code ?? string.Create(CultureInfo.InvariantCulture, $"7{now:yy}{++caes:D11}");
        var expires = caea?.ValidTo ?? DateTime.ParseExact(date, "yyyyMMdd", CultureInfo.InvariantCulture).AddDays(10).ToString("yyyyMMdd", CultureInfo.InvariantCulture);
        var kept = new AgencyVoucher(
            cuit, point, type, number, date, cae, expires, now.ToString("yyyyMMddHHmmss", CultureInfo.InvariantCulture), AgencyRules.Amount(detail, "ImpTotal"), AgencyRules.Amount(detail, "ImpIVA"),
            detail.ToString(SaveOptions.DisableFormatting), isForeign, caea is null ? "CAE" : "CAEA");
        numbers.Add(kept);
        memory.Append(Memory, kept);
        return kept;
    }

    private List<AgencyVoucher> Of(string cuit, int point, int type) =>
        series.TryGetValue((cuit, point, type), out var known) ? known : series[(cuit, point, type)] = [];
}

internal sealed record AgencyError(int Code, string Words);

/// <param name="Kept">Null when refused.</param>
/// <param name="Remarks">Why it was refused, or what is observed of an authorized one.</param>
internal sealed record AgencyOutcome(XElement Detail, AgencyVoucher? Kept, IReadOnlyList<AgencyError> Remarks);

/// <param name="Error">Of the request as a whole.</param>
internal sealed record AgencyDecision(IReadOnlyList<AgencyOutcome> Outcomes, AgencyError? Error);
