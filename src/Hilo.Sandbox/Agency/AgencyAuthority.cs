using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Security.Cryptography.Pkcs;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using System.Xml.Linq;

namespace Hilo.Sandbox.Agency;

/// <summary>Certificates and access tickets: signs requests of keys, and lets in who signs with a certificate of its own.</summary>
internal sealed class AgencyAuthority : IDisposable
{
    private static readonly string[] Services = ["wsfe", "wsfex", "ws_sr_constancia_inscripcion", "ws_sr_padron_a13"];
    private static readonly TimeSpan TicketLife = TimeSpan.FromHours(12);
    private readonly TimeProvider clock;
    private readonly RSA key = RSA.Create(2048);
    private readonly X509Certificate2 root;
    private readonly ConcurrentDictionary<string, Ticket> tickets = new(StringComparer.Ordinal);

    private readonly AgencyFaults faults;

    public AgencyAuthority(TimeProvider clock, SandboxMemory memory, AgencyFaults faults)
    {
        (this.clock, this.faults) = (clock, faults);
        if (memory.Read<KeptAuthority>("arca-authority").LastOrDefault() is { } kept)
        {
            key.ImportFromPem(kept.Key);
            root = X509Certificate2.CreateFromPem(kept.Certificate);
        }
        else
        {
            var request = new CertificateRequest("CN=Computadores Test, O=AFIP (de prueba), C=AR", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
            request.CertificateExtensions.Add(new X509BasicConstraintsExtension(true, false, 0, true));
            // Long enough for clocks that demos and tests set to any year near ours.
            root = request.CreateSelfSigned(new DateTimeOffset(2020, 1, 1, 0, 0, 0, TimeSpan.Zero), new DateTimeOffset(2060, 1, 1, 0, 0, 0, TimeSpan.Zero));
            memory.Append("arca-authority", new KeptAuthority(key.ExportPkcs8PrivateKeyPem(), root.ExportCertificatePem()));
        }
    }

    /// <summary>By the agency's own clock.</summary>
    public DateTimeOffset Now => clock.GetUtcNow().AddSeconds(faults.Plan.ClockAheadSeconds);

    /// <summary>Signs a request as the agency's page does. Answers PEM.</summary>
    public string Certify(string signingRequest)
    {
        var request = CertificateRequest.LoadSigningRequestPem(signingRequest, HashAlgorithmName.SHA256, CertificateRequestLoadOptions.Default, RSASignaturePadding.Pkcs1);
        var now = clock.GetUtcNow();
        using var made = request.Create(root.SubjectName, X509SignatureGenerator.CreateForRSA(key, RSASignaturePadding.Pkcs1), now.AddDays(-1), now.AddYears(2), RandomNumberGenerator.GetBytes(8));
        return made.ExportCertificatePem();
    }

    /// <summary>A ticket for who signed, or the code of what is wrong.</summary>
    public (string? Fault, string Words, XElement? Ticket) LogIn(string cms)
    {
        byte[] der;
        try
        {
            der = Convert.FromBase64String(cms);
        }
        catch (FormatException)
        {
            return ("cms.bad.base64", "No se puede decodificar el BASE64", null);
        }
        var signed = new SignedCms();
        try
        {
            signed.Decode(der);
            signed.CheckSignature(verifySignatureOnly: true);
        }
        catch (CryptographicException)
        {
            return ("cms.sign.invalid", "Firma inválida o algoritmo no soportado", null);
        }
        if (signed.SignerInfos.Count == 0 || signed.SignerInfos[0].Certificate is not { } certificate) return ("cms.cert.notFound", "No se ha encontrado certificado de firmador", null);
        if (!IsOurs(certificate)) return ("cms.cert.untrusted", "Certificado no emitido por AC de confianza", null);
        var now = Now;
        if (certificate.NotAfter.ToUniversalTime() < now.UtcDateTime) return ("cms.cert.expired", "Certificado expirado", null);
        return Grant(Encoding.UTF8.GetString(signed.ContentInfo.Content), certificate, now);
    }

    /// <summary>Whom a ticket speaks for; null when it is not accepted.</summary>
    public string? CuitOf(string token, string signature, string service) =>
        tickets.TryGetValue(token, out var ticket) && ticket.Signature == signature && ticket.Service == service && ticket.ExpiresAt > Now ? ticket.Cuit : null;

    public void Dispose()
    {
        key.Dispose();
        root.Dispose();
    }

    private (string?, string, XElement?) Grant(string request, X509Certificate2 certificate, DateTimeOffset now)
    {
        XElement login;
        try
        {
            login = XElement.Parse(request);
        }
        catch (System.Xml.XmlException)
        {
            return ("xml.bad", "No se ha podido interpretar el XML contra el SCHEMA", null);
        }
        DateTimeOffset? At(string name) => DateTimeOffset.TryParse(login.Element("header")?.Element(name)?.Value, System.Globalization.CultureInfo.InvariantCulture, out var at) ? at : null;
        if (login.Name != "loginTicketRequest" || login.Element("service")?.Value is not { Length: >= 3 } service) return ("xml.bad", "No se ha podido interpretar el XML contra el SCHEMA", null);
        if (At("generationTime") is not { } made || made > now || made < now.AddHours(-24)) return ("xml.generationTime.invalid", "GenerationTime en el futuro o más de 24 horas de antigüedad", null);
        if (At("expirationTime") is not { } until || until < now) return ("xml.expirationTime.expired", "Tiempo de expiración es inferior a la hora actual", null);
        if (!Services.Contains(service) || service == faults.Plan.LacksService) return ("coe.notAuthorized", "Computador no autorizado a acceder al servicio", null);
        var cuit = certificate.SubjectName.EnumerateRelativeDistinguishedNames().FirstOrDefault(n => !n.HasMultipleElements && n.GetSingleElementType().Value == "2.5.4.5")?.GetSingleElementValue()?.Replace("CUIT ", "", StringComparison.Ordinal);
        if (cuit is null) return ("coe.notAuthorized", "Computador no autorizado a acceder al servicio", null);
        var ticket = new Ticket(cuit, service, Convert.ToBase64String(RandomNumberGenerator.GetBytes(48)), now + TicketLife);
        var token = TokenOf(service, faults.Plan.LacksDelegation ? "20000000001" : cuit, now);
        tickets[token] = ticket;
        return (null, "", new XElement("loginTicketResponse", new XAttribute("version", "1.0"),
            new XElement("header",
                new XElement("source", "CN=wsaahomo, O=AFIP (de prueba), C=AR"), new XElement("destination", certificate.Subject), new XElement("uniqueId", Random.Shared.NextInt64(uint.MaxValue)),
                new XElement("generationTime", Moment(now)), new XElement("expirationTime", Moment(ticket.ExpiresAt))),
            new XElement("credentials", new XElement("token", token), new XElement("sign", ticket.Signature))));
    }

    /// <summary>A document that says for whom it speaks, and that nobody can guess.</summary>
    private static string TokenOf(string service, string cuit, DateTimeOffset now) => Convert.ToBase64String(Encoding.UTF8.GetBytes(new XElement("sso", new XAttribute("version", "2.0"),
        new XElement("id", new XAttribute("src", "CN=wsaahomo, O=AFIP (de prueba), C=AR"), new XAttribute("unique_id", Convert.ToHexString(RandomNumberGenerator.GetBytes(24))),
            new XAttribute("gen_time", now.ToUnixTimeSeconds()), new XAttribute("exp_time", (now + TicketLife).ToUnixTimeSeconds())),
        new XElement("operation", new XAttribute("type", "login"), new XAttribute("value", "granted"),
            new XElement("login", new XAttribute("entity", "33693450239"), new XAttribute("service", service),
                new XElement("relations", new XElement("relation", new XAttribute("key", cuit), new XAttribute("reltype", "4")))))).ToString(SaveOptions.DisableFormatting)));

    private bool IsOurs(X509Certificate2 certificate)
    {
        using var chain = new X509Chain();
        chain.ChainPolicy.TrustMode = X509ChainTrustMode.CustomRootTrust;
        chain.ChainPolicy.CustomTrustStore.Add(root);
        chain.ChainPolicy.RevocationMode = X509RevocationMode.NoCheck;
        chain.ChainPolicy.VerificationTimeIgnored = true;
        chain.ChainPolicy.VerificationFlags = X509VerificationFlags.IgnoreNotTimeValid;
        return chain.Build(certificate);
    }

    private static string Moment(DateTimeOffset at) => at.ToOffset(TimeSpan.FromHours(-3)).ToString("yyyy-MM-dd'T'HH:mm:ss.fffzzz", System.Globalization.CultureInfo.InvariantCulture);

    private sealed record Ticket(string Cuit, string Service, string Signature, DateTimeOffset ExpiresAt);

    public sealed record KeptAuthority(string Key, string Certificate);
}
