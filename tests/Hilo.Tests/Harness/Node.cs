using Hilo.Platform;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Hilo.Tests;

/// <summary>One process's worth of services on a database, without a web server. Several of them are a cluster.</summary>
public sealed class Node : IAsyncDisposable
{
    private readonly List<IHostedService> started = [];

    public Node(string connectionString, Action<IServiceCollection> modules, TimeProvider? clock = null)
    {
        ConnectionString = connectionString;
        var services = new ServiceCollection();
        services.AddSingleton(clock ?? TimeProvider.System);
        services.AddLogging(logging => logging.SetMinimumLevel(LogLevel.Warning));
        services.AddHiloStorage(connectionString);
        modules(services);
        Services = services.BuildServiceProvider(new ServiceProviderOptions { ValidateScopes = true, ValidateOnBuild = true });
    }

    public string ConnectionString { get; }

    public ServiceProvider Services { get; }

    public SessionScopes Sessions => Services.GetRequiredService<SessionScopes>();

    public IDatabase Database => Services.GetRequiredService<IDatabase>();

    /// <summary>A node on a fresh, migrated database.</summary>
    public static async Task<Node> OnAsync(Database database, Action<IServiceCollection> modules, TimeProvider? clock = null) =>
        new(await database.FreshAsync(modules), modules, clock);

    /// <summary>Starts what runs in the background: sequencer, consumers, sweepers.</summary>
    public async Task<Node> StartAsync()
    {
        var hosted = Services.GetServices<IHostedService>().ToList();
        foreach (var service in hosted.OfType<IHostedLifecycleService>()) await service.StartingAsync(CancellationToken.None);
        foreach (var service in hosted)
        {
            await service.StartAsync(CancellationToken.None);
            started.Add(service);
        }
        foreach (var service in hosted.OfType<IHostedLifecycleService>()) await service.StartedAsync(CancellationToken.None);
        return this;
    }

    /// <summary>Does something in a session of its own and commits.</summary>
    public Task<T> DoAsync<T>(Func<IServiceProvider, Task<T>> work) => Sessions.RunAsync(new Facts(), (services, _) => work(services), CancellationToken.None);

    /// <inheritdoc cref="DoAsync{T}"/>
    public Task DoAsync(Func<IServiceProvider, Task> work) => Sessions.RunAsync(new Facts(), (services, _) => work(services), CancellationToken.None);

    /// <summary>Reads with hand-written SQL.</summary>
    public Task<List<T>> QueryAsync<T>(Sql sql, Func<System.Data.Common.DbDataReader, T> read) =>
        DoAsync(services => services.GetRequiredService<DbSession>().QueryAsync(sql, read, CancellationToken.None));

    /// <summary>Waits until the consumers of this node have handled, or set aside, everything that is committed now.</summary>
    public async Task SettleAsync()
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        await Services.GetRequiredService<LogProgress>().SettledAsync(patience.Token);
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var service in Enumerable.Reverse(started)) await service.StopAsync(CancellationToken.None);
        await Services.DisposeAsync();
    }
}
