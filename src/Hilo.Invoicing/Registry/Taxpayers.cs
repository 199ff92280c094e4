using System.Collections.Concurrent;
using System.Threading.RateLimiting;
using Hilo.Platform;
using Microsoft.EntityFrameworkCore;

namespace Hilo.Invoicing;

/// <param name="AskedAt">When the registry said so.</param>
/// <param name="IsOld">The registry did not answer now: this is what it said then.</param>
internal sealed record KnownTaxpayer(Taxpayer Taxpayer, DateTimeOffset AskedAt, bool IsOld);

/// <summary>Taxpayers with what the registry said last. It may be down for hours: then an old answer serves, and none at all holds nobody up.</summary>
internal sealed class Taxpayers(SessionScopes sessions, AskingIssuer issuers, Registry registry, AgencySettings settings, TimeProvider clock) : IDisposable
{
    private static readonly Facts Nobody = new() { Actor = "invoicing:registry" };
    private readonly ConcurrentDictionary<string, SemaphoreSlim> turns = new(StringComparer.Ordinal);
    private readonly TokenBucketRateLimiter pace = new(new TokenBucketRateLimiterOptions { TokenLimit = 5, TokensPerPeriod = 5, ReplenishmentPeriod = TimeSpan.FromSeconds(1), QueueLimit = 20 });

    /// <summary>Refused when the CUIT belongs to nobody; any other failure when neither the registry nor an old answer helps.</summary>
    public async Task<Asked<KnownTaxpayer>> LookUpAsync(Cuit cuit, CancellationToken cancel)
    {
        if (await issuers.FindAsync(cancel) is not { } who) return AskingIssuer.None;
        var scope = Words.Of(who.Environment);
        // Two who ask for one CUIT at once are one question.
        var turn = turns.GetOrAdd(cuit.Digits, _ => new SemaphoreSlim(1));
        await turn.WaitAsync(cancel);
        try
        {
            var kept = await KeptAsync(scope, cuit.Digits, cancel);
            if (kept is not null && clock.GetUtcNow() - kept.AskedAt < settings.TaxpayerFor) return kept with { IsOld = false };
            using var lease = await pace.AcquireAsync(1, cancel);
            if (!lease.IsAcquired) return kept is not null ? kept : TooMany;
            if ((await registry.FindAsync(who, cuit.Digits, cancel)).Failed(out var failure, out var found))
                return kept is not null && failure.Kind != FailureKind.Refused ? kept : failure;
            var fresh = new KnownTaxpayer(found, clock.GetUtcNow(), IsOld: false);
            await KeepAsync(scope, cuit.Digits, fresh, cancel);
            return fresh;
        }
        finally
        {
            turn.Release();
            turns.TryRemove(KeyValuePair.Create(cuit.Digits, turn));
        }
    }

    /// <summary>What the registry says of each, asked again in one call where its last word is older than wanted.</summary>
    /// <param name="newerThan">By CUIT.</param>
    /// <returns>Whom it says nothing about keeps what it said before, as old, or is left out; and why it did not answer now, if it did not.</returns>
    public async Task<(IReadOnlyDictionary<string, KnownTaxpayer> Known, string? Silence)> CheckAsync(AgencyIdentity who, IReadOnlyDictionary<string, DateTimeOffset> newerThan, CancellationToken cancel)
    {
        var (scope, known) = (Words.Of(who.Environment), new Dictionary<string, KnownTaxpayer>(StringComparer.Ordinal));
        foreach (var (cuit, after) in newerThan)
        {
            if (await KeptAsync(scope, cuit, cancel) is { } kept) known[cuit] = kept with { IsOld = kept.AskedAt <= after };
        }
        string[] stale = [.. newerThan.Keys.Where(c => known.GetValueOrDefault(c) is null or { IsOld: true })];
        if (stale.Length == 0) return (known, null);
        if ((await registry.ListAsync(who, stale, cancel)).Failed(out var failure, out var found)) return (known, failure.Words);
        foreach (var taxpayer in found.Where(f => newerThan.ContainsKey(f.Cuit)))
        {
            // A certificate that was refused names no address; the one that is known stays.
            var before = known.GetValueOrDefault(taxpayer.Cuit)?.Taxpayer;
            known[taxpayer.Cuit] = new KnownTaxpayer(taxpayer with { Name = taxpayer.Name ?? before?.Name, Address = taxpayer.Address ?? before?.Address }, clock.GetUtcNow(), IsOld: false);
            await KeepAsync(scope, taxpayer.Cuit, known[taxpayer.Cuit], cancel);
        }
        return (known, null);
    }

    /// <summary>The CUITs or CUILs of a DNI.</summary>
    public async Task<Asked<string[]>> OfDocumentAsync(string dni, CancellationToken cancel)
    {
        if (await issuers.FindAsync(cancel) is not { } who) return AskingIssuer.None;
        using var lease = await pace.AcquireAsync(1, cancel);
        return lease.IsAcquired ? await registry.OfDocumentAsync(who, dni, cancel) : TooMany;
    }

    /// <summary>The agency has contradicted what its registry said: whoever needs it next asks again.</summary>
    public static async Task DoubtAsync(DbSession session, FiscalEnvironment environment, IEnumerable<string> cuits, CancellationToken cancel)
    {
        foreach (var cuit in cuits) await session.ExecuteAsync($"delete from invoicing_taxpayers where scope = {Words.Of(environment)} and cuit = {cuit}", cancel);
    }

    public void Dispose() => pace.Dispose();

    private static AgencyFailure TooMany => new(FailureKind.Paused, 0, "Hay demasiadas consultas al padrón: esperá un momento.");

    private Task<KnownTaxpayer?> KeptAsync(string scope, string cuit, CancellationToken cancel) => sessions.RunAsync(Nobody, async (services, token) =>
        await services.GetRequiredService<DbSession>().QueryAsync(
            $"select asked_at, found from invoicing_taxpayers where scope = {scope} and cuit = {cuit} and found is not null",
            row => new KnownTaxpayer(Stored.Read<Taxpayer>(row.GetString(1)), row.Instant(0), IsOld: true), token) is [var kept] ? kept : null, cancel);

    private Task KeepAsync(string scope, string cuit, KnownTaxpayer fresh, CancellationToken cancel) => sessions.RunAsync(Nobody, (services, token) =>
        services.GetRequiredService<DbSession>().ExecuteAsync(
            $"""
            insert into invoicing_taxpayers (scope, cuit, asked_at, found) values ({scope}, {cuit}, {fresh.AskedAt}, {Stored.Write(fresh.Taxpayer)})
            on conflict (scope, cuit) do update set asked_at = excluded.asked_at, found = excluded.found
            """, token), cancel);
}

/// <summary>Answers of the registry that nobody asked for in a year are personal data without a use.</summary>
internal sealed class ForgetTaxpayers(DbSession session, TimeProvider clock) : ISweep
{
    public async Task<int> SweepAsync(CancellationToken cancel)
    {
        await session.ExecuteAsync($"delete from invoicing_taxpayers where asked_at < {clock.GetUtcNow().AddYears(-1)}", cancel);
        return 0;
    }
}
