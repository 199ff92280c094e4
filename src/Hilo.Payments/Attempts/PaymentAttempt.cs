using Hilo.Payments.Gateways;
using Hilo.Payments.Sales;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Hilo.Payments.Attempts;

internal enum AttemptTrigger { Send, AwaitPayer, Review, Authorize, Capture, Decline, Cancel, Expire, Void, LoseAnswer }

/// <summary>What an answer of the provider meant for an attempt.</summary>
internal enum AttemptNews { Nothing, Ignored, Moved, Captured, Ended }

/// <summary>One try at a provider for one payment. A retry is always a new attempt with a new key.</summary>
internal sealed class PaymentAttempt
{
    /// <summary>Moves only go up in rank, so the order in which facts arrive does not matter (specs: payments/domain-model 2, rule 3).</summary>
    internal static readonly Transitions<PaymentAttemptState, AttemptTrigger> Life = Table();

    public required PaymentAttemptId Id { get; init; }
    public required PaymentId PaymentId { get; set; }
    public required SaleId SaleId { get; init; }
    public required string Provider { get; init; }
    public PaymentAttemptState State { get; private set; }
    public required Money Amount { get; init; }
    public required Money Authorized { get; set; }
    public required Money Captured { get; set; }

    /// <summary>What the payer's bank charged, financing included; never settles anything.</summary>
    public long? PaidByPayerMinor { get; private set; }

    public required string IdempotencyKey { get; init; }
    public required string Description { get; init; }
    public required string ReturnUrl { get; init; }
    public string? RedirectUrl { get; private set; }
    public string? ProviderPaymentId { get; private set; }

    /// <summary>The provider's own words, untouched.</summary>
    public string? ProviderStatus { get; private set; }

    public string? ProviderDetail { get; private set; }
    public long ProviderVersion { get; private set; }
    public string? DeclineReason { get; private set; }
    public bool HasAmountMismatch { get; set; }
    public bool IsOrphanMoney { get; set; }
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>When the sweeper asks the provider; null when nothing is open any more.</summary>
    public DateTimeOffset? CheckAt { get; set; }

    public int Version { get; private set; } = 1;

    public bool IsFinal => State is PaymentAttemptState.Captured or PaymentAttemptState.Declined or PaymentAttemptState.Canceled or PaymentAttemptState.Expired or PaymentAttemptState.Voided;

    /// <summary>As it was when it was stored.</summary>
    public void Restore(StoredAttempt stored) => (
        State, PaidByPayerMinor, RedirectUrl, ProviderPaymentId, ProviderStatus, ProviderDetail, ProviderVersion, DeclineReason, Version) = stored;

    /// <summary>A move of our own; what the provider says goes through <see cref="Learn"/>.</summary>
    public bool TryMove(AttemptTrigger trigger, string? reason = null)
    {
        if (!Life.Allows(State, trigger, out var next)) return false;
        (State, DeclineReason, Version) = (next, reason ?? DeclineReason, Version + 1);
        if (IsFinal) CheckAt = null;
        return true;
    }

    /// <summary>Takes over what was read at the provider. A fact that would lead down is remembered as ignored and changes nothing.</summary>
    public AttemptNews Learn(ProviderPayment fact)
    {
        var isNewer = fact.Version > ProviderVersion || ProviderPaymentId is null;
        if (isNewer)
        {
            (ProviderPaymentId, ProviderStatus, ProviderDetail, ProviderVersion, PaidByPayerMinor) =
                (fact.Id, fact.Status, fact.Detail, fact.Version, fact.PaidByPayer?.Minor);
            RedirectUrl = fact.RedirectUrl ?? RedirectUrl;
            Version++;
        }
        if (!Life.Allows(State, fact.Says, out var next)) return isNewer && !IsSaidAlready(fact.Says) ? AttemptNews.Ignored : AttemptNews.Nothing;
        if (next == PaymentAttemptState.Captured) (Captured, HasAmountMismatch) = (fact.Captured, fact.Captured != Amount);
        if (next == PaymentAttemptState.Authorized) Authorized = fact.Authorized;
        TryMove(fact.Says, next == PaymentAttemptState.Captured ? null : fact.Reason);
        if (next == PaymentAttemptState.Captured) DeclineReason = null;
        return next == PaymentAttemptState.Captured ? AttemptNews.Captured : IsFinal ? AttemptNews.Ended : AttemptNews.Moved;
    }

    public CardAttempt ToAnswer() => new(
        Id, SaleId, State, Amount, State == PaymentAttemptState.PendingPayer ? RedirectUrl : null, DeclineReason, HasAmountMismatch, IsOrphanMoney);

    /// <summary>The provider repeats the state we hold, for instance after a refund.</summary>
    private bool IsSaidAlready(AttemptTrigger said) => Life.Moves.Any(m => m.Trigger == said && m.To == State);

    private static Transitions<PaymentAttemptState, AttemptTrigger> Table()
    {
        var life = new Transitions<PaymentAttemptState, AttemptTrigger>(start: PaymentAttemptState.Created)
        {
            [PaymentAttemptState.Created, AttemptTrigger.Send] = PaymentAttemptState.Sent,
            [PaymentAttemptState.Created, AttemptTrigger.Cancel] = PaymentAttemptState.Canceled,
            [PaymentAttemptState.Sent, AttemptTrigger.LoseAnswer] = PaymentAttemptState.Unknown,
        };
        (PaymentAttemptState State, AttemptTrigger Trigger)[] ranks =
        [
            (PaymentAttemptState.Sent, AttemptTrigger.Send), (PaymentAttemptState.Unknown, AttemptTrigger.LoseAnswer),
            (PaymentAttemptState.PendingPayer, AttemptTrigger.AwaitPayer), (PaymentAttemptState.InReview, AttemptTrigger.Review),
            (PaymentAttemptState.Authorized, AttemptTrigger.Authorize), (PaymentAttemptState.Captured, AttemptTrigger.Capture),
        ];
        for (var from = 0; from < 5; from++)
        {
            for (var to = Math.Max(2, from + 1); to < ranks.Length; to++) life[ranks[from].State, ranks[to].Trigger] = ranks[to].State;
            life[ranks[from].State, AttemptTrigger.Decline] = PaymentAttemptState.Declined;
            life[ranks[from].State, AttemptTrigger.Cancel] = PaymentAttemptState.Canceled;
            life[ranks[from].State, AttemptTrigger.Expire] = PaymentAttemptState.Expired;
            life[ranks[from].State, AttemptTrigger.Void] = PaymentAttemptState.Voided;
        }
        // Money is never ignored: what the provider took after all is captured, whatever we had concluded before (rule 5).
        foreach (var ended in (PaymentAttemptState[])[PaymentAttemptState.Declined, PaymentAttemptState.Canceled, PaymentAttemptState.Expired, PaymentAttemptState.Voided])
            life[ended, AttemptTrigger.Capture] = PaymentAttemptState.Captured;
        return life;
    }
}

/// <summary>Everything of an attempt that only its own moves change.</summary>
internal sealed record StoredAttempt(
    PaymentAttemptState State, long? PaidByPayerMinor, string? RedirectUrl, string? ProviderPaymentId, string? ProviderStatus, string? ProviderDetail, long ProviderVersion,
    string? DeclineReason, int Version);

internal sealed class AttemptMapping : IEntityTypeConfiguration<PaymentAttempt>
{
    public void Configure(EntityTypeBuilder<PaymentAttempt> attempt)
    {
        attempt.ToTable("payments_attempts").Ignore(a => a.IsFinal).Property(a => a.Version).IsConcurrencyToken();
        attempt.HasOne<Payment>().WithMany().HasForeignKey(a => a.PaymentId);
    }
}
