namespace Hilo;

/// <summary>The kind of money.</summary>
public enum Tender
{
    Cash, CardTerminalManual, CardTerminalIntegrated, CardOnline, Wallet, QrInteroperable, BankTransfer,
    GiftCard, StoreCredit, LoyaltyPoints, OnAccount, MarketplaceCollected,
}

/// <summary>States of one try at a provider (specs: payments/domain-model 2).</summary>
public enum PaymentAttemptState { Created, Sent, PendingPayer, InReview, Authorized, Captured, Declined, Canceled, Expired, Voided, Unknown }

/// <summary>Derived from attempts and refunds, never set by hand.</summary>
public enum PaymentState { Unpaid, Pending, Authorized, PartiallyCaptured, Captured, PartiallyRefunded, Refunded, Failed, Canceled }

public enum RefundState { Requested, Sent, Pending, Succeeded, Failed, Unknown }

public enum RefundDueState { Open, Settled, Dropped }

/// <summary>What became of a webhook. Dead ones wait for a person.</summary>
public enum ProviderEventState { Received, Applied, IgnoredUnknown, Failing, Dead }

/// <summary>Money of a sale. A sale id belongs to a cart and later to its order.</summary>
public interface ISalePayments
{
    /// <summary>Inside the caller's transaction: the sale expects this money later (cash on pickup, transfer).</summary>
    Task ExpectAsync(IReadOnlyList<ExpectedPayment> payments, CancellationToken cancel);

    /// <summary>Inside the caller's transaction: money that was already taken elsewhere (till, terminal, marketplace) or that a person confirms.
    /// It first keeps the promises of <see cref="ExpectAsync"/> of its sale, which keep their id; only the rest becomes a payment with the id given here.</summary>
    Task RecordAsync(IReadOnlyList<ReceivedPayment> payments, CancellationToken cancel);

    /// <summary>What each sale has; a sale without payments answers zeros in pesos. In order.</summary>
    Task<IReadOnlyList<SaleMoney>> OfAsync(IReadOnlyList<SaleId> sales, CancellationToken cancel);

    /// <summary>Inside the caller's transaction: money owed back. Card refunds then go out by themselves, other tenders wait for a person.
    /// Idempotent by <see cref="OwedRefund.Id"/>.</summary>
    Task OweAsync(IReadOnlyList<OwedRefund> refunds, CancellationToken cancel);

    /// <summary>Inside the caller's transaction: expected money of these sales is no longer expected.</summary>
    Task CancelExpectedAsync(IReadOnlyList<SaleId> sales, CancellationToken cancel);
}

/// <summary>Card payments at a provider. Talks to the outside: the caller has no open transaction.</summary>
/// <remarks>An attempt in state <c>Captured</c> does not say that the sale is paid: the provider may have taken another amount.
/// <see cref="ISalePayments.OfAsync"/> says it, inside the transaction that completes the sale.</remarks>
public interface ICardPayments
{
    /// <summary>Opens an attempt for what the sale still lacks of <see cref="OpenCardPayment.Amount"/>, or answers the attempt that is still open for the same amount.</summary>
    Task<Result<CardAttempt>> OpenAsync(OpenCardPayment open, CancellationToken cancel);

    /// <summary>Asks the provider and applies what it says; webhook, return page and sweeper all come here.</summary>
    Task<Result<CardAttempt>> ReconcileAsync(PaymentAttemptId attempt, CancellationToken cancel);

    /// <summary>Asks the provider to charge what <see cref="ICardBook.PlanAsync"/> stored. Whoever gets the answer books it, even when its own caller has gone.</summary>
    Task<CardAnswer> AskAsync(CardPlan plan, CancellationToken cancel);

    /// <summary>Books an answer by itself. Booked already, it changes nothing.</summary>
    Task<CardAttempt> BookAsync(CardAnswer answer);
}

/// <summary>The same, a step at a time and for many at once, inside the caller's transaction: what is going to be asked is stored before a provider is called,
/// and what it answered is booked together with what it pays for.</summary>
public interface ICardBook
{
    /// <summary>Holds the sales until the transaction ends: from here to <see cref="PlanAsync"/> nobody else decides about their money.</summary>
    Task LockAsync(IReadOnlyList<SaleId> sales, CancellationToken cancel);

    /// <summary>Stores an attempt for what each sale still lacks. In order. The sales are locked.</summary>
    Task<IReadOnlyList<Result<CardPlan>>> PlanAsync(IReadOnlyList<OpenCardPayment> wishes, CancellationToken cancel);

    /// <summary>Booked already, an answer changes nothing. In order.</summary>
    Task<IReadOnlyList<CardAttempt>> BookAsync(IReadOnlyList<CardAnswer> answers, CancellationToken cancel);
}

/// <summary>A stored attempt.</summary>
/// <param name="IsNew">It waits to be asked for. Otherwise something of this sale is open already, and <see cref="ICardPayments.OpenAsync"/> sorts that out.</param>
public abstract record CardPlan(bool IsNew);

/// <summary>What a provider said, not booked yet.</summary>
/// <param name="IsCaptured">It says that it took the money; whether as much as was asked shows when it is booked.</param>
public abstract record CardAnswer(PaymentAttemptId Attempt, SaleId Sale, bool IsCaptured);

/// <param name="Amount">What the whole sale costs.</param>
/// <param name="ReturnUrl">Where the payer's browser comes back; <c>{attempt}</c> in it is replaced by the attempt's id.</param>
public sealed record OpenCardPayment(SaleId Sale, SalesChannelId SalesChannelId, Money Amount, string Description, string ReturnUrl)
{
    /// <summary>Whose wish it is, where the transaction is that of many.</summary>
    public Cause? Cause { get; init; }
}

/// <param name="RedirectUrl">Where the payer's browser goes while the payer has to act.</param>
/// <param name="DeclineReason">Stable word: <c>insufficient_funds</c>, <c>high_risk</c>, <c>card_disabled</c>, <c>call_for_authorization</c>, <c>bad_data</c>,
/// <c>duplicated</c>, <c>too_many_tries</c>, <c>canceled</c>, <c>expired</c>, <c>refused_by_provider</c>, <c>never_reached_provider</c> or <c>other</c>.</param>
/// <param name="HasAmountMismatch">The provider took another amount: the sale is not paid, a person decides.</param>
/// <param name="IsOrphanMoney">The sale was paid already: the money goes back by itself.</param>
public sealed record CardAttempt(
    PaymentAttemptId Id, SaleId Sale, PaymentAttemptState State, Money Amount, string? RedirectUrl, string? DeclineReason,
    bool HasAmountMismatch = false, bool IsOrphanMoney = false);

public sealed record ExpectedPayment(PaymentId Id, SaleId Sale, Tender Tender, Money Amount, DateTimeOffset Deadline);

/// <param name="Reference">Terminal slip, bank reference; never a card number.</param>
public sealed record ReceivedPayment(PaymentId Id, SaleId Sale, Tender Tender, Money Amount, string? Reference, DateTimeOffset At);

/// <param name="Captured">Money that settles the sale, refunds not taken off. Held money is not in it.</param>
/// <param name="Held">Money that is here and settles nothing: another amount than asked, a second payment.</param>
/// <param name="Expected">Promised, not here yet.</param>
/// <param name="Refunded">Succeeded refunds only, of held money too; so with what is owed.</param>
public sealed record SaleMoney(SaleId Sale, Money Captured, Money Authorized, Money Expected, Money Refunded, Money RefundsOwed, Money Held, Tender? Tender, PaymentState State);

/// <param name="Lines">Which lines it gives back, for the fiscal note; amounts add up to <paramref name="Amount"/>.</param>
public sealed record OwedRefund(RefundDueId Id, SaleId Sale, OrderId? Order, Money Amount, string Reason, IReadOnlyList<OwedRefundLine> Lines);

public sealed record OwedRefundLine(OrderLineId? OrderLine, Quantity Quantity, Money Amount);
