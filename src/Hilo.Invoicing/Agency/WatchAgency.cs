using Hilo.Platform;

namespace Hilo.Invoicing;

/// <summary>Asks every service that is out whether it is up again, and wakes what waited for it.</summary>
internal sealed class WatchAgency(SessionScopes sessions, Breakers breakers, AgencyCalls calls) : ISweep
{
    private static readonly Facts Nobody = new() { Actor = "sweeper:WatchAgency" };

    public async Task<int> SweepAsync(CancellationToken cancel)
    {
        foreach (var (key, _) in (await breakers.AllAsync(cancel)).Where(b => b.Value.State == AgencyServiceState.Down))
        {
            var (environment, id) = Breakers.Read(key);
            if (AgencyService.All.FirstOrDefault(s => s.Id == id) is not { } service || await calls.EnterAsync(environment, service, cancel) is not null) continue;
            await sessions.RunAsync(Nobody, (services, token) => services.GetRequiredService<DbSession>().ExecuteAsync(
                $"update invoicing_series set next_try_at = {0L} where environment = {environment} and blocked_for is null", token), cancel);
        }
        return 0;
    }
}
