using System.Diagnostics;
using System.Xml.Linq;

namespace Hilo.Invoicing;

/// <summary>One call as it went over the wire, without token and signature.</summary>
internal sealed record Exchange(string Operation, string Request, string Answer, long Milliseconds);

/// <summary>The electronic invoice service of the agency. Talks to the outside: the caller has no open transaction.</summary>
internal sealed class Wsfe(SoapCalls calls, AccessTickets tickets, AgencySettings settings)
{
    private const string Service = "wsfe";

    /// <summary>Makes sure of a ticket before anything is frozen.</summary>
    public async Task<AgencyFailure?> CannotEnterAsync(AgencyIdentity who, CancellationToken cancel) =>
        (await tickets.OfAsync(who, Service, cancel)).Failed(out var failure, out _) ? failure : null;

    public async Task<Asked<bool>> IsUpAsync(FiscalEnvironment environment, CancellationToken cancel)
    {
        if ((await calls.CallAsync(settings.AddressOf(environment, "Wsfe"), Action("FEDummy"), WsfeXml.Dummy(), settings.ReadTimeout, cancel)).Failed(out var lost, out var answer)) return lost;
        if (WsfeAnswers.ResultOf(answer, "FEDummy").Failed(out lost, out var result)) return lost;
        return result.Elements().All(e => e.Value == "OK");
    }

    /// <summary>The last number of a series; 0 when there is none.</summary>
    public async Task<Asked<long>> LastAsync(AgencyIdentity who, int point, int type, CancellationToken cancel)
    {
        if ((await AskAsync(who, "FECompUltimoAutorizado", auth => WsfeXml.Last(auth, point, type), settings.ReadTimeout, null, cancel)).Failed(out var failure, out var result)) return failure;
        // With errors every number is 0.
        return WsfeAnswers.ErrorsOf(result) is { Count: > 0 } errors ? WsfeAnswers.Refused(errors) : WsfeAnswers.Number(result, "CbteNro");
    }

    /// <summary>Refused with <see cref="AgencyFailure.NoData"/> when the agency does not know the number.</summary>
    public async Task<Asked<FoundVoucher>> FindAsync(AgencyIdentity who, int point, int type, long number, Action<Exchange>? keep, CancellationToken cancel)
    {
        if ((await AskAsync(who, "FECompConsultar", auth => WsfeXml.Find(auth, point, type, number), settings.ReadTimeout, keep, cancel)).Failed(out var failure, out var result)) return failure;
        if (WsfeAnswers.Found(result) is { } found) return found;
        return WsfeAnswers.ErrorsOf(result) is { Count: > 0 } errors ? WsfeAnswers.Refused(errors) : AgencyFailure.Lost("Contestó sin comprobante y sin error.");
    }

    /// <summary>Asks for authorization. A lost answer is told as lost: this never sends twice.</summary>
    public async Task<Asked<AuthorizationAnswer>> AuthorizeAsync(AgencyIdentity who, IReadOnlyList<Voucher> vouchers, Action<Exchange> keep, CancellationToken cancel)
    {
        var limit = vouchers.Count == 1 ? settings.WriteTimeout : settings.BatchTimeout;
        return (await AskAsync(who, "FECAESolicitar", auth => WsfeXml.Authorize(auth, vouchers), limit, keep, cancel)).Failed(out var failure, out var result)
            ? failure
            : WsfeAnswers.Authorization(result, vouchers);
    }

    /// <summary>A parameter table, as rows of names and values.</summary>
    public async Task<Asked<IReadOnlyList<IReadOnlyDictionary<string, string>>>> TableAsync(AgencyIdentity who, string table, CancellationToken cancel)
    {
        if ((await AskAsync(who, $"FEParamGet{table}", auth => WsfeXml.Table(auth, table), settings.ReadTimeout, null, cancel)).Failed(out var failure, out var result)) return failure;
        if (WsfeAnswers.ErrorsOf(result) is { Count: > 0 } errors) return WsfeAnswers.Refused(errors);
        IReadOnlyDictionary<string, string>[] rows = [.. (WsfeAnswers.Element(result, "ResultGet")?.Elements() ?? [])
            .Select(row => row.Elements().ToDictionary(c => c.Name.LocalName, c => c.Value == "NULL" ? "" : c.Value, StringComparer.Ordinal))];
        return rows;
    }

    private async Task<Asked<XElement>> AskAsync(AgencyIdentity who, string operation, Func<XElement, XElement> request, TimeSpan limit, Action<Exchange>? keep, CancellationToken cancel)
    {
        var first = await OnceAsync(who, operation, request, limit, keep, cancel);
        // Nothing was processed, so the same may be sent again with a new ticket; a second refusal is the configuration's fault.
        return first.Failed(out var failure, out _) && failure.Kind == FailureKind.Ticket ? await OnceAsync(who, operation, request, limit, keep, cancel) : first;
    }

    private async Task<Asked<XElement>> OnceAsync(AgencyIdentity who, string operation, Func<XElement, XElement> request, TimeSpan limit, Action<Exchange>? keep, CancellationToken cancel)
    {
        if ((await tickets.OfAsync(who, Service, cancel)).Failed(out var failure, out var ticket)) return failure;
        var body = request(WsfeXml.Auth(ticket, who.Cuit));
        var since = Stopwatch.GetTimestamp();
        var asked = await calls.CallAsync(settings.AddressOf(who.Environment, "Wsfe"), Action(operation), body, limit, cancel);
        keep?.Invoke(new Exchange(operation, Without(body), asked.Failed(out failure, out var answer) ? failure.Words : answer.Text, (long)Stopwatch.GetElapsedTime(since).TotalMilliseconds));
        if (asked.Failed(out failure, out answer)) return failure;
        if (WsfeAnswers.ResultOf(answer, operation).Failed(out failure, out var result))
        {
            if (failure.Kind == FailureKind.Ticket) await tickets.ForgetAsync(ticket, cancel);
            return failure;
        }
        return result;
    }

    private static string Action(string operation) => WsfeXml.Ar.NamespaceName + operation;

    /// <summary>What may be kept and shown.</summary>
    private static string Without(XElement body)
    {
        var copy = new XElement(body);
        foreach (var secret in copy.Descendants().Where(e => e.Name.LocalName is "Token" or "Sign")) secret.Value = "···";
        return copy.ToString(SaveOptions.DisableFormatting);
    }
}
