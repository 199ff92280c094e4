using Hilo.Platform;

namespace Hilo.Customers;

/// <summary>Forgets challenges a day after they ended or expired.</summary>
internal sealed class ForgetChallenges(DbSession session, TimeProvider clock) : ISweep
{
    private const int Batch = 500;

    public Task<int> SweepAsync(CancellationToken cancel)
    {
        var before = clock.GetUtcNow() - TimeSpan.FromDays(1);
        return session.ExecuteAsync(
            $"delete from customers_sign_in_challenges where id in (select id from customers_sign_in_challenges where expires_at < {before} limit {Batch})", cancel);
    }
}
