using System.Collections.Concurrent;
using System.Globalization;
using System.Text.Json;
using System.Xml.Linq;
using Hilo.Platform;

namespace Hilo.Invoicing;

/// <summary>Access tickets, shared by all nodes and kept encrypted: losing one, or two nodes that ask at once, locks invoicing out for minutes (specs: arca 5.5).</summary>
internal sealed class AccessTickets(SessionScopes sessions, SoapCalls calls, ISecrets secrets, AgencySettings settings, AgencyClocks clocks, Breakers breakers, TimeProvider clock)
{
    private const string Purpose = "arca-ticket";
    private static readonly TimeSpan Margin = TimeSpan.FromMinutes(10);
    private static readonly TimeSpan LockTerm = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(100);

    // Whoever was just delegated needs another ticket, and the agency makes none before this has passed.
    private static readonly TimeSpan RepeatedAfter = TimeSpan.FromMinutes(12);
    private static readonly Facts Nobody = new() { Actor = "sweeper:IssueDocuments" };
    private readonly ConcurrentDictionary<string, AccessTicket> known = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, SemaphoreSlim> turns = new(StringComparer.Ordinal);
    private readonly Guid me = IId<SessionId>.New().Value;

    public async Task<Asked<AccessTicket>> OfAsync(AgencyIdentity who, string service, CancellationToken cancel)
    {
        var key = $"{Words.Of(who.Environment)}|{who.Thumbprint}|{service}";
        if (known.TryGetValue(key, out var cached) && IsUsable(cached, who)) return Fitting(cached, who, service);
        // One asks, the others of this process find its ticket.
        var turn = turns.GetOrAdd(key, _ => new SemaphoreSlim(1));
        await turn.WaitAsync(cancel);
        try
        {
            return (await InTurnAsync(key, who, service, cancel)).Failed(out var failure, out var ticket) ? failure : Fitting(ticket, who, service);
        }
        finally
        {
            turn.Release();
        }
    }

    private async Task<Asked<AccessTicket>> InTurnAsync(string key, AgencyIdentity who, string service, CancellationToken cancel)
    {
        for (var waited = TimeSpan.Zero; ; waited += Look)
        {
            var (ticket, refusedUntil, why) = await ReadAsync(key, cancel);
            if (ticket is not null && IsUsable(ticket, who)) return known[key] = ticket;
            if (refusedUntil > clock.GetUtcNow()) return new AgencyFailure(FailureKind.NoTicket, 0, why ?? "El servicio de acceso pidió esperar.");
            if (await LockAsync(key, cancel)) return await AskAsync(key, who, service, cancel);
            // Another node is asking, and its ticket is ours too. Whoever waits longer than a login takes comes back at the next turn.
            if (waited >= settings.ReadTimeout) return new AgencyFailure(FailureKind.NoTicket, 0, "Otro servidor está pidiendo el acceso a ARCA.");
            await Task.Delay(Look, clock, cancel);
        }
    }

    /// <summary>A service does not accept this ticket. One that was made since stays.</summary>
    public async Task ForgetAsync(AccessTicket refused, CancellationToken cancel)
    {
        known.TryRemove(KeyValuePair.Create(refused.Key, refused));
        await sessions.RunAsync(Nobody, (services, token) => services.GetRequiredService<DbSession>().ExecuteAsync(
            $"update invoicing_tickets set expires_at = {0L} where ticket_key = {refused.Key} and version = {refused.Version}", token), cancel);
    }

    private bool IsUsable(AccessTicket ticket, AgencyIdentity who) =>
        ticket.ExpiresAt > clock.GetUtcNow() + Margin
        && (TicketContent.Of(ticket.Token) is not { } says || says.SpeaksFor(who.Cuit) || says.MadeAt + RepeatedAfter > clock.GetUtcNow());

    /// <summary>Said here, by name, instead of by a code of whatever is asked next.</summary>
    private static Asked<AccessTicket> Fitting(AccessTicket ticket, AgencyIdentity who, string service) =>
        TicketContent.Of(ticket.Token) is { } says && !says.SpeaksFor(who.Cuit)
            ? new AgencyFailure(FailureKind.NoTicket, 0, $"El certificado no representa al CUIT {who.Cuit} en el servicio «{service}»: falta esa delegación en el Administrador de Relaciones de ARCA.")
            : ticket;

    private async Task<Asked<AccessTicket>> AskAsync(string key, AgencyIdentity who, string service, CancellationToken cancel)
    {
        // It may have come between the look and the lock.
        var (ticket, _, _) = await ReadAsync(key, cancel);
        if (ticket is not null && IsUsable(ticket, who))
        {
            await UnlockAsync(key, null, null, CancellationToken.None);
            return known[key] = ticket;
        }
        if (await breakers.EnterAsync(who.Environment, AgencyService.Wsaa.Id, null, cancel) is { } paused) return await RefusedAsync(key, paused with { Kind = FailureKind.NoTicket }, settings.FirstPause);
        var asked = await LogInAsync(who, service, cancel);
        // A clock that is wrong shows in this answer: the corrected one gets one try.
        if (!asked.Failed(out var lost, out var answer) && answer.Fault is { } wrong && CodeOf(wrong) is "xml.generationTime.invalid" or "xml.expirationTime.expired" or "xml.expirationTime.invalid")
            asked = await LogInAsync(who, service, cancel);
        if (asked.Failed(out lost, out answer)) return await RefusedAsync(key, new AgencyFailure(FailureKind.NoTicket, 0, lost.Words), settings.FirstPause);
        if (answer.Fault is { } fault) return await RefusedAsync(key, Named(fault), PauseAfter(fault));
        if (Read(answer.Body) is not { } made) return await RefusedAsync(key, new AgencyFailure(FailureKind.NoTicket, 0, "El servicio de acceso contestó algo que no es un ticket."), settings.FirstPause);
        if (made.Source.Contains("wsaahomo", StringComparison.OrdinalIgnoreCase) == (who.Environment == FiscalEnvironment.Production) && made.Source.Length > 0)
            return await RefusedAsync(key, new AgencyFailure(FailureKind.NoTicket, 0, $"El acceso lo dio «{made.Source}», que no es del entorno {Words.Of(who.Environment)}: la dirección de ARCA está mal configurada."), TimeSpan.FromMinutes(10));
        return known[key] = await KeepAsync(key, made, cancel);
    }

    private async Task<Asked<SoapAnswer>> LogInAsync(AgencyIdentity who, string service, CancellationToken cancel)
    {
        var address = settings.AddressOf(who.Environment, AgencyService.Wsaa.Address);
        var now = clocks.NowAt(address);
        var asked = await calls.CallAsync(address, "", LoginRequest.Call(who.Sign(LoginRequest.Text(service, now), now)), settings.ReadTimeout, cancel);
        var isLost = asked.Failed(out var failure, out var answer);
        await breakers.NoteAsync(who.Environment, AgencyService.Wsaa.Id, isLost ? failure : answer!.Body is null ? AgencyFailure.Lost($"HTTP {answer.Status}") : null, CancellationToken.None);
        return asked;
    }

    private async Task<AgencyFailure> RefusedAsync(string key, AgencyFailure failure, TimeSpan pause)
    {
        await UnlockAsync(key, clock.GetUtcNow() + pause, failure.Words, CancellationToken.None);
        return failure;
    }

    private static string CodeOf(XElement fault) => fault.Elements().FirstOrDefault(e => e.Name.LocalName == "faultcode")?.Value.Split(':')[^1] ?? "";

    private static AgencyFailure Named(XElement fault) =>
        new(FailureKind.NoTicket, 0, $"{CodeOf(fault)}: {fault.Elements().FirstOrDefault(e => e.Name.LocalName == "faultstring")?.Value}");

    private TimeSpan PauseAfter(XElement fault) => CodeOf(fault) switch
    {
        // A ticket exists that nobody here has: asking again makes it worse.
        "coe.alreadyAuthenticated" => TimeSpan.FromMinutes(2),
        "wsn.unavailable" or "wsaa.unavailable" or "wsaa.internalError" => TimeSpan.FromSeconds(60),
        var code when code.StartsWith("xml.", StringComparison.Ordinal) => settings.FirstPause,
        // Nothing of this passes by itself; a changed certificate is another key.
        _ => TimeSpan.FromMinutes(10),
    };

    /// <summary>The ticket is a document inside a text inside the answer.</summary>
    private static MadeTicket? Read(XElement? body)
    {
        if (body?.Descendants().FirstOrDefault(e => e.Name.LocalName == "loginCmsReturn")?.Value is not { Length: > 0 } text) return null;
        try
        {
            var ticket = XElement.Parse(text.Trim());
            string? Of(string name) => ticket.Descendants().FirstOrDefault(e => e.Name.LocalName == name)?.Value;
            return Of("token") is { Length: > 0 } token && Of("sign") is { Length: > 0 } signature
                && DateTimeOffset.TryParse(Of("expirationTime"), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var expires) ? new MadeTicket(token, signature, expires, Of("source") ?? "") : null;
        }
        catch (System.Xml.XmlException)
        {
            return null;
        }
    }

    private Task<(AccessTicket? Ticket, DateTimeOffset RefusedUntil, string? Why)> ReadAsync(string key, CancellationToken cancel) => sessions.RunAsync(Nobody, async (services, token) =>
    {
        var rows = await services.GetRequiredService<DbSession>().QueryAsync(
            $"select version, secret, expires_at, refused_until, refused_why from invoicing_tickets where ticket_key = {key}",
            row => (Version: row.GetInt32(0), Secret: row.Text(1), ExpiresAt: row.Instant(2), RefusedUntil: row.Instant(3), Why: row.Text(4)), token);
        if (rows is not [var found]) return (null, DateTimeOffset.MinValue, null);
        if (found.Secret is null) return (null, found.RefusedUntil, found.Why);
        var parts = JsonSerializer.Deserialize<string[]>(secrets.Reveal(Purpose, found.Secret))!;
        return ((AccessTicket?)new AccessTicket(key, found.Version, parts[0], parts[1], found.ExpiresAt), found.RefusedUntil, found.Why);
    }, cancel);

    private Task<bool> LockAsync(string key, CancellationToken cancel) => sessions.RunAsync(Nobody, async (services, token) =>
    {
        var session = services.GetRequiredService<DbSession>();
        await session.ExecuteAsync($"insert into invoicing_tickets (ticket_key, version, expires_at, refused_until, lock_until) values ({key}, {0}, {0L}, {0L}, {0L}) on conflict (ticket_key) do nothing", token);
        return await session.ExecuteAsync(
            $"update invoicing_tickets set lock_holder = {me}, lock_until = {session.NowSql:raw} + {LockTerm.Ticks} where ticket_key = {key} and lock_until < {session.NowSql:raw}", token) == 1;
    }, cancel);

    private Task UnlockAsync(string key, DateTimeOffset? refusedUntil, string? why, CancellationToken cancel) => sessions.RunAsync(Nobody, (services, token) =>
        services.GetRequiredService<DbSession>().ExecuteAsync(
            $"update invoicing_tickets set lock_until = {0L}, refused_until = {refusedUntil?.UtcTicks ?? 0L}, refused_why = {why} where ticket_key = {key} and lock_holder = {me}", token), cancel);

    /// <summary>Kept before it is used: a process that ends now leaves it to the others.</summary>
    private Task<AccessTicket> KeepAsync(string key, MadeTicket made, CancellationToken cancel) => sessions.RunAsync(Nobody, async (services, token) =>
    {
        var secret = secrets.Protect(Purpose, JsonSerializer.Serialize(new[] { made.Token, made.Signature }));
        var version = await services.GetRequiredService<DbSession>().ChangeAsync(
            $"""
            update invoicing_tickets set version = version + 1, secret = {secret}, expires_at = {made.ExpiresAt}, refused_until = {0L}, refused_why = {(string?)null}, lock_until = {0L}
             where ticket_key = {key} returning version
            """, row => row.GetInt32(0), token);
        return new AccessTicket(key, version[0], made.Token, made.Signature, made.ExpiresAt);
    }, cancel);

    /// <param name="Source">Who made it: names the environment.</param>
    private sealed record MadeTicket(string Token, string Signature, DateTimeOffset ExpiresAt, string Source);
}
