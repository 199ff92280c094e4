using System.Security.Cryptography.X509Certificates;
using Microsoft.EntityFrameworkCore;

namespace Hilo.Invoicing;

internal sealed class IssuerViews(InvoicingDb db, IMerchant merchant)
{
    public async Task<IReadOnlyList<IssuerView>> AllAsync(CancellationToken cancel)
    {
        var entities = (await merchant.CurrentAsync(cancel)).LegalEntities;
        var points = await db.Points.AsNoTracking().OrderBy(p => p.Number).ToListAsync(cancel);
        return [.. (await db.Issuers.AsNoTracking().OrderBy(i => i.CreatedAt).ToListAsync(cancel)).Select(i => Of(i, entities.First(e => e.Id == i.LegalEntityId), points))];
    }

    public async Task<IssuerView> ShowAsync(Issuer issuer, CancellationToken cancel) =>
        Of(issuer, (await EntityAsync(issuer.LegalEntityId, cancel))!, await db.Points.AsNoTracking().Where(p => p.IssuerId == issuer.Id).OrderBy(p => p.Number).ToListAsync(cancel));

    public async Task<LegalEntityView?> EntityAsync(LegalEntityId id, CancellationToken cancel) => (await merchant.CurrentAsync(cancel)).LegalEntities.FirstOrDefault(e => e.Id == id);

    private static IssuerView Of(Issuer issuer, LegalEntityView entity, List<FiscalPoint> points) => new(
        issuer.Id, issuer.Version, issuer.LegalEntityId, entity.Name, entity.Cuit, entity.VatCondition, issuer.Environment, issuer.Alias, issuer.GrossIncomeNumber,
        issuer.ActivityStartedOn is { } on ? FiscalDay.FromNumber(on) : null, issuer.ClassA, issuer.SigningRequest, ThumbprintOf(issuer.Certificate), issuer.CertificateExpiresAt,
        issuer.IsActive, issuer.ActiveSince, [.. points.Where(p => p.IssuerId == issuer.Id).Select(p => new FiscalPointView(p.Id, p.Number, p.SalesChannelId, p.IsContingency, p.Fallback, p.IsAbroad))],
        issuer.NextSigningRequest is null ? null : new RenewalView(issuer.NextAlias!, issuer.NextSigningRequest, ThumbprintOf(issuer.NextCertificate), issuer.NextExpiresAt, issuer.NextProblem),
        issuer.Fce is { } fce ? new SetFceRequest(fce.Account, fce.Alias, fce.Transfer, fce.Days) : null);

    private static string? ThumbprintOf(string? pem)
    {
        if (pem is null) return null;
        using var certificate = X509Certificate2.CreateFromPem(pem);
        return certificate.Thumbprint;
    }
}
