using Hilo.Platform;
using Microsoft.EntityFrameworkCore;

namespace Hilo.Invoicing;

/// <summary>In whose name the agency is asked what it answers to everybody alike: the first issuer that is active.</summary>
internal sealed class AskingIssuer(SessionScopes sessions)
{
    private static readonly Facts Nobody = new() { Actor = "invoicing:questions" };

    public static AgencyFailure None => new(FailureKind.Paused, 0, "Todavía no hay un emisor activo con el que preguntar.");

    public Task<AgencyIdentity?> FindAsync(CancellationToken cancel) => sessions.RunAsync(Nobody, async (services, token) =>
    {
        var issuer = await services.GetRequiredService<InvoicingDb>().Issuers.AsNoTracking().Where(i => i.IsActive).OrderBy(i => i.CreatedAt).FirstOrDefaultAsync(token);
        if (issuer is null) return null;
        var entities = (await services.GetRequiredService<IMerchant>().CurrentAsync(token)).LegalEntities;
        return issuer.As(entities.First(e => e.Id == issuer.LegalEntityId).Cuit, services.GetRequiredService<ISecrets>());
    }, cancel);
}
