using Hilo.Platform;
using Microsoft.EntityFrameworkCore;

namespace Hilo.Invoicing;

/// <summary>Everything around a CAEA that is done while the agency answers (specs: arca 11): its code is asked for as soon as its window opens, the contingency series learn where they stand, and points on
/// which nothing happened are closed when the fortnight is over.</summary>
internal sealed class KeepCaeas(SessionScopes sessions, SeriesLeases leases, Wsfe agency, Contingents contingents, TimeProvider clock) : ISweep
{
    private static readonly Facts Nobody = new() { Actor = "sweeper:KeepCaeas" };
    private static readonly TimeSpan AskAgain = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan AfterRefusal = TimeSpan.FromHours(1);

    public async Task<int> SweepAsync(CancellationToken cancel)
    {
        foreach (var issuer in await contingents.AllAsync(cancel))
        {
            if (await agency.CannotEnterAsync(issuer.As, cancel) is not null) continue;
            foreach (var fortnight in Fortnight.Obtainable(FiscalDay.Of(clock.GetUtcNow()))) await ObtainAsync(issuer, fortnight, cancel);
            foreach (var series in await contingents.UnknownSeriesAsync(issuer, cancel)) await LearnAsync(issuer, series, cancel);
            foreach (var (caea, point, wasTried) in await contingents.ToCloseAsync(issuer, cancel)) await CloseAsync(issuer, caea, point, wasTried, cancel);
        }
        return 0;
    }

    /// <summary>A write without an identity of its own: noted before it is asked for, and after a lost answer the agency is asked whether it gave one.</summary>
    private async Task ObtainAsync(Contingent issuer, Fortnight fortnight, CancellationToken cancel)
    {
        var before = await RunAsync(async (db, token) =>
        {
            var caea = await FindAsync(db, issuer, fortnight, token);
            var now = clock.GetUtcNow();
            if (caea is { State: CaeaState.Granted } || (caea is not null && now - caea.TriedAt < (caea.State == CaeaState.Refused ? AfterRefusal : AskAgain))) return (Go: false, WasAsked: false);
            var wasAsked = caea is { State: CaeaState.Asked };
            if (caea is null) db.Add(caea = new Caea { Id = IId<EventId>.New().Value, IssuerId = issuer.Id, Environment = issuer.As.Environment, Cuit = issuer.As.Cuit, Period = fortnight.Period, Half = fortnight.Half });
            caea.Ask(now);
            return (Go: true, WasAsked: wasAsked);
        }, cancel);
        if (!before.Go) return;
        // One that may have been given is asked for first; one that is given already, by whomever, is taken.
        var asked = before.WasAsked ? await agency.FindCaeaAsync(issuer.As, fortnight, cancel) : await agency.RequestCaeaAsync(issuer.As, fortnight, cancel);
        if (asked.Failed(out var failure, out _) && failure.Kind == FailureKind.Refused)
        {
            if (before.WasAsked && failure.Code == AgencyFailure.NoData) asked = await agency.RequestCaeaAsync(issuer.As, fortnight, cancel);
            else if (failure.Code == AgencyFailure.CaeaGiven) asked = await agency.FindCaeaAsync(issuer.As, fortnight, cancel);
        }
        await RunAsync(async (db, token) =>
        {
            var caea = (await FindAsync(db, issuer, fortnight, token))!;
            if (!asked.Failed(out failure, out var granted)) caea.Take(granted, clock.GetUtcNow());
            else if (failure.Kind == FailureKind.Refused) caea.Refuse($"{failure.Words} ({failure.Code})", clock.GetUtcNow());
            else caea.Miss(failure.Words, clock.GetUtcNow());
            return true;
        }, cancel);
    }

    /// <summary>Numbers are given here while the agency is away, so where they stand has to be known before.</summary>
    private async Task LearnAsync(Contingent issuer, Series series, CancellationToken cancel)
    {
        if ((await agency.LastAsync(issuer.As, series.Point, series.VoucherType, cancel)).Failed(out _, out var last)) return;
        DateOnly? on = null;
        if (last > 0)
        {
            if ((await agency.FindAsync(issuer.As, series.Point, series.VoucherType, last, null, cancel)).Failed(out _, out var newest)) return;
            on = newest.Voucher.Date;
        }
        if (await leases.TakeAsync(series.Id, cancel) is not { } lease) return;
        try
        {
            await RunAsync(async (db, token) =>
            {
                await leases.AssertAsync(db.Session, lease, token);
                var known = await db.Series.SingleAsync(s => s.Id == series.Id, token);
                if (known.LastNumber is null) known.Confirm(last, on, clock.GetUtcNow());
                return true;
            }, cancel);
        }
        finally
        {
            await leases.ReturnAsync(lease);
        }
    }

    private async Task CloseAsync(Contingent issuer, Caea caea, int point, bool wasTried, CancellationToken cancel)
    {
        // Told before, perhaps, and the answer was lost: the agency is asked whether it heard it.
        var told = wasTried ? await agency.FindNoMovementAsync(issuer.As, point, caea.Code!, cancel) : await agency.ReportNoMovementAsync(issuer.As, point, caea.Code!, cancel);
        if (wasTried && told.Failed(out var unheard, out _) && unheard is { Kind: FailureKind.Refused, Code: AgencyFailure.NoData }) told = await agency.ReportNoMovementAsync(issuer.As, point, caea.Code!, cancel);
        await RunAsync(async (db, token) =>
        {
            var closing = await db.CaeaClosings.FindAsync([caea.Id, point], token);
            if (closing is null) db.Add(closing = new CaeaClosing { CaeaId = caea.Id, Point = point });
            // Told by whomever: as good.
            if (!told.Failed(out var failure, out _) || failure.Code == AgencyFailure.ClosedBefore) closing.Close(clock.GetUtcNow());
            else closing.Miss(failure.Code == 0 ? failure.Words : $"{failure.Words} ({failure.Code})", clock.GetUtcNow());
            return true;
        }, cancel);
    }

    private static Task<Caea?> FindAsync(InvoicingDb db, Contingent issuer, Fortnight fortnight, CancellationToken cancel) => db.Caeas.FirstOrDefaultAsync(
        c => c.Environment == issuer.As.Environment && c.Cuit == issuer.As.Cuit && c.Period == fortnight.Period && c.Half == fortnight.Half, cancel);

    private Task<T> RunAsync<T>(Func<InvoicingDb, CancellationToken, Task<T>> work, CancellationToken cancel) => sessions.RunAsync(Nobody, async (services, token) =>
    {
        var db = services.GetRequiredService<InvoicingDb>();
        var done = await work(db, token);
        await db.SaveChangesAsync(token);
        return done;
    }, cancel);
}
