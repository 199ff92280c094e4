using Microsoft.Extensions.Logging;

namespace Hilo.Platform;

/// <summary>
/// What must be there before the first answer and needs no endpoint: the schema, and the state that followers keep in memory.
/// A program that has hundreds of endpoints to build begins it beside them; otherwise it begins when the host starts.
/// </summary>
public sealed class HeadStart
{
    private readonly Lazy<Task> migrated;
    private readonly Lazy<Task<IReadOnlyList<FollowerLoop>>> loaded;

    internal HeadStart(Migrations migrations, IEnumerable<IFollowLog> followers, SessionScopes sessions, LogSignals signals, ILoggerFactory logs)
    {
        // Off the caller's thread: it has endpoints to build meanwhile.
        migrated = new(() => Task.Run(() => migrations.ApplyAsync(CancellationToken.None)));
        loaded = new(() => Task.Run(async () =>
        {
            await migrated.Value;
            List<FollowerLoop> loops = [.. followers.Select(f => new FollowerLoop(f, sessions, signals, logs.CreateLogger<FollowerLoop>()))];
            foreach (var loop in loops) await loop.StartAsync(CancellationToken.None);
            return (IReadOnlyList<FollowerLoop>)loops;
        }));
    }

    /// <summary>Answers at once. What fails is thrown where it is waited for: at the start of the host.</summary>
    public void Begin() => _ = loaded.Value;

    internal Task MigratedAsync(CancellationToken cancel) => migrated.Value.WaitAsync(cancel);

    internal Task<IReadOnlyList<FollowerLoop>> LoadedAsync(CancellationToken cancel) => loaded.Value.WaitAsync(cancel);
}
