namespace Hilo.Client;

public static class MailCallsExtension
{
    extension(HiloClient client)
    {
        public MailCalls Mails => new(client);
    }
}

/// <summary>Outgoing mail.</summary>
public readonly struct MailCalls(HiloClient client)
{
    private const string Root = "/api/v1";

    public Task<Result<PageOf<MailRow>>> ListAsync(string? search = null, MailState? state = null, string? cursor = null, CancellationToken cancel = default) =>
        client.TryGetAsync<PageOf<MailRow>>(Query.Of($"{Root}/mails", ("q", search), ("state", Query.Word(state)), ("cursor", cursor)), cancel);

    public Task<Result<MailView>> FindAsync(MailId mail, CancellationToken cancel = default) => client.TryGetAsync<MailView>($"{Root}/mails/{mail}", cancel);

    public Task<Result<MailView>> RetryAsync(MailId mail, string? idempotencyKey = null, CancellationToken cancel = default) =>
        client.PutAsync<MailView>($"{Root}/mails/{mail}/retry", key: idempotencyKey, cancel: cancel);
}
