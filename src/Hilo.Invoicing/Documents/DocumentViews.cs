using Microsoft.EntityFrameworkCore;

namespace Hilo.Invoicing;

internal sealed class DocumentViews(InvoicingDb db)
{
    private const int Exchanges = 20;

    public async Task<IReadOnlyList<FiscalDocumentRow>> RowsAsync(IReadOnlyList<FiscalDocument> documents, CancellationToken cancel)
    {
        Guid[] ids = [.. documents.Select(d => d.SeriesId).Distinct()];
        var series = await db.Series.AsNoTracking().Where(s => ids.Contains(s.Id)).ToDictionaryAsync(s => s.Id, cancel);
        return [.. documents.Select(d => RowOf(d, series[d.SeriesId]))];
    }

    public async Task<FiscalDocumentView?> FindAsync(FiscalDocumentId id, CancellationToken cancel)
    {
        if (await db.Documents.AsNoTracking().FirstOrDefaultAsync(d => d.Id == id, cancel) is not { } document) return null;
        var related = await db.Documents.AsNoTracking().Where(d => d.Id != id && ((document.OriginalId != null && d.Id == document.OriginalId) || d.OriginalId == id)).OrderBy(d => d.QueuedAt).ToListAsync(cancel);
        var exchanges = await ExchangesAsync(document, cancel);
        var (content, decision) = (document.Says, document.Decided);
        Money Amount(long minor) => new(minor, document.Currency);
        return new FiscalDocumentView(
            (await RowsAsync([document], cancel))[0], document.Version,
            new FiscalReceiver(decision.Receiver.DocumentType, decision.Receiver.DocumentNumber, decision.Receiver.Condition, document.ReceiverName),
            [.. content.Lines.Select(l => new FiscalLine(l.Sku, l.Text, l.Quantity, l.TaxCode, Amount(l.UnitPriceMinor), Amount(l.DiscountMinor), Amount(l.GrossMinor)))],
            [.. content.Amounts.Rows.Select(r => new FiscalVat(r.Code, Amount(r.BaseMinor), Amount(r.VatMinor)))],
            Amount(content.Amounts.NetMinor), Amount(content.Amounts.ExemptMinor), Amount(content.Amounts.UntaxedMinor), Amount(content.Amounts.VatMinor),
            decision.Trace, decision.Legends, [.. document.AgencyNotes.Select(n => new FiscalNote(n.Code, n.Words))],
            document.CaeExpiresOn is { } on ? FiscalDay.FromNumber(on) : null, document.IsRecovered, document.Attempts, document.OriginalId,
            await RowsAsync(related, cancel),
            [.. exchanges.Select(e => new FiscalExchange(e.At, e.Operation, e.Request, e.Answer, e.Milliseconds))],
            document.Report is { } report ? new FiscalReport(Platform.Words.Of(report), await ReportByAsync(document, cancel), [.. document.NotesOfReport.Select(n => new FiscalNote(n.Code, n.Words))]) : null)
        {
            Abroad = content.Abroad is { } abroad ? AbroadOf(document, abroad) : null,
            Tributes = [.. content.Amounts.Tributes.Select(t => new FiscalTribute(t.Description ?? TributeNames.Of(t.Tribute), Amount(t.AmountMinor)))],
        };
    }

    /// <summary>What was said about its number. A refused document has lost it: the number goes to the next one, whose talk is not its own.</summary>
    private async Task<List<KeptExchange>> ExchangesAsync(FiscalDocument document, CancellationToken cancel)
    {
        if (document.Voucher is null || (document.Number is null && document.AnsweredAt is null)) return [];
        var (number, until) = (document.Frozen.Number, document.Number is null ? document.AnsweredAt!.Value : DateTimeOffset.MaxValue);
        return await db.Exchanges.AsNoTracking()
            .Where(e => e.SeriesId == document.SeriesId && e.FirstNumber <= number && e.LastNumber >= number && e.At <= until).OrderBy(e => e.At).Take(Exchanges).ToListAsync(cancel);
    }

    private static FiscalAbroad AbroadOf(FiscalDocument document, AbroadTerms abroad)
    {
        var frozen = document.Voucher is null ? null : document.Frozen;
        return new FiscalAbroad(
            new SaleAbroad(
                abroad.Client, abroad.Address, abroad.Country, abroad.CountryCuit, abroad.TaxId, abroad.Incoterms, abroad.IncotermsText, abroad.PaymentTerms, document.Says.Terms?.PayBy, abroad.Language,
                [.. abroad.Permits.Select(p => new ShippingPermit(p.Number, p.Country))]),
            abroad.Destination, abroad.Kind, document.Says.Terms?.Rate ?? 1, document.Says.Terms?.PaidInCurrency, frozen?.Abroad?.Id);
    }

    private async Task<DateOnly?> ReportByAsync(FiscalDocument document, CancellationToken cancel) =>
        await db.Caeas.Where(c => c.Id == document.CaeaId).Select(c => c.ReportBy).FirstOrDefaultAsync(cancel) is { } day ? FiscalDay.FromNumber(day) : null;

    private static FiscalDocumentRow RowOf(FiscalDocument document, Series series) => new(
        document.Id, document.Kind, VoucherTypes.LetterOf(series.VoucherType), TitleOf(document, series), document.State, document.Total, document.ReceiverName, document.OrderId, document.OrderNumber,
        document.QueuedAt, document.DatedOn is { } on ? FiscalDay.FromNumber(on) : null, document.DueOn is { } due ? FiscalDay.FromNumber(due) : null, document.Cae, ProblemOf(document, series));

    private static string TitleOf(FiscalDocument document, Series series) => document.Number is { } number
        ? VoucherTypes.TitleOf(series.VoucherType, series.Point, number)
        : $"{VoucherTypes.NameOf(document.Kind)} {VoucherTypes.LetterOf(series.VoucherType)}";

    private static string? ProblemOf(FiscalDocument document, Series series) => document.State switch
    {
        FiscalDocumentState.Authorized => document.Report == ReportState.Refused ? $"ARCA no aceptó el informe: {string.Join(" ", document.NotesOfReport.Select(n => $"{n.Words} ({n.Code})"))}" : null,
        FiscalDocumentState.Rejected => string.Join(" ", document.AgencyNotes.Select(n => n.Code == 0 ? n.Words : $"{n.Words} ({n.Code})")),
        _ => series.BlockedFor ?? series.WaitingFor,
    };
}
