using System.Net.Security;
using System.Text;
using System.Xml;
using System.Xml.Linq;

namespace Hilo.Invoicing;

/// <param name="Body">The first element of the SOAP body; null when the answer is no such thing.</param>
/// <param name="Text">As it came, for diagnosis.</param>
/// <param name="Header">The SOAP header, where some services name their environment.</param>
internal sealed record SoapAnswer(int Status, XElement? Body, string Text, XElement? Header = null)
{
    /// <summary>Prefixes and namespaces differ between answers of one service: only local names count.</summary>
    public XElement? Fault => Body is { Name.LocalName: "Fault" } fault ? fault : null;
}

/// <summary>One SOAP 1.1 call. Never repeats by itself: a write that was lost is the business of whoever knows its number.</summary>
internal sealed class SoapCalls(IHttpClientFactory clients, AgencyClocks clocks)
{
    public const string Client = "arca";
    private const int Largest = 8 * 1024 * 1024;
    private static readonly XNamespace Envelope = "http://schemas.xmlsoap.org/soap/envelope/";
    private static readonly XmlReaderSettings Careful = new() { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null, MaxCharactersInDocument = Largest };

    public static SocketsHttpHandler Handler() => new()
    {
        PooledConnectionLifetime = TimeSpan.FromMinutes(5),
        ConnectTimeout = TimeSpan.FromSeconds(10),
        AllowAutoRedirect = false,
        UseCookies = false,
        SslOptions = OperatingSystem.IsLinux() ? new SslClientAuthenticationOptions { CipherSuitesPolicy = EllipticOnly() } : new SslClientAuthenticationOptions(),
    };

    public static string TextOf(XElement body) => new XDocument(
        new XDeclaration("1.0", "UTF-8", null),
        new XElement(Envelope + "Envelope", new XAttribute(XNamespace.Xmlns + "soapenv", Envelope.NamespaceName), new XElement(Envelope + "Header"), new XElement(Envelope + "Body", body)))
        .ToString(SaveOptions.DisableFormatting);

    /// <exception cref="OperationCanceledException">Only when <paramref name="cancel"/> ends, never for the time limit.</exception>
    public async Task<Asked<SoapAnswer>> CallAsync(Uri address, string action, XElement body, TimeSpan limit, CancellationToken cancel)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        patience.CancelAfter(limit);
        try
        {
            using var content = new StringContent(TextOf(body), new UTF8Encoding(false), "text/xml");
            using var request = new HttpRequestMessage(HttpMethod.Post, address) { Content = content };
            request.Headers.TryAddWithoutValidation("SOAPAction", $"\"{action}\"");
            using var client = clients.CreateClient(Client);
            client.Timeout = Timeout.InfiniteTimeSpan;
            var asked = clocks.Now;
            using var answer = await client.SendAsync(request, HttpCompletionOption.ResponseContentRead, patience.Token);
            if (answer.Headers.Date is { } theirs) clocks.Note(address.Host, theirs, asked);
            var text = await answer.Content.ReadAsStringAsync(patience.Token);
            var envelope = EnvelopeOf(text);
            return new SoapAnswer((int)answer.StatusCode, Part(envelope, "Body")?.Elements().FirstOrDefault(), text, Part(envelope, "Header"));
        }
        catch (OperationCanceledException) when (!cancel.IsCancellationRequested)
        {
            return AgencyFailure.Lost($"Sin respuesta en {limit.TotalSeconds:0} segundos.");
        }
        catch (HttpRequestException e)
        {
            return AgencyFailure.Lost(WordsOf(e.HttpRequestError, address.Host));
        }
        catch (IOException)
        {
            return AgencyFailure.Lost(WordsOf(HttpRequestError.ResponseEnded, address.Host));
        }
    }

    /// <summary>For a person: what the library says is for its own people, and in their language.</summary>
    internal static string WordsOf(HttpRequestError error, string host) => error switch
    {
        HttpRequestError.NameResolutionError => $"No se encuentra {host}: revisá la conexión a internet del servidor.",
        HttpRequestError.ConnectionError => $"No se pudo conectar con {host}.",
        HttpRequestError.SecureConnectionError => $"{host} no aceptó una conexión segura.",
        HttpRequestError.ProxyTunnelError => $"El proxy no dejó pasar a {host}.",
        _ => $"{host} cortó la conexión sin contestar.",
    };

    private static XElement? Part(XElement? envelope, string name) => envelope?.Elements().FirstOrDefault(e => e.Name.LocalName == name);

    private static XElement? EnvelopeOf(string text)
    {
        try
        {
            using var reader = XmlReader.Create(new StringReader(text.TrimStart('﻿')), Careful);
            var root = XDocument.Load(reader).Root;
            return root is { Name.LocalName: "Envelope" } ? root : null;
        }
        catch (XmlException)
        {
            // A gateway that answers HTML, half an answer, one line of text.
            return null;
        }
    }

    // One of the agency's servers picks a finite-field group of 1024 bits when it is offered any, and modern libraries refuse that: it is not offered.
    [System.Runtime.Versioning.SupportedOSPlatform("linux")]
    private static CipherSuitesPolicy EllipticOnly() => new(
    [
        TlsCipherSuite.TLS_AES_256_GCM_SHA384, TlsCipherSuite.TLS_AES_128_GCM_SHA256,
        TlsCipherSuite.TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384, TlsCipherSuite.TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256,
    ]);
}
