using Hilo.Platform;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Hilo.Invoicing;

/// <summary>Everything that a person has to know before it hurts (specs: arca 20.4), without asking the agency.</summary>
internal static class ShowHealth
{
    public static void Map(RouteGroupBuilder invoicing) => invoicing.MapGet("/health", HandleAsync).RequirePermission(Permissions.InvoicingRead)
        .WithSummary("How invoicing stands, per issuer: certificate, outages, queue, what is in doubt, contingency and its deadlines, changes of the agency's tables. Asks the agency nothing.");

    private static async Task<Ok<IReadOnlyList<IssuerHealth>>> HandleAsync(InvoicingDb db, IMerchant merchant, Breakers breakers, AgencyClocks clocks, AgencySettings settings, TimeProvider clock, CancellationToken cancel)
    {
        var (now, entities, seen) = (clock.GetUtcNow(), (await merchant.CurrentAsync(cancel)).LegalEntities, await breakers.AllAsync(cancel));
        var waiting = await db.Documents.Where(d => d.State != FiscalDocumentState.Authorized)
            .Join(db.Series, d => d.SeriesId, s => s.Id, (d, s) => new { s.IssuerId, d.State, d.FactAt }).GroupBy(d => new { d.IssuerId, d.State })
            .Select(g => new { g.Key.IssuerId, g.Key.State, Count = g.Count(), Oldest = g.Min(d => d.FactAt) }).ToListAsync(cancel);
        var reports = await db.Documents.Where(d => d.Report != null && d.Report != ReportState.Reported)
            .Join(db.Caeas, d => d.CaeaId, c => c.Id, (d, c) => new { c.IssuerId, d.Report, c.ReportBy }).ToListAsync(cancel);
        var foreign = await db.ForeignVouchers.Join(db.Series, v => v.SeriesId, s => s.Id, (v, s) => s.IssuerId).GroupBy(i => i).Select(g => new { g.Key, Count = g.Count() }).ToListAsync(cancel);
        var reads = await db.ParameterReads.AsNoTracking().ToListAsync(cancel);
        var since = now.AddDays(-30);
        var changes = await db.Parameters.AsNoTracking().Where(p => p.GoneAt != null && p.GoneAt > since).OrderByDescending(p => p.GoneAt).Take(20).ToListAsync(cancel);
        var found = new List<IssuerHealth>();
        foreach (var issuer in await db.Issuers.AsNoTracking().OrderBy(i => i.CreatedAt).ToListAsync(cancel))
        {
            var entity = entities.First(e => e.Id == issuer.LegalEntityId);
            var (environment, mine) = (Words.Of(issuer.Environment), waiting.FindAll(w => w.IssuerId == issuer.Id));
            // What a person must mend waits for nobody else.
            var queue = mine.FindAll(w => w.State is not (FiscalDocumentState.Rejected or FiscalDocumentState.ManualReview));
            var untold = reports.FindAll(r => r.IssuerId == issuer.Id);
            var skew = clocks.SkewOf(settings.AddressOf(issuer.Environment, AgencyService.Wsfe.Address));
            found.Add(new IssuerHealth(
                issuer.Id, entity.Name, issuer.Environment, issuer.CertificateExpiresAt, DaysLeft(issuer.CertificateExpiresAt, now), WatchCertificate.Alarm(issuer.CertificateExpiresAt, now),
                [.. seen.Where(b => Breakers.Read(b.Key).Environment == issuer.Environment).OrderBy(b => b.Key, StringComparer.Ordinal).Select(b => new AgencyServiceView(Breakers.Read(b.Key).Service, b.Value.State, b.Value.OpenedAt, b.Value.Why))],
                (int)skew.TotalSeconds, queue.Sum(w => w.Count), queue.Count == 0 ? null : queue.Min(w => w.Oldest),
                Count(FiscalDocumentState.Unknown) + Count(FiscalDocumentState.Reconciling), Count(FiscalDocumentState.Rejected) + Count(FiscalDocumentState.ManualReview),
                foreign.Find(f => f.Key == issuer.Id)?.Count ?? 0, untold.Count, untold.Count(r => r.Report == ReportState.Refused), untold.Min(r => r.ReportBy) is { } day ? FiscalDay.FromNumber(day) : null,
                reads.Where(r => r.Scope == environment || r.Scope == $"{environment}|{entity.Cuit}").Min(r => r.ReadAt),
                [.. changes.Where(c => c.Scope == environment || c.Scope == $"{environment}|{entity.Cuit}").Select(c => new TableChange(c.TableName, c.RowKey, c.Text, c.GoneAt!.Value))]));

            int Count(FiscalDocumentState state) => mine.Where(w => w.State == state).Sum(w => w.Count);
        }
        return TypedResults.Ok<IReadOnlyList<IssuerHealth>>(found);
    }

    private static int? DaysLeft(DateTimeOffset? expires, DateTimeOffset now) => expires is { } at ? (int)Math.Floor((at - now).TotalDays) : null;
}

/// <summary>Certificates are watched from 60 days before their end (specs: arca 5.1). Pure.</summary>
internal static class WatchCertificate
{
    private static readonly int[] Days = [1, 3, 7, 15, 30, 60];

    /// <summary>The mark that was passed last: 60, 30, 15, 7, 3, 1, or 0 when it is over. Null: not near.</summary>
    public static int? Alarm(DateTimeOffset? expires, DateTimeOffset now)
    {
        if (expires is not { } at) return null;
        var left = at - now;
        if (left <= TimeSpan.Zero) return 0;
        return Days.Where(d => left <= TimeSpan.FromDays(d)).Select(d => (int?)d).FirstOrDefault();
    }
}
