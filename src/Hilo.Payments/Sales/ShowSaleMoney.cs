using Hilo.Platform;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Hilo.Payments.Sales;

internal static class ShowSaleMoney
{
    public static void Map(RouteGroupBuilder api) => api.MapGet("/sales/{saleId}/money", ShowAsync).WithTags("Payments").RequirePermission(Permissions.PaymentsRead)
        .WithSummary("Every payment, try and refund of one sale. A sale without payments answers zeros.");

    private static async Task<Ok<SaleMoneyView>> ShowAsync(SaleId saleId, ISaleMoneyViews money, CancellationToken cancel) =>
        TypedResults.Ok(await money.ShowAsync(saleId, Currency.Ars, cancel));
}
