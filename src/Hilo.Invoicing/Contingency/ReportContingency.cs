using Hilo.Platform;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace Hilo.Invoicing;

/// <summary>Tells the agency what was made under a CAEA, oldest number first, as the only writer of the series. A lost answer is asked for by its number; the same number may go again, since the
/// agency takes it once. A refused one holds up those behind it until a person has mended it: the customer has the paper already.</summary>
internal sealed partial class ReportContingency(SessionScopes sessions, SeriesLeases leases, Wsfe agency, AgencySettings settings, TimeProvider clock, ILogger<ReportContingency> log) : ISweep
{
    public async Task<int> SweepAsync(CancellationToken cancel)
    {
        foreach (var series in await DueAsync(cancel))
        {
            if (await leases.TakeAsync(series, cancel) is not { } lease) continue;
            try
            {
                while (await LookAsync(lease, cancel) is { } turn && (await StepAsync(turn, cancel)).GoesOn) { }
            }
            catch (SeriesLostException lost)
            {
                Lost(log, lost.Message);
            }
            finally
            {
                await leases.ReturnAsync(lease);
            }
        }
        return 0;
    }

    private Task<Step> StepAsync(Turn turn, CancellationToken cancel) => turn.Open switch
    {
        [{ Report: ReportState.Refused }, ..] or [] => Task.FromResult(Step.Done),
        var open when open.Exists(d => d.Report is ReportState.Sending) => LoseTrackAsync(turn, cancel),
        var open when open.Find(d => d.Report is ReportState.Unknown) is { } doubtful => AskAsync(turn, doubtful, cancel),
        _ => SendAsync(turn, cancel),
    };

    private async Task<Step> SendAsync(Turn turn, CancellationToken cancel)
    {
        var next = turn.Open.TakeWhile(d => d.Report == ReportState.Pending).ToList();
        if (await agency.CannotEnterAsync(turn.As, cancel) is { } closed) return await MeetAsync(turn, closed, cancel);
        var ids = next.ConvertAll(d => d.Id);
        await WriteAsync(turn, async (db, _, token) =>
        {
            foreach (var document in await SeriesWriter.LoadAsync(db, ids, token)) document.SendReport();
            return Step.Done;
        }, cancel);
        Exchange? said = null;
        var vouchers = next.ConvertAll(d => d.Frozen);
        var asked = await leases.HoldAsync(turn.Lease, patience => agency.ReportAsync(turn.As, vouchers, e => said = e, patience), settings.Farewell, cancel);
        return await WriteAsync(turn, async (db, series, token) =>
        {
            if (said is not null) db.Add(SeriesWriter.Kept(turn, vouchers[0].Number, vouchers[^1].Number, said, clock.GetUtcNow()));
            var documents = await SeriesWriter.LoadAsync(db, ids, token);
            if (!asked.Failed(out var failure, out var answer)) return ApplyReport.Apply(documents, answer, series, clock.GetUtcNow());
            foreach (var document in documents) document.MoveReport(failure.NothingHappened ? ReportTrigger.Return : ReportTrigger.LoseTrack);
            series.Meet(failure, clock.GetUtcNow(), settings);
            return Step.Done;
        }, CancellationToken.None);
    }

    private Task<Step> LoseTrackAsync(Turn turn, CancellationToken cancel) => WriteAsync(turn, async (db, _, token) =>
    {
        // A process ended while it was telling.
        var ids = turn.Open.FindAll(d => d.Report == ReportState.Sending).ConvertAll(d => d.Id);
        foreach (var document in await SeriesWriter.LoadAsync(db, ids, token)) document.MoveReport(ReportTrigger.LoseTrack);
        return new Step(0, GoesOn: true);
    }, cancel);

    private async Task<Step> AskAsync(Turn turn, FiscalDocument doubtful, CancellationToken cancel)
    {
        var asked = await agency.FindAsync(turn.As, turn.Series.Point, turn.Series.VoucherType, doubtful.Number!.Value, null, cancel);
        if (asked.Failed(out var failure, out var found) && failure is not { Kind: FailureKind.Refused, Code: AgencyFailure.NoData }) return await MeetAsync(turn, failure, cancel);
        return await WriteAsync(turn, async (db, series, token) =>
        {
            var document = (await db.Documents.FindAsync([doubtful.Id], token))!;
            if (found is null) document.MoveReport(ReportTrigger.Return);
            else if (document.Frozen.IsSameAs(found.Voucher) && found.AuthorizationCode == document.Cae) document.Reported(found.Observations, clock.GetUtcNow());
            else document.RefuseReport([new AgencyNote(0, $"ARCA tiene otro comprobante con el número {turn.Title(document.Number!.Value)}: otro programa usó el punto de contingencia.")], clock.GetUtcNow());
            series.Worked();
            return new Step(1, GoesOn: true);
        }, cancel);
    }

    private Task<Step> MeetAsync(Turn turn, AgencyFailure failure, CancellationToken cancel) => WriteAsync(turn, (_, series, _) =>
    {
        series.Meet(failure, clock.GetUtcNow(), settings);
        return Task.FromResult(Step.Done);
    }, cancel);

    /// <summary>Null when there is nothing to tell now. The agency takes nothing on the first day of a fortnight.</summary>
    private Task<Turn?> LookAsync(SeriesLease lease, CancellationToken cancel) => sessions.RunAsync(SeriesWriter.Writer, async (services, token) =>
    {
        var (db, now) = (services.GetRequiredService<InvoicingDb>(), clock.GetUtcNow());
        var series = await db.Series.AsNoTracking().SingleAsync(s => s.Id == lease.SeriesId, token);
        if (series.BlockedFor is not null || series.NextTryAt > now) return null;
        var issuer = await db.Issuers.AsNoTracking().SingleAsync(i => i.Id == series.IssuerId, token);
        if (issuer.Environment != series.Environment || issuer.As(series.Cuit, services.GetRequiredService<ISecrets>()) is not { } identity) return null;
        var most = Math.Min(settings.Batch, (await new ParameterTables(db).OfAsync(series, token)).LargestRequest);
        var open = await db.Documents.AsNoTracking().Where(d => d.SeriesId == series.Id && d.Report != null && d.Report != ReportState.Reported).OrderBy(d => d.Number).Take(most).ToListAsync(token);
        var today = FiscalDay.Number(FiscalDay.Of(now));
        Guid?[] started = [.. (await db.Caeas.Where(c => c.ValidFrom < today).Select(c => c.Id).ToListAsync(token)).Select(id => (Guid?)id)];
        return new Turn(lease, series, identity, [.. open.TakeWhile(d => started.Contains(d.CaeaId))]);
    }, cancel);

    private Task<List<Guid>> DueAsync(CancellationToken cancel) => sessions.RunAsync(SeriesWriter.Writer, (services, token) =>
    {
        var session = services.GetRequiredService<DbSession>();
        return session.QueryAsync(
            $"""
            select s.id from invoicing_series s
             where s.blocked_for is null and s.next_try_at <= {clock.GetUtcNow()} and s.lease_until < {session.NowSql:raw}
               and exists (select 1 from invoicing_documents d where d.series_id = s.id and d.report is not null and d.report <> 'reported')
            """, row => row.Uuid(0), token);
    }, cancel);

    private Task<Step> WriteAsync(Turn turn, Func<InvoicingDb, Series, CancellationToken, Task<Step>> work, CancellationToken cancel) => turn.WriteAsync(sessions, leases, work, cancel);

    [LoggerMessage(LogLevel.Warning, "{Why}")]
    private static partial void Lost(ILogger log, string why);
}
