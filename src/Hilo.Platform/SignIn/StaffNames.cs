using Microsoft.EntityFrameworkCore;

namespace Hilo.Platform;

internal sealed class StaffNames(PlatformDb db) : IStaffNames
{
    public async Task<IReadOnlyDictionary<StaffId, string>> NamesAsync(IReadOnlyCollection<StaffId> staff, CancellationToken cancel) =>
        staff.Count == 0 ? new Dictionary<StaffId, string>() : await db.Staff.AsNoTracking().Where(s => staff.Contains(s.Id)).ToDictionaryAsync(s => s.Id, s => s.Name, cancel);
}
