namespace Hilo.Platform;

/// <summary>Answers are kept for seven days; so are links and sessions that ended.</summary>
internal sealed class ForgetOldAnswers(SessionScopes scopes, TimeProvider clock)
{
    private const int Batch = 1000;

    public Task<int> SweepAsync(CancellationToken cancel) => scopes.RunAsync(new Facts { Actor = "sweeper:ForgetOldAnswers" }, async (services, token) =>
    {
        var (session, now) = (services.GetRequiredService<DbSession>(), clock.GetUtcNow());
        var gone = await session.ExecuteAsync(
            $"""
            delete from platform_idempotency where (scope, key) in
              (select scope, key from platform_idempotency where created_at < {now.AddDays(-7)} order by created_at limit {Batch})
            """, token);
        gone += await session.ExecuteAsync($"delete from platform_staff_sessions where expires_at < {now.AddDays(-7)}", token);
        gone += await session.ExecuteAsync($"delete from platform_shopper_sessions where expires_at < {now.AddDays(-7)}", token);
        gone += await session.ExecuteAsync($"delete from platform_password_links where expires_at < {now}", token);
        return gone;
    }, cancel);
}
