using System.Security.Claims;

namespace Hilo.Platform;

/// <summary>Sessions are read at every request, so that closing one works at once, on every node.</summary>
internal sealed class SessionLookup(DbSession session, SessionScopes scopes, TimeProvider clock)
{
    private static readonly TimeSpan Idle = TimeSpan.FromHours(16);
    private static readonly TimeSpan ShopperIdle = TimeSpan.FromDays(60);

    /// <summary>How long a cookie session may be renewed by being used.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromDays(30);

    public async Task<ClaimsIdentity?> StaffAsync(string token, SessionKind kind, CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        var found = await session.QueryAsync(
            $"""
            select s.id, s.staff_id, s.opened_at, s.last_seen_at, p.name, p.role, p.locations
              from platform_staff_sessions s join platform_staff p on p.id = s.staff_id
             where s.token_hash = {Tokens.Hash(token)} and s.kind = {kind} and s.expires_at > {now} and p.is_active
            """,
            row => new
            {
                Id = row.Id<SessionId>(0),
                Staff = row.Id<StaffId>(1),
                OpenedAt = row.GetInt64(2),
                SeenAt = row.GetInt64(3),
                Name = row.GetString(4),
                Role = Words.Parse<StaffRole>(row.GetString(5)),
                Locations = StaffMapping.Split(row.IsDBNull(6) ? null : row.GetString(6)),
            }, cancel);
        if (found is not [var ticket]) return null;
        if (now.UtcTicks - ticket.SeenAt > TimeSpan.TicksPerMinute * 10)
        {
            // A bearer session ends when it was said to end; a browser's goes on while it is used.
            var until = Math.Min(now.Add(Idle).UtcTicks, ticket.OpenedAt + Longest.Ticks);
            await scopes.RunAsync(new Facts(), (services, token) => services.GetRequiredService<DbSession>().ExecuteAsync(
                $"""
                update platform_staff_sessions
                   set last_seen_at = {now}, expires_at = case when kind = {SessionKind.Cookie} then {until} else expires_at end
                 where id = {ticket.Id}
                """, token), cancel);
        }
        return Principals.Staff(ticket.Staff, ticket.Name, ticket.Role, ticket.Locations, ticket.Id);
    }

    public async Task<ClaimsIdentity?> ShopperAsync(string token, CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        var found = await session.QueryAsync(
            $"select id, customer_id, last_seen_at from platform_shopper_sessions where token_hash = {Tokens.Hash(token)} and expires_at > {now}",
            row => (Id: row.Id<SessionId>(0), Customer: row.Id<CustomerId>(1), SeenAt: row.GetInt64(2)), cancel);
        if (found is not [var ticket]) return null;
        if (now.UtcTicks - ticket.SeenAt > TimeSpan.TicksPerHour)
            await scopes.RunAsync(new Facts(), (services, token) => services.GetRequiredService<DbSession>().ExecuteAsync(
                $"update platform_shopper_sessions set last_seen_at = {now}, expires_at = {now.Add(ShopperIdle)} where id = {ticket.Id}", token), cancel);
        return Principals.Shopper(ticket.Customer, ticket.Id);
    }

    public static DateTimeOffset StaffUntil(SessionKind kind, DateTimeOffset now) => now + (kind == SessionKind.Cookie ? Idle : TimeSpan.FromDays(365));

    public static DateTimeOffset ShopperUntil(DateTimeOffset now) => now + ShopperIdle;
}
