using Hilo.Platform;
using Hilo.Promotions.Pricing;
using Microsoft.Extensions.DependencyInjection;

namespace Hilo.Promotions;

/// <summary>The one price calculation.</summary>
public static class PromotionsModule
{
    public static IServiceCollection AddPromotions(this IServiceCollection services) => services
        .AddSingleton<IPriceSales, PriceSales>()
        .AddProblemPages(PricingProblemPages.All);
}
