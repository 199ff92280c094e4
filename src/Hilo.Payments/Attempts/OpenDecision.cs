namespace Hilo.Payments.Attempts;

internal enum OpenMove
{
    /// <summary>The sale has its money.</summary>
    Covered,

    /// <summary>An attempt for the same amount is open: the payer goes on with that one.</summary>
    GoOn,

    /// <summary>An attempt for another amount waits for the payer: it is taken back first, or the payer could pay both.</summary>
    TakeBack,

    /// <summary>Nobody knows whether an attempt took money: not another one before that is known.</summary>
    Wait,

    OpenNew,
}

/// <summary>What a wish to pay by card means for a sale as it stands.</summary>
internal static class OpenDecision
{
    /// <param name="missing">Total of the sale less money that is here or held for it.</param>
    public static (OpenMove Move, PaymentAttempt? Attempt) Of(Money missing, IReadOnlyList<PaymentAttempt> attempts)
    {
        if (!missing.IsPositive) return (OpenMove.Covered, null);
        if (attempts.FirstOrDefault(a => a.State == PaymentAttemptState.Unknown) is { } unknown) return (OpenMove.Wait, unknown);
        if (attempts.FirstOrDefault(a => !a.IsFinal && a.State != PaymentAttemptState.Authorized) is not { } open) return (OpenMove.OpenNew, null);
        if (open.Amount == missing) return (OpenMove.GoOn, open);
        return open.ProviderPaymentId is null || open.State == PaymentAttemptState.InReview ? (OpenMove.Wait, open) : (OpenMove.TakeBack, open);
    }
}
