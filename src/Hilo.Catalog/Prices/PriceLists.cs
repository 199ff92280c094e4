using Hilo.Platform;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Hilo.Catalog;

internal static class PriceLists
{
    public static void Map(RouteGroupBuilder lists)
    {
        lists.MapGet("/", ListAsync).RequirePermission(Permissions.CatalogRead).WithSummary("All price lists, the default one first.");
        lists.MapPost("/", CreateAsync).RequirePermission(Permissions.CatalogManage).WithSummary("Create a price list, for one sales channel if one is named.");
        lists.MapGet("/{id}/prices/{variant}", HistoryAsync).RequirePermission(Permissions.CatalogRead).WithSummary("Every price that a variant had, has and will have on a list, newest first.");
    }

    private static async Task<Ok<IReadOnlyList<PriceListView>>> ListAsync(PriceBook book, CatalogDb db, CancellationToken cancel)
    {
        await book.DefaultAsync(cancel);
        var lists = await db.PriceLists.AsNoTracking().OrderByDescending(l => l.IsDefault).ThenBy(l => l.Name).ToListAsync(cancel);
        return TypedResults.Ok<IReadOnlyList<PriceListView>>([.. lists.Select(l => l.View())]);
    }

    private static async Task<Results<Created<PriceListView>, ProblemHttpResult>> CreateAsync(
        SavePriceListRequest request, PriceBook book, CatalogDb db, TimeProvider clock, CancellationToken cancel)
    {
        await CatalogTurn.TakeAsync(db.Session, cancel);
        await book.DefaultAsync(cancel);
        if (request.SalesChannelId is { } channel && await db.PriceLists.AsNoTracking().FirstOrDefaultAsync(l => l.SalesChannelId == channel, cancel) is { } theirs)
            return PriceProblems.ChannelHasList(theirs.Name).ToHttp();
        var list = new PriceList
        {
            Id = IId<PriceListId>.New(),
            Name = request.Name.Trim(),
            Currency = request.Currency,
            SalesChannelId = request.SalesChannelId,
            CreatedAt = clock.GetUtcNow(),
        };
        await CatalogTables.PriceLists.InsertAsync(db.Session, [list], cancel);
        return TypedResults.Created($"/api/v1/price-lists/{list.Id}", list.View());
    }

    private static async Task<Results<Ok<IReadOnlyList<PriceView>>, NotFound>> HistoryAsync(PriceListId id, VariantId variant, CatalogDb db, CancellationToken cancel)
    {
        if (await db.PriceLists.AsNoTracking().FirstOrDefaultAsync(l => l.Id == id, cancel) is not { } list) return TypedResults.NotFound();
        var rows = await db.Prices.AsNoTracking().Where(p => p.PriceListId == id && p.VariantId == variant).OrderByDescending(p => p.ValidFrom).ThenByDescending(p => p.SetAt).ToListAsync(cancel);
        return TypedResults.Ok<IReadOnlyList<PriceView>>([.. rows.Select(r => r.View(list))]);
    }
}
