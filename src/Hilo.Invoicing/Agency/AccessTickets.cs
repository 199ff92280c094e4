using System.Collections.Concurrent;
using System.Globalization;
using System.Text.Json;
using System.Xml.Linq;
using Hilo.Platform;

namespace Hilo.Invoicing;

/// <summary>Access tickets, shared by all nodes and kept encrypted: losing one, or two nodes that ask at once, locks invoicing out for minutes (specs: arca 5.5).</summary>
internal sealed class AccessTickets(SessionScopes sessions, SoapCalls calls, ISecrets secrets, AgencySettings settings, TimeProvider clock)
{
    private const string Purpose = "arca-ticket";
    private static readonly TimeSpan Margin = TimeSpan.FromMinutes(10);
    private static readonly TimeSpan LockTerm = TimeSpan.FromSeconds(60);
    private static readonly Facts Nobody = new() { Actor = "sweeper:IssueDocuments" };
    private readonly ConcurrentDictionary<string, AccessTicket> known = new(StringComparer.Ordinal);
    private readonly Guid me = IId<SessionId>.New().Value;

    public async Task<Asked<AccessTicket>> OfAsync(AgencyIdentity who, string service, CancellationToken cancel)
    {
        var key = $"{Words.Of(who.Environment)}|{who.Thumbprint}|{service}";
        if (known.TryGetValue(key, out var cached) && IsUsable(cached)) return cached;
        while (true)
        {
            var (ticket, refusedUntil, why) = await ReadAsync(key, cancel);
            if (ticket is not null && IsUsable(ticket)) return known[key] = ticket;
            if (refusedUntil > clock.GetUtcNow()) return new AgencyFailure(FailureKind.NoTicket, 0, why ?? "El servicio de acceso pidió esperar.");
            if (await LockAsync(key, cancel)) return await AskAsync(key, who, service, cancel);
            // Another node is asking: its ticket is ours too.
            await Task.Delay(TimeSpan.FromMilliseconds(100), cancel);
        }
    }

    /// <summary>A service does not accept this ticket. One that was made since stays.</summary>
    public async Task ForgetAsync(AccessTicket refused, CancellationToken cancel)
    {
        known.TryRemove(KeyValuePair.Create(refused.Key, refused));
        await sessions.RunAsync(Nobody, (services, token) => services.GetRequiredService<DbSession>().ExecuteAsync(
            $"update invoicing_tickets set expires_at = {0L} where ticket_key = {refused.Key} and version = {refused.Version}", token), cancel);
    }

    private bool IsUsable(AccessTicket ticket) => ticket.ExpiresAt > clock.GetUtcNow() + Margin;

    private async Task<Asked<AccessTicket>> AskAsync(string key, AgencyIdentity who, string service, CancellationToken cancel)
    {
        // It may have come between the look and the lock.
        var (ticket, _, _) = await ReadAsync(key, cancel);
        if (ticket is not null && IsUsable(ticket))
        {
            await UnlockAsync(key, null, null, CancellationToken.None);
            return known[key] = ticket;
        }
        var now = clock.GetUtcNow();
        var asked = await calls.CallAsync(
            settings.AddressOf(who.Environment, "Wsaa"), "", LoginRequest.Call(who.Sign(LoginRequest.Text(service, now), now)), settings.ReadTimeout, cancel);
        if (asked.Failed(out var lost, out var answer)) return await RefusedAsync(key, new AgencyFailure(FailureKind.NoTicket, 0, lost.Words), settings.FirstPause);
        if (answer.Fault is { } fault) return await RefusedAsync(key, Named(fault), PauseAfter(fault));
        if (Read(answer.Body) is not { } made) return await RefusedAsync(key, new AgencyFailure(FailureKind.NoTicket, 0, "El servicio de acceso contestó algo que no es un ticket."), settings.FirstPause);
        return known[key] = await KeepAsync(key, made, cancel);
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
    private static (string Token, string Signature, DateTimeOffset ExpiresAt)? Read(XElement? body)
    {
        if (body?.Descendants().FirstOrDefault(e => e.Name.LocalName == "loginCmsReturn")?.Value is not { Length: > 0 } text) return null;
        try
        {
            var ticket = XElement.Parse(text.Trim());
            string? Of(string name) => ticket.Descendants().FirstOrDefault(e => e.Name.LocalName == name)?.Value;
            return Of("token") is { Length: > 0 } token && Of("sign") is { Length: > 0 } signature
                && DateTimeOffset.TryParse(Of("expirationTime"), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var expires) ? (token, signature, expires) : null;
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
    private Task<AccessTicket> KeepAsync(string key, (string Token, string Signature, DateTimeOffset ExpiresAt) made, CancellationToken cancel) => sessions.RunAsync(Nobody, async (services, token) =>
    {
        var secret = secrets.Protect(Purpose, JsonSerializer.Serialize(new[] { made.Token, made.Signature }));
        var version = await services.GetRequiredService<DbSession>().ChangeAsync(
            $"""
            update invoicing_tickets set version = version + 1, secret = {secret}, expires_at = {made.ExpiresAt}, refused_until = {0L}, refused_why = {(string?)null}, lock_until = {0L}
             where ticket_key = {key} returning version
            """, row => row.GetInt32(0), token);
        return new AccessTicket(key, version[0], made.Token, made.Signature, made.ExpiresAt);
    }, cancel);
}
