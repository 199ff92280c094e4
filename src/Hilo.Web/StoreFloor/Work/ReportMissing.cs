using System.Globalization;
using Hilo.Web.Backoffice;

namespace Hilo.Web.StoreFloor.Work;

/// <summary>"No la encuentro": which line, how many are there, and what became of the others.</summary>
internal static class ReportMissing
{
    public static void Map(RouteGroupBuilder floor)
    {
        floor.MapGet("/{code}/{work:guid}/falta", AskAsync);
        floor.MapPost("/{code}/{work:guid}/falta", ReportAsync);
    }

    private static async Task<IResult> AskAsync(string code, Guid work, string? renglon, HiloClient client, FloorShells shells, OfficeShells office, CancellationToken cancel)
    {
        if (await shells.FindAsync(code, cancel) is not { } shell) return Page.GoTo("/piso");
        OrderLineId? line = OrderLineId.TryParse(renglon, null, out var named) ? named : null;
        return (await client.Fulfillment.FindAsync(FulfillmentOrderId.From(work), cancel)).Refused(out var problem, out var view)
            ? await OfficeRefusals.PageAsync(problem, office, cancel)
            : Page.Of<MissingPage>(new { Shell = shell, Work = view, Line = line });
    }

    private static async Task<IResult> ReportAsync(string code, Guid work, IFormCollection form, HttpContext http, HiloClient client, CancellationToken cancel)
    {
        var back = $"/piso/{code}/{work}";
        if (!OrderLineId.TryParse(form["line"], null, out var line)) return Page.GoTo($"{back}/falta");
        var found = int.TryParse(form[$"found-{line}"], NumberStyles.None, CultureInfo.InvariantCulture, out var units) ? Quantity.Units(units) : Quantity.Zero;
        if ((await client.Fulfillment.ReportShortageAsync(FulfillmentOrderId.From(work), new ReportShortageRequest(line, found), FormKey.Of(form), cancel)).Refused(out var problem, out var done))
        {
            Flash.Refuse(http, problem);
            return Page.GoTo(back);
        }
        Flash.Say(http, FloorTexts.Reported(done));
        return Page.GoTo(done.FulfillmentOrder.State == FulfillmentState.Canceled ? $"/piso/{code}" : back);
    }
}
