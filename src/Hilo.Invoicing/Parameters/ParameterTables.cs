using Microsoft.EntityFrameworkCore;

namespace Hilo.Invoicing;

/// <summary>The tables that hold for an issuer, out of the database; without any reading the built-in ones serve.</summary>
internal sealed class ParameterTables(InvoicingDb db)
{
    public async Task<KnownTables> OfAsync(Series series, CancellationToken cancel)
    {
        var environment = Platform.Words.Of(series.Environment);
        string[] scopes = [environment, $"{environment}|{series.Cuit}"];
        return new KnownTables(await db.Parameters.AsNoTracking().Where(p => p.GoneAt == null && scopes.Contains(p.Scope)).ToListAsync(cancel));
    }
}
