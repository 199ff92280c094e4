using System.Globalization;
using Hilo.Platform;
using Microsoft.EntityFrameworkCore;

namespace Hilo.Invoicing;

/// <summary>Works off one series (specs: arca 7.2): settle what is open, freeze numbers and payloads, send them, write down what came back. Every step is a transaction of
/// its own behind the fence, so that a process may end between any two of them. What is frozen counts as sent in the same transaction: whoever finds it asks for its number first.</summary>
internal sealed class SeriesWriter(SessionScopes sessions, SeriesLeases leases, Authorizers agencies, AgencySettings settings, SettleSeries settle, WriteContingency contingency, CheckReceivers receivers, Quotes quotes, Norms norms, TimeProvider clock)
{
    public static readonly Facts Writer = new() { Actor = "sweeper:IssueDocuments" };

    /// <returns>How many documents were settled, one way or the other.</returns>
    public async Task<int> WriteAsync(SeriesLease lease, CancellationToken cancel)
    {
        var settled = 0;
        while (await LookAsync(lease, cancel) is { } look)
        {
            var turn = look;
            var (step, sending) = turn.Open.Count == 0 ? await FreezeAsync(turn, cancel)
                : turn.Open.TrueForAll(d => d.State == FiscalDocumentState.Prepared) ? (Step.Done, await SendAgainAsync(turn, cancel))
                : (await settle.SettleAsync(turn, cancel), []);
            settled += step.Settled;
            if (sending.Count > 0)
            {
                turn = turn with { Open = sending };
                step = await AskAsync(turn, cancel);
                settled += step.Settled;
            }
            // What is in doubt stays so; what waits behind it need not.
            if (turn.Open.Count > 0 && !step.GoesOn && await contingency.TryAsync(turn, cancel) is var (made, _)) settled += made.Settled;
            if (!step.GoesOn) break;
        }
        return settled;
    }

    /// <summary>Null when there is nothing to do now.</summary>
    private Task<Turn?> LookAsync(SeriesLease lease, CancellationToken cancel) => sessions.RunAsync(Writer, async (services, token) =>
    {
        var db = services.GetRequiredService<InvoicingDb>();
        var series = await db.Series.AsNoTracking().SingleAsync(s => s.Id == lease.SeriesId, token);
        if (series.BlockedFor is not null || series.NextTryAt > clock.GetUtcNow()) return null;
        var issuer = await db.Issuers.AsNoTracking().SingleAsync(i => i.Id == series.IssuerId, token);
        if (!issuer.IsActive || issuer.Environment != series.Environment || issuer.As(series.Cuit, services.GetRequiredService<ISecrets>()) is not { } identity) return null;
        var open = await db.Documents.AsNoTracking().Where(d => d.SeriesId == series.Id && d.Number != null && d.State != FiscalDocumentState.Authorized).OrderBy(d => d.Number).ToListAsync(token);
        return open.Exists(d => d.State == FiscalDocumentState.ManualReview) ? null : new Turn(lease, series, identity, open);
    }, cancel);

    /// <returns>With the documents that count as sent now.</returns>
    private async Task<(Step Step, List<FiscalDocument> Sending)> FreezeAsync(Turn turn, CancellationToken cancel)
    {
        if (!await HasQueuedAsync(turn, cancel)) return (Step.Done, []);
        // Before a number is taken: without a ticket nothing could be sent.
        if (await agencies.Of(turn.Series).CannotEnterAsync(turn.As, cancel) is { } failure)
        {
            if (await contingency.TryAsync(turn, cancel) is not var (step, why)) return (await PauseAsync(turn, failure, cancel), []);
            return (why is null ? step : await PauseAsync(turn, failure with { Words = $"{failure.Words} {why}" }, cancel), []);
        }
        // After an outage the first call is one that can be lost without harm.
        if (!turn.Series.KnowsItsNumber(clock.GetUtcNow(), settings.TrustsNumberFor) || !await agencies.Of(turn.Series).IsProvenAsync(turn.As.Environment, cancel)) return (await settle.ConfirmAsync(turn, cancel), []);
        // A clock that was set back: the agency takes neither an older date nor one so far ahead.
        if (turn.Series.LastDay is { } newest && newest > FiscalDay.Of(clock.GetUtcNow()).AddDays(FiscalDay.Window))
            return (await PauseAsync(turn, new AgencyFailure(FailureKind.Refused, 0, $"El último comprobante es del {Paper.Day(newest)} y el reloj del servidor atrasa."), cancel), []);
        var check = await receivers.AskAsync(turn, cancel);
        var rates = await quotes.BeforeAsync(turn, FiscalDay.Of(clock.GetUtcNow()), cancel);
        var sending = new List<FiscalDocument>();
        var frozen = await InTurnAsync(turn, async (db, series, token) =>
        {
            sending.Clear();
            var waiting = await WaitingDocuments.TakeAsync(db, series, settings.Batch, FiscalDay.Of(clock.GetUtcNow()), token);
            if (waiting.Tables.PointProblem(series.Point, FiscalDay.Of(clock.GetUtcNow())) is { } problem)
            {
                series.Block(problem);
                return Step.Done;
            }
            var openFrom = await ClosedMonth.OpenFromAsync(db, series.IssuerId, token);
            var (number, last, today, settled) = (series.LastNumber!.Value, series.LastDay, FiscalDay.Of(clock.GetUtcNow()), 0);
            foreach (var document in waiting.All)
            {
                if (!check.TryApply(document, norms.On(today), out var told)) break;
                if (told.Count > 0)
                {
                    db.Publish(document.Reject(told, clock.GetUtcNow()));
                    settled++;
                    continue;
                }
                var date = FiscalDay.Choose(FiscalDay.Of(document.FactAt), today, last, document.Windowed, openFrom);
                var id = VoucherTypes.IsAbroad(series.VoucherType) ? await AbroadIds.TakeAsync(db.Session, series, token) : 0;
                var voucher = waiting.Freeze(document, series.Cuit, series.Point, number + 1, date, id);
                var quote = rates.GetValueOrDefault(voucher.Currency);
                if ((waiting.Refusal(voucher) ?? quote?.Refusal(voucher, settings.RateAbovePercent)) is { } refusal)
                {
                    db.Publish(document.Reject([refusal], clock.GetUtcNow()));
                    settled++;
                    continue;
                }
                // The agency puts its own rate where none is sent; the books need it as well.
                document.RateMicros ??= quote is null ? null : (long)(quote.Rate * 1_000_000);
                document.Prepare(voucher);
                document.Send(clock.GetUtcNow());
                sending.Add(document);
                (number, last) = (number + 1, voucher.Date);
            }
            return new Step(settled, GoesOn: waiting.All.Count > 0);
        }, cancel);
        return (frozen, sending);
    }

    private async Task<List<FiscalDocument>> SendAgainAsync(Turn turn, CancellationToken cancel)
    {
        await InTurnAsync(turn, async (db, _, token) =>
        {
            foreach (var document in await LoadAsync(db, turn.Open.ConvertAll(d => d.Id), token)) document.Send(clock.GetUtcNow());
            return Step.Done;
        }, cancel);
        return turn.Open;
    }

    /// <summary>Sends what counts as sent, and writes down what comes back.</summary>
    private async Task<Step> AskAsync(Turn turn, CancellationToken cancel)
    {
        var ids = turn.Open.ConvertAll(d => d.Id);
        var vouchers = turn.Open.ConvertAll(d => d.Frozen);
        Exchange? said = null;
        var asked = await leases.HoldAsync(turn.Lease, patience => agencies.Of(turn.Series).AuthorizeAsync(turn.As, vouchers, e => said = e, patience), settings.Farewell, cancel);
        return await InTurnAsync(turn, async (db, series, token) =>
        {
            if (said is not null) db.Add(Kept(turn, vouchers[0].Number, vouchers[^1].Number, said, clock.GetUtcNow()));
            var documents = await LoadAsync(db, ids, token);
            if (!asked.Failed(out _, out var told)) await Taxpayers.DoubtAsync(db.Session, turn.As.Environment, told.Details.Where(d => d.Observations.Any(RecheckReceiver.IsAbout)).Select(d => d.Number).Join(documents, n => n, d => d.Number, (_, d) => d.Decided.Receiver.DocumentNumber), token);
            return asked.Failed(out var failure, out var answer) ? NotAnswered(documents, series, failure) : new ApplyAnswer(db, series, clock.GetUtcNow()).Apply(documents, answer);
        }, CancellationToken.None);
    }

    private Step NotAnswered(List<FiscalDocument> documents, Series series, AgencyFailure failure)
    {
        var now = clock.GetUtcNow();
        if (failure.NothingHappened)
        {
            foreach (var document in documents) document.Resend();
            series.Meet(failure, now, settings);
            return Step.Done;
        }
        foreach (var document in documents) document.LoseTrack(now);
        if (failure.Kind == FailureKind.OtherEnvironment) series.Meet(failure, now, settings);
        // It is asked for at once; if the agency is down, that question is what fails and pauses.
        return new Step(0, GoesOn: true);
    }

    private Task<bool> HasQueuedAsync(Turn turn, CancellationToken cancel) => sessions.RunAsync(Writer, (services, token) =>
        WaitingDocuments.In(services.GetRequiredService<InvoicingDb>(), turn.Series.Id).AnyAsync(token), cancel);

    private Task<Step> PauseAsync(Turn turn, AgencyFailure failure, CancellationToken cancel) => InTurnAsync(turn, (_, series, _) =>
    {
        series.Meet(failure, clock.GetUtcNow(), settings);
        return Task.FromResult(Step.Done);
    }, cancel);

    /// <summary>One transaction behind the fence.</summary>
    private Task<Step> InTurnAsync(Turn turn, Func<InvoicingDb, Series, CancellationToken, Task<Step>> work, CancellationToken cancel) => turn.WriteAsync(sessions, leases, work, cancel);

    public static Task<List<FiscalDocument>> LoadAsync(InvoicingDb db, List<FiscalDocumentId> ids, CancellationToken cancel) =>
        db.Documents.Where(d => ids.Contains(d.Id)).OrderBy(d => d.Number).ToListAsync(cancel);

    public static KeptExchange Kept(Turn turn, long first, long last, Exchange said, DateTimeOffset now) => new()
    {
        Id = IId<EventId>.New().Value,
        SeriesId = turn.Series.Id,
        FirstNumber = first,
        LastNumber = last,
        At = now,
        Operation = said.Operation,
        Request = said.Request,
        Answer = said.Answer,
        Milliseconds = said.Milliseconds,
    };
}

/// <param name="GoesOn">There is more to do at once.</param>
internal readonly record struct Step(int Settled, bool GoesOn)
{
    public static readonly Step Done = new(0, GoesOn: false);
}

/// <summary>One look at a series by its writer.</summary>
/// <param name="Open">Documents that have a number and no end, by number.</param>
internal sealed record Turn(SeriesLease Lease, Series Series, AgencyIdentity As, List<FiscalDocument> Open)
{
    public Task<Step> WriteAsync(SessionScopes sessions, SeriesLeases leases, Func<InvoicingDb, Series, CancellationToken, Task<Step>> work, CancellationToken cancel) =>
        sessions.RunAsync(SeriesWriter.Writer, async (services, token) =>
        {
            var db = services.GetRequiredService<InvoicingDb>();
            await leases.AssertAsync(db.Session, Lease, token);
            var step = await work(db, await db.Series.SingleAsync(s => s.Id == Series.Id, token), token);
            await db.SaveChangesAsync(token);
            return step;
        }, cancel);

    public string Title(long number) => string.Create(CultureInfo.InvariantCulture, $"{Series.Point:D5}-{number:D8}");
}
