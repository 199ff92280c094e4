using Microsoft.AspNetCore.Mvc;

namespace Hilo.Web.StoreFloor.HandOver;

/// <summary>The camera or the typed code, and then what the pass opens.</summary>
internal static class ScanPass
{
    public static void Map(RouteGroupBuilder floor)
    {
        floor.MapGet("/{code}/entregar", async (string code, FloorShells shells, CancellationToken cancel) =>
            await shells.FindAsync(code, cancel) is { } shell ? Page.Of<ScanPage>(new { Shell = shell }) : Page.GoTo("/piso"));
        floor.MapPost("/{code}/entregar", LookUpAsync);
    }

    private static async Task<IResult> LookUpAsync(string code, [FromForm] string pass, HiloClient client, FloorShells shells, CancellationToken cancel)
    {
        if (await shells.FindAsync(code, cancel) is not { } shell) return Page.GoTo("/piso");
        return (await client.Fulfillment.LookUpPassAsync(new HandOverRequest(pass.Trim(), shell.Place.Id), cancel)).Refused(out var problem, out var found)
            ? Page.Of<ScanPage>(new { Shell = shell, Typed = pass.Length <= 20 ? pass : null, Problem = problem }, problem.Status)
            : Page.Of<HandOverPage>(new { Shell = shell, Found = found, Pass = pass.Trim() });
    }
}
