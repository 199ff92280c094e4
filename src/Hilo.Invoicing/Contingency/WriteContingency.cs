using Hilo.Platform;
using Microsoft.EntityFrameworkCore;

namespace Hilo.Invoicing;

/// <summary>While the agency is away: gives what waits in a series a number of its contingency point, under the code of the fortnight (specs: arca 11). Both series are held, and one transaction
/// moves, numbers and authorizes: whatever ends the process, a document is in one of them.</summary>
internal sealed class WriteContingency(SessionScopes sessions, SeriesLeases leases, Breakers breakers, AgencySettings settings, Norms norms, TimeProvider clock)
{
    /// <returns>Null when the point has none and its documents wait; else what was done, or why nothing could be.</returns>
    public async Task<(Step Step, string? Why)?> TryAsync(Turn turn, CancellationToken cancel)
    {
        if (await LookAsync(turn, cancel) is not { } way) return null;
        var (now, outFor) = (clock.GetUtcNow(), await OutForAsync(turn.As.Environment, cancel));
        if (ContingencyRule.Refusal(outFor, settings.ContingencyAfter, way.Caea, way.LastNumber, FiscalDay.Of(now)) is { } why) return (Step.Done, why);
        if (await leases.TakeAsync(way.Series, cancel) is not { } lease) return (Step.Done, "El punto de contingencia está ocupado.");
        try
        {
            return (await turn.WriteAsync(sessions, leases, (db, series, token) => MakeAsync(db, series, lease, way.Caea!, token), cancel), null);
        }
        finally
        {
            await leases.ReturnAsync(lease);
        }
    }

    private async Task<Step> MakeAsync(InvoicingDb db, Series waiting, SeriesLease lease, Caea caea, CancellationToken cancel)
    {
        await leases.AssertAsync(db.Session, lease, cancel);
        var (target, now) = (await db.Series.SingleAsync(s => s.Id == lease.SeriesId, cancel), clock.GetUtcNow());
        var batch = await WaitingDocuments.TakeAsync(db, waiting, settings.Batch, FiscalDay.Of(now), cancel);
        var openFrom = await ClosedMonth.OpenFromAsync(db, waiting.IssuerId, cancel);
        var (number, last, today) = (target.LastNumber!.Value, target.LastDay, FiscalDay.Of(now));
        foreach (var document in batch.All.Where(ContingencyRule.Covers))
        {
            var date = ContingencyRule.Date(FiscalDay.Of(document.FactAt), today, last, caea, document.Decided.Concept, openFrom);
            var voucher = batch.Freeze(document, target.Cuit, target.Point, number + 1, date) with { Contingency = new Contingency(caea.Code!, now) };
            // As strict as for a CAE: the customer has the paper before the agency has a say.
            if (batch.Refusal(voucher) is { } refusal)
            {
                db.Publish(document.Reject([refusal], now));
                continue;
            }
            if (ReceiverCheck.IsDue(document)) document.Redecide(RecheckReceiver.Of(document.Decided, null, "ARCA no responde", [], norms.On(today)).Decision);
            document.SeriesId = target.Id;
            db.Publish(document.MakeUnder(caea, voucher, now));
            (number, last) = (number + 1, date);
        }
        target.Confirm(number, last, now);
        return new Step(batch.All.Count, GoesOn: batch.IsFull);
    }

    private async Task<TimeSpan> OutForAsync(FiscalEnvironment environment, CancellationToken cancel)
    {
        // Without the login nothing can be asked either.
        var (all, now) = (await breakers.AllAsync(cancel), clock.GetUtcNow());
        return new[] { AgencyService.Wsfe, AgencyService.Wsaa }.Max(s => all.GetValueOrDefault(Breakers.KeyOf(environment, s.Id))?.OutFor(now) ?? TimeSpan.Zero);
    }

    private Task<Way?> LookAsync(Turn turn, CancellationToken cancel) => sessions.RunAsync(SeriesWriter.Writer, async (services, token) =>
    {
        var (db, series, today) = (services.GetRequiredService<InvoicingDb>(), turn.Series, FiscalDay.Number(FiscalDay.Of(clock.GetUtcNow())));
        var fallback = await db.Points.Where(p => p.IssuerId == series.IssuerId && p.Number == series.Point).Select(p => p.Fallback).FirstOrDefaultAsync(token);
        if (fallback is null) return null;
        var target = await db.Series.AsNoTracking().FirstOrDefaultAsync(s => s.Environment == series.Environment && s.Cuit == series.Cuit && s.Point == fallback && s.VoucherType == series.VoucherType, token);
        var caea = await db.Caeas.AsNoTracking().FirstOrDefaultAsync(
            c => c.Environment == series.Environment && c.Cuit == series.Cuit && c.State == CaeaState.Granted && c.ValidFrom <= today && c.ValidTo >= today, token);
        return new Way(target?.Id ?? Guid.Empty, target?.LastNumber, caea);
    }, cancel);

    private sealed record Way(Guid Series, long? LastNumber, Caea? Caea);
}
