using Hilo.Platform;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Hilo.Invoicing;

/// <summary>How files look to each ERP, and the shop's own accounts.</summary>
internal static class ExportLayouts
{
    /// <summary>Without a layout of its own a shop gets its entries as a spreadsheet opens them.</summary>
    public static readonly ExportLayout Usual = new("Asientos", ExportOf.Entries, ExportFormat.Delimited,
    [
        new("date", "Fecha"), new("title", "Comprobante"), new("receiver_document", "Documento"), new("receiver_name", "Receptor"), new("order", "Pedido"),
        new("account", "Cuenta"), new("debit", "Debe"), new("credit", "Haber"),
    ]);

    public static void Map(RouteGroupBuilder invoicing)
    {
        var export = invoicing.MapGroup("/export");
        export.MapGet("/layouts", ListAsync).RequirePermission(Permissions.InvoicingRead).WithSummary("The layouts that this shop has for its ERP.");
        export.MapPost("/layouts", AddAsync).RequirePermission(Permissions.InvoicingManage).RequireIdempotencyKey().WithSummary("Add a layout: fixed width or delimited, of accounting entries or of documents.");
        export.MapPut("/layouts/{id}", ChangeAsync).RequirePermission(Permissions.InvoicingManage).RequireIdempotencyKey().WithSummary("Change a layout. Needs If-Match.");
        export.MapGet("/accounts", AccountsAsync).RequirePermission(Permissions.InvoicingRead).WithSummary("The shop's own account for each thing that an entry moves.");
        export.MapPut("/accounts", SetAccountsAsync).RequirePermission(Permissions.InvoicingManage).RequireIdempotencyKey().WithSummary("Set accounts by key; an empty one is taken away, keys that are not named stay.");
    }

    private static async Task<Ok<IReadOnlyList<ExportLayoutView>>> ListAsync(InvoicingDb db, CancellationToken cancel) =>
        TypedResults.Ok<IReadOnlyList<ExportLayoutView>>([.. (await db.ExportLayouts.AsNoTracking().OrderBy(l => l.Name).ToListAsync(cancel)).Select(View)]);

    private static async Task<Results<Ok<ExportLayoutView>, ProblemHttpResult>> AddAsync(ExportLayout request, InvoicingDb db, TimeProvider clock, CancellationToken cancel)
    {
        if (WriteExport.Refused(request) is { } problem) return problem.ToHttp();
        var layout = new KeptLayout { Id = IId<EventId>.New().Value, Name = request.Name, Content = Stored.Write(request), ChangedAt = clock.GetUtcNow() };
        db.Add(layout);
        await db.SaveChangesAsync(cancel);
        return TypedResults.Ok(View(layout));
    }

    private static async Task<Results<Ok<ExportLayoutView>, NotFound, ProblemHttpResult>> ChangeAsync(Guid id, ExportLayout request, HttpContext http, InvoicingDb db, TimeProvider clock, CancellationToken cancel)
    {
        if (await db.ExportLayouts.FindAsync([id], cancel) is not { } layout) return TypedResults.NotFound();
        if (http.RefusedEditOf(layout.Version) is { } stale) return stale.ToHttp();
        if (WriteExport.Refused(request) is { } problem) return problem.ToHttp();
        (layout.Name, layout.Content, layout.ChangedAt, layout.Version) = (request.Name, Stored.Write(request), clock.GetUtcNow(), layout.Version + 1);
        await db.SaveChangesAsync(cancel);
        http.ShowVersion(layout.Version);
        return TypedResults.Ok(View(layout));
    }

    private static async Task<Ok<SaveAccountsRequest>> AccountsAsync(InvoicingDb db, CancellationToken cancel) => TypedResults.Ok(await ShowAsync(db, cancel));

    private static async Task<Ok<SaveAccountsRequest>> SetAccountsAsync(SaveAccountsRequest request, InvoicingDb db, CancellationToken cancel)
    {
        var known = await db.Accounts.ToDictionaryAsync(a => a.AccountKey, StringComparer.Ordinal, cancel);
        foreach (var (key, account) in request.Accounts)
        {
            if (known.TryGetValue(key, out var kept) && account.Length == 0) db.Remove(kept);
            else if (kept is not null) kept.Name = account;
            else if (account.Length > 0) db.Add(new Account { AccountKey = key, Name = account });
        }
        await db.SaveChangesAsync(cancel);
        return TypedResults.Ok(await ShowAsync(db, cancel));
    }

    private static async Task<SaveAccountsRequest> ShowAsync(InvoicingDb db, CancellationToken cancel) =>
        new(await db.Accounts.AsNoTracking().OrderBy(a => a.AccountKey).ToDictionaryAsync(a => a.AccountKey, a => a.Name, StringComparer.Ordinal, cancel));

    private static ExportLayoutView View(KeptLayout layout) => new(layout.Id, layout.Version, Stored.Read<ExportLayout>(layout.Content), layout.ChangedAt);
}
