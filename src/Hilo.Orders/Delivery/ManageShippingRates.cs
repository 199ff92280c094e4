using Hilo.Platform;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Hilo.Orders;

internal static class ManageShippingRates
{
    public static void Map(RouteGroupBuilder api)
    {
        var rates = api.MapGroup("/shipping-rates").WithTags("Orders");
        rates.MapGet("", ListAsync).RequirePermission(Permissions.OrdersRead).WithSummary("The delivery table of a channel; without one, the table of every channel.");
        rates.MapPut("", SaveAsync).RequirePermission(Permissions.SettingsManage).WithSummary("Replace a delivery table, whole.");
    }

    private static async Task<Ok<IReadOnlyList<ShippingRateView>>> ListAsync(SalesChannelId? salesChannel, OrdersDb db, CancellationToken cancel) =>
        TypedResults.Ok<IReadOnlyList<ShippingRateView>>([.. (await db.ShippingRates.AsNoTracking().Where(r => r.SalesChannelId == salesChannel).OrderBy(r => r.Area).ThenBy(r => r.UpToGrams).ToListAsync(cancel))
            .Select(r => new ShippingRateView(r.Area, r.UpToGrams, new Money(r.AmountMinor, r.Currency), r.DaysFrom, r.DaysTo, r.FreeFromMinor is { } free ? new Money(free, r.Currency) : null))]);

    private static async Task<Results<Ok<IReadOnlyList<ShippingRateView>>, NotFound, ProblemHttpResult>> SaveAsync(
        SaveShippingRatesRequest request, OrdersDb db, CancellationToken cancel)
    {
        if (request.SalesChannelId is { } channel && !await db.SalesChannels.AnyAsync(c => c.Id == channel, cancel)) return TypedResults.NotFound();
        var rates = new List<ShippingRate>(request.Rates.Count);
        foreach (var row in request.Rates)
        {
            if (!PostalArea.TryParse(row.Area, out var area)) return ShippingProblems.BadArea(row.Area).ToHttp();
            rates.Add(new ShippingRate(area, row.UpToGrams, row.Amount, row.DaysFrom, row.DaysTo, row.FreeFrom));
        }
        if (ShippingRates.Of(rates).Refused(out var problem, out _)) return problem.ToHttp();

        await db.Session.ExecuteAsync(request.SalesChannelId is { } own
            ? Sql.Of($"delete from orders_shipping_rates where sales_channel_id = {own}")
            : Sql.Of($"delete from orders_shipping_rates where sales_channel_id is null"), cancel);
        db.ShippingRates.AddRange(rates.Select(r => new ShippingRateRow
        {
            Id = IId<SalesChannelId>.New().Value,
            SalesChannelId = request.SalesChannelId,
            Currency = r.Amount.Currency,
            Area = r.Area.ToString(),
            UpToGrams = r.UpToGrams,
            AmountMinor = r.Amount.Minor,
            FreeFromMinor = r.FreeFrom?.Minor,
            DaysFrom = r.DaysFrom,
            DaysTo = r.DaysTo,
        }));
        db.Publish(new ShippingRatesSaved(request.SalesChannelId));
        await db.SaveChangesAsync(cancel);
        return TypedResults.Ok(request.Rates);
    }
}

internal static class ShippingProblems
{
    public static Problem BadArea(string area) => new("shipping.area_invalid", $"'{area}' is no area: write *, a province letter, a postal code or a range of them.", 422);

    public static readonly ProblemPage[] Pages =
    [
        new("shipping.area_invalid", new("Zona no válida", "La zona es *, la letra de una provincia, un código postal o un rango.", "Corregí la zona que se nombra."), new("Area not valid", "An area is *, a province letter, a postal code or a range.", "Correct the area named.")),
        new("shipping.amount_invalid", new("Importe de envío no válido", "Un importe es negativo o está en otra moneda que el resto.", "Corregí el renglón que se nombra."), new("Delivery amount not valid", "An amount is negative or in another currency than the rest.", "Correct the row named.")),
        new("shipping.weight_invalid", new("Peso no válido", "El límite de peso debe ser mayor que cero.", "Corregí el renglón que se nombra."), new("Weight not valid", "A weight limit is more than zero.", "Correct the row named.")),
        new("shipping.days_invalid", new("Días no válidos", "Los días van del primero al último, hasta 365.", "Corregí el renglón que se nombra."), new("Days not valid", "Days go from the earliest to the latest, at most 365.", "Correct the row named.")),
        new("shipping.rate_repeated", new("Renglón repetido", "La misma zona y el mismo peso están dos veces.", "Quitá uno de los dos."), new("Row repeated", "One area and weight limit are there twice.", "Remove one of them.")),
        new("shipping.no_rate", new("No enviamos ahí", "No hay tarifa para ese código postal y ese peso.", "Elegí retiro en tienda u otra dirección."), new("No delivery there", "There is no rate for that postal code and weight.", "Choose pickup or another address.")),
        new("shipping.currency_mismatch", new("El envío está en otra moneda", "La tabla de envíos está en otra moneda que el carrito.", "Avisale a la tienda."), new("Delivery in another currency", "The delivery table is in another currency than the cart.", "Tell the shop.")),
    ];
}
