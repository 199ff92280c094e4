using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Hilo.Invoicing;

/// <summary>Keys, signing requests and certificates of issuers (specs: arca 5.1).</summary>
internal static class CertificateKeys
{
    /// <summary>A key that is made here and never leaves, and the request that the agency signs.</summary>
    public static (string PrivateKey, string SigningRequest) New(string company, string alias, string cuit)
    {
        using var key = RSA.Create(2048);
        var subject = new X500DistinguishedNameBuilder();
        subject.AddOrganizationName(company);
        subject.AddCommonName(alias);
        // The agency reads the CUIT out of this attribute: the word, one space, eleven digits.
        subject.Add(new Oid("2.5.4.5"), $"CUIT {cuit}", System.Formats.Asn1.UniversalTagNumber.PrintableString);
        subject.AddCountryOrRegion("AR");
        var request = new CertificateRequest(subject.Build(), key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        return (key.ExportPkcs8PrivateKeyPem(), request.CreateSigningRequestPem());
    }

    /// <summary>The certificate in PEM, when it is of this key, this CUIT and this environment.</summary>
    public static Result<(string Pem, DateTimeOffset ExpiresAt)> Match(string text, string privateKey, string cuit, FiscalEnvironment environment, DateTimeOffset now)
    {
        if (Read(text) is not { } certificate) return InvoicingProblems.CertificateUnreadable;
        using (certificate)
        {
            using var key = RSA.Create();
            key.ImportFromPem(privateKey);
            using var theirs = certificate.GetRSAPublicKey();
            if (theirs is null || !theirs.ExportSubjectPublicKeyInfo().AsSpan().SequenceEqual(key.ExportSubjectPublicKeyInfo())) return InvoicingProblems.CertificateOfOther;
            if (!certificate.SubjectName.EnumerateRelativeDistinguishedNames().Any(n => !n.HasMultipleElements && n.GetSingleElementType().Value == "2.5.4.5" && n.GetSingleElementValue() == $"CUIT {cuit}"))
                return InvoicingProblems.CertificateOfOther;
            // The two authorities of the agency carry these names.
            if (certificate.GetNameInfo(X509NameType.SimpleName, forIssuer: true).Contains("Test", StringComparison.OrdinalIgnoreCase) == (environment == FiscalEnvironment.Production))
                return InvoicingProblems.CertificateOfEnvironment;
            var expires = new DateTimeOffset(certificate.NotAfter.ToUniversalTime());
            if (certificate.NotBefore.ToUniversalTime() > now.UtcDateTime) return InvoicingProblems.CertificateTooEarly;
            if (expires <= now) return InvoicingProblems.CertificateExpired;
            return (certificate.ExportCertificatePem(), expires);
        }
    }

    private static X509Certificate2? Read(string text)
    {
        try
        {
            return text.Contains("-----BEGIN", StringComparison.Ordinal)
                ? X509Certificate2.CreateFromPem(text)
                : X509CertificateLoader.LoadCertificate(Convert.FromBase64String(text.Trim()));
        }
        catch (Exception e) when (e is CryptographicException or FormatException or ArgumentException)
        {
            return null;
        }
    }
}
