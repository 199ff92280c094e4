namespace Hilo.Sandbox.Agency;

/// <summary>What goes wrong at the agency from now on. Counts say how many requests for authorization are hit; chances, of a hundred, hit any of them.</summary>
public sealed record AgencyFaultPlan
{
    /// <summary>Every call takes so long.</summary>
    public int DelayMs { get; init; }

    /// <summary>Requests that are authorized, and whose connection drops instead of an answer.</summary>
    public int LoseAnswers { get; init; }

    public int LoseAnswersOf100 { get; init; }

    /// <summary>Requests that are dropped before anything happens.</summary>
    public int DropOf100 { get; init; }

    /// <summary>Requests that are dropped, and authorized only a moment later.</summary>
    public int CommitLateOf100 { get; init; }

    public int CommitLateMs { get; init; } = 300;

    /// <summary>Requests that are authorized and answered with an error 500.</summary>
    public int ErrorOf100 { get; init; }

    /// <summary>Requests that a gateway answers with a page of HTML, after they were authorized.</summary>
    public int HtmlOf100 { get; init; }

    /// <summary>Calls whose ticket is suddenly not accepted.</summary>
    public int ExpiredTicketsOf100 { get; init; }

    /// <summary>Before so many requests another program takes the next number.</summary>
    public int ForeignOf100 { get; init; }

    /// <summary>Nothing answers, for hours if need be.</summary>
    public bool IsDown { get; init; }

    /// <summary>Its own question says that all is well, and nothing else gets an answer.</summary>
    public bool IsDownBehindItsDummy { get; init; }

    /// <summary>How far its clock is ahead of everybody else's.</summary>
    public int ClockAheadSeconds { get; init; }

    /// <summary>Every answer of WSFEv1 comes from here, such as <c>Produccion</c>; without it from homologation.</summary>
    public string? AnswersFrom { get; init; }

    /// <summary>The registry of taxpayers answers with a page of HTML.</summary>
    public bool RegistryIsDown { get; init; }

    /// <summary>Somebody whom the registry knows otherwise from now on, such as <c>30712345671=mono</c>; or <c>vat</c>, <c>exempt</c>, <c>social</c>, <c>none</c>, <c>inactive</c>.</summary>
    public string? RegistrySays { get; init; }

    /// <summary>Class A for a condition that is not the registry's is rejected with 10063, which is only remarked else.</summary>
    public bool RejectsOtherConditions { get; init; }

    /// <summary>Vouchers that one request takes.</summary>
    public int LargestRequest { get; init; } = 250;

    /// <summary>A row that its tables have lost, such as <c>TiposIva|9</c>.</summary>
    public string? LacksTableRow { get; init; }

    /// <summary>Asked for it, the export service does not show the newest export of a series yet.</summary>
    public bool HidesNewestExport { get; init; }

    /// <summary>Tickets that do not speak for whoever asked: nobody delegated the service.</summary>
    public bool LacksDelegation { get; init; }

    /// <summary>A service that nobody linked to the computer, such as <c>wsfex</c>: no ticket is to be had for it.</summary>
    public string? LacksService { get; init; }

    /// <summary>Documents for receivers with this number are rejected with 10015, such as <c>20-11111111-2</c>.</summary>
    public string? RejectsReceiver { get; init; }
}

/// <summary>The switchboard of the agency's faults, for tests in the same process and for <c>PUT /sandbox/arca/faults</c>.</summary>
public sealed class AgencyFaults
{
    private readonly Lock gate = new();
    private AgencyFaultPlan plan = new();
    private Random dice = new(1);

    public AgencyFaultPlan Plan
    {
        get { lock (gate) return plan; }
        set { lock (gate) plan = value; }
    }

    /// <summary>The same seed brings the same faults in the same order of calls.</summary>
    public void Seed(int seed)
    {
        lock (gate) dice = new Random(seed);
    }

    internal bool Hits(Func<AgencyFaultPlan, int> chance)
    {
        lock (gate) return chance(plan) is > 0 and var of && dice.Next(100) < of;
    }

    internal bool TakeLostAnswer()
    {
        lock (gate)
        {
            if (plan.LoseAnswers <= 0) return plan.LoseAnswersOf100 > 0 && dice.Next(100) < plan.LoseAnswersOf100;
            plan = plan with { LoseAnswers = plan.LoseAnswers - 1 };
            return true;
        }
    }
}
