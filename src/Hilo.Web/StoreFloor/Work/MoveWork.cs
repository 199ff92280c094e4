using Microsoft.AspNetCore.Mvc;

namespace Hilo.Web.StoreFloor.Work;

/// <summary>One press moves the work one step; the page then shows the next step.</summary>
internal static class MoveWork
{
    public static void Map(RouteGroupBuilder floor)
    {
        var work = floor.MapGroup("/{code}/{work:guid}");
        work.MapPost("/aceptar", (string code, Guid work, HttpContext http, HiloClient client, CancellationToken cancel) => Then(code, work, http, client.Fulfillment.AcceptAsync(IdOf(work), cancel)));
        work.MapPost("/juntar", (string code, Guid work, HttpContext http, HiloClient client, CancellationToken cancel) => Then(code, work, http, client.Fulfillment.PickAsync(IdOf(work), new PickRequest(), cancel)));
        work.MapPost("/embalar", (string code, Guid work, HttpContext http, HiloClient client, CancellationToken cancel) => Then(code, work, http, client.Fulfillment.PackAsync(IdOf(work), cancel)));
        work.MapPost("/listo", (string code, Guid work, HttpContext http, HiloClient client, CancellationToken cancel) => Then(code, work, http, client.Fulfillment.ReadyAsync(IdOf(work), cancel)));
        work.MapPost("/llegada", (string code, Guid work, HttpContext http, HiloClient client, CancellationToken cancel) => Then(code, work, http, client.Fulfillment.DeliveredAsync(IdOf(work), cancel)));
        work.MapPost("/despacho", ShipAsync);
    }

    private static async Task<IResult> ShipAsync(
        string code, Guid work, [FromForm] string? carrier, [FromForm] string? tracking, HttpContext http, HiloClient client, CancellationToken cancel)
    {
        var request = new ShipRequest(string.IsNullOrWhiteSpace(carrier) ? null : carrier.Trim(), string.IsNullOrWhiteSpace(tracking) ? null : tracking.Trim());
        if ((await client.Fulfillment.ShipAsync(IdOf(work), request, cancel)).Refused(out var problem, out var shipped)) Flash.Refuse(http, problem);
        else Flash.Say(http, FloorTexts.Shipped(shipped.OrderNumber));
        return Page.GoTo($"/piso/{code}");
    }

    private static async Task<IResult> Then(string code, Guid work, HttpContext http, Task<Result<FulfillmentOrderView>> move)
    {
        if ((await move).Refused(out var problem, out _)) Flash.Refuse(http, problem);
        return Page.GoTo($"/piso/{code}/{work}");
    }

    private static FulfillmentOrderId IdOf(Guid work) => FulfillmentOrderId.From(work);
}
