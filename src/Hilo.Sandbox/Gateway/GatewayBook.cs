using System.Security.Cryptography;

namespace Hilo.Sandbox.Gateway;

/// <summary>The gateway's memory. One lock: a stand-in must be right, and is fast enough.</summary>
internal sealed class GatewayBook(TimeProvider clock, GatewayFaults faults, WebhookSender webhooks, SandboxMemory memory)
{
    private const string Kept = "payments";
    private readonly Lock gate = new();
    private readonly Dictionary<string, GatewayPayment> payments = Read(memory);
    private readonly Dictionary<string, (string Body, object Answer)> answers = [];

    public IReadOnlyList<GatewayPayment> All
    {
        get { lock (gate) return [.. payments.Values.OrderByDescending(p => p.CreatedAt)]; }
    }

    public GatewayPayment? Find(string id)
    {
        lock (gate) return payments.GetValueOrDefault(id);
    }

    public IReadOnlyList<GatewayPayment> Search(string externalReference)
    {
        lock (gate) return [.. payments.Values.Where(p => p.ExternalReference == externalReference).OrderBy(p => p.CreatedAt)];
    }

    public void Reset()
    {
        lock (gate)
        {
            payments.Clear();
            answers.Clear();
            memory.Forget(Kept);
        }
    }

    /// <summary>The first answer again for the same key and body; another body under the same key is refused.</summary>
    public Result<T> Once<T>(string key, string body, Func<Result<T>> act) where T : class
    {
        lock (gate)
        {
            if (answers.TryGetValue(key, out var first))
                return first.Body == body && first.Answer is T same ? same : GatewayRefusals.KeyReused;
            var outcome = act();
            if (!outcome.Refused(out _, out var answer)) answers[key] = (body, answer);
            return outcome;
        }
    }

    public GatewayPayment Open(Func<string, DateTimeOffset, GatewayPayment> create)
    {
        lock (gate)
        {
            var payment = create(NewId("PAY"), clock.GetUtcNow());
            return Keep(payment);
        }
    }

    /// <summary>The payer chose a card on the hosted page.</summary>
    public Result<GatewayPayment> Pay(string id, TestCard card) => Change(id, payment =>
    {
        if (payment.Status != GatewayStatus.Pending) return GatewayRefusals.NotPending(payment);
        if (faults.Plan.Decline is { Length: > 0 } reason) return Rejected(payment, reason);
        return card switch
        {
            TestCard.InsufficientFunds => Rejected(payment, "insufficient_amount"),
            TestCard.InReview => payment with { Status = GatewayStatus.InProcess, StatusDetail = "pending_review_manual" },
            _ => Approved(payment),
        };
    });

    /// <summary>The end of a manual review.</summary>
    public Result<GatewayPayment> Review(string id, bool approve) => Change(id, payment =>
        payment.Status != GatewayStatus.InProcess ? GatewayRefusals.NotInReview(payment)
        : approve ? Approved(payment) : Rejected(payment, "high_risk"));

    public Result<GatewayPayment> Capture(string id, Money? amount) => Change(id, payment =>
    {
        if (payment.Status == GatewayStatus.Approved) return payment;
        if (payment.Status != GatewayStatus.Authorized) return GatewayRefusals.NotAuthorized(payment);
        var taken = amount ?? payment.Authorized;
        if (taken.Currency != payment.Amount.Currency || !taken.IsPositive || taken > payment.Authorized) return GatewayRefusals.AmountOutOfRange;
        return payment with { Status = GatewayStatus.Approved, StatusDetail = "accredited", Captured = taken };
    });

    public Result<GatewayPayment> Cancel(string id) => Change(id, payment => payment.Status switch
    {
        GatewayStatus.Cancelled => payment,
        GatewayStatus.Pending or GatewayStatus.InProcess or GatewayStatus.Authorized =>
            payment with { Status = GatewayStatus.Cancelled, StatusDetail = "by_collector", Authorized = Money.Zero(payment.Amount.Currency) },
        _ => GatewayRefusals.CannotCancel(payment),
    });

    /// <param name="amount">What to give back; everything that is left when null.</param>
    public Result<GatewayRefund> Refund(string id, Money? amount)
    {
        GatewayRefund? refund = null;
        var changed = Change(id, payment =>
        {
            if (payment.Status != GatewayStatus.Approved) return GatewayRefusals.CannotRefund(payment);
            var left = payment.Captured - payment.Refunded;
            var wanted = amount ?? left;
            if (wanted.Currency != left.Currency || !wanted.IsPositive || wanted > left) return GatewayRefusals.AmountOutOfRange;
            refund = new GatewayRefund(NewId("REF"), wanted, clock.GetUtcNow());
            var whole = wanted == left;
            return payment with
            {
                Refunds = [.. payment.Refunds, refund],
                Status = whole ? GatewayStatus.Refunded : GatewayStatus.Approved,
                StatusDetail = whole ? "refunded" : "partially_refunded",
            };
        });
        return changed.Refused(out var problem, out _) ? problem : refund!;
    }

    private Result<GatewayPayment> Change(string id, Func<GatewayPayment, Result<GatewayPayment>> move)
    {
        lock (gate)
        {
            if (!payments.TryGetValue(id, out var payment)) return GatewayRefusals.NotFound;
            var moved = move(payment);
            if (moved.Refused(out var problem, out var next)) return problem;
            if (ReferenceEquals(next, payment)) return payment;
            next = next with { Version = payment.Version + 1, UpdatedAt = clock.GetUtcNow() };
            Keep(next);
            webhooks.Tell(next);
            return next;
        }
    }

    private GatewayPayment Keep(GatewayPayment payment)
    {
        memory.Append(Kept, payment);
        return payments[payment.Id] = payment;
    }

    /// <summary>Every change of a payment was kept: the last one counts.</summary>
    private static Dictionary<string, GatewayPayment> Read(SandboxMemory memory)
    {
        var known = new Dictionary<string, GatewayPayment>(StringComparer.Ordinal);
        foreach (var payment in memory.Read<GatewayPayment>(Kept)) known[payment.Id] = payment;
        return known;
    }

    private GatewayPayment Approved(GatewayPayment payment)
    {
        var amount = payment.Amount + Money.Of(faults.Plan.AmountDifference, payment.Amount.Currency);
        return payment.CaptureAtOnce
            ? payment with { Status = GatewayStatus.Approved, StatusDetail = "accredited", Authorized = amount, Captured = amount }
            : payment with { Status = GatewayStatus.Authorized, StatusDetail = "pending_capture", Authorized = amount };
    }

    private static GatewayPayment Rejected(GatewayPayment payment, string reason) =>
        payment with { Status = GatewayStatus.Rejected, StatusDetail = reason.StartsWith("cc_rejected_", StringComparison.Ordinal) ? reason : $"cc_rejected_{reason}" };

    private static string NewId(string kind) => kind + RandomNumberGenerator.GetString("ABCDEFGHJKMNPQRSTVWXYZ0123456789", 16);
}

internal enum TestCard { Approved, InsufficientFunds, InReview }
