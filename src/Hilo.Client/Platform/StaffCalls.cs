namespace Hilo.Client;

public static class StaffCallsExtension
{
    extension(HiloClient client)
    {
        /// <summary>Staff: signing in and out, sessions, the people who work here.</summary>
        public StaffCalls Staff => new(client);

        /// <summary>The settings of the shop.</summary>
        public MerchantCalls Merchant => new(client);
    }
}

public readonly struct StaffCalls(HiloClient client)
{
    private const string Root = "/api/v1/staff";

    /// <summary>Signs in. From a page the browser gets the cookie.</summary>
    public Task<Result<StaffSessionOpened>> SignInAsync(OpenStaffSessionRequest request, CancellationToken cancel = default) =>
        client.PostAsync<StaffSessionOpened>($"{Root}/sessions", request, cancel: cancel);

    public Task<Problem?> SignOutAsync(CancellationToken cancel = default) => client.DeleteAsync($"{Root}/sessions/current", cancel: cancel);

    public Task<PageOf<StaffSessionView>> SessionsAsync(CancellationToken cancel = default) => client.GetAsync<PageOf<StaffSessionView>>($"{Root}/sessions", cancel);

    /// <summary>Where somebody is signed in; of others only with the permission to manage staff.</summary>
    public Task<PageOf<StaffSessionView>> SessionsAsync(StaffId staff, CancellationToken cancel = default) =>
        client.GetAsync<PageOf<StaffSessionView>>(Query.Of($"{Root}/sessions", ("staff", staff.ToString())), cancel);

    public Task<Problem?> CloseSessionAsync(SessionId id, CancellationToken cancel = default) => client.DeleteAsync($"{Root}/sessions/{id}", cancel: cancel);

    public Task<Result<StaffSessionOpened>> SetPasswordAsync(SetPasswordRequest request, CancellationToken cancel = default) =>
        client.PutAsync<StaffSessionOpened>($"{Root}/password", request, cancel: cancel);

    /// <summary>Who is signed in; refused with <c>signin.required</c> when nobody is.</summary>
    public Task<Result<StaffView>> MeAsync(CancellationToken cancel = default) => client.TryGetAsync<StaffView>($"{Root}/me", cancel);

    public Task<PageOf<StaffView>> ListAsync(CancellationToken cancel = default) => client.GetAsync<PageOf<StaffView>>(Root, cancel);

    public Task<Result<StaffAdded>> AddAsync(AddStaffRequest request, string? key = null, CancellationToken cancel = default) =>
        client.PostAsync<StaffAdded>(Root, request, key, cancel);

    public Task<Result<StaffView>> ChangeAsync(StaffId id, int version, ChangeStaffRequest request, string? key = null, CancellationToken cancel = default) =>
        client.PutAsync<StaffView>($"{Root}/{id}", request, key, version, cancel);
}

public readonly struct MerchantCalls(HiloClient client)
{
    private const string Root = "/api/v1/merchant";

    public Task<MerchantView> GetAsync(CancellationToken cancel = default) => client.GetAsync<MerchantView>(Root, cancel);

    public Task<Result<MerchantView>> SaveAsync(int version, SaveMerchantRequest request, string? key = null, CancellationToken cancel = default) =>
        client.PutAsync<MerchantView>(Root, request, key, version, cancel);

    /// <param name="picture">PNG or JPEG.</param>
    public Task<Result<MerchantView>> SaveLogoAsync(Stream picture, CancellationToken cancel = default) =>
        client.PutAsync<MerchantView>($"{Root}/logo", new StreamContent(picture) { Headers = { { "Content-Type", "application/octet-stream" } } }, cancel: cancel);

    public Task<Problem?> RemoveLogoAsync(CancellationToken cancel = default) => client.DeleteAsync($"{Root}/logo", cancel: cancel);
}
