namespace Hilo.Platform;

/// <summary>Answers are kept for seven days; so are sessions that ended. Links go when they end.</summary>
internal sealed class ForgetOldAnswers(DbSession session, TimeProvider clock) : ISweep
{
    private const int Batch = 500;

    public async Task<int> SweepAsync(CancellationToken cancel)
    {
        var (now, old) = (clock.GetUtcNow(), clock.GetUtcNow().AddDays(-7));
        return await session.ExecuteAsync(
                $"delete from platform_idempotency where (scope, key) in (select scope, key from platform_idempotency where created_at < {old} order by created_at limit {Batch})", cancel)
            + await session.ExecuteAsync($"delete from platform_staff_sessions where id in (select id from platform_staff_sessions where expires_at < {old} limit {Batch})", cancel)
            + await session.ExecuteAsync($"delete from platform_shopper_sessions where id in (select id from platform_shopper_sessions where expires_at < {old} limit {Batch})", cancel)
            + await session.ExecuteAsync($"delete from platform_password_links where expires_at < {now}", cancel);
    }
}
