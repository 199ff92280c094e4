using Hilo.Web.Backoffice;
using Hilo.Web.Backoffice.Papers;

namespace Hilo.Web.StoreFloor.Work;

internal static class ShowWork
{
    public static void Map(RouteGroupBuilder floor)
    {
        floor.MapGet("/{code}/{work:guid}", HandleAsync);
        floor.MapGet("/{code}/{work:guid}/al-dia", IsFreshAsync);
    }

    private static async Task<IResult> HandleAsync(string code, Guid work, HiloClient client, FloorShells shells, OfficeShells office, CancellationToken cancel)
    {
        if (await shells.FindAsync(code, cancel) is not { } shell) return Page.GoTo("/piso");
        return (await client.Fulfillment.FindAsync(FulfillmentOrderId.From(work), cancel)).Refused(out var problem, out var view)
            ? await OfficeRefusals.PageAsync(problem, office, cancel)
            : Page.Of<WorkPage>(new { Shell = shell, Work = view, Papers = await PrintPaper.OfAsync(view.OrderId, client, cancel) });
    }

    /// <summary>Whether the page that somebody looks at is still true.</summary>
    private static async Task<IResult> IsFreshAsync(string code, Guid work, int version, HiloClient client, CancellationToken cancel) =>
        (await client.Fulfillment.FindAsync(FulfillmentOrderId.From(work), cancel)).Refused(out _, out var view)
            ? TypedResults.NoContent()
            : Page.Of<StaleWork>(new { Address = $"/piso/{code}/{work}", Version = version, IsStale = view.Version != version });
}
