using System.Globalization;

namespace Hilo.Web.Backoffice.Stock;

internal static class AdjustStock
{
    public static void Map(RouteGroupBuilder office) => office.MapPost("/stock/{variant:guid}/ajustes", HandleAsync);

    private static async Task<IResult> HandleAsync(VariantId variant, IFormCollection form, HttpContext context, HiloClient client, CancellationToken cancel)
    {
        var back = Page.GoTo(Address.Of($"/oficina/stock/{variant}", ("sucursal", form["sucursal"])));
        if (!LocationId.TryParse(form["location"], null, out var location) || Read(form["quantity"]) is not { } quantity)
        {
            Flash.Refuse(context, StockTexts.WrongQuantity, StockTexts.WrongQuantityText);
            return back;
        }
        var reason = form["reason"].ToString().Trim();
        var request = form["what"].ToString() switch
        {
            "add" => new AdjustStockRequest(variant, location, reason, ChangeBy: quantity),
            "take" => new AdjustStockRequest(variant, location, reason, ChangeBy: -quantity),
            _ => new AdjustStockRequest(variant, location, reason, SetTo: quantity),
        };
        if ((await client.Stock.AdjustStockAsync(request, FormKey.Of(form), cancel)).Refused(out var problem, out var level)) Flash.Refuse(context, problem);
        else Flash.Say(context, StockTexts.Adjusted(level.Location, Format.Quantity(level.OnHand)));
        return back;
    }

    // Grouping marks are not taken: "1.500" would be one and a half to one person and fifteen hundred to another.
    private static Quantity? Read(string? text) =>
        decimal.TryParse(text?.Trim().Replace(',', '.'), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var amount)
            && !(text.Contains('.', StringComparison.Ordinal) && amount >= 1 && text.Trim().Length - text.Trim().LastIndexOf('.') == 4)
            && Quantity.TryFrom(amount, out var quantity) ? quantity : null;
}
