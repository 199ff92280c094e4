using Hilo.Platform;

namespace Hilo.Invoicing;

/// <summary>Finds out what became of documents whose answer was lost (specs: arca 7.3), and where a series really stands. Only reads at the agency.</summary>
internal sealed class SettleSeries(SessionScopes sessions, SeriesLeases leases, Authorizers agencies, AgencySettings settings, TimeProvider clock)
{
    private const int LongestGap = 500;

    /// <summary>Asks for each open number, lowest first.</summary>
    public async Task<Step> SettleAsync(Turn turn, CancellationToken cancel)
    {
        await NoticeCrashAsync(turn, cancel);
        var settled = 0;
        foreach (var document in turn.Open.Where(d => d.State != FiscalDocumentState.Prepared))
        {
            var number = document.Number!.Value;
            Exchange? said = null;
            var asked = await agencies.Of(turn.Series).FindAsync(turn.As, turn.Series.Point, turn.Series.VoucherType, number, e => said = e, cancel);
            if (asked.Failed(out var failure, out var found))
            {
                var step = failure is { Kind: FailureKind.Refused, Code: AgencyFailure.NoData } ? await MissAsync(turn, document.Id, number, cancel) : await FailAsync(turn, failure, cancel);
                return step with { Settled = settled };
            }
            settled += (await WriteAsync(turn, (db, series, token) => AdoptAsync(db, series, document.Id, found, said!, token), cancel)).Settled;
        }
        return new Step(settled, GoesOn: true);
    }

    /// <summary>Asks where the series stands, and looks at every number that was not ours.</summary>
    public async Task<Step> ConfirmAsync(Turn turn, CancellationToken cancel)
    {
        if (VoucherTypes.IsAbroad(turn.Series.VoucherType))
        {
            if ((await agencies.Abroad.LastIdAsync(turn.As, cancel)).Failed(out var unknown, out var id)) return await FailAsync(turn, unknown, cancel);
            await WriteAsync(turn, async (db, series, token) =>
            {
                await AbroadIds.SawAsync(db.Session, series, id, token);
                return Step.Done;
            }, cancel);
        }
        if ((await agencies.Of(turn.Series).LastAsync(turn.As, turn.Series.Point, turn.Series.VoucherType, cancel)).Failed(out var failure, out var last)) return await FailAsync(turn, failure, cancel);
        if (turn.Series.LastNumber is { } known)
        {
            if (last < known) return await BlockAsync(turn, $"ARCA dice que el último número es {last} y acá se autorizó el {known}: alguien tiene que mirarlo antes de seguir.", cancel);
            if (last - known > LongestGap) return await BlockAsync(turn, $"ARCA tiene {last - known} comprobantes de este punto de venta que no son de Hilo.", cancel);
            if (last > known) return await LookIntoGapAsync(turn, known + 1, last, cancel);
        }
        DateOnly? on = null;
        if (turn.Series.LastNumber is null && last > 0)
        {
            // The first document of ours must not be older than the last of whoever was here before.
            if ((await agencies.Of(turn.Series).FindAsync(turn.As, turn.Series.Point, turn.Series.VoucherType, last, null, cancel)).Failed(out failure, out var before)) return await FailAsync(turn, failure, cancel);
            on = before.Voucher.Date;
        }
        return await WriteAsync(turn, (_, series, _) =>
        {
            series.Confirm(last, on, clock.GetUtcNow());
            return Task.FromResult(new Step(0, GoesOn: true));
        }, cancel);
    }

    private async Task<Step> LookIntoGapAsync(Turn turn, long from, long to, CancellationToken cancel)
    {
        var found = new List<FoundVoucher>();
        for (var number = from; number <= to; number++)
        {
            if ((await agencies.Of(turn.Series).FindAsync(turn.As, turn.Series.Point, turn.Series.VoucherType, number, null, cancel)).Failed(out var failure, out var voucher)) return await FailAsync(turn, failure, cancel);
            found.Add(voucher);
        }
        return await WriteAsync(turn, (db, series, _) =>
        {
            foreach (var voucher in found) NoteForeign(db, series, voucher);
            series.Confirm(to, found[^1].Voucher.Date, clock.GetUtcNow());
            return Task.FromResult(new Step(0, GoesOn: true));
        }, cancel);
    }

    /// <summary>A process ended while it was sending.</summary>
    private async Task NoticeCrashAsync(Turn turn, CancellationToken cancel)
    {
        var left = turn.Open.FindAll(d => d.State == FiscalDocumentState.Sending).ConvertAll(d => d.Id);
        if (left.Count == 0) return;
        await WriteAsync(turn, async (db, _, token) =>
        {
            foreach (var document in await SeriesWriter.LoadAsync(db, left, token)) document.LoseTrack(clock.GetUtcNow());
            return Step.Done;
        }, cancel);
    }

    private async Task<Step> AdoptAsync(InvoicingDb db, Series series, FiscalDocumentId id, FoundVoucher found, Exchange said, CancellationToken cancel)
    {
        var (document, now) = ((await db.Documents.FindAsync([id], cancel))!, clock.GetUtcNow());
        db.Add(new KeptExchange
        {
            Id = IId<EventId>.New().Value,
            SeriesId = series.Id,
            FirstNumber = found.Voucher.Number,
            LastNumber = found.Voucher.Number,
            At = now,
            Operation = said.Operation,
            Request = said.Request,
            Answer = said.Answer,
            Milliseconds = said.Milliseconds,
        });
        var isOurs = document.Frozen.IsSameAs(found.Voucher);
        if (isOurs && series.HasForeign && !document.IsConfirmed && document.Frozen.DocumentType == ReceiverFacts.Nobody)
        {
            // Two anonymous documents of one amount look alike, and somebody else issues here.
            document.GiveToAPerson();
            series.Block("Otro programa usó este punto de venta: hay que confirmar a mano de quién es un comprobante.");
            return new Step(1, GoesOn: false);
        }
        if (isOurs)
        {
            db.Publish(document.Authorize(found.AuthorizationCode, found.ExpiresOn, found.ProcessedAt, found.Observations, recovered: true, now));
            series.Confirm(Math.Max(found.Voucher.Number, series.LastNumber ?? 0), found.Voucher.Date, now);
            series.Worked();
            return new Step(1, GoesOn: true);
        }
        document.Return(numberTaken: true);
        NoteForeign(db, series, found);
        series.Confirm(Math.Max(found.Voucher.Number, series.LastNumber ?? 0), found.Voucher.Date, now);
        series.Doubt();
        return new Step(0, GoesOn: true);
    }

    /// <summary>The agency does not know the number. It may still commit what it was sent: nothing goes again before that is ruled out.</summary>
    private async Task<Step> MissAsync(Turn turn, FiscalDocumentId id, long number, CancellationToken cancel)
    {
        var grace = turn.Open.Count == 1 ? settings.Grace : settings.BatchGrace;
        var isSure = false;
        var step = await WriteAsync(turn, async (db, series, token) =>
        {
            var (document, now) = ((await db.Documents.FindAsync([id], token))!, clock.GetUtcNow());
            document.Miss(now, settings.AbsenceGap);
            series.Worked();
            var waitedUntil = document.AnsweredAt!.Value + grace;
            isSure = document.Absences >= 2 && now >= waitedUntil;
            if (isSure) return new Step(0, GoesOn: true);
            if (now - document.SentAt!.Value > settings.Horizon)
            {
                document.GiveToAPerson();
                series.Block($"No se pudo saber qué pasó con el {turn.Title(number)}: mirá en ARCA si existe.");
                return Step.Done;
            }
            var next = document.Absences < 2 ? document.AbsentAt!.Value + settings.AbsenceGap : waitedUntil;
            series.Pause($"Se cortó la respuesta del {turn.Title(number)}: se está consultando ese número, no se emite dos veces.", next);
            return Step.Done;
        }, cancel);
        if (!isSure) return step;
        if ((await agencies.Of(turn.Series).LastAsync(turn.As, turn.Series.Point, turn.Series.VoucherType, cancel)).Failed(out var failure, out var last)) return await FailAsync(turn, failure, cancel);
        // It arrived after all, or somebody took the number: the next look at it tells.
        if (last >= number) return new Step(0, GoesOn: true);
        if (last < number - 1) return await BlockAsync(turn, $"ARCA dice que el último número es {last} y acá sigue pendiente el {number}.", cancel);
        return await WriteAsync(turn, async (db, _, token) =>
        {
            // What would come behind it cannot exist either.
            var rest = turn.Open.FindAll(d => d.Number >= number).ConvertAll(d => d.Id);
            foreach (var document in (await SeriesWriter.LoadAsync(db, rest, token)).Where(d => d.State is FiscalDocumentState.Unknown or FiscalDocumentState.Reconciling)) document.Resend();
            return new Step(0, GoesOn: true);
        }, cancel);
    }

    private void NoteForeign(InvoicingDb db, Series series, FoundVoucher found)
    {
        series.SawForeign();
        db.Add(new ForeignVoucher
        {
            SeriesId = series.Id,
            Number = found.Voucher.Number,
            DatedOn = FiscalDay.Number(found.Voucher.Date),
            TotalMinor = found.Voucher.TotalMinor,
            Cae = found.AuthorizationCode,
            FoundAt = clock.GetUtcNow(),
        });
    }

    private Task<Step> FailAsync(Turn turn, AgencyFailure failure, CancellationToken cancel) => WriteAsync(turn, (_, series, _) =>
    {
        series.Meet(failure, clock.GetUtcNow(), settings);
        return Task.FromResult(Step.Done);
    }, cancel);

    private Task<Step> BlockAsync(Turn turn, string why, CancellationToken cancel) => WriteAsync(turn, (_, series, _) =>
    {
        series.Block(why);
        return Task.FromResult(Step.Done);
    }, cancel);

    private Task<Step> WriteAsync(Turn turn, Func<InvoicingDb, Series, CancellationToken, Task<Step>> work, CancellationToken cancel) => turn.WriteAsync(sessions, leases, work, cancel);
}
