using Hilo.Client;
using Hilo.Payments;
using Hilo.Payments.Attempts;
using Hilo.Platform;
using Hilo.Sandbox;
using Hilo.Sandbox.Gateway;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Hilo.Tests.Payments;

/// <summary>Payments on a real port beside the stand-in of the card gateway, which calls back over the same port.</summary>
internal sealed class CardShop : IAsyncDisposable
{
    private readonly WebApplication app;

    private CardShop(WebApplication app, TestClock clock)
    {
        (this.app, Clock) = (app, clock);
        Http = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false }) { BaseAddress = new Uri(app.Urls.First()) };
    }

    public HttpClient Http { get; }

    public TestClock Clock { get; }

    public IServiceProvider Services => app.Services;

    public GatewayFaults Faults => app.Services.GetRequiredService<GatewayFaults>();

    public GatewayBook Bank => app.Services.GetRequiredService<GatewayBook>();

    public static async Task<CardShop> OpenAsync(Database database, Action<IServiceCollection>? services = null)
    {
        var clock = new TestClock();
        var data = Directory.CreateTempSubdirectory("hilo-payments-").FullName;
        var builder = WebApplication.CreateBuilder();
        builder.Configuration.AddInMemoryCollection([
            new("Payments:Card:Secret", "a secret of this test"), new("Payments:Card:TimeoutMs", "2000"), new("Payments:Card:FirstPauseMs", "5"),
            new("Payments:Card:BaseUrl", ""), new("Payments:Card:ReturnBase", "")]);
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        builder.Services.AddSingleton<TimeProvider>(clock);
        builder.Services.AddHiloStorage(await database.FreshAsync(modules => modules.AddPlatform(data).AddPayments()))
            .AddHttpEdge().AddPlatform(data).AddPayments().AddSandbox(options => (options.GatewaySecret, options.SmtpPort) = ("a secret of this test", -1));
        services?.Invoke(builder.Services);
        var opened = builder.Build();
        opened.UseHttpEdge();
        opened.MapApi().MapPlatform().MapPayments();
        opened.MapPaymentHooks();
        opened.MapSandbox();
        opened.CheckEndpoints();
        await opened.StartAsync();
        // The port is known only now.
        opened.Configuration["Payments:Card:BaseUrl"] = $"{opened.Urls.First()}/sandbox/gateway";
        opened.Configuration["Payments:Card:ReturnBase"] = opened.Urls.First();
        ((IConfigurationRoot)opened.Configuration).Reload();
        return new CardShop(opened, clock);
    }

    public Task<Result<CardAttempt>> TriesToPayAsync(SaleId sale, decimal amount) =>
        InScopeAsync(services => services.GetRequiredService<ICardPayments>().OpenAsync(
            new OpenCardPayment(sale, IId<SalesChannelId>.New(), Given.Pesos(amount), "Pedido de prueba", ShopPages.PaymentReturn), CancellationToken.None));

    /// <summary>Opens a payment and is sent to the provider's page.</summary>
    public async Task<CardAttempt> OpensAsync(SaleId sale, decimal amount)
    {
        Assert.False((await TriesToPayAsync(sale, amount)).Refused(out var problem, out var attempt), problem?.Code);
        return attempt!;
    }

    /// <summary>The payer chooses a card on the provider's page.</summary>
    public async Task ChoosesAsync(CardAttempt attempt, string card = "approved")
    {
        using var form = new FormUrlEncodedContent([new("card", card)]);
        using var answer = await Http.PostAsync(attempt.RedirectUrl, form);
        Assert.Equal(System.Net.HttpStatusCode.SeeOther, answer.StatusCode);
    }

    public async Task<CardAttempt> ReconcilesAsync(PaymentAttemptId attempt)
    {
        Assert.False((await InScopeAsync(services => services.GetRequiredService<ICardPayments>().ReconcileAsync(attempt, CancellationToken.None))).Refused(out _, out var answer));
        return answer!;
    }

    public async Task<SaleMoney> MoneyOfAsync(SaleId sale) =>
        (await DoAsync(services => services.GetRequiredService<ISalePayments>().OfAsync([sale], CancellationToken.None)))[0];

    public Task<SaleMoneyView> ShowAsync(SaleId sale) =>
        DoAsync(services => services.GetRequiredService<ISaleMoneyViews>().ShowAsync(sale, Currency.Ars, CancellationToken.None));

    public async Task<OwedRefund> OwesAsync(SaleId sale, decimal amount)
    {
        var owed = new OwedRefund(IId<RefundDueId>.New(), sale, Order: null, Given.Pesos(amount), "customer", []);
        await DoAsync(async services =>
        {
            await services.GetRequiredService<ISalePayments>().OweAsync([owed], CancellationToken.None);
            return true;
        });
        return owed;
    }

    /// <summary>A signed-in member of staff, by bearer token.</summary>
    public async Task<HiloClient> SignedInAsync(StaffRole role) =>
        new HiloClient(Http).With("Authorization", await new Visitors(Services).StaffAsync(role));

    public Task SweepsAsync<T>() where T : ISweep => Services.GetRequiredService<Sweeps>().RunAsync<T>(CancellationToken.None);

    public async Task<IReadOnlyList<T>> EventsOfAsync<T>() where T : IEvent
    {
        var name = Services.GetRequiredService<EventTypes>().NameOf(typeof(T));
        var payloads = await DoAsync(services => services.GetRequiredService<DbSession>().QueryAsync(
            $"select payload from events where type = {name} order by id", row => row.GetString(0), CancellationToken.None));
        return [.. payloads.Select(payload => System.Text.Json.JsonSerializer.Deserialize<T>(payload, EventTypes.Json)!)];
    }

    /// <summary>What runs in the background has until ten seconds to make it true.</summary>
    public static async Task BecomesTrueAsync(Func<Task<bool>> isTrue)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(10));
        while (!await isTrue()) await Task.Delay(25, patience.Token);
    }

    public Task<T> DoAsync<T>(Func<IServiceProvider, Task<T>> work) =>
        Services.GetRequiredService<SessionScopes>().RunAsync(new Facts(), (services, _) => work(services), CancellationToken.None);

    public async Task<T> InScopeAsync<T>(Func<IServiceProvider, Task<T>> work)
    {
        await using var scope = Services.CreateAsyncScope();
        return await work(scope.ServiceProvider);
    }

    public async ValueTask DisposeAsync()
    {
        // Every story ends with books that balance.
        await InScopeAsync(async services =>
        {
            foreach (var invariant in services.GetServices<IInvariant>())
                Assert.Empty(await invariant.ViolationsAsync(services.GetRequiredService<DbSession>(), CancellationToken.None));
            return true;
        });
        Http.Dispose();
        await app.StopAsync();
        await app.DisposeAsync();
    }
}
