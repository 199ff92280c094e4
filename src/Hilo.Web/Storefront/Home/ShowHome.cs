using Hilo.Web.Storefront.Kept;

namespace Hilo.Web.Storefront.Home;

internal static class ShowHome
{
    private const int Newest = 24;

    public static void Map(RouteGroupBuilder pages) => pages.MapGet("/", HandleAsync).KeepForGuests();

    /// <summary>The two that carry the first screen: of what is new, the grandest that have a picture.</summary>
    private static IReadOnlyList<ProductCard> Faces(IReadOnlyList<ProductCard> products) =>
        [.. products.Where(p => p.PictureUrl is not null).OrderByDescending(p => p.Price.Minor).Take(2)];

    private static async Task<IResult> HandleAsync(HiloClient client, ShopShells shells, ShopMemory memory, CancellationToken cancel)
    {
        var newest = await client.Shop.ProductsAsync(sort: "newest", limit: Newest, cancel: cancel);
        if (newest.Refused(out var problem, out var products)) return await Refusals.PageAsync(problem, shells, cancel);
        var categories = (await memory.ReadAsync(client, cancel)).Categories.Where(c => c.ParentHandle is null && c.Products > 0).Take(6).ToList();
        // One picture per category: its newest product.
        var faces = await Task.WhenAll(categories.Select(c => client.Shop.ProductsAsync(category: c.Handle, sort: "newest", limit: 1, cancel: cancel)));
        var tiles = categories.Zip(faces, (category, face) => (Category: category, Face: face.Refused(out _, out var found) ? null : found.Items.FirstOrDefault()))
            .Select(t => new CategoryTile(t.Category.Handle, t.Category.Name, t.Face?.PictureUrl, t.Face?.PictureSet));
        return Page.Of<HomePage>(new { Shell = await shells.LoadAsync(cancel), Products = products.Items, Faces = Faces(products.Items), Categories = (IReadOnlyList<CategoryTile>)[.. tiles] });
    }
}

/// <summary>A way into the catalog, with a face.</summary>
public sealed record CategoryTile(string Handle, string Name, string? PictureUrl, string? PictureSet);
