namespace Hilo.Web.Storefront;

/// <summary>Gathers what the frame of a storefront page shows: the shop, its sections, the visitor's cart.</summary>
internal sealed class ShopShells(HiloClient client, ShopMemory memory, CartCookie cart, ShopOrigin origin, IHttpContextAccessor accessor)
{
    /// <param name="known">The cart, when the page has read it already.</param>
    public async Task<ShopShell> LoadAsync(CancellationToken cancel, CartView? known = null)
    {
        var now = await memory.ReadAsync(client, cancel);
        var (shop, categories) = (now.Shop, now.Categories);
        return new ShopShell(
            shop.Name, shop.LegalName, shop.Cuit, shop.LegalAddress, shop.ContactEmail, shop.ContactPhone, shop.Announcement,
            [.. categories.Where(c => c.ParentHandle is null && c.Products > 0).Take(6).Select(c => new ShopSection(c.Handle, c.Name))],
            TimeZoneInfo.FindSystemTimeZoneById(shop.TimeZone),
            BrandSheet.Href(shop), BrandSheet.IconHref(shop),
            CountOf(known ?? await cart.ReadAsync(client, cancel)),
            accessor.HttpContext!.User.HasClaim(c => c.Type == HiloClaims.CustomerId),
            origin.Of(accessor.HttpContext), shop.DataFiscalUrl, shop.Logo);
    }

    private static int CountOf(CartView? cart) =>
        cart is not { State: CartState.Open } ? 0 : (int)cart.Lines.Sum(l => l.Quantity.IsWhole ? l.Quantity.Amount : 1);
}
