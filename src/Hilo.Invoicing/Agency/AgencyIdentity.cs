using System.Security.Cryptography;
using System.Security.Cryptography.Pkcs;
using System.Security.Cryptography.X509Certificates;
using System.Text;

namespace Hilo.Invoicing;

/// <summary>As whom Hilo speaks to the agency: the represented CUIT, and the certificate whose key signs the requests.</summary>
/// <param name="PrivateKey">PEM. Lives in memory only while a ticket is asked for.</param>
internal sealed record AgencyIdentity(FiscalEnvironment Environment, string Cuit, string Certificate, Func<string> PrivateKey)
{
    public string Thumbprint { get; } = ThumbprintOf(Certificate);

    /// <summary>CMS with the text inside, SHA-256, the end certificate and the signing time: what the agency's own example produces (specs: arca 5.3).</summary>
    public byte[] Sign(string text, DateTimeOffset now)
    {
        using var certificate = X509Certificate2.CreateFromPem(Certificate);
        using var key = RSA.Create();
        key.ImportFromPem(PrivateKey());
        using var signing = certificate.CopyWithPrivateKey(key);
        var cms = new SignedCms(new ContentInfo(Encoding.UTF8.GetBytes(text)), detached: false);
        var signer = new CmsSigner(SubjectIdentifierType.IssuerAndSerialNumber, signing)
        {
            DigestAlgorithm = new Oid("2.16.840.1.101.3.4.2.1"),
            IncludeOption = X509IncludeOption.EndCertOnly,
        };
        signer.SignedAttributes.Add(new Pkcs9SigningTime(now.UtcDateTime));
        cms.ComputeSignature(signer, silent: true);
        return cms.Encode();
    }

    private static string ThumbprintOf(string pem)
    {
        using var certificate = X509Certificate2.CreateFromPem(pem);
        return certificate.Thumbprint;
    }
}
