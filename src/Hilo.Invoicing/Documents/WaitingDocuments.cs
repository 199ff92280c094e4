using Microsoft.EntityFrameworkCore;

namespace Hilo.Invoicing;

/// <summary>Documents that wait for a number, oldest first, with everything that their payloads need.</summary>
internal sealed class WaitingDocuments
{
    private readonly Dictionary<FiscalDocumentId, FiscalDocument> originals;
    private readonly ILookup<FiscalDocumentId, Voucher> raised;
    private readonly DateOnly today;

    private WaitingDocuments(IReadOnlyList<FiscalDocument> documents, Dictionary<FiscalDocumentId, FiscalDocument> originals, ILookup<FiscalDocumentId, Voucher> raised, KnownTables tables, DateOnly today) =>
        (All, this.originals, this.raised, Tables, this.today) = (documents, originals, raised, tables, today);

    public IReadOnlyList<FiscalDocument> All { get; }

    public KnownTables Tables { get; }

    /// <summary>More may wait behind them.</summary>
    public bool IsFull { get; private init; }

    /// <summary>A note waits until the agency knows what it corrects: the invoice, and for credit also what was charged on top before.</summary>
    public static IQueryable<FiscalDocument> In(InvoicingDb db, Guid series) => db.Documents.Where(d =>
        d.SeriesId == series && d.State == FiscalDocumentState.Queued
        && (d.OriginalId == null || (db.Documents.Any(o => o.Id == d.OriginalId && o.State == FiscalDocumentState.Authorized && (o.Report == null || o.Report == ReportState.Reported))
            && (d.Kind != FiscalDocumentKind.CreditNote
                || !db.Documents.Any(n => n.OriginalId == d.OriginalId && n.Kind == FiscalDocumentKind.DebitNote && n.State != FiscalDocumentState.Authorized && n.FactAt < d.FactAt)))));

    /// <summary>Tracked by the context, to be changed.</summary>
    public static async Task<WaitingDocuments> TakeAsync(InvoicingDb db, Series series, int most, DateOnly today, CancellationToken cancel)
    {
        var tables = await new ParameterTables(db).OfAsync(series, cancel);
        // The agency takes credit invoices and exports one by one.
        most = series.VoucherType > DecideFce.Offset || VoucherTypes.IsAbroad(series.VoucherType) ? 1 : Math.Min(most, tables.LargestRequest);
        var documents = await In(db, series.Id).OrderBy(d => d.FactAt).ThenBy(d => d.QueuedAt).ThenBy(d => d.Id).Take(most).ToListAsync(cancel);
        FiscalDocumentId[] ids = [.. documents.Select(d => d.OriginalId).OfType<FiscalDocumentId>()];
        FiscalDocumentId[] credited = [.. documents.Where(d => d.Kind == FiscalDocumentKind.CreditNote).Select(d => d.OriginalId).OfType<FiscalDocumentId>()];
        var found = ids.Length == 0 ? [] : await db.Documents.AsNoTracking().Where(d => ids.Contains(d.Id)).ToDictionaryAsync(d => d.Id, cancel);
        var onTop = credited.Length == 0 ? [] : await db.Documents.AsNoTracking()
            .Where(d => d.OriginalId != null && credited.Contains(d.OriginalId.Value) && d.Kind == FiscalDocumentKind.DebitNote && d.State == FiscalDocumentState.Authorized).ToListAsync(cancel);
        return new WaitingDocuments(documents, found, onTop.ToLookup(d => d.OriginalId!.Value, d => d.Frozen), tables, today) { IsFull = documents.Count == most };
    }

    /// <summary>The payload for one number. A note of credit names what was charged on top of its original too, or it would give back more than what it names.</summary>
    /// <param name="abroadId">Of an export: the key that makes sending it again harmless.</param>
    public Voucher Freeze(FiscalDocument document, string cuit, int point, long number, DateOnly date, long abroadId = 0)
    {
        var decision = document.Decided;
        var original = document.OriginalId is { } id ? originals[id].Frozen : null;
        if (decision.Fce is not { } terms)
        {
            var says = document.Says;
            var frozen = FreezeVoucher.Of(decision, says.Amounts, cuit, point, number, date, original, document is { Kind: FiscalDocumentKind.CreditNote, OriginalId: { } of } ? [.. raised[of]] : [], says.Terms);
            return says.Abroad is { } abroad ? FreezeAbroad.Complete(frozen, abroad, says, abroadId) : frozen;
        }
        // A note of a credit invoice names that one alone, and is not dated before it.
        if (original is not null && original.Date > date) date = original.Date;
        return DecideFce.Complete(FreezeVoucher.Of(decision, document.Says.Amounts, cuit, point, number, date, original, terms: document.Says.Terms), terms, today);
    }

    /// <summary>What the agency would refuse, before it is asked.</summary>
    public AgencyNote? Refusal(Voucher voucher) => FreezeVoucher.Refusal(voucher) ?? Tables.Refusal(voucher);
}
