using Microsoft.Extensions.DependencyInjection;
using Hilo.Web.Storefront.Account;
using Hilo.Web.Storefront.Browse;
using Hilo.Web.Storefront.Carts;
using Hilo.Web.Storefront.Checkout;
using Hilo.Web.Storefront.Home;
using Hilo.Web.Storefront.Kept;
using Hilo.Web.Storefront.Legal;
using Hilo.Web.Storefront.Machines;
using Hilo.Web.Storefront.Orders;
using Hilo.Web.Storefront.Products;
using Hilo.Web.Storefront.Stores;

namespace Hilo.Web.Storefront;

internal static class StorefrontModule
{
    public static IServiceCollection AddStorefront(this IServiceCollection services) => services
        .AddSingleton<ShopMemory>()
        .AddSingleton<ShopOrigin>()
        .AddSingleton<Sitemap>()
        .AddSingleton(services => new KeptPages(services.GetRequiredService<TimeProvider>()))
        .AddScoped<CartCookie>()
        .AddScoped<ShopShells>();

    public static void MapStorefront(this RouteGroupBuilder screens)
    {
        var pages = screens.MapGroup("").AddEndpointFilter(NotOpenYet.GuardAsync);
        BrandSheet.Map(pages);
        ShowHome.Map(pages);
        ShowProducts.Map(pages);
        ShowProduct.Map(pages);
        AddToCart.Map(pages);
        ShowCart.Map(pages);
        ChangeCart.Map(pages);
        OpenCartLink.Map(pages);
        ShowCheckout.Map(pages);
        SaveContact.Map(pages);
        SaveDelivery.Map(pages);
        Pay.Map(pages);
        ReturnFromPayment.Map(pages);
        ShowOrder.Map(pages);
        CancelOrder.Map(pages);
        SignIn.Map(pages);
        ShowAccount.Map(pages);
        ShowStores.Map(pages);
        RequestRevocation.Map(pages);
        ShowLegalPages.Map(pages);
        ForMachines.Map(pages);
    }
}
