using System.Xml.Linq;

namespace Hilo.Invoicing;

/// <summary>Asks the registry for one taxpayer: the certificate of inscription first, which knows the taxes; for whom it has none, A13 for name and address (specs: arca 15).</summary>
internal sealed class Registry(AgencyCalls calls, AgencySettings settings)
{
    /// <summary>Refused with <see cref="AgencyFailure.NoData"/> for a CUIT that belongs to nobody.</summary>
    public async Task<Asked<Taxpayer>> FindAsync(AgencyIdentity who, string cuit, CancellationToken cancel)
    {
        var certified = await AskAsync(who, AgencyService.Constancia, "getPersona_v2", ticket => RegistryXml.Certificate(ticket, who.Cuit, cuit), answer => ReadTaxpayer.Constancia(answer, cuit), cancel);
        if (!certified.Failed(out var failure, out var found) ? found.Address is not null : failure.Kind != FailureKind.Refused) return certified;
        // No certificate, which says nothing about who it is.
        var known = await AskAsync(who, AgencyService.Padron, "getPersona", ticket => RegistryXml.Person(ticket, who.Cuit, cuit), answer => ReadTaxpayer.Padron(answer, cuit), cancel);
        if (known.Failed(out _, out var person)) return certified;
        return found is null ? person : found with { Name = found.Name ?? person.Name, Address = person.Address, IsActive = person.IsActive, Suggested = found.Suggested ?? person.Suggested };
    }

    /// <summary>Many at once, by their certificates alone. Whom the answer leaves out it says nothing about.</summary>
    public Task<Asked<Taxpayer[]>> ListAsync(AgencyIdentity who, IReadOnlyCollection<string> cuits, CancellationToken cancel) =>
        AskAsync(who, AgencyService.Constancia, "getPersonaList_v2", ticket => RegistryXml.Certificates(ticket, who.Cuit, cuits), ReadTaxpayer.Constancias, cancel);

    /// <summary>The CUIT or CUIL of a DNI: one, several, or none.</summary>
    public async Task<Asked<string[]>> OfDocumentAsync(AgencyIdentity who, string dni, CancellationToken cancel)
    {
        var asked = await AskAsync(who, AgencyService.Padron, "getIdPersonaListByDocumento", ticket => RegistryXml.OfDocument(ticket, who.Cuit, dni), ReadTaxpayer.Ids, cancel);
        return asked.Failed(out var failure, out _) && failure is { Kind: FailureKind.Refused, Code: AgencyFailure.NoData } ? Array.Empty<string>() : asked;
    }

    private Task<Asked<T>> AskAsync<T>(AgencyIdentity who, AgencyService service, string operation, Func<AccessTicket, XElement> request, Func<XElement, T?> read, CancellationToken cancel) where T : class =>
        calls.AskAsync(who, service, operation, request, answer => Understood(answer, operation, read), settings.RegistryTimeout, null, cancel);

    /// <summary>Anything that is neither a person nor a plain no is no answer: it turns nobody into a final consumer.</summary>
    internal static Asked<T> Understood<T>(SoapAnswer answer, string operation, Func<XElement, T?> read) where T : class
    {
        if (answer.Fault is { } fault)
        {
            var words = fault.Elements().FirstOrDefault(e => e.Name.LocalName == "faultstring")?.Value ?? "";
            if (words.Contains("No existe persona", StringComparison.OrdinalIgnoreCase)) return new AgencyFailure(FailureKind.Refused, AgencyFailure.NoData, words);
            return words.Contains("token", StringComparison.OrdinalIgnoreCase) || words.Contains("sign", StringComparison.OrdinalIgnoreCase) ? new AgencyFailure(FailureKind.Ticket, 0, words) : AgencyFailure.Lost(words);
        }
        if (answer.Status != 200 || answer.Body is not { } body || body.Name.LocalName != operation + "Response") return AgencyFailure.Lost($"HTTP {answer.Status}");
        return read(body) is { } found ? found : AgencyFailure.Lost("Contestó sin datos de la persona.");
    }
}
