using Microsoft.EntityFrameworkCore;

namespace Hilo.Invoicing;

/// <summary>Reads records whole: the document, its amounts in pesos, its entry.</summary>
internal sealed class ExportRecords(InvoicingDb db)
{
    public async Task<IReadOnlyList<ExportRecord>> ReadAsync(IQueryable<ExportEntryRow> which, CancellationToken cancel)
    {
        var rows = await which.AsNoTracking().OrderBy(r => r.Position).Join(db.Documents.AsNoTracking(), r => r.DocumentId, d => d.Id, (r, d) => new { r.Position, Document = d }).OrderBy(r => r.Position).ToListAsync(cancel);
        var accounts = await db.Accounts.AsNoTracking().ToDictionaryAsync(a => a.AccountKey, a => a.Name, StringComparer.Ordinal, cancel);
        return rows.ConvertAll(r => Of(r.Position, r.Document, accounts));
    }

    private static ExportRecord Of(long position, FiscalDocument document, IReadOnlyDictionary<string, string> accounts)
    {
        var row = ReadBook.RowOf(document.Voucher!, document.ReceiverName, document.Cae!, document.OrderNumber, document.RateMicros);
        var (voucher, pesos) = (row.Voucher, row.InPesos());
        Money Pesos(long minor) => Money.Ars(row.Sign * minor / 100m);
        return new ExportRecord(
            position, document.Id, document.Kind, voucher.Type, VoucherTypes.LetterOf(voucher.Type), voucher.Point, voucher.Number, row.Title, voucher.Date, row.Cae,
            voucher.DocumentNumber.ToString(System.Globalization.CultureInfo.InvariantCulture), row.Name, document.OrderNumber, document.Province, document.SalesChannelId, document.LocationId, document.Tender,
            Currencies.IsoOf(voucher.Currency), row.Rate, Pesos(pesos.NetMinor), Pesos(pesos.ExemptMinor), Pesos(pesos.UntaxedMinor), Pesos(pesos.VatMinor), Pesos(pesos.TributesMinor), Pesos(pesos.TotalMinor),
            AccountingEntries.Of(row, document.Tender, accounts));
    }
}
