using Hilo.Platform;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace Hilo.Invoicing;

/// <summary>Asks the agency, a few at a time, what it keeps under the number of every authorized document, and writes down whether it is the same. Only reads; a document is asked for once.</summary>
internal sealed partial class CheckDocuments(SessionScopes sessions, Authorizers agencies, IConfiguration configuration, TimeProvider clock, ILogger<CheckDocuments> log) : ISweep
{
    private static readonly Facts Checker = new() { Actor = "sweeper:CheckDocuments" };

    // The agency may show a voucher only a while after it authorized it.
    private TimeSpan After { get; } = TimeSpan.FromSeconds(configuration.GetValue<double?>("Arca:CheckAfterSeconds") ?? 3600);

    private int AtOnce { get; } = configuration.GetValue<int?>("Arca:ChecksPerTurn") ?? 20;

    public async Task<int> SweepAsync(CancellationToken cancel)
    {
        if (AtOnce == 0) return 0;
        var due = await DueAsync(cancel);
        var done = 0;
        foreach (var (document, series, identity) in due)
        {
            var frozen = document.Frozen;
            var asked = await agencies.Of(series).FindAsync(identity, series.Point, series.VoucherType, frozen.Number, null, cancel);
            if (asked.Failed(out var failure, out var found) && failure is not { Kind: FailureKind.Refused, Code: AgencyFailure.NoData })
            {
                Stopped(log, failure.Words);
                break;
            }
            var (result, words) = found is null ? (AgencyCheck.Absent, "ARCA no tiene ningún comprobante con ese número.") : Compare(document, frozen, found);
            await sessions.RunAsync(Checker, async (services, token) =>
            {
                var db = services.GetRequiredService<InvoicingDb>();
                var current = await db.Documents.SingleAsync(d => d.Id == document.Id, token);
                current.Check(result, words, clock.GetUtcNow());
                if (current.RateMicros is null && found is { Voucher.Rate: > 0 and var rate }) current.RateMicros = (long)(rate * 1_000_000);
                await db.SaveChangesAsync(token);
                return true;
            }, cancel);
            done++;
        }
        return done;
    }

    private static (AgencyCheck, string?) Compare(FiscalDocument document, Voucher frozen, FoundVoucher found)
    {
        if (found.AuthorizationCode != document.Cae) return (AgencyCheck.Different, $"ARCA tiene el código de autorización {found.AuthorizationCode}.");
        if (frozen.IsSameAs(found.Voucher)) return (AgencyCheck.Same, null);
        var told = found.Voucher;
        return (AgencyCheck.Different, told.TotalMinor != frozen.TotalMinor ? $"ARCA tiene un total de {Paper.Pesos(told.TotalMinor)}."
            : told.Date != frozen.Date ? $"ARCA tiene la fecha {Paper.Day(told.Date)}."
            : told.DocumentNumber != frozen.DocumentNumber ? "ARCA tiene otro receptor." : "ARCA tiene otro desglose.");
    }

    private Task<List<(FiscalDocument, Series, AgencyIdentity)>> DueAsync(CancellationToken cancel) => sessions.RunAsync(Checker, async (services, token) =>
    {
        var (db, before) = (services.GetRequiredService<InvoicingDb>(), clock.GetUtcNow() - After);
        // What was made under a CAEA is known there once it was reported.
        var documents = await db.Documents.AsNoTracking().Where(d => d.State == FiscalDocumentState.Authorized && (d.Report == null || d.Report == ReportState.Reported) && d.CheckedAt == null && d.AuthorizedAt <= before && (d.Report == null || d.Report == ReportState.Reported))
            .OrderBy(d => d.AuthorizedAt).Take(AtOnce).ToListAsync(token);
        if (documents.Count == 0) return [];
        var ids = documents.Select(d => d.SeriesId).Distinct().ToList();
        var series = await db.Series.AsNoTracking().Where(s => ids.Contains(s.Id)).ToDictionaryAsync(s => s.Id, token);
        var issuers = await db.Issuers.AsNoTracking().ToDictionaryAsync(i => i.Id, token);
        var secrets = services.GetRequiredService<ISecrets>();
        return documents.Select(d => (Document: d, Series: series[d.SeriesId])).Where(d => issuers[d.Series.IssuerId].Environment == d.Series.Environment)
            .Select(d => (d.Document, d.Series, As: issuers[d.Series.IssuerId].As(d.Series.Cuit, secrets))).Where(d => d.As is not null).Select(d => (d.Document, d.Series, d.As!)).ToList();
    }, cancel);

    [LoggerMessage(LogLevel.Information, "Checking documents at the agency goes on later: {Why}")]
    private static partial void Stopped(ILogger log, string why);
}
