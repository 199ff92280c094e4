using Hilo.Platform;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Hilo.Invoicing;

/// <summary>Which point of sale serves while the agency is away, what it gave for that, and what a person does about a document that it refused to take note of.</summary>
internal static class ManageContingency
{
    public static void Map(RouteGroupBuilder invoicing)
    {
        invoicing.MapPut("/points/{id}/fallback", SetAsync).RequirePermission(Permissions.InvoicingManage).RequireIdempotencyKey()
            .WithSummary("Let a contingency point (CAEA) serve for a point of sale while the agency is away, or let its documents wait.");
        invoicing.MapGet("/issuers/{id}/contingency", ShowAsync).RequirePermission(Permissions.InvoicingRead)
            .WithSummary("Codes of fortnights with their deadlines, what is still to be told to the agency, and what it refused.");
        invoicing.MapPut("/documents/{id}/report", ReportAgainAsync).RequirePermission(Permissions.InvoicingCorrect).RequireIdempotencyKey()
            .WithSummary("Tell the agency again about a document that was made under a CAEA and that it refused: the same number, with another receiver if one is given.");
    }

    private static async Task<Results<NoContent, NotFound, ProblemHttpResult>> SetAsync(FiscalPointId id, SetFallbackRequest request, InvoicingDb db, CancellationToken cancel)
    {
        if (await db.Points.FindAsync([id], cancel) is not { } point) return TypedResults.NotFound();
        if (point.IsContingency || point.IsAbroad) return InvoicingProblems.NotAFallback.ToHttp();
        if (request.Number is { } number && !await db.Points.AnyAsync(p => p.IssuerId == point.IssuerId && p.Number == number && p.IsContingency, cancel)) return InvoicingProblems.NotAFallback.ToHttp();
        point.Fallback = request.Number;
        await db.SaveChangesAsync(cancel);
        return TypedResults.NoContent();
    }

    private static async Task<Results<Ok<ContingencyView>, NotFound>> ShowAsync(IssuerId id, InvoicingDb db, TimeProvider clock, CancellationToken cancel)
    {
        if (!await db.Issuers.AnyAsync(i => i.Id == id, cancel)) return TypedResults.NotFound();
        var today = FiscalDay.Of(clock.GetUtcNow());
        var caeas = await db.Caeas.AsNoTracking().Where(c => c.IssuerId == id).OrderByDescending(c => c.Period).ThenByDescending(c => c.Half).Take(8).ToListAsync(cancel);
        Guid[] ids = [.. caeas.Select(c => c.Id)];
        var reports = await db.Documents.Where(d => d.CaeaId != null && ids.Contains(d.CaeaId.Value)).GroupBy(d => new { d.CaeaId, d.Report }).Select(g => new { g.Key.CaeaId, g.Key.Report, Count = g.Count() }).ToListAsync(cancel);
        var closings = await db.CaeaClosings.AsNoTracking().Where(c => ids.Contains(c.CaeaId)).ToListAsync(cancel);
        int Count(Caea caea, Func<ReportState, bool> which) => reports.Where(r => r.CaeaId == caea.Id && r.Report is { } state && which(state)).Sum(r => r.Count);
        return TypedResults.Ok(new ContingencyView([.. caeas.Select(c => new CaeaView(
            c.Period, c.Half, c.Code, Day(c.ValidFrom), Day(c.ValidTo), Day(c.ReportBy), c.Problem,
            Count(c, s => s is not (ReportState.Reported or ReportState.Refused)), Count(c, s => s == ReportState.Refused), Count(c, s => s == ReportState.Reported),
            [.. closings.Where(x => x.CaeaId == c.Id && x.ClosedAt is not null).Select(x => x.Point).Order()],
            closings.Where(x => x.CaeaId == c.Id && x.ClosedAt is null).Select(x => x.Problem).FirstOrDefault(),
            ContingencyRule.IsUrgent(today, Day(c.ReportBy), Count(c, s => s != ReportState.Reported))))]));
    }

    private static async Task<Results<Ok<FiscalDocumentView>, NotFound, ProblemHttpResult>> ReportAgainAsync(
        FiscalDocumentId id, CorrectReceiverRequest request, InvoicingDb db, IMerchant merchant, Norms norms, DocumentViews views, TimeProvider clock, CancellationToken cancel)
    {
        if (await db.Documents.FindAsync([id], cancel) is not { } document) return TypedResults.NotFound();
        if (document.Report != ReportState.Refused) return InvoicingProblems.NotReportable.ToHttp();
        if (request.Receiver is { } named)
        {
            if (DecideVoucher.ReceiverOf(named).Refused(out var problem, out var receiver)) return problem.ToHttp();
            var series = await db.Series.SingleAsync(s => s.Id == document.SeriesId, cancel);
            var issuer = await db.Issuers.SingleAsync(i => i.Id == series.IssuerId, cancel);
            var entity = (await merchant.CurrentAsync(cancel)).LegalEntities.First(e => e.Id == issuer.LegalEntityId);
            if (DecideVoucher.Invoice(DocumentSale.FactsOf(issuer, entity), receiver, document.TotalMinor, norms.On(FiscalDay.Of(clock.GetUtcNow()))).Refused(out problem, out var decision)) return problem.ToHttp();
            // The customer has the paper: its letter does not change any more.
            if (decision.Class != document.Decided.Class) return InvoicingProblems.OtherLetter.ToHttp();
            document.NameInReport(document.Decided with { Receiver = receiver }, named.Name ?? document.ReceiverName);
        }
        document.MoveReport(ReportTrigger.Mend);
        await db.SaveChangesAsync(cancel);
        return TypedResults.Ok((await views.FindAsync(id, cancel))!);
    }

    private static DateOnly? Day(int? number) => number is { } day ? FiscalDay.FromNumber(day) : null;
}
