using Hilo.Platform;
using Microsoft.EntityFrameworkCore;

namespace Hilo.Invoicing;

/// <summary>What the registry says of the receivers of documents that are about to go.</summary>
/// <param name="Asked">Documents that it was asked for.</param>
/// <param name="Silence">Why it did not answer now; null when it did, or needed not to be asked.</param>
internal sealed record ReceiverCheck(IReadOnlySet<FiscalDocumentId> Asked, IReadOnlyDictionary<string, KnownTaxpayer> Known, string? Silence)
{
    /// <summary>Reads what was said into a document that it was asked for. A refusal has been written into it, and is told.</summary>
    /// <returns>False: it joined the queue since, and waits for the next look.</returns>
    public bool TryApply(FiscalDocument document, NormsOfDay norms, out IReadOnlyList<AgencyNote> refusal)
    {
        refusal = [];
        if (!IsDue(document)) return true;
        if (!Asked.Contains(document.Id)) return false;
        var decided = document.Decided;
        var check = RecheckReceiver.Of(decided, Known.GetValueOrDefault(decided.Receiver.DocumentNumber), Silence, document.AgencyNotes, norms);
        if (check.Refusal is { } note) refusal = [.. document.AgencyNotes, note];
        else document.Redecide(check.Decision);
        return true;
    }

    /// <summary>Invoices of class A, and whatever the agency refused for its receiver. A note keeps whom its invoice names, and what a person named goes as it is.</summary>
    public static bool IsDue(FiscalDocument document) =>
        document is { Kind: FiscalDocumentKind.Invoice, IsReceiverConfirmed: false } && document.Decided is { Receiver.DocumentType: 80 } decided && (decided.Class is "A" or "ALEY" || document.RegistryAfter is not null);
}

/// <summary>Asks the registry again for the receivers of documents that wait, when what it said of them is older than a day: one call for all of them, before a number is taken. It may be down: then
/// documents go with what is known, and say so.</summary>
internal sealed class CheckReceivers(SessionScopes sessions, Taxpayers taxpayers, AgencySettings settings, TimeProvider clock)
{
    public async Task<ReceiverCheck> AskAsync(Turn turn, CancellationToken cancel)
    {
        var due = await DueAsync(turn.Series, cancel);
        if (due.Count == 0) return new ReceiverCheck(new HashSet<FiscalDocumentId>(), new Dictionary<string, KnownTaxpayer>(), null);
        var day = clock.GetUtcNow() - settings.ReceiverFor;
        var newerThan = due.GroupBy(d => d.Decided.Receiver.DocumentNumber).ToDictionary(g => g.Key, g => g.Max(d => d.RegistryAfter is { } after && after > day ? after : day), StringComparer.Ordinal);
        var (known, silence) = await taxpayers.CheckAsync(turn.As, newerThan, cancel);
        return new ReceiverCheck(due.Select(d => d.Id).ToHashSet(), known, silence);
    }

    private Task<List<FiscalDocument>> DueAsync(Series series, CancellationToken cancel) => sessions.RunAsync(SeriesWriter.Writer, async (services, token) =>
    {
        var isA = VoucherTypes.LetterOf(series.VoucherType) == "A";
        var waiting = await WaitingDocuments.In(services.GetRequiredService<InvoicingDb>(), series.Id).AsNoTracking().Where(d => d.Kind == FiscalDocumentKind.Invoice && (isA || d.RegistryAfter != null))
            .OrderBy(d => d.FactAt).ThenBy(d => d.QueuedAt).ThenBy(d => d.Id).Take(settings.Batch).ToListAsync(token);
        return waiting.FindAll(ReceiverCheck.IsDue);
    }, cancel);
}
