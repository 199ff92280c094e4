using Hilo.Platform;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Hilo.Invoicing;

/// <summary>From a legal entity to its first invoice: key and request, certificate, points of sale, go.</summary>
internal static class ManageIssuers
{
    public static void Map(RouteGroupBuilder invoicing)
    {
        var issuers = invoicing.MapGroup("/issuers");
        issuers.MapGet("", ListAsync).RequirePermission(Permissions.InvoicingRead).WithSummary("Who issues fiscal documents, with certificate and points of sale.");
        issuers.MapPost("", CreateAsync).RequirePermission(Permissions.InvoicingManage).RequireIdempotencyKey()
            .WithSummary("Let a legal entity issue: makes its key, which never leaves, and the signing request for the agency.");
        issuers.MapPut("/{id}", ChangeAsync).RequirePermission(Permissions.InvoicingManage).RequireIdempotencyKey().WithSummary("Change what its documents say of it. Needs If-Match.");
        issuers.MapPut("/{id}/certificate", CertifyAsync).RequirePermission(Permissions.InvoicingManage).RequireIdempotencyKey().WithSummary("Bring the certificate that the agency made of the request.");
        issuers.MapPost("/{id}/points", AddPointAsync).RequirePermission(Permissions.InvoicingManage).RequireIdempotencyKey().WithSummary("Add a point of sale. It must be Hilo's alone.");
        issuers.MapPut("/{id}/activation", ActivateAsync).RequirePermission(Permissions.InvoicingManage).RequireIdempotencyKey().WithSummary("From now on every paid sale gets its document by itself.");
    }

    private static async Task<Ok<IReadOnlyList<IssuerView>>> ListAsync(IssuerViews views, CancellationToken cancel) => TypedResults.Ok(await views.AllAsync(cancel));

    private static async Task<Results<Ok<IssuerView>, ProblemHttpResult>> CreateAsync(
        CreateIssuerRequest request, InvoicingDb db, IssuerViews views, ISecrets secrets, IConfiguration configuration, TimeProvider clock, CancellationToken cancel)
    {
        if (await views.EntityAsync(request.LegalEntityId, cancel) is not { } entity) return InvoicingProblems.EntityUnknown.ToHttp();
        if (request.Environment == FiscalEnvironment.Sandbox && configuration["Arca:Sandbox:Base"] is null) return InvoicingProblems.SandboxMissing.ToHttp();
        if (await db.Issuers.AnyAsync(i => i.LegalEntityId == request.LegalEntityId, cancel)) return InvoicingProblems.IssuerExists.ToHttp();
        var (key, signingRequest) = CertificateKeys.New(entity.Name, request.Alias, entity.Cuit);
        var issuer = new Issuer
        {
            Id = IId<IssuerId>.New(),
            LegalEntityId = request.LegalEntityId,
            Environment = request.Environment,
            Alias = request.Alias,
            PrivateKey = secrets.Protect(Issuer.KeyPurpose, key),
            SigningRequest = signingRequest,
            CreatedAt = clock.GetUtcNow(),
        };
        issuer.Set(request.GrossIncomeNumber, request.ActivityStartedOn, request.ClassA);
        db.Add(issuer);
        await db.SaveChangesAsync(cancel);
        return TypedResults.Ok(await views.ShowAsync(issuer, cancel));
    }

    private static async Task<Results<Ok<IssuerView>, NotFound, ProblemHttpResult>> ChangeAsync(
        IssuerId id, ChangeIssuerRequest request, HttpContext http, InvoicingDb db, IssuerViews views, CancellationToken cancel)
    {
        if (await db.Issuers.FindAsync([id], cancel) is not { } issuer) return TypedResults.NotFound();
        if (http.RefusedEditOf(issuer.Version) is { } stale) return stale.ToHttp();
        issuer.Set(request.GrossIncomeNumber, request.ActivityStartedOn, request.ClassA);
        await db.SaveChangesAsync(cancel);
        http.ShowVersion(issuer.Version);
        return TypedResults.Ok(await views.ShowAsync(issuer, cancel));
    }

    private static async Task<Results<Ok<IssuerView>, NotFound, ProblemHttpResult>> CertifyAsync(
        IssuerId id, GiveCertificateRequest request, InvoicingDb db, IssuerViews views, ISecrets secrets, TimeProvider clock, CancellationToken cancel)
    {
        if (await db.Issuers.FindAsync([id], cancel) is not { } issuer || await views.EntityAsync(issuer.LegalEntityId, cancel) is not { } entity) return TypedResults.NotFound();
        if (CertificateKeys.Match(request.Certificate, secrets.Reveal(Issuer.KeyPurpose, issuer.PrivateKey), entity.Cuit, issuer.Environment, clock.GetUtcNow()).Refused(out var problem, out var certificate)) return problem.ToHttp();
        issuer.TakeCertificate(certificate.Pem, certificate.ExpiresAt);
        await db.SaveChangesAsync(cancel);
        return TypedResults.Ok(await views.ShowAsync(issuer, cancel));
    }

    private static async Task<Results<Ok<IssuerView>, NotFound, ProblemHttpResult>> AddPointAsync(
        IssuerId id, AddFiscalPointRequest request, InvoicingDb db, IssuerViews views, CancellationToken cancel)
    {
        if (await db.Issuers.FindAsync([id], cancel) is not { } issuer) return TypedResults.NotFound();
        if (request is { IsContingency: true, IsAbroad: true }) return InvoicingProblems.PointOfOneKind.ToHttp();
        // One for exports, any number for contingency, and one per channel for all the rest.
        var channel = request.IsContingency || request.IsAbroad ? null : request.SalesChannelId;
        if (await db.Points.AnyAsync(p => p.IssuerId == id && (p.Number == request.Number || (!request.IsContingency && !p.IsContingency && p.IsAbroad == request.IsAbroad && p.SalesChannelId == channel)), cancel)) return InvoicingProblems.PointTaken.ToHttp();
        db.Add(new FiscalPoint { Id = IId<FiscalPointId>.New(), IssuerId = id, Number = request.Number, SalesChannelId = channel, IsContingency = request.IsContingency, IsAbroad = request.IsAbroad });
        await db.SaveChangesAsync(cancel);
        return TypedResults.Ok(await views.ShowAsync(issuer, cancel));
    }

    private static async Task<Results<Ok<IssuerView>, NotFound, ProblemHttpResult>> ActivateAsync(IssuerId id, InvoicingDb db, IssuerViews views, TimeProvider clock, CancellationToken cancel)
    {
        if (await db.Issuers.FindAsync([id], cancel) is not { } issuer) return TypedResults.NotFound();
        if (issuer.Activate(await db.Points.AnyAsync(p => p.IssuerId == id && p.SalesChannelId == null && !p.IsContingency && !p.IsAbroad, cancel), clock.GetUtcNow()) is { } problem) return problem.ToHttp();
        db.Publish(new TributesChanged(id));
        await db.SaveChangesAsync(cancel);
        return TypedResults.Ok(await views.ShowAsync(issuer, cancel));
    }
}
