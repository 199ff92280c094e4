namespace Hilo.Payments.Attempts;

/// <summary>When the sweeper asks about an open attempt: soon while the payer is there, ever more rarely afterwards. Webhooks usually come first.</summary>
internal static class CheckTimes
{
    public static DateTimeOffset? Next(PaymentAttempt attempt, DateTimeOffset now)
    {
        if (attempt.IsFinal) return null;
        var age = now - attempt.CreatedAt;
        return now + (age < TimeSpan.FromMinutes(5) ? TimeSpan.FromSeconds(15)
            : age < TimeSpan.FromHours(1) ? TimeSpan.FromMinutes(1)
            : age < TimeSpan.FromDays(1) ? TimeSpan.FromMinutes(10)
            : TimeSpan.FromHours(2));
    }
}
