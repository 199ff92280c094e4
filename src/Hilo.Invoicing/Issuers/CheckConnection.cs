using Hilo.Platform;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Hilo.Invoicing;

/// <summary>Tries what the first invoice will need, without issuing anything.</summary>
internal static class CheckConnection
{
    public static void Map(RouteGroupBuilder invoicing) => invoicing.MapGet("/issuers/{id}/connection", HandleAsync).RequirePermission(Permissions.InvoicingManage)
        .WithSummary("Ask the agency whether it is up, whether it lets this certificate in, and which points of sale it knows. Issues nothing.");

    private static async Task<Results<Ok<AgencyConnection>, NotFound>> HandleAsync(IssuerId id, InvoicingDb db, IssuerViews views, ConnectionTest test, ISecrets secrets, CancellationToken cancel)
    {
        if (await db.Issuers.FindAsync([id], cancel) is not { } issuer || await views.EntityAsync(issuer.LegalEntityId, cancel) is not { } entity) return TypedResults.NotFound();
        var sellsAbroad = await db.Points.AnyAsync(p => p.IssuerId == id && p.IsAbroad, cancel);
        return TypedResults.Ok(await test.RunAsync(issuer.Environment, issuer.As(entity.Cuit, secrets), sellsAbroad, cancel));
    }
}

/// <summary>Up, let in, points of sale; with what was seen of each service before.</summary>
internal sealed class ConnectionTest(Wsfe agency, Wsfex abroad, Breakers breakers, AgencyClocks clocks, AgencySettings settings)
{
    /// <param name="identity">Null while there is no certificate.</param>
    /// <param name="sellsAbroad">It has a point of sale for exports: their service has a login of its own.</param>
    public async Task<AgencyConnection> RunAsync(FiscalEnvironment environment, AgencyIdentity? identity, bool sellsAbroad, CancellationToken cancel)
    {
        var (isUp, isIn, problem, points) = await TryAsync(environment, identity, cancel);
        if (isIn && sellsAbroad)
        {
            if ((await abroad.TableAsync(identity!, "PtoVenta", cancel)).Failed(out var failure, out var rows) && failure.Code != AgencyFailure.NoData) (isIn, problem) = (false, $"Exportación (wsfex): {failure.Words}");
            points = [.. points, .. (rows ?? []).Select(PointOf).OfType<AgencyPoint>().Select(p => p with { Kind = "FEEWS - Exportación" })];
        }
        var skew = clocks.SkewOf(settings.AddressOf(environment, AgencyService.Wsfe.Address));
        var seen = from breaker in await breakers.AllAsync(cancel)
                   let key = Breakers.Read(breaker.Key)
                   where key.Environment == environment
                   orderby key.Service
                   select new AgencyServiceView(key.Service, breaker.Value.State, breaker.Value.OpenedAt, breaker.Value.Why);
        return new AgencyConnection(isUp, isIn, problem, points, [.. seen], (int)skew.TotalSeconds, skew.Duration() >= settings.SkewToldFrom);
    }

    private async Task<(bool IsUp, bool IsIn, string? Problem, IReadOnlyList<AgencyPoint> Points)> TryAsync(FiscalEnvironment environment, AgencyIdentity? identity, CancellationToken cancel)
    {
        if ((await agency.IsUpAsync(environment, cancel)).Failed(out var failure, out var isUp)) return (false, false, failure.Words, []);
        if (identity is null) return (isUp, false, InvoicingProblems.NoCertificate.Detail, []);
        if (!(await agency.TableAsync(identity, "PtosVenta", cancel)).Failed(out failure, out var rows)) return (isUp, true, null, [.. rows.Select(PointOf).OfType<AgencyPoint>()]);
        // In homologation the agency may know no points and still take any number.
        var knowsNone = failure.Code == AgencyFailure.NoData;
        return (isUp, knowsNone, knowsNone ? null : failure.Words, []);
    }

    private static AgencyPoint? PointOf(IReadOnlyDictionary<string, string> row) =>
        int.TryParse(row.GetValueOrDefault("Nro"), System.Globalization.CultureInfo.InvariantCulture, out var number)
            ? new AgencyPoint(number, row.GetValueOrDefault("EmisionTipo", ""), row.GetValueOrDefault("Bloqueado") != "S" && row.GetValueOrDefault("FchBaja", "").Length == 0)
            : null;
}
