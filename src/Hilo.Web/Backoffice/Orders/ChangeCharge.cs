using Microsoft.AspNetCore.Mvc;

namespace Hilo.Web.Backoffice.Orders;

/// <summary>Puts right what one line of a paid order, or its delivery, costs.</summary>
internal static class ChangeCharge
{
    public static void Map(RouteGroupBuilder office) => office.MapPost("/pedidos/{number}/importe", HandleAsync);

    private static async Task<IResult> HandleAsync(
        string number, [FromForm] OrderId order, [FromForm] string? line, [FromForm] string direction, [FromForm] string amount, [FromForm] string reason, [FromForm] string? paid,
        IFormCollection form, HttpContext context, HiloClient client, CancellationToken cancel)
    {
        var back = Page.GoTo($"/oficina/pedidos/{number}");
        if ((await client.Orders.FindAsync(number, cancel)).Refused(out var problem, out var known))
        {
            Flash.Refuse(context, problem);
            return back;
        }
        if (MoneyText.Read(amount) is not { Amount: > 0 and var typed })
        {
            Flash.Refuse(context, OrderTexts.WrongAmount, null);
            return back;
        }
        var sum = Money.Of(typed, known.Totals.Total.Currency);
        var tender = Word<Tender>.TryParse(direction, null, out var word) ? word.Value : (Tender?)null;
        var why = Word<ChargeChangeReason>.TryParse(reason, null, out var named) ? named.Value : ChargeChangeReason.Other;
        var request = new ChangeChargeRequest(
            [new ChangeChargeLine(tender is null ? -sum : sum, OrderLineId.TryParse(line, null, out var id) ? id : null)], why, tender is { } taken ? new ChargePayment(taken, Amount: MoneyText.Read(paid ?? "") is { Amount: { } all } ? Money.Of(all, sum.Currency) : null) : null);
        if ((await client.Orders.ChangeChargeAsync(order, request, FormKey.Of(form), cancel)).Refused(out problem, out _)) Flash.Refuse(context, problem);
        else Flash.Say(context, OrderTexts.AmountChanged(number));
        return back;
    }
}
