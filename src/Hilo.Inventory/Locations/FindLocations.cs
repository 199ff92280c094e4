using Hilo.Platform;
using Microsoft.EntityFrameworkCore;

namespace Hilo.Inventory;

/// <summary>Every order asks for the locations, and they hardly change: what was read is kept until a version moves.</summary>
internal sealed class FindLocations(InventoryDb db, KnownLocations known) : ILocations
{
    private IReadOnlyList<Place>? seen;

    /// <summary>One request, or one group of a lane, sees them as they were when it first asked.</summary>
    public async Task<IReadOnlyList<Place>> AllAsync(CancellationToken cancel) => seen ??= await NowAsync(cancel);

    private async Task<IReadOnlyList<Place>> NowAsync(CancellationToken cancel)
    {
        // Locations are never deleted and versions only grow, so that count and sum change with every edit.
        var (count, versions) = (await db.Session.QueryAsync(
            $"select count(*), cast(coalesce(sum(version), 0) as bigint) from inventory_locations", row => (row.GetInt64(0), row.GetInt64(1)), cancel))[0];
        if (known.Latest is { } latest && (latest.Count, latest.Versions) == (count, versions)) return latest.Places;

        var read = await db.Locations.AsNoTracking().OrderBy(l => l.Code).ToListAsync(cancel);
        var fresh = new KnownLocations.Read(read.Count, read.Sum(l => (long)l.Version), read.ConvertAll(l => l.ToPlace()));
        // What an open transaction sees may never be committed.
        if (!db.Session.HasTransaction) known.Latest = fresh;
        return fresh.Places;
    }
}

/// <summary>The locations as this process read them last.</summary>
internal sealed class KnownLocations
{
    internal sealed record Read(long Count, long Versions, IReadOnlyList<Place> Places);

    public Read? Latest { get; set; }
}
