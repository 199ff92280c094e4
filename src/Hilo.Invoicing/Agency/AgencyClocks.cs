using System.Collections.Concurrent;

namespace Hilo.Invoicing;

/// <summary>How far the agency's clocks are from ours, learned from the <c>Date</c> of every answer (specs: arca 5.6). Per host, since each has its own clock.</summary>
internal sealed class AgencyClocks(TimeProvider clock, AgencySettings settings)
{
    private readonly ConcurrentDictionary<string, TimeSpan> skews = new(StringComparer.OrdinalIgnoreCase);

    public DateTimeOffset Now => clock.GetUtcNow();

    /// <param name="theirs">To the second.</param>
    /// <param name="askedAt">By our clock: they answered between then and now.</param>
    public void Note(string host, DateTimeOffset theirs, DateTimeOffset askedAt) => skews[host] = Skew(theirs, askedAt, Now);

    /// <summary>Positive when theirs is ahead; zero for a host that has not answered yet.</summary>
    public TimeSpan SkewOf(Uri address) => skews.GetValueOrDefault(address.Host);

    /// <summary>The time that a request for access names: theirs as soon as the difference matters.</summary>
    public DateTimeOffset NowAt(Uri address) => SkewOf(address) is var skew && skew.Duration() >= settings.SkewCorrectedFrom ? Now + skew : Now;

    /// <summary>The least difference that explains the answer: one that lies within the time of the call is none.</summary>
    internal static TimeSpan Skew(DateTimeOffset theirs, DateTimeOffset askedAt, DateTimeOffset answeredAt)
    {
        // A whole second that began somewhere: it may mean anything up to the next one.
        var latest = theirs + TimeSpan.FromSeconds(1);
        if (latest < askedAt) return latest - askedAt;
        return theirs > answeredAt ? theirs - answeredAt : TimeSpan.Zero;
    }
}
