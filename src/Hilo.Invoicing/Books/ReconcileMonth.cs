using Hilo.Platform;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Hilo.Invoicing;

/// <summary>Sales of a month against their documents against the agency.</summary>
internal static class ReconcileMonth
{
    private const int Batch = 500;

    public static void Map(RouteGroupBuilder invoicing) => invoicing.MapGet("/books/{month}/reconciliation", HandleAsync).RequirePermission(Permissions.InvoicingRead)
        .WithSummary("What does not agree between sales, documents and agency: missing, double, different, waiting, rejected, absent or different at the agency, numbers of other programs. format=xlsx or csv for a file.");

    private static async Task<Results<Ok<ReconciliationView>, FileContentHttpResult, ProblemHttpResult>> HandleAsync(
        string month, string? format, InvoicingDb db, IListSales list, ISalesToInvoice sales, IMerchant merchant, CancellationToken cancel)
    {
        if (BookMonth.Parse(month).Refused(out var problem, out var which)) return problem.ToHttp();
        var paid = await PaidAsync(list, which, cancel);
        var documents = await DocumentsAsync(db, which, paid, cancel);
        var orders = paid.Union(documents.Select(d => d.OrderId).OfType<OrderId>()).ToList();
        var sides = new List<SaleSide>();
        foreach (var chunk in orders.Chunk(Batch)) sides.AddRange(await SidesAsync(db, sales, chunk, cancel));
        var foreign = await ForeignAsync(db, which, cancel);
        var findings = Reconciliation.Findings(sides, documents, foreign);
        var view = new ReconciliationView(
            which.ToString(), paid.Count, documents.Count(d => d.State == FiscalDocumentState.Authorized), documents.Count(d => d.Check == AgencyCheck.Same),
            documents.Count(d => d is { State: FiscalDocumentState.Authorized, Check: null }), Reconciliation.Sums(documents, which.First, which.Last), findings);
        if (format is not ("csv" or "xlsx")) return TypedResults.Ok(view);
        var sheet = new Sheet("Conciliación", ["Hallazgo", "Pedido o comprobante", "Diferencia", "Qué pasa"], findings.Select(f => (IReadOnlyList<object>)[f.Kind, f.About, f.Difference.Amount, f.Words]));
        return format == "csv" ? TypedResults.File(sheet.ToCsv(), "text/csv; charset=utf-8", $"{month}-conciliacion.csv")
            : TypedResults.File(await Sheet.ToXlsxAsync([sheet], cancel), DownloadBook.Xlsx, $"{month}-conciliacion.xlsx");
    }

    private static async Task<List<OrderId>> PaidAsync(IListSales list, BookMonth month, CancellationToken cancel)
    {
        var paid = new List<OrderId>();
        for (OrderId? after = null; ;)
        {
            var page = await list.PaidAsync(month.Begins, month.Ends, after, Batch, cancel);
            paid.AddRange(page);
            if (page.Count < Batch) return paid;
            after = page[^1];
        }
    }

    /// <summary>Every document of the month, by its fact or by its date, and all the others of their sales.</summary>
    private static async Task<List<DocumentSide>> DocumentsAsync(InvoicingDb db, BookMonth month, List<OrderId> paid, CancellationToken cancel)
    {
        var (from, to, begins, ends) = (FiscalDay.Number(month.First), FiscalDay.Number(month.Last), month.Begins, month.Ends);
        var found = await SideAsync(db, db.Documents.Where(d => (d.FactAt >= begins && d.FactAt < ends) || (d.DatedOn >= from && d.DatedOn <= to)), cancel);
        var known = found.Select(d => d.Id).ToHashSet();
        foreach (var chunk in paid.Union(found.Select(d => d.OrderId).OfType<OrderId>()).ToList().Chunk(Batch))
            found.AddRange((await SideAsync(db, db.Documents.Where(d => d.OrderId != null && chunk.Contains(d.OrderId.Value)), cancel)).Where(d => known.Add(d.Id)));
        return found;
    }

    private static async Task<List<DocumentSide>> SideAsync(InvoicingDb db, IQueryable<FiscalDocument> which, CancellationToken cancel)
    {
        var rows = await which.AsNoTracking().Join(db.Series, d => d.SeriesId, s => s.Id, (d, s) => new
        {
            d.Id,
            d.OrderNumber,
            d.OrderId,
            d.Kind,
            d.State,
            s.VoucherType,
            s.Point,
            d.Number,
            d.TotalMinor,
            d.RateMicros,
            d.FactAt,
            d.DatedOn,
            d.CheckResult,
            d.CheckWords,
        }).ToListAsync(cancel);
        return rows.ConvertAll(d => new DocumentSide(
            d.Id, d.OrderNumber, d.OrderId, d.Kind, d.State,
            d.Number is { } number ? VoucherTypes.TitleOf(d.VoucherType, d.Point, number) : $"{VoucherTypes.NameOf(d.Kind)} {VoucherTypes.LetterOf(d.VoucherType)}",
            Currencies.InPesos(d.TotalMinor, (d.RateMicros ?? 1_000_000) / 1_000_000m), FiscalDay.Of(d.FactAt), d.DatedOn is { } on ? FiscalDay.FromNumber(on) : null, d.CheckResult, d.CheckWords));
    }

    private static async Task<IEnumerable<SaleSide>> SidesAsync(InvoicingDb db, ISalesToInvoice sales, OrderId[] orders, CancellationToken cancel)
    {
        var since = (await db.Issuers.AsNoTracking().Where(i => i.IsActive).ToListAsync(cancel)).ToDictionary(i => i.LegalEntityId, i => i.ActiveSince);
        var omitted = await db.Omissions.AsNoTracking().Where(o => orders.Contains(o.OrderId)).ToDictionaryAsync(o => o.OrderId, o => o.Reason, cancel);
        return (await sales.FindAsync(orders, cancel)).Values.Select(s => new SaleSide(
            s.Id, s.Number, Currencies.TryFind(s.Currency.Code, out var code) && code == Currencies.Pesos ? DueMinor(s, omitted.GetValueOrDefault(s.Id)) : null,
            IsDue: s.PaidAt is { } at && since.GetValueOrDefault(s.Seller) is { } from && from <= at && !omitted.ContainsKey(s.Id)));
    }

    /// <summary>What its documents should come to now.</summary>
    private static long DueMinor(SaleToInvoice sale, string? omission) =>
        SaleLines.Amounts(sale, omission == Omission.RestWaits ? SaleLines.Left(sale) : SaleLines.Owed(sale)).TotalMinor;

    private static async Task<List<ForeignSide>> ForeignAsync(InvoicingDb db, BookMonth month, CancellationToken cancel)
    {
        var (from, to) = (FiscalDay.Number(month.First), FiscalDay.Number(month.Last));
        var rows = await db.ForeignVouchers.AsNoTracking().Where(v => v.DatedOn >= from && v.DatedOn <= to).Join(db.Series, v => v.SeriesId, s => s.Id, (v, s) => new { v, s.Point, s.VoucherType }).ToListAsync(cancel);
        return rows.ConvertAll(f => new ForeignSide(VoucherTypes.TitleOf(f.VoucherType, f.Point, f.v.Number), FiscalDay.FromNumber(f.v.DatedOn), f.v.TotalMinor, f.v.Cae));
    }
}
