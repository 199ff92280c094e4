using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Hilo.Orders;

/// <summary>What a customer shows to collect: made when the pickup is ready, used once.</summary>
internal sealed class PickupPass
{
    public required PickupPassId Id { get; init; }

    public required FulfillmentOrderId FulfillmentOrderId { get; init; }

    public required OrderId OrderId { get; init; }

    public required LocationId LocationId { get; init; }

    public required string ShortCode { get; init; }

    /// <summary>Kept, since a signature differs each time and a mail shows the same picture as the page.</summary>
    public required string Qr { get; init; }

    public required DateTimeOffset IssuedAt { get; init; }

    public required DateTimeOffset ValidUntil { get; init; }

    public DateTimeOffset? UsedAt { get; init; }

    public StaffId? UsedBy { get; init; }

    /// <summary>Who collected, when it was not the buyer.</summary>
    public string? Collector { get; init; }

    /// <summary>Why this pass opens nothing now; null when it does.</summary>
    /// <param name="usedBy">Name of the person who handed over.</param>
    public Problem? Refusal(FulfillmentOrder work, string? usedBy, DateTimeOffset now)
    {
        if (UsedAt is { } at) return PickupProblems.AlreadyCollected(work.OrderNumber, usedBy, at);
        if (work.State == FulfillmentState.Canceled) return now > ValidUntil ? PickupProblems.Expired(ValidUntil) : PickupProblems.Canceled(work.OrderNumber);
        if (now > ValidUntil) return PickupProblems.Expired(ValidUntil);
        return work.Allows(FulfillmentTrigger.HandOver) ? null : FulfillmentProblems.NotPossible(work, FulfillmentTrigger.HandOver);
    }
}

internal sealed class PickupPassMapping : IEntityTypeConfiguration<PickupPass>
{
    public void Configure(EntityTypeBuilder<PickupPass> pass) => pass.ToTable("orders_pickup_passes");
}
