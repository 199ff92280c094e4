namespace Hilo.Platform;

/// <summary>Signs shoppers in and out. Who the shopper is, Customers has found out before.</summary>
public sealed class ShopperTickets
{
    private readonly DbSession session;
    private readonly SessionCookies cookies;
    private readonly TimeProvider clock;

    internal ShopperTickets(DbSession session, SessionCookies cookies, TimeProvider clock) =>
        (this.session, this.cookies, this.clock) = (session, cookies, clock);

    /// <summary>Opens a session and gives the browser its cookie. Part of the request's transaction.</summary>
    public async Task<SessionId> IssueAsync(CustomerId customer, HttpContext http, CancellationToken cancel)
    {
        var (token, id, now) = (Tokens.New(), IId<SessionId>.New(), clock.GetUtcNow());
        await session.ExecuteAsync(
            $"""
            insert into platform_shopper_sessions (id, customer_id, token_hash, opened_at, last_seen_at, expires_at)
            values ({id}, {customer}, {Tokens.Hash(token)}, {now}, {now}, {SessionLookup.ShopperUntil(now)})
            """, cancel);
        cookies.Give(http, cookies.Shopper, token, SessionLookup.ShopperUntil(now));
        return id;
    }

    /// <summary>Signs the caller's browser out.</summary>
    public async Task SignOutAsync(HttpContext http, CancellationToken cancel)
    {
        if (http.User.Identities.FirstOrDefault(i => i.HasClaim(c => c.Type == HiloClaims.CustomerId))?.FindFirst(HiloClaims.SessionId) is { } claim)
            await session.ExecuteAsync($"delete from platform_shopper_sessions where id = {SessionId.From(Guid.Parse(claim.Value))}", cancel);
        cookies.Take(http, cookies.Shopper);
    }

    /// <summary>Closes every session of a customer: asked for by the person, or when two customers become one.</summary>
    public Task RevokeAllAsync(CustomerId customer, CancellationToken cancel) =>
        session.ExecuteAsync($"delete from platform_shopper_sessions where customer_id = {customer}", cancel);
}
