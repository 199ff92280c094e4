using Hilo.Web.Storefront.Checkout;
using Hilo.Web.Storefront.Kept;

namespace Hilo.Web.Storefront.Stores;

internal static class ShowStores
{
    public static void Map(RouteGroupBuilder pages) => pages.MapGet("/sucursales", HandleAsync).KeepForGuests();

    private static async Task<IResult> HandleAsync(string? cp, HttpContext context, HiloClient client, ShopShells shells, CancellationToken cancel)
    {
        var (postalCode, isWrong) = PostalCodeCookie.Read(context, cp);
        if ((await client.Shop.StoresAsync(postalCode, cancel)).Refused(out var problem, out var stores)) return await Refusals.PageAsync(problem, shells, cancel);
        return Page.Of<StoresPage>(new { Shell = await shells.LoadAsync(cancel), Stores = stores, PostalCode = isWrong ? cp : postalCode, IsPostalCodeWrong = isWrong });
    }
}
