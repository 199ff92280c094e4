using Hilo.Web.Storefront.Checkout;
using Hilo.Web.Storefront.Kept;

namespace Hilo.Web.Storefront.Products;

internal static class ShowProduct
{
    // Which store has it changes with sales that change no band.
    private static readonly TimeSpan StoreStockLives = TimeSpan.FromSeconds(5);

    public static void Map(RouteGroupBuilder pages) => pages.MapGet("/producto/{handle}", HandleAsync).KeepForGuests();

    private static async Task<IResult> HandleAsync(string handle, string? cp, int? foto, HttpContext context, HiloClient client, ShopShells shells, CancellationToken cancel)
    {
        if ((await client.Shop.ProductAsync(handle, cancel)).Refused(out var problem, out var product)) return await Refusals.PageAsync(problem, shells, cancel);
        var choice = VariantChoice.Read(product, context.Request.Query);
        var (postalCode, isWrong) = PostalCodeCookie.Read(context, cp);
        VariantStock? stock = null;
        if (choice.Variant is { } variant && !(await client.Shop.StockAsync(variant.Id, postalCode, cancel)).Refused(out _, out var found)) stock = found;
        if (stock is not null) Kept.KeepForGuests.NoLongerThan(context, StoreStockLives);
        return Page.Of<ProductPage>(new
        {
            Shell = await shells.LoadAsync(cancel),
            Choice = choice,
            Stock = stock,
            PostalCode = postalCode,
            IsPostalCodeWrong = isWrong,
            Shown = foto ?? choice.Possible.FirstOrDefault()?.PictureIndex ?? 0,
        });
    }
}
