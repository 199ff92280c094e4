using Hilo.Platform;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Hilo.Invoicing;

/// <summary>Tries what the first invoice will need, without issuing anything.</summary>
internal static class CheckConnection
{
    public static void Map(RouteGroupBuilder invoicing) => invoicing.MapGet("/issuers/{id}/connection", HandleAsync).RequirePermission(Permissions.InvoicingManage)
        .WithSummary("Ask the agency whether it is up, whether it lets this certificate in, and which points of sale it knows. Issues nothing.");

    private static async Task<Results<Ok<AgencyConnection>, NotFound>> HandleAsync(IssuerId id, InvoicingDb db, IssuerViews views, Wsfe agency, ISecrets secrets, CancellationToken cancel)
    {
        if (await db.Issuers.FindAsync([id], cancel) is not { } issuer || await views.EntityAsync(issuer.LegalEntityId, cancel) is not { } entity) return TypedResults.NotFound();
        if ((await agency.IsUpAsync(issuer.Environment, cancel)).Failed(out var failure, out var isUp)) return TypedResults.Ok(new AgencyConnection(false, false, failure.Words, []));
        if (issuer.As(entity.Cuit, secrets) is not { } identity) return TypedResults.Ok(new AgencyConnection(isUp, false, InvoicingProblems.NoCertificate.Detail, []));
        if ((await agency.TableAsync(identity, "PtosVenta", cancel)).Failed(out failure, out var rows))
        {
            // In homologation the agency may know no points and still take any number.
            var knowsNone = failure.Code == AgencyFailure.NoData;
            return TypedResults.Ok(new AgencyConnection(isUp, knowsNone, knowsNone ? null : failure.Words, []));
        }
        return TypedResults.Ok(new AgencyConnection(isUp, true, null, [.. rows.Select(PointOf).OfType<AgencyPoint>()]));
    }

    private static AgencyPoint? PointOf(IReadOnlyDictionary<string, string> row) =>
        int.TryParse(row.GetValueOrDefault("Nro"), System.Globalization.CultureInfo.InvariantCulture, out var number)
            ? new AgencyPoint(number, row.GetValueOrDefault("EmisionTipo", ""), row.GetValueOrDefault("Bloqueado") != "S" && row.GetValueOrDefault("FchBaja", "").Length == 0)
            : null;
}
