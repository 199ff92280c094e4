using Hilo.Web.Storefront.Kept;

namespace Hilo.Web.Storefront.Browse;

/// <summary>A category and a search are the same list: words, filters, order, page.</summary>
internal static class ShowProducts
{
    private const int PageSize = 24;

    public static void Map(RouteGroupBuilder pages)
    {
        pages.MapGet("/categoria/{handle}", (string handle, HttpContext context, HiloClient client, ShopShells shells, ShopMemory memory, CancellationToken cancel) =>
            HandleAsync(Filters.Read(handle, context.Request.Query), isCategoryPage: true, client, shells, memory, cancel)).KeepForGuests();
        pages.MapGet("/buscar", (HttpContext context, HiloClient client, ShopShells shells, ShopMemory memory, CancellationToken cancel) =>
            HandleAsync(Filters.Read(null, context.Request.Query), isCategoryPage: false, client, shells, memory, cancel)).KeepForGuests();
    }

    private static async Task<IResult> HandleAsync(Filters filters, bool isCategoryPage, HiloClient client, ShopShells shells, ShopMemory memory, CancellationToken cancel)
    {
        var categories = (await memory.ReadAsync(client, cancel)).Categories;
        var category = categories.FirstOrDefault(c => c.Handle == filters.Category);
        if (isCategoryPage && category is null) return await Refusals.NotFoundAsync(shells, cancel);
        var found = await client.Shop.ProductsAsync(filters.Search, filters.Category, filters.Options, filters.Sort, filters.Cursor, PageSize, facets: true, filters.Prices, filters.IsAvailable, cancel);
        if (found.Refused(out var problem, out var list)) return await Refusals.PageAsync(problem, shells, cancel);
        return Page.Of<ProductsPage>(new { Shell = await shells.LoadAsync(cancel), List = list, Filters = filters, Category = category, Categories = categories });
    }
}
