using Hilo.Platform;
using Microsoft.EntityFrameworkCore;

namespace Hilo.Invoicing;

/// <summary>Reads every table of the agency once a day per environment, and an issuer's own per issuer. One that cannot be read is tried again after a while; its last copy serves on.</summary>
internal sealed class RefreshParameters(SessionScopes sessions, Wsfe agency, Wsfex abroad, AgencySettings settings, TimeProvider clock) : ISweep
{
    private static readonly TimeSpan Retry = TimeSpan.FromMinutes(15);
    private static readonly Facts Nobody = new() { Actor = "sweeper:RefreshParameters" };

    public async Task<int> SweepAsync(CancellationToken cancel)
    {
        foreach (var (issuer, tables) in await IssuersAsync(cancel))
        {
            foreach (var table in await DueAsync(issuer, tables, cancel))
            {
                // Outside of any transaction: the agency may take its time.
                var asked = ReadParameters.AtAbroad(table) is { } name ? await abroad.TableAsync(issuer, name, cancel) : await agency.TableAsync(issuer, table, cancel);
                await KeepAsync(issuer, table, asked, cancel);
                // What keeps one table away keeps the others away too.
                if (asked.Failed(out var failure, out _) && failure.Kind != FailureKind.Refused) break;
            }
        }
        return 0;
    }

    private Task<List<Reader>> IssuersAsync(CancellationToken cancel) => sessions.RunAsync(Nobody, async (services, token) =>
    {
        var (db, secrets) = (services.GetRequiredService<InvoicingDb>(), services.GetRequiredService<ISecrets>());
        var issuers = await db.Issuers.AsNoTracking().Where(i => i.IsActive).ToListAsync(token);
        if (issuers.Count == 0) return [];
        var entities = (await services.GetRequiredService<IMerchant>().CurrentAsync(token)).LegalEntities;
        var exporters = (await db.Points.AsNoTracking().Where(p => p.IsAbroad).ToListAsync(token)).ConvertAll(p => p.IssuerId);
        return (from issuer in issuers
                let identity = issuer.As(entities.First(e => e.Id == issuer.LegalEntityId).Cuit, secrets)
                where identity is not null
                select new Reader(identity, exporters.Contains(issuer.Id) ? [.. ReadParameters.Tables, .. ReadParameters.AbroadTables] : ReadParameters.Tables)).ToList();
    }, cancel);

    private Task<List<string>> DueAsync(AgencyIdentity issuer, IReadOnlyList<string> tables, CancellationToken cancel) => sessions.RunAsync(Nobody, async (services, token) =>
    {
        var environment = Words.Of(issuer.Environment);
        string[] scopes = [environment, $"{environment}|{issuer.Cuit}"];
        var reads = await services.GetRequiredService<InvoicingDb>().ParameterReads.AsNoTracking().Where(r => scopes.Contains(r.Scope)).ToListAsync(token);
        return tables
            .Where(table => reads.Find(r => r.TableName == table && r.Scope == ReadParameters.ScopeOf(table, environment, issuer.Cuit)) is not { } read || read.IsDue(clock.GetUtcNow(), settings.TablesEvery, Retry))
            .ToList();
    }, cancel);

    private Task KeepAsync(AgencyIdentity issuer, string table, Asked<IReadOnlyList<IReadOnlyDictionary<string, string>>> asked, CancellationToken cancel) => sessions.RunAsync(Nobody, async (services, token) =>
    {
        var (db, now, scope) = (services.GetRequiredService<InvoicingDb>(), clock.GetUtcNow(), ReadParameters.ScopeOf(table, Words.Of(issuer.Environment), issuer.Cuit));
        var read = await db.ParameterReads.FindAsync([scope, table], token);
        if (read is null) db.Add(read = new ParameterRead { Scope = scope, TableName = table });
        if (asked.Failed(out var failure, out var rows) && failure.Code != AgencyFailure.NoData) read.Missed(failure.Words, now);
        else
        {
            read.Took(now);
            var kept = await db.Parameters.Where(p => p.Scope == scope && p.TableName == table && p.GoneAt == null).ToListAsync(token);
            var (ended, begun) = ReadParameters.Changes(kept, ReadParameters.Rows(scope, table, rows ?? [], now));
            foreach (var row in ended) row.End(now);
            // An ended row leaves its place before the next one takes it.
            await db.SaveChangesAsync(token);
            db.AddRange(begun);
        }
        await db.SaveChangesAsync(token);
    }, cancel);

    private sealed record Reader(AgencyIdentity As, IReadOnlyList<string> Tables);
}
