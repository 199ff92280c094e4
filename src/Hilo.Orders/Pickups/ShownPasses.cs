using Hilo.Platform;
using Microsoft.EntityFrameworkCore;

namespace Hilo.Orders;

/// <summary>A pass that somebody shows, and what it opens.</summary>
internal sealed record ShownPass(PickupPass Pass, Order Order, FulfillmentOrder Work);

/// <summary>Reads what was scanned or typed. Looking and handing over refuse alike.</summary>
internal sealed class ShownPasses(OrdersDb db, PassKeys keys, ILocations locations, IStaffNames people, TimeProvider clock)
{
    public Task<Result<ShownPass>> LookAsync(HandOverRequest shown, CurrentStaff staff, CancellationToken cancel) =>
        OpenAsync(shown, staff, order => db.Orders.AsNoTracking().AsSplitQuery().Include(o => o.Lines).Include(o => o.FulfillmentOrders).ThenInclude(f => f.Lines).FirstOrDefaultAsync(o => o.Id == order, cancel), cancel);

    /// <summary>The order stays locked until the transaction ends: of two scans the second finds a used pass.</summary>
    public Task<Result<ShownPass>> LockAsync(HandOverRequest shown, CurrentStaff staff, CancellationToken cancel) =>
        OpenAsync(shown, staff, order => OrderRows.LockAsync(db, order, cancel), cancel);

    private async Task<Result<ShownPass>> OpenAsync(HandOverRequest shown, CurrentStaff staff, Func<OrderId, Task<Order?>> open, CancellationToken cancel)
    {
        if ((await FindAsync(shown.Code.Trim(), cancel)).Refused(out var problem, out var found)) return problem;
        if (!staff.WorksAt(found.LocationId) || (shown.LocationId is { } here && here != found.LocationId))
            return PickupProblems.Elsewhere((await locations.AllAsync(cancel)).First(p => p.Id == found.LocationId).Name);
        var order = (await open(found.OrderId))!;
        var pass = await Passes.SingleAsync(p => p.Id == found.Id, cancel);
        var work = order.FulfillmentOrders.Single(f => f.Id == pass.FulfillmentOrderId);
        var usedBy = pass.UsedBy is { } by ? (await people.NamesAsync([by], cancel)).GetValueOrDefault(by) : null;
        return pass.Refusal(work, usedBy, clock.GetUtcNow()) is { } refusal ? refusal : new ShownPass(pass, order, work);
    }

    private async Task<Result<PickupPass>> FindAsync(string code, CancellationToken cancel)
    {
        if (PassText.LooksLikeOne(code))
        {
            if (PassText.Verify(code, await keys.PublicAsync(cancel)) is not { } facts) return PickupProblems.Forged;
            return await Passes.FirstOrDefaultAsync(p => p.Id == facts.Pass, cancel) is { } scanned ? scanned : PickupProblems.Unknown;
        }
        if (ShortCode.Read(code) is not { } typed) return PickupProblems.NotACode;
        return await Passes.FirstOrDefaultAsync(p => p.ShortCode == typed, cancel) is { } found ? found : PickupProblems.Unknown;
    }

    private IQueryable<PickupPass> Passes => db.PickupPasses.AsNoTracking();
}
