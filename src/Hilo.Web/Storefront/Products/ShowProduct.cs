using Hilo.Web.Storefront.Checkout;

namespace Hilo.Web.Storefront.Products;

internal static class ShowProduct
{
    public static void Map(RouteGroupBuilder pages)
    {
        pages.MapGet("/producto/{handle}", HandleAsync);
    }

    private static async Task<IResult> HandleAsync(string handle, string? cp, int? foto, HttpContext context, HiloClient client, ShopShells shells, CancellationToken cancel)
    {
        if ((await client.Shop.ProductAsync(handle, cancel)).Refused(out var problem, out var product)) return await Refusals.PageAsync(problem, shells, cancel);
        var choice = VariantChoice.Read(product, context.Request.Query);
        var (postalCode, isWrong) = PostalCodeCookie.Read(context, cp);
        VariantStock? stock = null;
        if (choice.Variant is { } variant && !(await client.Shop.StockAsync(variant.Id, postalCode, cancel)).Refused(out _, out var found)) stock = found;
        return Page.Of<ProductPage>(new
        {
            Shell = await shells.LoadAsync(cancel),
            Choice = choice,
            Stock = stock,
            PostalCode = postalCode,
            IsPostalCodeWrong = isWrong,
            Shown = foto ?? choice.Possible.FirstOrDefault()?.PictureIndex ?? 0,
            Origin = $"{context.Request.Scheme}://{context.Request.Host}",
        });
    }
}
