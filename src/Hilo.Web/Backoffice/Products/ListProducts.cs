namespace Hilo.Web.Backoffice.Products;

internal static class ListProducts
{
    public static readonly string[] Tabs = ["all", "published", "draft", "archived"];

    public static void Map(RouteGroupBuilder office) => office.MapGet("/productos", HandleAsync);

    private static async Task<IResult> HandleAsync(string? q, string? vista, string? desde, HiloClient client, OfficeShells shells, CancellationToken cancel)
    {
        var trail = new Trail(desde);
        ProductStatus? status = Word<ProductStatus>.TryParse(vista, null, out var word) ? word.Value : null;
        return (await client.Catalog.ProductsAsync(q, status, trail.Cursor, cancel)).Refused(out var problem, out var page)
            ? await OfficeRefusals.PageAsync(problem, shells, cancel)
            : Page.Of<ProductsPage>(new { Shell = await shells.LoadAsync(cancel), Products = page, Tab = status is null ? "all" : vista, Search = q, Trail = trail });
    }
}
