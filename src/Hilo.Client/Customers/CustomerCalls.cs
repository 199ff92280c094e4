namespace Hilo.Client;

public static class CustomerCallsExtension
{
    extension(HiloClient client)
    {
        public CustomerCalls Customers => new(client);
    }
}

/// <summary>People and their thread.</summary>
public readonly struct CustomerCalls(HiloClient client)
{
    private const string Root = "/api/v1";

    public Task<Result<PageOf<CustomerRow>>> ListAsync(string? search = null, string? cursor = null, CancellationToken cancel = default) =>
        client.TryGetAsync<PageOf<CustomerRow>>(Query.Of($"{Root}/customers", ("q", search), ("cursor", cursor)), cancel);

    public Task<Result<CustomerView>> FindAsync(CustomerId customer, CancellationToken cancel = default) => client.TryGetAsync<CustomerView>($"{Root}/customers/{customer}", cancel);

    public Task<Result<PageOf<ThreadEntry>>> ThreadAsync(CustomerId customer, string? cursor = null, CancellationToken cancel = default) =>
        client.TryGetAsync<PageOf<ThreadEntry>>(Query.Of($"{Root}/customers/{customer}/thread", ("cursor", cursor)), cancel);
}
