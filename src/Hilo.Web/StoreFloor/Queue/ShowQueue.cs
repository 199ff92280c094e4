using Hilo.Web.Backoffice;

namespace Hilo.Web.StoreFloor.Queue;

internal static class ShowQueue
{
    private static readonly FulfillmentState[] ToDo = [FulfillmentState.Awaiting, FulfillmentState.Accepted, FulfillmentState.Picked, FulfillmentState.Packed, FulfillmentState.Ready, FulfillmentState.Shipped];

    /// <summary>The event stream of a location: from the browser straight to the API.</summary>
    public static string ChangesOf(LocationId place) => $"/api/v1/fulfillment-orders/changes?location={place}";

    public static void Map(RouteGroupBuilder floor)
    {
        floor.MapGet("/{code}", HandleAsync);
        floor.MapGet("/{code}/lista", ListAsync);
    }

    private static async Task<IResult> HandleAsync(string code, HiloClient client, FloorShells shells, OfficeShells office, CancellationToken cancel)
    {
        if (await shells.FindAsync(code, cancel) is not { } shell) return Page.GoTo("/piso");
        return (await client.Fulfillment.ListAsync(shell.Place.Id, ToDo, cancel)).Refused(out var problem, out var work)
            ? await OfficeRefusals.PageAsync(problem, office, cancel)
            : Page.Of<QueuePage>(new { Shell = shell, Work = work });
    }

    /// <summary>The list alone, for the page that looks again every few seconds.</summary>
    private static async Task<IResult> ListAsync(string code, HiloClient client, FloorShells shells, CancellationToken cancel)
    {
        if (await shells.FindAsync(code, cancel) is not { } shell) return Results.NotFound();
        return (await client.Fulfillment.ListAsync(shell.Place.Id, ToDo, cancel)).Refused(out _, out var work) ? Results.NotFound() : Page.Of<QueueList>(new { Shell = shell, Work = work });
    }
}
