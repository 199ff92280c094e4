namespace Hilo.Invoicing;

internal enum CaeaState
{
    /// <summary>About to be asked for, or asked for without an answer: the agency is asked whether it gave one.</summary>
    Asked,

    Granted,

    /// <summary>The agency said no; tried again later, while a person looks at the reason.</summary>
    Refused,
}

/// <summary>The code of one fortnight that the agency gives beforehand (specs: arca 11): vouchers that are made under it while it is away are told to it afterwards.</summary>
internal sealed class Caea
{
    public required Guid Id { get; init; }
    public required IssuerId IssuerId { get; init; }
    public required FiscalEnvironment Environment { get; init; }
    public required string Cuit { get; init; }

    /// <summary>Year and month: 202611.</summary>
    public required int Period { get; init; }

    /// <summary>1 until the 15th, 2 from the 16th.</summary>
    public required int Half { get; init; }
    public CaeaState State { get; private set; }

    /// <summary>Fourteen digits.</summary>
    public string? Code { get; private set; }
    public int? ValidFrom { get; private set; }
    public int? ValidTo { get; private set; }

    /// <summary>Last day on which what was made under it is told, as the agency said it.</summary>
    public int? ReportBy { get; private set; }
    public string? Problem { get; private set; }
    public DateTimeOffset TriedAt { get; private set; }

    public bool IsValidOn(DateOnly day) => State == CaeaState.Granted && ValidFrom <= FiscalDay.Number(day) && FiscalDay.Number(day) <= ValidTo;

    public void Ask(DateTimeOffset now) => (State, TriedAt) = (CaeaState.Asked, now);

    public void Take(GrantedCaea granted, DateTimeOffset now) => (State, Code, ValidFrom, ValidTo, ReportBy, Problem, TriedAt) =
        (CaeaState.Granted, granted.Code, FiscalDay.Number(granted.ValidFrom), FiscalDay.Number(granted.ValidTo), FiscalDay.Number(granted.ReportBy), granted.Remarks.Count == 0 ? null : string.Join(" ", granted.Remarks.Select(r => r.Words)), now);

    public void Refuse(string why, DateTimeOffset now) => (State, Problem, TriedAt) = (CaeaState.Refused, why, now);

    public void Miss(string why, DateTimeOffset now) => (Problem, TriedAt) = (why, now);
}

internal sealed record GrantedCaea(string Code, int Period, int Half, DateOnly ValidFrom, DateOnly ValidTo, DateOnly ReportBy, IReadOnlyList<AgencyNote> Remarks);

/// <summary>A contingency point of sale on which nothing happened under a CAEA, and the report of that.</summary>
internal sealed class CaeaClosing
{
    public required Guid CaeaId { get; init; }
    public required int Point { get; init; }
    public DateTimeOffset? ClosedAt { get; private set; }
    public string? Problem { get; private set; }
    public DateTimeOffset TriedAt { get; private set; }

    public void Close(DateTimeOffset now) => (ClosedAt, Problem, TriedAt) = (now, null, now);

    public void Miss(string why, DateTimeOffset now) => (Problem, TriedAt) = (why, now);
}

/// <summary>Fortnights. Pure.</summary>
/// <param name="Period">Year and month: 202611.</param>
/// <param name="Half">1 or 2.</param>
internal readonly record struct Fortnight(int Period, int Half)
{
    /// <summary>How long before its first day the agency gives its code.</summary>
    private const int Ahead = 5;

    public DateOnly From => new(Period / 100, Period % 100, Half == 1 ? 1 : 16);

    public DateOnly To => Half == 1 ? new(Period / 100, Period % 100, 15) : new DateOnly(Period / 100, Period % 100, 1).AddMonths(1).AddDays(-1);

    public Fortnight Next => Of(To.AddDays(1));

    public static Fortnight Of(DateOnly day) => new(day.Year * 100 + day.Month, day.Day <= 15 ? 1 : 2);

    /// <summary>Those whose code can be had today: this one, and the next as soon as its window is open.</summary>
    public static IReadOnlyList<Fortnight> Obtainable(DateOnly today) => Of(today) is var now && today >= now.Next.From.AddDays(-Ahead) ? [now, now.Next] : [now];
}
