using Hilo.Web.Backoffice.Papers;
using Microsoft.AspNetCore.Mvc;

namespace Hilo.Web.StoreFloor.HandOver;

internal static class HandOverPickup
{
    public static void Map(RouteGroupBuilder floor) => floor.MapPost("/{code}/entregar/confirmar", HandleAsync);

    private static async Task<IResult> HandleAsync(
        string code, [FromForm] string pass, [FromForm] string? collector, [FromForm] string? tender, [FromForm] long? minor, [FromForm] string? currency,
        IFormCollection form, HiloClient client, FloorShells shells, CancellationToken cancel)
    {
        if (await shells.FindAsync(code, cancel) is not { } shell) return Page.GoTo("/piso");
        var payment = minor is { } amount && Word<Tender>.TryParse(tender, null, out var means) && Currency.TryParse(currency, out var known)
            ? new HandOverPayment(means.Value, new Money(amount, known))
            : null;
        var request = new HandOverRequest(pass, shell.Place.Id, string.IsNullOrWhiteSpace(collector) ? null : collector.Trim(), payment);
        return (await client.Fulfillment.HandOverAsync(request, FormKey.Of(form), cancel)).Refused(out var problem, out var done)
            ? Page.Of<ScanPage>(new { Shell = shell, Problem = problem }, problem.Status)
            : Page.Of<HandedOverPage>(new { Shell = shell, Work = done, Charged = payment, request.Collector, Papers = await PrintPaper.OfAsync(done.OrderId, client, cancel) });
    }
}
