namespace Hilo.Web.Storefront.Account;

/// <summary>The button that the law asks for on the first page of a shop (Resolución 424/2020): how to take a purchase back within ten days.</summary>
internal static class ShowRevocation
{
    public static void Map(RouteGroupBuilder pages) => pages.MapGet("/arrepentimiento", async (ShopShells shells, CancellationToken cancel) =>
        Page.Of<RevocationPage>(new { Shell = await shells.LoadAsync(cancel) }));
}
