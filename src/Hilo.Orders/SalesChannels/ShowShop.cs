using Hilo.Platform;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Hilo.Orders;

internal static class ShowShop
{
    public static void Map(RouteGroupBuilder shop) => shop.MapGet("", HandleAsync).WithSummary("The shop: name, looks, who sells, how one can pay.");

    private static async Task<Results<Ok<ShopView>, ProblemHttpResult>> HandleAsync(SalesChannels channels, CancellationToken cancel)
    {
        if (await channels.FindActiveAsync(null, cancel) is not { } channel) return CartProblems.ChannelClosed.ToHttp();
        var merchant = await channels.MerchantAsync(cancel);
        var seller = merchant.LegalEntities.FirstOrDefault(e => e.Id == channel.LegalEntityId);
        return TypedResults.Ok(new ShopView(
            merchant.Name, channel.Id, channel.Currency, merchant.TimeZone, seller?.Name ?? merchant.Name, seller?.Cuit ?? "",
            seller is null ? "" : $"{seller.Address.Street} {seller.Address.Number}, {seller.Address.City}", merchant.ContactEmail, merchant.ContactPhone,
            merchant.BrandColor, merchant.BrandInk, merchant.Announcement, Tenders.Offered, seller?.DataFiscalUrl, merchant.Logo));
    }
}
