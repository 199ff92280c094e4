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
        foreach (var (id, next, services) in await WaitingAsync(cancel))
        {
            AgencyFailure? failure = null;
            foreach (var service in services) failure ??= (await tickets.OfAsync(next, service.Id, cancel)).Failed(out var why, out _) ? why : null;
            await sessions.RunAsync(Nobody, async (scope, token) =>
            {
                var db = scope.GetRequiredService<InvoicingDb>();
                // Another one may have been brought meanwhile: that one is tried at the next turn.
                if (await db.Issuers.FindAsync([id], token) is not { NextCertificate: { } pem } issuer || pem != next.Certificate) return;
                if (failure is not null) issuer.NextIsRefused(failure.Words);
                else issuer.Switch(clock.GetUtcNow());
                await db.SaveChangesAsync(token);
            }, cancel);
        }
        return 0;
    }

    /// <param name="Services">Those that the running certificate is used for: both have to be linked before it goes.</param>
    private sealed record Waiting(IssuerId Id, AgencyIdentity Next, IReadOnlyList<AgencyService> Services);

    private Task<List<Waiting>> WaitingAsync(CancellationToken cancel) => sessions.RunAsync(Nobody, async (services, token) =>
    {
        var db = services.GetRequiredService<InvoicingDb>();
        var waiting = await db.Issuers.AsNoTracking().Where(i => i.NextCertificate != null).ToListAsync(token);
        if (waiting.Count == 0) return [];
        var exporters = (await db.Points.AsNoTracking().Where(p => p.IsAbroad).ToListAsync(token)).ConvertAll(p => p.IssuerId);
        var entities = (await services.GetRequiredService<IMerchant>().CurrentAsync(token)).LegalEntities;
        return waiting.ConvertAll(i => new Waiting(
            i.Id, i.NextAs(entities.First(e => e.Id == i.LegalEntityId).Cuit, services.GetRequiredService<ISecrets>())!, exporters.Contains(i.Id) ? [AgencyService.Wsfe, AgencyService.Wsfex] : [AgencyService.Wsfe]));
    }, cancel);
}
