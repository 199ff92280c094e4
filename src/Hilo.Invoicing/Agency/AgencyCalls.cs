using System.Diagnostics;
using System.Xml.Linq;

namespace Hilo.Invoicing;

/// <summary>One call as it went over the wire, without token and signature.</summary>
internal sealed record Exchange(string Operation, string Request, string Answer, long Milliseconds);

/// <summary>One question to a service of the agency: past its breaker, with its ticket, told to the breaker afterwards. Talks to the outside: the caller has no open transaction.</summary>
internal sealed class AgencyCalls(SoapCalls calls, AccessTickets tickets, Breakers breakers, AgencySettings settings)
{
    /// <summary>What keeps a call from being made: a service that is out, or no ticket. Null: go ahead.</summary>
    public async Task<AgencyFailure?> CannotEnterAsync(AgencyIdentity who, AgencyService service, CancellationToken cancel) =>
        await EnterAsync(who.Environment, service, cancel) ?? ((await tickets.OfAsync(who, service.Id, cancel)).Failed(out var failure, out _) ? failure : null);

    /// <summary>Null when the service may be asked; probes one that is out when its time has come.</summary>
    public Task<AgencyFailure?> EnterAsync(FiscalEnvironment environment, AgencyService service, CancellationToken cancel) =>
        breakers.EnterAsync(environment, service.Id, service.Dummy is null ? null : async token => !(await IsUpAsync(environment, service, token)).Failed(out _, out var isUp) && isUp, cancel);

    /// <summary>No outage is open, not even one that is said to be over.</summary>
    public async Task<bool> IsProvenAsync(FiscalEnvironment environment, AgencyService service, CancellationToken cancel) =>
        !(await breakers.AllAsync(cancel)).TryGetValue(Breakers.KeyOf(environment, service.Id), out var breaker) || breaker.State == AgencyServiceState.Working;

    /// <summary>What its own question says; that it is up does not prove that it works.</summary>
    public async Task<Asked<bool>> IsUpAsync(FiscalEnvironment environment, AgencyService service, CancellationToken cancel)
    {
        var dummy = service.Dummy!();
        var operation = dummy.Name.LocalName;
        if ((await calls.CallAsync(settings.AddressOf(environment, service.Address), service.Action(operation), dummy, settings.ReadTimeout, cancel)).Failed(out var lost, out var answer)) return lost;
        if (answer.Status != 200 || answer.Body is not { } body || body.Name.LocalName != operation + "Response") return AgencyFailure.Lost($"HTTP {answer.Status}");
        return body.Descendants().Where(e => e.Name.LocalName.EndsWith("Server", StringComparison.OrdinalIgnoreCase)).All(e => e.Value == "OK");
    }

    /// <param name="request">The body with its ticket in it.</param>
    /// <param name="read">Understands the answer; what it calls lost counts against the service.</param>
    /// <param name="keep">Hears what was said, without secrets.</param>
    public async Task<Asked<T>> AskAsync<T>(
        AgencyIdentity who, AgencyService service, string operation, Func<AccessTicket, XElement> request, Func<SoapAnswer, Asked<T>> read, TimeSpan limit, Action<Exchange>? keep, CancellationToken cancel)
    {
        var first = await OnceAsync(who, service, operation, request, read, limit, keep, cancel);
        // Nothing was processed, so the same may be sent again with a new ticket; a second refusal, or one that misses a delegation, is the configuration's fault.
        return first.Failed(out var failure, out _) && failure is { Kind: FailureKind.Ticket, IsDelegation: false } ? await OnceAsync(who, service, operation, request, read, limit, keep, cancel) : first;
    }

    private async Task<Asked<T>> OnceAsync<T>(
        AgencyIdentity who, AgencyService service, string operation, Func<AccessTicket, XElement> request, Func<SoapAnswer, Asked<T>> read, TimeSpan limit, Action<Exchange>? keep, CancellationToken cancel)
    {
        if (await EnterAsync(who.Environment, service, cancel) is { } paused) return paused;
        if ((await tickets.OfAsync(who, service.Id, cancel)).Failed(out var failure, out var ticket)) return failure;
        var body = request(ticket);
        var since = Stopwatch.GetTimestamp();
        var asked = await calls.CallAsync(settings.AddressOf(who.Environment, service.Address), service.Action(operation), body, limit, cancel);
        keep?.Invoke(new Exchange(operation, Without(body), asked.Failed(out failure, out var answer) ? failure.Words : answer.Text, (long)Stopwatch.GetElapsedTime(since).TotalMilliseconds));
        var outcome = asked.Failed(out failure, out answer) ? failure : read(answer);
        outcome.Failed(out failure, out _);
        await breakers.NoteAsync(who.Environment, service.Id, failure, CancellationToken.None);
        if (failure is { Kind: FailureKind.Ticket }) await tickets.ForgetAsync(ticket, CancellationToken.None);
        return outcome;
    }

    /// <summary>What may be kept and shown.</summary>
    private static string Without(XElement body)
    {
        var copy = new XElement(body);
        foreach (var secret in copy.Descendants().Where(e => e.Name.LocalName is "Token" or "Sign" or "token" or "sign")) secret.Value = "···";
        return copy.ToString(SaveOptions.DisableFormatting);
    }
}
