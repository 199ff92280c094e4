using Hilo.Conversations;
using Hilo.Platform;
using Hilo.Sandbox.Mail;
using Hilo.Tests.Sandbox;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Hilo.Tests.Conversations;

/// <summary>Outgoing mail on one database, in front of a real mail server on loopback that can misbehave.</summary>
internal sealed class PostOffice(Node node, SandboxHost sandbox, Letters letters, TestClock clock) : IAsyncDisposable
{
    public Node Node => node;

    public Letters Letters => letters;

    public TestClock Clock => clock;

    public MailCatcher Caught => sandbox.Mails;

    public MailFaults Faults => sandbox.MailFaults;

    public static async Task<PostOffice> OpenAsync(Database database)
    {
        var (sandbox, letters, clock) = (await SandboxHost.StartAsync(), new Letters(), new TestClock());
        var port = await sandbox.Mails.Port;
        var node = await Node.OnAsync(database, services => Modules(services, letters, port), clock);
        return new PostOffice(node, sandbox, letters, clock);
    }

    public static void Modules(IServiceCollection services, Letters letters, int port) => services
        .AddSingleton<IConfiguration>(new ConfigurationBuilder().AddInMemoryCollection(
        [
            new("Mail:Smtp:Host", "127.0.0.1"), new("Mail:Smtp:Port", $"{port}"), new("Mail:Smtp:From", "Trama <tienda@trama.example>"), new("Hilo:PublicUrl", "https://trama.example"),
        ]).Build())
        .AddSecrets(Directory.CreateTempSubdirectory("hilo-mail-").FullName)
        .AddSingleton<IOrderSummaries>(letters).AddSingleton<IPickupPasses>(letters).AddSingleton<ISignInCodes>(letters).AddSingleton<IRevocationMails>(letters).AddSingleton<ILocations>(letters).AddSingleton<IMerchant>(letters).AddSingleton<IFiscalPapers>(letters)
        .AddConversations();

    /// <summary>Happens, and is read by the listeners. Sending is by hand, so that each try is the story's.</summary>
    public Task HappensAsync(params IEvent[] happened) => node.DoAsync(services => services.GetRequiredService<EventLog>().AppendAsync(happened, CancellationToken.None));

    /// <summary>Writes the mails of everything that happened: what the log's runner does, without its sweepers.</summary>
    public async Task ReadAsync()
    {
        await using var reader = new Node(node.ConnectionString, services =>
        {
            Modules(services, letters, 0);
            services.AddSingleton<IConfiguration>(new ConfigurationBuilder().AddInMemoryCollection([new("Hilo:PublicUrl", "https://trama.example"), new("Mail:Smtp:From", "tienda@trama.example")]).Build());
            foreach (var secrets in services.Where(s => s.ServiceType == typeof(KeyRing)).ToList()) services.Remove(secrets);
            services.AddSingleton(_ => node.Services.GetRequiredService<KeyRing>());
        }, clock);
        await reader.StartAsync();
        await reader.SettleAsync();
    }

    public Task<int> SendAsync() => node.Services.GetRequiredService<Sweeps>().RunAsync<SendMails>(CancellationToken.None);

    public async Task<Mail> MailAsync() => Assert.Single(await MailsAsync());

    public Task<List<Mail>> MailsAsync() => node.DoAsync(services => services.GetRequiredService<ConversationsDb>().Mails.AsNoTracking().OrderBy(m => m.QueuedAt).ToListAsync());

    public Task<List<string>> OmissionsAsync() => node.QueryAsync($"select reason from conversations_mail_omissions order by reason", row => row.GetString(0));

    public Task<List<string>> ToldAsync(string type) => node.QueryAsync($"select payload from events where type = {type}", row => row.GetString(0));

    /// <summary>Every violation of every invariant of mail.</summary>
    public Task<List<string>> ViolationsAsync() => node.DoAsync(async services =>
    {
        var found = new List<string>();
        foreach (var invariant in services.GetServices<IInvariant>()) found.AddRange(await invariant.ViolationsAsync(services.GetRequiredService<DbSession>(), CancellationToken.None));
        return found;
    });

    public async ValueTask DisposeAsync()
    {
        await node.DisposeAsync();
        await sandbox.DisposeAsync();
    }
}
