using Hilo.Platform;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Hilo.Invoicing;

/// <summary>Documents for the ERP, as files or record by record. A record is taken by exactly one delivery; a delivery can be sent again until the ERP has it, and afterwards too.</summary>
internal static class ExportToErp
{
    private const int MostAtOnce = 5_000;
    private const int PageSize = 200;
    private const int Shown = 50;

    public static void Map(RouteGroupBuilder invoicing)
    {
        var export = invoicing.MapGroup("/export");
        export.MapGet("/records", ListAsync).RequirePermission(Permissions.InvoicingRead)
            .WithSummary("Records that nobody has taken, oldest first, each with its accounting entry. after goes on behind a position; acknowledge what was booked, and it is not told again.");
        export.MapPut("/acknowledgement", AcknowledgeAsync).RequirePermission(Permissions.InvoicingIssue).RequireIdempotencyKey()
            .WithSummary("The reader has booked every record up to a position: they are one delivery now, acknowledged at once.");
        export.MapGet("/deliveries", DeliveriesAsync).RequirePermission(Permissions.InvoicingRead).WithSummary("The last deliveries, newest first.");
        export.MapPost("/deliveries", DeliverAsync).RequirePermission(Permissions.InvoicingIssue).RequireIdempotencyKey().WithSummary("Take every record that waits, up to 5,000, into a delivery.");
        export.MapGet("/deliveries/{id}/file", FileAsync).RequirePermission(Permissions.InvoicingRead).WithSummary("A delivery in a layout: the same bytes at every call, to send again what was lost.");
        export.MapPut("/deliveries/{id}/acknowledgement", AcknowledgeDeliveryAsync).RequirePermission(Permissions.InvoicingIssue).RequireIdempotencyKey().WithSummary("The ERP has this delivery.");
    }

    private static async Task<Ok<ExportPage>> ListAsync(long? after, InvoicingDb db, ExportRecords records, CancellationToken cancel)
    {
        var from = after ?? long.MinValue;
        var found = await records.ReadAsync(db.ExportRecords.Where(r => r.DeliveryId == null && r.Position > from).OrderBy(r => r.Position).Take(PageSize), cancel);
        return TypedResults.Ok(new ExportPage(found, found.Count == PageSize ? found[^1].Position : null));
    }

    private static async Task<Results<Ok<ExportDeliveryView>, ProblemHttpResult>> AcknowledgeAsync(AcknowledgeExportRequest request, InvoicingDb db, CurrentStaff staff, TimeProvider clock, CancellationToken cancel)
    {
        if (await TakeAsync(db, request.UpTo, int.MaxValue, staff.Id, clock.GetUtcNow(), cancel) is not { } delivery) return InvoicingProblems.NothingToExport.ToHttp();
        delivery.AcknowledgedAt = delivery.MadeAt;
        await db.SaveChangesAsync(cancel);
        return TypedResults.Ok(View(delivery));
    }

    private static async Task<Results<Ok<ExportDeliveryView>, ProblemHttpResult>> DeliverAsync(InvoicingDb db, CurrentStaff staff, TimeProvider clock, CancellationToken cancel)
    {
        if (await TakeAsync(db, long.MaxValue, MostAtOnce, staff.Id, clock.GetUtcNow(), cancel) is not { } delivery) return InvoicingProblems.NothingToExport.ToHttp();
        await db.SaveChangesAsync(cancel);
        return TypedResults.Ok(View(delivery));
    }

    private static async Task<Ok<IReadOnlyList<ExportDeliveryView>>> DeliveriesAsync(InvoicingDb db, CancellationToken cancel) => TypedResults.Ok<IReadOnlyList<ExportDeliveryView>>(
        [.. (await db.ExportDeliveries.AsNoTracking().OrderByDescending(d => d.Number).Take(Shown).ToListAsync(cancel)).Select(View)]);

    private static async Task<Results<FileContentHttpResult, NotFound, ProblemHttpResult>> FileAsync(Guid id, Guid? layout, InvoicingDb db, ExportRecords records, CancellationToken cancel)
    {
        if (await db.ExportDeliveries.FindAsync([id], cancel) is not { } delivery) return TypedResults.NotFound();
        var look = ExportLayouts.Usual;
        if (layout is { } wanted)
        {
            if (await db.ExportLayouts.FindAsync([wanted], cancel) is not { } kept) return TypedResults.NotFound();
            look = Stored.Read<ExportLayout>(kept.Content);
        }
        if (WriteExport.Of(look, await records.ReadAsync(db.ExportRecords.Where(r => r.DeliveryId == id), cancel)).Refused(out var problem, out var file)) return problem.ToHttp();
        var name = $"{delivery.Number:D6}-{(look.Of == ExportOf.Entries ? "asientos" : "comprobantes")}.{(look.Format == ExportFormat.Delimited ? "csv" : "txt")}";
        return TypedResults.File(file, look.IsLatin1 ? "text/plain; charset=iso-8859-1" : "text/plain; charset=utf-8", name);
    }

    private static async Task<Results<Ok<ExportDeliveryView>, NotFound>> AcknowledgeDeliveryAsync(Guid id, InvoicingDb db, TimeProvider clock, CancellationToken cancel)
    {
        if (await db.ExportDeliveries.FindAsync([id], cancel) is not { } delivery) return TypedResults.NotFound();
        delivery.AcknowledgedAt ??= clock.GetUtcNow();
        await db.SaveChangesAsync(cancel);
        return TypedResults.Ok(View(delivery));
    }

    /// <summary>One statement takes the records: of two who ask at once, each record goes to one. Null when nothing waits.</summary>
    private static async Task<ExportDelivery?> TakeAsync(InvoicingDb db, long upTo, int most, StaffId by, DateTimeOffset now, CancellationToken cancel)
    {
        // Deliveries are numbered one after the other: whoever makes one waits for whoever is making one.
        await db.Session.BeginAsync(cancel);
        if (db.Session.Dialect == Dialect.Postgres) await db.Session.ExecuteAsync($"lock table invoicing_export_deliveries in exclusive mode", cancel);
        var id = IId<EventId>.New().Value;
        var taken = await db.Session.ExecuteAsync(
            $"""
            update invoicing_export_records set delivery_id = {id}
             where delivery_id is null and position in (select position from invoicing_export_records where delivery_id is null and position <= {upTo} order by position limit {most})
            """, cancel);
        if (taken == 0) return null;
        var last = await db.ExportDeliveries.MaxAsync(d => (long?)d.Number, cancel) ?? 0;
        var delivery = new ExportDelivery { Id = id, Number = last + 1, Records = taken, MadeAt = now, MadeBy = by };
        db.Add(delivery);
        return delivery;
    }

    private static ExportDeliveryView View(ExportDelivery delivery) => new(delivery.Id, delivery.Number, delivery.Records, delivery.MadeAt, delivery.AcknowledgedAt);
}
