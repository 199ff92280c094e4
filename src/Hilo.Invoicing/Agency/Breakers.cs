using System.Collections.Concurrent;
using Hilo.Platform;

namespace Hilo.Invoicing;

/// <summary>One <see cref="Breaker"/> per environment and service, kept in the database: every node sees the same outage, and a restart does not forget since when.</summary>
internal sealed class Breakers(SessionScopes sessions, AgencySettings settings, TimeProvider clock)
{
    private static readonly Facts Nobody = new() { Actor = "sweeper:WatchAgency" };
    private readonly ConcurrentDictionary<string, byte> working = new(StringComparer.Ordinal);

    public static string KeyOf(FiscalEnvironment environment, string service) => $"{Words.Of(environment)}|{service}";

    public static (FiscalEnvironment Environment, string Service) Read(string key) =>
        key.Split('|') is [var environment, var service] ? (Words.Parse<FiscalEnvironment>(environment), service) : throw new FormatException($"'{key}' names no service.");

    /// <summary>Null when the service may be asked. While it is out of service one caller at a time probes it, and nobody else calls.</summary>
    /// <param name="probe">Asks whether it is up; null where the service has no such question, and a try is the only probe.</param>
    public async Task<AgencyFailure?> EnterAsync(FiscalEnvironment environment, string service, Func<CancellationToken, Task<bool>>? probe, CancellationToken cancel)
    {
        var (key, now) = (KeyOf(environment, service), clock.GetUtcNow());
        var breaker = await ReadAsync(key, cancel);
        // Another node may have failed since: then the next success is worth writing down again.
        if (breaker != Breaker.Fresh) working.TryRemove(key, out _);
        if (breaker.LetsThrough) return null;
        if (!breaker.MayProbe(now, settings.ProbeEvery) || !await ClaimProbeAsync(key, breaker, now, cancel)) return Paused(service, breaker);
        if (probe is not null && !await probe(cancel)) return Paused(service, breaker);
        await ChangeAsync(key, before => before.OpenedAt is null ? before : before.Probed(isUp: true, clock.GetUtcNow()), cancel);
        return null;
    }

    /// <summary>After every real call. Only what got no answer counts as a failure; a refusal is an answer.</summary>
    public async Task NoteAsync(FiscalEnvironment environment, string service, AgencyFailure? failure, CancellationToken cancel)
    {
        var key = KeyOf(environment, service);
        if (failure is { Kind: FailureKind.Lost })
        {
            working.TryRemove(key, out _);
            await ChangeAsync(key, before => before.Failed(failure.Words, clock.GetUtcNow(), settings.OpensAfter), cancel);
        }
        else if (!working.ContainsKey(key))
        {
            await ChangeAsync(key, _ => Breaker.Fresh, cancel);
            working[key] = 0;
        }
    }

    public Task<IReadOnlyDictionary<string, Breaker>> AllAsync(CancellationToken cancel) => sessions.RunAsync(Nobody, async (services, token) =>
    {
        var rows = await services.GetRequiredService<DbSession>().QueryAsync($"select service_key, failures, opened_at, probed_at, is_trying, why from invoicing_breakers", row => (Key: row.GetString(0), Breaker: Of(row, 1)), token);
        return (IReadOnlyDictionary<string, Breaker>)rows.ToDictionary(r => r.Key, r => r.Breaker, StringComparer.Ordinal);
    }, cancel);

    private static AgencyFailure Paused(string service, Breaker breaker) =>
        new(FailureKind.Paused, 0, $"El servicio {service} de ARCA no responde desde las {FiscalDay.Local(breaker.OpenedAt!.Value):HH:mm} ({breaker.Why}). Se prueba solo cada medio minuto.");

    private Task<Breaker> ReadAsync(string key, CancellationToken cancel) => sessions.RunAsync(Nobody, async (services, token) =>
        (await services.GetRequiredService<DbSession>().QueryAsync(
            $"select failures, opened_at, probed_at, is_trying, why from invoicing_breakers where service_key = {key}", row => Of(row, 0), token)) is [var found] ? found : Breaker.Fresh, cancel);

    private Task<bool> ClaimProbeAsync(string key, Breaker seen, DateTimeOffset now, CancellationToken cancel) => sessions.RunAsync(Nobody, async (services, token) =>
        await services.GetRequiredService<DbSession>().ExecuteAsync(
            $"update invoicing_breakers set probed_at = {now} where service_key = {key} and opened_at is not null and is_trying = {false} and (probed_at is null or probed_at <= {seen.ProbedAt ?? now})", token) == 1, cancel);

    private Task ChangeAsync(string key, Func<Breaker, Breaker> change, CancellationToken cancel) => sessions.RunAsync(Nobody, async (services, token) =>
    {
        var session = services.GetRequiredService<DbSession>();
        await session.ExecuteAsync(
            $"insert into invoicing_breakers (service_key, failures, is_trying) values ({key}, {0}, {false}) on conflict (service_key) do nothing", token);
        // The first update holds the row until the commit.
        var before = (await session.ChangeAsync(
            $"update invoicing_breakers set failures = failures where service_key = {key} returning failures, opened_at, probed_at, is_trying, why", row => Of(row, 0), token))[0];
        var after = change(before);
        if (after != before)
        {
            await session.ExecuteAsync(
                $"update invoicing_breakers set failures = {after.Failures}, opened_at = {after.OpenedAt}, probed_at = {after.ProbedAt}, is_trying = {after.IsTrying}, why = {after.Why} where service_key = {key}", token);
        }
    }, cancel);

    private static Breaker Of(System.Data.Common.DbDataReader row, int at) => new(
        row.GetInt32(at), row.IsDBNull(at + 1) ? null : row.Instant(at + 1), row.IsDBNull(at + 2) ? null : row.Instant(at + 2), row.GetBoolean(at + 3), row.Text(at + 4));
}
