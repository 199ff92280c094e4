using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Hilo.Orders;

/// <summary>Somebody takes a purchase back: recorded as it was asked, without a reason. What happens to goods and money is a return.</summary>
internal sealed class Revocation
{
    public required RevocationId Id { get; init; }

    /// <summary>What the person keeps as proof.</summary>
    public required string Code { get; init; }

    /// <summary>As typed; people do not always have it.</summary>
    public string? OrderNumber { get; init; }

    /// <summary>Only where the number and the e-mail are of one order.</summary>
    public OrderId? OrderId { get; init; }

    public CustomerId? CustomerId { get; init; }

    public required string Email { get; init; }

    public required string Culture { get; init; }

    public SalesChannelId? SalesChannelId { get; init; }

    public required DateTimeOffset RequestedAt { get; init; }

    public RevocationView View() => new(Id, Code, OrderNumber, OrderId is not null, Email, RequestedAt);
}

file sealed class RevocationMapping : IEntityTypeConfiguration<Revocation>
{
    public void Configure(EntityTypeBuilder<Revocation> revocation) => revocation.ToTable("orders_revocations");
}
