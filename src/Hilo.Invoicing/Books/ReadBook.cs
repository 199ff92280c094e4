using Microsoft.EntityFrameworkCore;

namespace Hilo.Invoicing;

/// <summary>Authorized documents of a month, by their date.</summary>
internal sealed class ReadBook(InvoicingDb db)
{
    /// <param name="issuer">Null: all of them.</param>
    public async Task<List<BookRow>> RowsAsync(BookMonth month, IssuerId? issuer, CancellationToken cancel)
    {
        var (from, to) = (FiscalDay.Number(month.First), FiscalDay.Number(month.Last));
        var documents = await db.Documents.AsNoTracking()
            .Where(d => d.State == FiscalDocumentState.Authorized && d.DatedOn >= from && d.DatedOn <= to && (issuer == null || db.Series.Any(s => s.Id == d.SeriesId && s.IssuerId == issuer)))
            .OrderBy(d => d.DatedOn).ThenBy(d => d.SeriesId).ThenBy(d => d.Number).Select(d => new { d.Voucher, d.ReceiverName, d.Cae, d.OrderNumber, d.RateMicros }).ToListAsync(cancel);
        return documents.ConvertAll(d => RowOf(d.Voucher!, d.ReceiverName, d.Cae!, d.OrderNumber, d.RateMicros));
    }

    /// <param name="rateMicros">What the agency said, where the rate was left to it.</param>
    public static BookRow RowOf(string json, string? receiver, string cae, string? order, long? rateMicros)
    {
        var voucher = Voucher.FromJson(json);
        var rate = voucher.Currency == Currencies.Pesos ? 1 : voucher.Rate > 0 ? voucher.Rate : (rateMicros ?? 0) / 1_000_000m;
        return new BookRow(voucher, VoucherTypes.TitleOf(voucher.Type, voucher.Point, voucher.Number), receiver ?? "CONSUMIDOR FINAL", cae, order, rate);
    }
}
