using Hilo.Platform;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Hilo.Invoicing;

/// <summary>A new key and certificate beside the running ones (specs: arca 5.1): the agency wants a new alias for it, and links it to its services by hand. Nothing changes for documents until it works.</summary>
internal static class RenewCertificate
{
    public static void Map(RouteGroupBuilder invoicing)
    {
        invoicing.MapPost("/issuers/{id}/renewal", BeginAsync).RequirePermission(Permissions.InvoicingManage).RequireIdempotencyKey()
            .WithSummary("Make a new key and signing request beside the running ones. Making another one forgets the one before.");
        invoicing.MapPut("/issuers/{id}/renewal/certificate", CertifyAsync).RequirePermission(Permissions.InvoicingManage).RequireIdempotencyKey()
            .WithSummary("Bring the certificate of the new key. It takes over by itself as soon as the agency lets it in.");
        invoicing.MapDelete("/issuers/{id}/renewal", GiveUpAsync).RequirePermission(Permissions.InvoicingManage).RequireIdempotencyKey().WithSummary("Forget the new key; the running one stays.");
    }

    private static async Task<Results<Ok<IssuerView>, NotFound, ProblemHttpResult>> BeginAsync(
        IssuerId id, BeginRenewalRequest request, InvoicingDb db, IssuerViews views, ISecrets secrets, CancellationToken cancel)
    {
        if (await db.Issuers.FindAsync([id], cancel) is not { } issuer || await views.EntityAsync(issuer.LegalEntityId, cancel) is not { } entity) return TypedResults.NotFound();
        if (issuer.Certificate is null) return InvoicingProblems.NoCertificate.ToHttp();
        if (string.Equals(request.Alias, issuer.Alias, StringComparison.OrdinalIgnoreCase)) return InvoicingProblems.AliasInUse.ToHttp();
        var (key, signingRequest) = CertificateKeys.New(entity.Name, request.Alias, entity.Cuit);
        issuer.BeginRenewal(request.Alias, secrets.Protect(Issuer.KeyPurpose, key), signingRequest);
        await db.SaveChangesAsync(cancel);
        return TypedResults.Ok(await views.ShowAsync(issuer, cancel));
    }

    private static async Task<Results<Ok<IssuerView>, NotFound, ProblemHttpResult>> CertifyAsync(
        IssuerId id, GiveCertificateRequest request, InvoicingDb db, IssuerViews views, ISecrets secrets, TimeProvider clock, CancellationToken cancel)
    {
        if (await db.Issuers.FindAsync([id], cancel) is not { } issuer || await views.EntityAsync(issuer.LegalEntityId, cancel) is not { } entity) return TypedResults.NotFound();
        if (issuer.NextPrivateKey is not { } key) return InvoicingProblems.NoRenewal.ToHttp();
        if (CertificateKeys.Match(request.Certificate, secrets.Reveal(Issuer.KeyPurpose, key), entity.Cuit, issuer.Environment, clock.GetUtcNow()).Refused(out var problem, out var certificate)) return problem.ToHttp();
        issuer.TakeNextCertificate(certificate.Pem, certificate.ExpiresAt);
        await db.SaveChangesAsync(cancel);
        return TypedResults.Ok(await views.ShowAsync(issuer, cancel));
    }

    private static async Task<Results<NoContent, NotFound>> GiveUpAsync(IssuerId id, InvoicingDb db, CancellationToken cancel)
    {
        if (await db.Issuers.FindAsync([id], cancel) is not { } issuer) return TypedResults.NotFound();
        issuer.EndRenewal();
        await db.SaveChangesAsync(cancel);
        return TypedResults.NoContent();
    }
}

/// <summary>Tries every certificate that waits to take over, and lets it as soon as the agency gives it a ticket.</summary>
internal sealed class SwitchCertificates(SessionScopes sessions, AccessTickets tickets, TimeProvider clock) : ISweep
{
    private static readonly Facts Nobody = new() { Actor = "sweeper:SwitchCertificates" };

    public async Task<int> SweepAsync(CancellationToken cancel)
    {
        foreach (var (id, next) in await WaitingAsync(cancel))
        {
            var refused = (await tickets.OfAsync(next, AgencyService.Wsfe.Id, cancel)).Failed(out var failure, out _);
            await sessions.RunAsync(Nobody, async (services, token) =>
            {
                var db = services.GetRequiredService<InvoicingDb>();
                // Another one may have been brought meanwhile: that one is tried at the next turn.
                if (await db.Issuers.FindAsync([id], token) is not { NextCertificate: { } pem } issuer || pem != next.Certificate) return;
                if (refused) issuer.NextIsRefused(failure!.Words);
                else issuer.Switch(clock.GetUtcNow());
                await db.SaveChangesAsync(token);
            }, cancel);
        }
        return 0;
    }

    private Task<List<(IssuerId Id, AgencyIdentity Next)>> WaitingAsync(CancellationToken cancel) => sessions.RunAsync(Nobody, async (services, token) =>
    {
        var waiting = await services.GetRequiredService<InvoicingDb>().Issuers.AsNoTracking().Where(i => i.NextCertificate != null).ToListAsync(token);
        if (waiting.Count == 0) return [];
        var entities = (await services.GetRequiredService<IMerchant>().CurrentAsync(token)).LegalEntities;
        return waiting.ConvertAll(i => (i.Id, i.NextAs(entities.First(e => e.Id == i.LegalEntityId).Cuit, services.GetRequiredService<ISecrets>())!));
    }, cancel);
}
