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

    /// <summary>Mails whose words can be changed.</summary>
    public Task<Result<IReadOnlyList<MailTemplateView>>> TemplatesAsync(CancellationToken cancel = default) => client.TryGetAsync<IReadOnlyList<MailTemplateView>>($"{Root}/mail-templates", cancel);

    /// <param name="version">0 while they are Hilo's own words.</param>
    public Task<Result<MailTemplateView>> SaveTemplateAsync(string template, string language, int version, string source, string? idempotencyKey = null, CancellationToken cancel = default) =>
        client.PutAsync<MailTemplateView>($"{Root}/mail-templates/{template}/{language}", new SaveMailTemplateRequest(source), idempotencyKey, version, cancel);

    /// <summary>Back to Hilo's own words.</summary>
    public Task<Result<MailTemplateView>> ForgetTemplateAsync(string template, string language, string? idempotencyKey = null, CancellationToken cancel = default) =>
        client.SendAsync<MailTemplateView>(HttpMethod.Delete, $"{Root}/mail-templates/{template}/{language}", null, idempotencyKey, null, cancel);

    public Task<Result<MailPreview>> PreviewTemplateAsync(string template, string language, string source, CancellationToken cancel = default) =>
        client.PostAsync<MailPreview>($"{Root}/mail-templates/{template}/{language}/previews", new SaveMailTemplateRequest(source), cancel: cancel);

    public Task<Result<MailView>> RetryAsync(MailId mail, string? idempotencyKey = null, CancellationToken cancel = default) =>
        client.PutAsync<MailView>($"{Root}/mails/{mail}/retry", key: idempotencyKey, cancel: cancel);
}
