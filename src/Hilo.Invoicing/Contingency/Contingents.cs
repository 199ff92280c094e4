using Hilo.Platform;
using Microsoft.EntityFrameworkCore;

namespace Hilo.Invoicing;

/// <summary>An issuer that has points of sale for contingency.</summary>
/// <param name="Types">Voucher types that it may have to make.</param>
internal sealed record Contingent(IssuerId Id, AgencyIdentity As, IReadOnlyList<int> Types, IReadOnlyList<int> Points);

/// <summary>Who has contingency, and what is left to do for it.</summary>
internal sealed class Contingents(SessionScopes sessions, TimeProvider clock)
{
    private static readonly Facts Nobody = new() { Actor = "sweeper:KeepCaeas" };
    private static readonly TimeSpan CloseAgain = TimeSpan.FromHours(1);

    public Task<List<Contingent>> AllAsync(CancellationToken cancel) => sessions.RunAsync(Nobody, async (services, token) =>
    {
        var db = services.GetRequiredService<InvoicingDb>();
        var points = (await db.Points.AsNoTracking().Where(p => p.IsContingency).ToListAsync(token)).ToLookup(p => p.IssuerId, p => p.Number);
        if (points.Count == 0) return [];
        var entities = (await services.GetRequiredService<IMerchant>().CurrentAsync(token)).LegalEntities;
        var found = new List<Contingent>();
        foreach (var issuer in await db.Issuers.AsNoTracking().Where(i => i.IsActive).ToListAsync(token))
        {
            var entity = entities.First(e => e.Id == issuer.LegalEntityId);
            if (points.Contains(issuer.Id) && issuer.As(entity.Cuit, services.GetRequiredService<ISecrets>()) is { } identity)
                found.Add(new Contingent(issuer.Id, identity, VoucherTypes.OfIssuer(entity.VatCondition, issuer.ClassA), [.. points[issuer.Id]]));
        }
        return found;
    }, cancel);

    /// <summary>Contingency series whose number the agency has not told yet; those that are missing are made.</summary>
    public async Task<List<Series>> UnknownSeriesAsync(Contingent issuer, CancellationToken cancel)
    {
        try
        {
            return await FindOrMakeSeriesAsync(issuer, cancel);
        }
        catch (DbUpdateException)
        {
            // Another hub made the same ones at this moment: now they are there.
            return await FindOrMakeSeriesAsync(issuer, cancel);
        }
    }

    private Task<List<Series>> FindOrMakeSeriesAsync(Contingent issuer, CancellationToken cancel) => sessions.RunAsync(Nobody, async (services, token) =>
    {
        var db = services.GetRequiredService<InvoicingDb>();
        var known = await db.Series.Where(s => s.Environment == issuer.As.Environment && s.Cuit == issuer.As.Cuit).ToListAsync(token);
        var wanted = from point in issuer.Points from type in issuer.Types select (point, type);
        foreach (var (point, type) in wanted.Where(w => !known.Exists(s => s.Point == w.point && s.VoucherType == w.type)))
        {
            var made = new Series { Id = IId<FiscalPointId>.New().Value, IssuerId = issuer.Id, Environment = issuer.As.Environment, Cuit = issuer.As.Cuit, Point = point, VoucherType = type };
            db.Add(made);
            known.Add(made);
        }
        await db.SaveChangesAsync(token);
        return known.FindAll(s => s.LastNumber is null && issuer.Points.Contains(s.Point));
    }, cancel);

    /// <summary>Points without a document under a code whose fortnight is over, that the agency was not told about yet.</summary>
    public Task<List<(Caea Caea, int Point, bool WasTried)>> ToCloseAsync(Contingent issuer, CancellationToken cancel) => sessions.RunAsync(Nobody, async (services, token) =>
    {
        var (db, now) = (services.GetRequiredService<InvoicingDb>(), clock.GetUtcNow());
        var today = FiscalDay.Number(FiscalDay.Of(now));
        var over = await db.Caeas.AsNoTracking().Where(c => c.IssuerId == issuer.Id && c.State == CaeaState.Granted && c.ValidTo < today).ToListAsync(token);
        Guid[] ids = [.. over.Select(c => c.Id)];
        var closings = await db.CaeaClosings.AsNoTracking().Where(c => ids.Contains(c.CaeaId)).ToListAsync(token);
        var open = over.SelectMany(c => issuer.Points.Select(p => (Caea: c, Point: p, Closing: closings.Find(k => k.CaeaId == c.Id && k.Point == p))))
            .Where(o => o.Closing is null || (o.Closing.ClosedAt is null && now - o.Closing.TriedAt >= CloseAgain)).Select(o => (o.Caea, o.Point, WasTried: o.Closing is not null)).ToList();
        if (open.Count == 0) return [];
        var used = await db.Documents.Where(d => d.CaeaId != null && ids.Contains(d.CaeaId.Value)).Join(db.Series, d => d.SeriesId, s => s.Id, (d, s) => new { d.CaeaId, s.Point }).Distinct().ToListAsync(token);
        return open.FindAll(o => !used.Exists(u => u.CaeaId == o.Caea.Id && u.Point == o.Point));
    }, cancel);
}
