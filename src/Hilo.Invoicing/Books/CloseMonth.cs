using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Hilo.Platform;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Hilo.Invoicing;

/// <summary>The accountant closes a month: from then on no document is dated into it.</summary>
internal static class CloseMonth
{
    private const int Shown = 36;

    public static void Map(RouteGroupBuilder invoicing)
    {
        invoicing.MapGet("/books", ListAsync).RequirePermission(Permissions.InvoicingRead).WithSummary("The months that have documents, newest first, each with its sums and whether it is closed.");
        invoicing.MapPut("/books/{month}/closing", CloseAsync).RequirePermission(Permissions.InvoicingManage).RequireIdempotencyKey()
            .WithSummary("Close a month of an issuer, for ever: nothing is dated into it any more, later corrections land in the open month. It has to be over, and the ones before it closed or empty.");
    }

    private static async Task<Ok<IReadOnlyList<BookMonthView>>> ListAsync(IssuerId? issuer, InvoicingDb db, CancellationToken cancel)
    {
        var months = await db.Session.QueryAsync(
            $"""
            select s.issuer_id, d.dated_on / 100, count(*), sum(case d.kind when 'credit_note' then -d.total_minor else d.total_minor end), sum(case d.kind when 'credit_note' then -d.vat_minor else d.vat_minor end)
              from invoicing_documents d join invoicing_series s on s.id = d.series_id
             where d.state = {FiscalDocumentState.Authorized} and d.dated_on is not null
             group by s.issuer_id, d.dated_on / 100 order by 2 desc, 1 limit {Shown * 10}
            """, row => (Issuer: row.Id<IssuerId>(0), Month: (int)Convert.ToInt64(row.GetValue(1), CultureInfo.InvariantCulture), Count: (int)row.GetInt64(2), Total: Convert.ToInt64(row.GetValue(3), CultureInfo.InvariantCulture), Vat: Convert.ToInt64(row.GetValue(4), CultureInfo.InvariantCulture)), cancel);
        var closed = await db.ClosedMonths.AsNoTracking().ToDictionaryAsync(m => (m.IssuerId, m.Month), cancel);
        return TypedResults.Ok<IReadOnlyList<BookMonthView>>(
            [.. months.Where(m => issuer is null || m.Issuer == issuer).Take(Shown).Select(m => View(m.Issuer, BookMonth.Of(m.Month), m.Count, m.Total, m.Vat, closed.GetValueOrDefault((m.Issuer, m.Month))))]);
    }

    private static async Task<Results<Ok<BookMonthView>, NotFound, ProblemHttpResult>> CloseAsync(
        string month, IssuerId? issuer, InvoicingDb db, ReadBook book, CurrentStaff staff, TimeProvider clock, CancellationToken cancel)
    {
        if (BookMonth.Parse(month).Refused(out var problem, out var which)) return problem.ToHttp();
        var issuers = await db.Issuers.AsNoTracking().Where(i => issuer == null || i.Id == issuer).Select(i => i.Id).ToListAsync(cancel);
        if (issuers.Count == 0) return TypedResults.NotFound();
        if (issuers.Count > 1) return InvoicingProblems.WhichIssuer.ToHttp();
        var mine = issuers[0];
        if (which.Last >= FiscalDay.Of(clock.GetUtcNow())) return InvoicingProblems.MonthNotOver(which).ToHttp();
        await HoldSeriesAsync(db, mine, cancel);
        if (await db.ClosedMonths.FindAsync([mine, which.Number], cancel) is { } already) return TypedResults.Ok(View(mine, which, already.Documents, already.TotalMinor, already.VatMinor, already));
        if (await db.ClosedMonths.AnyAsync(m => m.IssuerId == mine && m.Month > which.Number, cancel)) return InvoicingProblems.LaterMonthClosed(which).ToHttp();
        var flying = await db.Documents.AsNoTracking()
            .Where(d => d.Number != null && d.State != FiscalDocumentState.Authorized && db.Series.Any(s => s.Id == d.SeriesId && s.IssuerId == mine)).ToListAsync(cancel);
        if (flying.Count(d => d.Frozen.Date <= which.Last) is > 0 and var open) return InvoicingProblems.MonthHasOpen(which, open).ToHttp();
        var rows = await book.RowsAsync(which, mine, cancel);
        if (rows.Count(r => r.Rate == 0) is > 0 and var unknown) return InvoicingProblems.MonthLacksRates(which, unknown).ToHttp();
        var closed = new ClosedMonth
        {
            IssuerId = mine,
            Month = which.Number,
            Documents = rows.Count,
            TotalMinor = rows.Sum(r => r.Sign * r.Voucher.TotalMinor),
            VatMinor = rows.Sum(r => r.Sign * r.Voucher.VatMinor),
            Digest = DigestOf(rows),
            ClosedBy = staff.Id,
            ClosedAt = clock.GetUtcNow(),
        };
        db.Add(closed);
        await db.SaveChangesAsync(cancel);
        return TypedResults.Ok(View(mine, which, closed.Documents, closed.TotalMinor, closed.VatMinor, closed));
    }

    public static string DigestOf(IReadOnlyList<BookRow> rows)
    {
        var kept = rows.Where(r => SalesBook.IsInVatBook(r.Voucher)).ToList();
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.Latin1.GetBytes(SalesBook.Vouchers(kept) + SalesBook.Rates(kept))));
    }

    /// <summary>Whoever takes a number writes its series first: it either finishes before, and is seen, or begins afterwards and sees that the month is closed.</summary>
    private static Task HoldSeriesAsync(InvoicingDb db, IssuerId issuer, CancellationToken cancel) =>
        db.Session.ExecuteAsync($"update invoicing_series set fence = fence where id in (select id from invoicing_series where issuer_id = {issuer} order by id)", cancel);

    private static BookMonthView View(IssuerId issuer, BookMonth month, int documents, long total, long vat, ClosedMonth? closed) =>
        new(issuer, month.ToString(), documents, Money.Ars(total / 100m), Money.Ars(vat / 100m), closed?.ClosedAt, closed?.Digest);
}
