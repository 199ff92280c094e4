using Microsoft.EntityFrameworkCore;

namespace Hilo.Inventory;

internal sealed class FindLocations(InventoryDb db) : ILocations
{
    public async Task<IReadOnlyList<Place>> AllAsync(CancellationToken cancel) =>
        [.. (await db.Locations.AsNoTracking().OrderBy(l => l.Code).ToListAsync(cancel)).Select(l => l.ToPlace())];
}
