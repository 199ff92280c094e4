using System.Globalization;
using System.Net.ServerSentEvents;
using System.Runtime.CompilerServices;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.Hosting;

namespace Hilo.Platform;

/// <summary>What a stream tells of the log.</summary>
/// <param name="Types">Registered names of the events that are looked at.</param>
/// <param name="Wants">Whether one concerns this stream, by its facts alone.</param>
public sealed record LiveTopic(IReadOnlyCollection<string> Types, Func<EventFacts, bool> Wants)
{
    /// <summary>Asked of the database, in a session of its own, for what the facts do not say; null: nothing is asked.</summary>
    public Func<IServiceProvider, IReadOnlyList<LoggedEvent>, CancellationToken, Task<IReadOnlyList<LoggedEvent>>>? NarrowAsync { get; init; }
}

/// <summary>Server-sent events from the log. A message says only that something changed and of what kind: whoever wants to see it asks the API, with its own permission.</summary>
/// <remarks>A stream holds neither session nor lane. It ends after some minutes and the browser comes back with <c>Last-Event-ID</c>, which is the log's position: so a closed
/// staff session or a withdrawn permission stops it, and nothing is lost between two streams.</remarks>
public sealed class LiveStreams(LiveLog live, SessionScopes sessions, IHostApplicationLifetime program, IConfiguration configuration)
{
    /// <summary>More than this is not told one by one: the page begins anew.</summary>
    private const int CatchUp = 200;
    private static readonly TimeSpan GatherFor = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan ComeBackAfter = TimeSpan.FromSeconds(1);

    private readonly TimeSpan beat = TimeSpan.FromSeconds(configuration.GetValue("Live:HeartbeatSeconds", 15.0));
    private readonly TimeSpan longest = TimeSpan.FromSeconds(configuration.GetValue("Live:StreamSeconds", 300.0));

    public ServerSentEventsResult<LiveChange> Open(HttpContext http, LiveTopic topic)
    {
        http.Response.Headers["X-Accel-Buffering"] = "no";
        var since = long.TryParse(http.Request.Headers["Last-Event-ID"], NumberStyles.None, CultureInfo.InvariantCulture, out var position) ? position : (long?)null;
        return TypedResults.ServerSentEvents(MessagesAsync(topic, since, http.RequestAborted));
    }

    private async IAsyncEnumerable<SseItem<LiveChange>> MessagesAsync(LiveTopic topic, long? since, [EnumeratorCancellation] CancellationToken aborted)
    {
        using var until = CancellationTokenSource.CreateLinkedTokenSource(aborted, program.ApplicationStopping);
        until.CancelAfter(longest);
        // Watched before the log is read: what comes between the two is in both, and told once.
        using var watch = live.Watch(e => topic.Types.Contains(e.Facts.Type) && topic.Wants(e.Facts));
        var (position, missed, behind) = await BehindAsync(topic, since, until.Token);
        if (missed) yield return Message("reset", position);
        else if (since is null) yield return Message("open", position);
        else if (behind.Count > 0) yield return Message("message", position, behind);
        else yield return Message("open", position);

        while (!until.IsCancellationRequested)
        {
            bool heard;
            List<LoggedEvent> taken;
            try
            {
                heard = await watch.WaitAsync(beat, until.Token);
                // What comes together is told together.
                if (heard) await Task.Delay(GatherFor, until.Token);
                (taken, missed) = watch.Take();
                taken = [.. await NarrowAsync(topic, [.. taken.Where(e => e.Facts.Position > position)], until.Token)];
            }
            catch (OperationCanceledException)
            {
                yield break;
            }
            if (taken.Count > 0) position = taken[^1].Facts.Position;
            if (missed) yield return Message("reset", position);
            else if (taken.Count > 0) yield return Message("message", position, taken);
            else if (!heard) yield return new SseItem<LiveChange>(new LiveChange([]), "beat");
        }
    }

    private Task<(long Position, bool Missed, IReadOnlyList<LoggedEvent> Behind)> BehindAsync(LiveTopic topic, long? since, CancellationToken cancel) =>
        sessions.RunAsync<(long, bool, IReadOnlyList<LoggedEvent>)>(new Facts(), async (services, token) =>
        {
            var log = services.GetRequiredService<EventLog>();
            var head = await log.HeadAsync(token);
            if (since is null || since >= head) return (head, false, []);
            var found = await log.ReadAsync(since.Value, CatchUp + 1, topic.Types, token);
            if (found.Count > CatchUp) return (head, true, []);
            IReadOnlyList<LoggedEvent> wanted = [.. found.Where(e => topic.Wants(e.Facts))];
            if (topic.NarrowAsync is { } narrow && wanted.Count > 0) wanted = await narrow(services, wanted, token);
            return (Math.Max(head, found.Count == 0 ? 0 : found[^1].Facts.Position), false, wanted);
        }, cancel);

    private async Task<IReadOnlyList<LoggedEvent>> NarrowAsync(LiveTopic topic, IReadOnlyList<LoggedEvent> taken, CancellationToken cancel) =>
        taken.Count == 0 || topic.NarrowAsync is not { } narrow ? taken : await sessions.RunAsync(new Facts(), (services, token) => narrow(services, taken, token), cancel);

    private static SseItem<LiveChange> Message(string kind, long position, IReadOnlyList<LoggedEvent>? happened = null) =>
        new(new LiveChange([.. (happened ?? []).Select(e => e.Facts.Type).Distinct(StringComparer.Ordinal)]), kind)
        {
            EventId = position.ToString(CultureInfo.InvariantCulture),
            ReconnectionInterval = ComeBackAfter,
        };
}
