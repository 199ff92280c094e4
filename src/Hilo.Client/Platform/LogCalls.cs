namespace Hilo.Client;

public static class LogCallsExtension
{
    extension(HiloClient client)
    {
        public LogCalls Log => new(client);
    }
}

/// <summary>The event log, and those who read it.</summary>
public readonly struct LogCalls(HiloClient client)
{
    private const string Root = "/api/v1";

    /// <summary>Newest first.</summary>
    public Task<Result<PageOf<EventView>>> EventsAsync(Guid? subject = null, CustomerId? customer = null, Guid? correlation = null, string? type = null, string? cursor = null, CancellationToken cancel = default) =>
        client.TryGetAsync<PageOf<EventView>>(
            Query.Of($"{Root}/events", ("subject", subject?.ToString()), ("customer", customer?.ToString()), ("correlation", correlation?.ToString()), ("type", type), ("cursor", cursor)), cancel);

    public Task<Result<LogView>> ConsumersAsync(CancellationToken cancel = default) => client.TryGetAsync<LogView>($"{Root}/consumers", cancel);

    /// <summary>What a consumer could not handle, oldest first.</summary>
    public Task<Result<PageOf<HeldEventView>>> HeldAsync(string? consumer = null, CancellationToken cancel = default) =>
        client.TryGetAsync<PageOf<HeldEventView>>(Query.Of($"{Root}/held-events", ("consumer", consumer)), cancel);

    /// <summary>Null means done.</summary>
    public Task<Problem?> RetryHeldAsync(string consumer, long position, string? key = null, CancellationToken cancel = default) =>
        client.SendAsync(HttpMethod.Put, $"{Root}/held-events/{Uri.EscapeDataString(consumer)}/{position}/retry", key: key, cancel: cancel);

    /// <summary>Null means done.</summary>
    public Task<Problem?> DropHeldAsync(string consumer, long position, string? key = null, CancellationToken cancel = default) =>
        client.DeleteAsync($"{Root}/held-events/{Uri.EscapeDataString(consumer)}/{position}", key, cancel);
}
