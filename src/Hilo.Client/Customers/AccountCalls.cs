namespace Hilo.Client;

public static class AccountCallsExtension
{
    extension(HiloClient client)
    {
        public AccountCalls Account => new(client);
    }
}

/// <summary>Signing in with an e-mailed code, and what the account shows.</summary>
public readonly struct AccountCalls(HiloClient client)
{
    private const string Root = "/api/v1/shop";

    public Task<Result<SignInChallenge>> RequestCodeAsync(RequestSignInCodeRequest request, CancellationToken cancel = default) =>
        client.PostAsync<SignInChallenge>($"{Root}/sign-in/codes", request, cancel: cancel);

    public Task<Result<ShopperView>> SignInAsync(SignInWithCodeRequest request, CancellationToken cancel = default) =>
        client.PostAsync<ShopperView>($"{Root}/sign-in/sessions", request, cancel: cancel);

    public Task<Problem?> SignOutAsync(CancellationToken cancel = default) => client.DeleteAsync($"{Root}/sign-in/sessions/current", cancel: cancel);

    public Task<Result<ShopperView>> MeAsync(CancellationToken cancel = default) => client.TryGetAsync<ShopperView>($"{Root}/account", cancel);

    public Task<Result<IReadOnlyList<ShopOrderRow>>> OrdersAsync(CancellationToken cancel = default) =>
        client.TryGetAsync<IReadOnlyList<ShopOrderRow>>($"{Root}/account/orders", cancel);
}
