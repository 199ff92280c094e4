using Microsoft.EntityFrameworkCore;

namespace Hilo.Platform;

/// <summary>The link that a server without staff prints when it starts.</summary>
public sealed class FirstOwnerLink
{
    private readonly SessionScopes scopes;
    private readonly TimeProvider clock;

    internal FirstOwnerLink(SessionScopes scopes, TimeProvider clock) => (this.scopes, this.clock) = (scopes, clock);

    /// <summary>The path of a new link that works once, for a day; null when somebody works here already. An earlier link stops working.</summary>
    public Task<string?> MakeAsync(CancellationToken cancel) => scopes.RunAsync<string?>(new Facts(), async (services, token) =>
    {
        var db = services.GetRequiredService<PlatformDb>();
        if (await db.Staff.AnyAsync(token)) return null;
        var secret = Tokens.New();
        await db.Session.ExecuteAsync($"delete from platform_password_links where staff_id is null", token);
        db.PasswordLinks.Add(new PasswordLink { TokenHash = Tokens.Hash(secret), ExpiresAt = clock.GetUtcNow().AddDays(1) });
        await db.SaveChangesAsync(token);
        return $"/setup/{secret}";
    }, cancel);
}
