using System.Collections.Concurrent;
using Hilo.Platform;
using Microsoft.EntityFrameworkCore;

namespace Hilo.Invoicing;

/// <summary>The agency's rates, asked once per currency and day. It may be down: then a document goes with what its sale says, and the agency judges it.</summary>
internal sealed class Quotes(SessionScopes sessions, AskingIssuer issuers, Wsfe agency)
{
    private const int DaysKept = 31;
    private readonly ConcurrentDictionary<(FiscalEnvironment Environment, string Currency, DateOnly Day), Quote> known = new();

    /// <param name="code">The agency's.</param>
    /// <param name="day">Of a document: its rate is that of the day before.</param>
    public async Task<Asked<Quote>> OfAsync(string code, DateOnly day, CancellationToken cancel) =>
        await issuers.FindAsync(cancel) is { } who ? await OfAsync(who, code, day, cancel) : AskingIssuer.None;

    /// <summary>For documents in foreign currency that wait in a series, by currency; one that the agency does not say is left out.</summary>
    public async Task<IReadOnlyDictionary<string, Quote>> BeforeAsync(Turn turn, DateOnly today, CancellationToken cancel)
    {
        var quotes = new Dictionary<string, Quote>(StringComparer.Ordinal);
        // Exports are judged by another service, with a window of its own.
        if (VoucherTypes.IsAbroad(turn.Series.VoucherType)) return quotes;
        foreach (var currency in await CurrenciesAsync(turn.Series, cancel))
        {
            if (Currencies.TryFind(currency.Code, out var code) && !(await OfAsync(turn.As, code, today, cancel)).Failed(out _, out var quote)) quotes[code] = quote;
        }
        return quotes;
    }

    private async Task<Asked<Quote>> OfAsync(AgencyIdentity who, string code, DateOnly day, CancellationToken cancel)
    {
        var before = day.AddDays(-1);
        if (known.TryGetValue((who.Environment, code, before), out var kept)) return kept;
        if ((await agency.RateAsync(who, code, before, cancel)).Failed(out var failure, out var quote)) return failure;
        foreach (var old in known.Keys.Where(k => k.Day < before.AddDays(-DaysKept))) known.TryRemove(old, out _);
        return known[(who.Environment, code, before)] = quote;
    }

    private Task<List<Currency>> CurrenciesAsync(Series series, CancellationToken cancel) => sessions.RunAsync(SeriesWriter.Writer, (services, token) =>
        services.GetRequiredService<InvoicingDb>().Documents.AsNoTracking().Where(d => d.SeriesId == series.Id && d.State == FiscalDocumentState.Queued && d.Currency != Currency.Ars).Select(d => d.Currency).Distinct().ToListAsync(token), cancel);
}
