using Hilo.Platform;
using Microsoft.Extensions.DependencyInjection;

namespace Hilo.Tests.Edge;

/// <summary>How many rows every table has, but those that move by themselves: leases, and the mail that earlier calls set off.</summary>
internal sealed class RowCounts(IServiceProvider server)
{
    private static readonly string[] MoveByThemselves = ["platform_leases", "conversations_"];
    private string? question;

    public Task<Dictionary<string, long>> ReadAsync() => DoAsync(async session =>
    {
        question ??= await QuestionAsync(session);
        return (await session.QueryAsync($"{question:raw}", row => (row.GetString(0), row.GetInt64(1)), CancellationToken.None)).ToDictionary(r => r.Item1, r => r.Item2, StringComparer.Ordinal);
    });

    /// <summary>Once everything that was set off has been done.</summary>
    public async Task<Dictionary<string, long>> QuietAsync()
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        var before = await ReadAsync();
        while (true)
        {
            await server.GetRequiredService<LogProgress>().SettledAsync(patience.Token);
            await Task.Delay(20, patience.Token);
            if (await ImportsAsync() > 0) continue;
            var now = await ReadAsync();
            if (now.All(t => before[t.Key] == t.Value)) return now;
            before = now;
        }
    }

    /// <summary>Files that are still being read in.</summary>
    private Task<long> ImportsAsync() => DoAsync(async session => !question!.Contains("catalog_imports", StringComparison.Ordinal) ? 0
        : (await session.QueryAsync($"select count(*) from catalog_imports where state in ('queued', 'running')", row => row.GetInt64(0), CancellationToken.None))[0]);

    private static async Task<string> QuestionAsync(DbSession session)
    {
        var tables = await session.QueryAsync(
            session.Dialect == Dialect.Postgres
                ? Sql.Of($"select table_name::text from information_schema.tables where table_schema = 'public' and table_type = 'BASE TABLE'")
                : Sql.Of($"select name from sqlite_master where type = 'table' and name not like 'sqlite_%'"),
            row => row.GetString(0), CancellationToken.None);
        return string.Join(" union all ", tables.Where(t => !Array.Exists(MoveByThemselves, p => t.StartsWith(p, StringComparison.Ordinal)))
            .Select(t => t == "events" ? "select 'events', count(*) from events where type not like 'conversations.%'" : $"select '{t}', count(*) from {t}"));
    }

    private Task<T> DoAsync<T>(Func<DbSession, Task<T>> work) =>
        server.GetRequiredService<SessionScopes>().RunAsync(new Facts(), (services, _) => work(services.GetRequiredService<DbSession>()), CancellationToken.None);
}
