using System.Net.Http.Json;
using Hilo.Customers;
using Hilo.Platform;
using Hilo.Tests.Edge;
using Microsoft.Extensions.DependencyInjection;

namespace Hilo.Tests.Customers;

/// <summary>Shoppers in front of the sign-in pages' calls, with the code that their mailbox would hold.</summary>
internal sealed class SignInDesk(EdgeServer server, TestClock clock) : IAsyncDisposable
{
    public TestClock Clock => clock;

    public static async Task<SignInDesk> OpenAsync(Database database, int attemptsPerMinute = 1_000)
    {
        var clock = new TestClock();
        var server = await EdgeServer.OpenAsync(api => api.MapCustomers(), database, clock, attemptsPerMinute,
            builder => builder.Services.AddCustomers().AddSingleton<ILocations, Nowhere>().AddSingleton<INameSalesChannels, Nowhere>().AddSingleton<IOrderMailboxes, Nowhere>());
        return new SignInDesk(server, clock);
    }

    public async Task<Asked> AskAsync(string email)
    {
        using var answer = await server.Http.PostAsJsonAsync("/api/v1/shop/sign-in/codes", new { email });
        answer.EnsureSuccessStatusCode();
        return new Asked((await answer.Content.ReadFromJsonAsync<SignInChallenge>(HiloJson.Tolerant))!, CookieOf(answer), await answer.Content.ReadAsStringAsync());
    }

    public Task<HttpResponseMessage> AskRawAsync(string email) => server.Http.PostAsJsonAsync("/api/v1/shop/sign-in/codes", new { email });

    /// <summary>What the mailbox shows; null once there is nothing to read.</summary>
    public async Task<string?> CodeAsync(Asked asked)
    {
        var mail = await DoAsync(services => services.GetRequiredService<ISignInCodes>().RevealAsync(asked.Challenge.Challenge, CancellationToken.None));
        return mail?.Code;
    }

    public async Task<HttpResponseMessage> TypeAsync(Asked asked, string code, string? browser)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/v1/shop/sign-in/sessions") { Content = JsonContent.Create(new { challenge = asked.Challenge.Challenge, code }) };
        if (browser is not null) request.Headers.Add("Cookie", browser);
        return await server.Http.SendAsync(request);
    }

    public Task<HttpResponseMessage> TypeAsync(Asked asked, string code) => TypeAsync(asked, code, asked.Browser);

    public async Task<HttpResponseMessage> CallAsync(HttpMethod method, string path, string cookie)
    {
        using var request = new HttpRequestMessage(method, path);
        request.Headers.Add("Cookie", cookie);
        return await server.Http.SendAsync(request);
    }

    public Task<List<T>> QueryAsync<T>(Sql sql, Func<System.Data.Common.DbDataReader, T> read) =>
        DoAsync(services => services.GetRequiredService<DbSession>().QueryAsync(sql, read, CancellationToken.None));

    public Task<List<int>> TriesAsync(Asked asked) => QueryAsync($"select tries from customers_sign_in_challenges where id = {asked.Challenge.Challenge}", row => row.GetInt32(0));

    /// <summary>How many mails were asked for.</summary>
    public async Task<int> MailsAsync() => (await QueryAsync($"select id from events where type = {"customers.sign_in_code_requested"}", row => row.Uuid(0))).Count;

    public static string CookieOf(HttpResponseMessage answer) => Assert.Single(answer.Headers.GetValues("Set-Cookie")).Split(';')[0];

    /// <summary>A code that is not this one.</summary>
    public static string Not(string code) => code == "000000" ? "000001" : "000000";

    public ValueTask DisposeAsync() => server.DisposeAsync();

    private Task<T> DoAsync<T>(Func<IServiceProvider, Task<T>> work) =>
        server.Services.GetRequiredService<SessionScopes>().RunAsync(new Facts(), (services, _) => work(services), CancellationToken.None);

    internal sealed record Asked(SignInChallenge Challenge, string Browser, string Body);

    private sealed class Nowhere : ILocations, INameSalesChannels, IOrderMailboxes
    {
        public Task<IReadOnlyList<Place>> AllAsync(CancellationToken cancel) => Task.FromResult<IReadOnlyList<Place>>([]);

        public Task<IReadOnlyDictionary<SalesChannelId, string>> NamesAsync(CancellationToken cancel) =>
            Task.FromResult<IReadOnlyDictionary<SalesChannelId, string>>(new Dictionary<SalesChannelId, string>());

        public Task<Result<string>> MailboxOfAsync(string orderLink, CancellationToken cancel) => Task.FromResult<Result<string>>(new Problem("order.not_found", "There is no such order.", 404));
    }
}
