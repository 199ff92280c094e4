using System.Text.Json.Serialization;

namespace Hilo.Sandbox.Gateway;

/// <summary>When the webhook leaves, seen from the payer who goes back to the shop.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<WebhookTiming>))]
public enum WebhookTiming
{
    /// <summary>At once, racing the payer.</summary>
    [JsonStringEnumMemberName("at_once")] AtOnce,

    /// <summary>One second later.</summary>
    [JsonStringEnumMemberName("after_return")] AfterReturn,

    /// <summary>The hosted page sends the payer back only after the webhook was tried.</summary>
    [JsonStringEnumMemberName("before_return")] BeforeReturn,
    [JsonStringEnumMemberName("never")] Never,
}

/// <summary>What goes wrong from now on. Counts say how many calls are hit before the stand-in behaves again.</summary>
public sealed record GatewayFaultPlan
{
    /// <summary>A reason such as <c>insufficient_amount</c>: every card is rejected with it.</summary>
    public string? Decline { get; init; }

    public int DelayMs { get; init; }

    /// <summary>Calls that are answered 500 and do nothing.</summary>
    public int FailBefore { get; init; }

    /// <summary>Calls that act and then drop the connection instead of answering.</summary>
    public int LoseAnswers { get; init; }

    /// <summary>For so long every call waits and is dropped without having acted.</summary>
    public int SilentMs { get; init; }

    /// <summary>So long every call acts and then keeps its answer back.</summary>
    public int HoldAnswersMs { get; init; }

    public bool DuplicateWebhooks { get; init; }

    public WebhookTiming Webhooks { get; init; }

    /// <summary>Each webhook waits for the next one of the gateway and leaves behind it.</summary>
    public bool ReorderWebhooks { get; init; }

    /// <summary>Added to the amount at approval, such as <c>-1.00</c>.</summary>
    public decimal AmountDifference { get; init; }
}

/// <summary>The switchboard of the gateway's faults, for tests in the same process and for <c>PUT /sandbox/gateway/faults</c>.</summary>
public sealed class GatewayFaults(TimeProvider clock)
{
    private readonly Lock gate = new();
    private GatewayFaultPlan plan = new();
    private DateTimeOffset silentUntil = DateTimeOffset.MinValue;
    private int waiting;

    public GatewayFaultPlan Plan
    {
        get { lock (gate) return plan; }
        set
        {
            lock (gate)
            {
                plan = value;
                silentUntil = value.SilentMs > 0 ? clock.GetUtcNow().AddMilliseconds(value.SilentMs) : DateTimeOffset.MinValue;
            }
        }
    }

    /// <summary>Calls that are kept waiting right now: whoever made them has committed what was asked, and knows no answer.</summary>
    public int Waiting => Volatile.Read(ref waiting);

    internal async Task KeepWaitingAsync(TimeSpan time, CancellationToken gone)
    {
        Interlocked.Increment(ref waiting);
        try
        {
            await Task.Delay(time, clock, gone);
        }
        finally
        {
            Interlocked.Decrement(ref waiting);
        }
    }

    public void Clear() => Plan = new GatewayFaultPlan();

    /// <summary>How long the gateway stays silent still; zero when it speaks.</summary>
    internal TimeSpan Silence
    {
        get
        {
            lock (gate)
            {
                var left = silentUntil - clock.GetUtcNow();
                return left > TimeSpan.Zero ? left : TimeSpan.Zero;
            }
        }
    }

    internal bool TakeFailure()
    {
        lock (gate)
        {
            if (plan.FailBefore <= 0) return false;
            plan = plan with { FailBefore = plan.FailBefore - 1 };
            return true;
        }
    }

    internal bool TakeLostAnswer()
    {
        lock (gate)
        {
            if (plan.LoseAnswers <= 0) return false;
            plan = plan with { LoseAnswers = plan.LoseAnswers - 1 };
            return true;
        }
    }
}
