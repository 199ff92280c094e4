namespace Hilo.Sandbox.Gateway;

/// <summary>The statuses of the stand-in, in the provider's spelling.</summary>
internal static class GatewayStatus
{
    public const string Pending = "pending", InProcess = "in_process", Authorized = "authorized", Approved = "approved",
        Rejected = "rejected", Cancelled = "cancelled", Refunded = "refunded";
}

internal sealed record GatewayRefund(string Id, Money Amount, DateTimeOffset CreatedAt);

/// <summary>One payment at the stand-in. Immutable: the book replaces it, so a reader never sees half a change.</summary>
internal sealed record GatewayPayment
{
    public required string Id { get; init; }
    public required string ExternalReference { get; init; }
    public required Money Amount { get; init; }
    public required string Description { get; init; }
    public required Uri ReturnUrl { get; init; }
    public Uri? NotificationUrl { get; init; }

    /// <summary>False holds the money at approval and waits for a capture.</summary>
    public bool CaptureAtOnce { get; init; } = true;

    public required DateTimeOffset CreatedAt { get; init; }
    public required DateTimeOffset UpdatedAt { get; init; }
    public string Status { get; init; } = GatewayStatus.Pending;
    public string StatusDetail { get; init; } = "pending_waiting_payment";
    public Money Authorized { get; init; }
    public Money Captured { get; init; }
    public IReadOnlyList<GatewayRefund> Refunds { get; init; } = [];
    public int Version { get; init; } = 1;

    public Money Refunded => Refunds.Aggregate(Money.Zero(Amount.Currency), (sum, refund) => sum + refund.Amount);
}
