using Hilo.Platform;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Hilo.Invoicing;

/// <summary>The numbers that an export names, out of the agency's own tables.</summary>
internal static class ShowAbroadTables
{
    public static void Map(RouteGroupBuilder invoicing) => invoicing.MapGet("/abroad/tables", HandleAsync).RequirePermission(Permissions.InvoicingRead)
        .WithSummary("Destinations, CUITs of countries, Incoterms and units as the agency last showed them. Empty until an issuer with a point of sale for export has been read, within minutes.");

    private static async Task<Ok<AbroadTables>> HandleAsync(InvoicingDb db, CancellationToken cancel)
    {
        var rows = (await db.Parameters.AsNoTracking().Where(p => p.GoneAt == null && ReadParameters.AbroadTables.Contains(p.TableName)).ToListAsync(cancel)).ToLookup(p => p.TableName, StringComparer.Ordinal);
        // Several environments show the same numbers.
        IReadOnlyList<AbroadRow> Of(string table) => [.. rows[ReadParameters.OfAbroad(table)].DistinctBy(r => r.RowKey).OrderBy(r => r.Text, StringComparer.Ordinal).ThenBy(r => r.RowKey, StringComparer.Ordinal).Select(r => new AbroadRow(r.RowKey, r.Text))];
        return TypedResults.Ok(new AbroadTables(Of("DST_pais"), Of("DST_CUIT"), Of("Incoterms"), Of("UMed")));
    }
}
