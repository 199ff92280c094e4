using Microsoft.AspNetCore.Mvc;

namespace Hilo.Web.Backoffice.Orders;

/// <summary>Cash or a transfer arrived: the whole of what is missing, since the button says that amount.</summary>
internal static class RecordPayment
{
    public static void Map(RouteGroupBuilder office) => office.MapPost("/pedidos/{number}/pagos", HandleAsync);

    private static async Task<IResult> HandleAsync(
        string number, [FromForm] OrderId order, [FromForm] string tender, [FromForm] long minor, [FromForm] string currency, [FromForm] string? reference,
        IFormCollection form, HttpContext context, HiloClient client, CancellationToken cancel)
    {
        var means = Word<Tender>.TryParse(tender, null, out var word) ? word.Value : Tender.BankTransfer;
        var amount = new Money(minor, Currency.TryParse(currency, out var known) ? known : Currency.Ars);
        if ((await client.Orders.RecordPaymentAsync(order, new RecordPaymentRequest(means, amount, string.IsNullOrWhiteSpace(reference) ? null : reference), FormKey.Of(form), cancel)).Refused(out var problem, out _))
            Flash.Refuse(context, problem);
        else Flash.Say(context, OrderTexts.PaymentRecorded(number));
        return Page.GoTo($"/oficina/pedidos/{number}");
    }
}
