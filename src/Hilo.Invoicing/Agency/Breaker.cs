namespace Hilo.Invoicing;

/// <summary>Whether a service of the agency is worth asking now (specs: arca 4.3). Pure: the clock is passed in.</summary>
/// <param name="Failures">In a row: calls that got no answer, or one that is none.</param>
/// <param name="OpenedAt">Since when it counts as out of service; null while it works. A probe that succeeds does not end that: only a real call does.</param>
/// <param name="ProbedAt">When it was last asked whether it is up again.</param>
/// <param name="IsTrying">The last probe got an answer, so real calls may try.</param>
/// <param name="Why">What went wrong last, in words.</param>
internal sealed record Breaker(int Failures, DateTimeOffset? OpenedAt, DateTimeOffset? ProbedAt, bool IsTrying, string? Why)
{
    public static readonly Breaker Fresh = new(0, null, null, false, null);

    public AgencyServiceState State => OpenedAt is null ? AgencyServiceState.Working : IsTrying ? AgencyServiceState.Trying : AgencyServiceState.Down;

    public bool LetsThrough => State != AgencyServiceState.Down;

    /// <summary>How long it has been out of service without a break; zero while it works.</summary>
    public TimeSpan OutFor(DateTimeOffset now) => OpenedAt is { } since && now > since ? now - since : TimeSpan.Zero;

    public bool MayProbe(DateTimeOffset now, TimeSpan every) => State == AgencyServiceState.Down && (ProbedAt is not { } last || now - last >= every);

    public Breaker Failed(string why, DateTimeOffset now, int opensAfter)
    {
        var failures = Failures + 1;
        var opened = OpenedAt ?? (failures >= opensAfter ? now : null);
        // One failure of a real call ends the try.
        return new Breaker(failures, opened, opened is null ? null : now, IsTrying: false, why);
    }

    public Breaker Probed(bool isUp, DateTimeOffset now) => this with { ProbedAt = now, IsTrying = isUp };
}
