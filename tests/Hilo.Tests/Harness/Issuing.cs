using Hilo.Client;

namespace Hilo.Tests;

/// <summary>A shop that begins to invoice.</summary>
public static class Issuing
{
    /// <summary>From the legal entity to an active issuer, as its owner does it: request, certificate of the agency, point of sale.</summary>
    /// <param name="agency">Where the stand-in lives.</param>
    public static async Task<IssuerView> BeginAsync(HiloClient owner, Uri agency, LegalEntityId seller)
    {
        var issuer = (await owner.Invoicing.CreateIssuerAsync(new CreateIssuerRequest(seller, FiscalEnvironment.Sandbox, "hilo", "901-123456-7", new DateOnly(2015, 3, 1)))).Value();
        using var browser = new HttpClient { BaseAddress = agency };
        using var signed = await browser.PostAsync("sandbox/arca/certificates", new StringContent(issuer.SigningRequest));
        (await owner.Invoicing.CertifyAsync(issuer.Id, await signed.Content.ReadAsStringAsync())).Value();
        (await owner.Invoicing.AddPointAsync(issuer.Id, new AddFiscalPointRequest(7))).Value();
        return (await owner.Invoicing.ActivateAsync(issuer.Id)).Value();
    }
}
