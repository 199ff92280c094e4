namespace Hilo.Platform;

/// <summary>Work in the background: its own scope, its own session, one commit at the end.</summary>
public sealed class SessionScopes(IServiceScopeFactory scopes)
{
    /// <summary>Commits when <paramref name="work"/> returns; an exception leaves nothing behind.</summary>
    public async Task<T> RunAsync<T>(Facts facts, Func<IServiceProvider, CancellationToken, Task<T>> work, CancellationToken cancel)
    {
        await using var scope = scopes.CreateAsyncScope();
        var session = scope.ServiceProvider.GetRequiredService<DbSession>();
        session.Facts = facts;
        var outcome = await work(scope.ServiceProvider, cancel);
        await session.CommitAsync(cancel);
        return outcome;
    }

    /// <inheritdoc cref="RunAsync{T}"/>
    public Task RunAsync(Facts facts, Func<IServiceProvider, CancellationToken, Task> work, CancellationToken cancel) =>
        RunAsync(facts, async (services, token) =>
        {
            await work(services, token);
            return true;
        }, cancel);

    /// <summary>The same without the commit: the caller says when.</summary>
    internal async Task<T> OpenAsync<T>(Facts facts, Func<IServiceProvider, DbSession, Task<T>> work)
    {
        await using var scope = scopes.CreateAsyncScope();
        var session = scope.ServiceProvider.GetRequiredService<DbSession>();
        session.Facts = facts;
        return await work(scope.ServiceProvider, session);
    }
}
