using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Hilo.Platform;

internal enum SessionKind
{
    Cookie,
    Bearer,
}

/// <summary>A sign-in of a member of staff on one device, or of an integration.</summary>
internal sealed class StaffSession
{
    public required SessionId Id { get; init; }
    public required StaffId StaffId { get; init; }
    public required byte[] TokenHash { get; init; }
    public required SessionKind Kind { get; init; }
    public string? Label { get; init; }
    public required DateTimeOffset OpenedAt { get; init; }
    public required DateTimeOffset LastSeenAt { get; init; }
    public required DateTimeOffset ExpiresAt { get; init; }
}

/// <summary>A sign-in of a shopper on one browser.</summary>
internal sealed class ShopperSession
{
    public required SessionId Id { get; init; }
    public required CustomerId CustomerId { get; init; }
    public required byte[] TokenHash { get; init; }
    public required DateTimeOffset OpenedAt { get; init; }
    public required DateTimeOffset LastSeenAt { get; init; }
    public required DateTimeOffset ExpiresAt { get; init; }
}

/// <summary>A link that sets a password once. Without a person it makes the first owner.</summary>
internal sealed class PasswordLink
{
    public required byte[] TokenHash { get; init; }
    public StaffId? StaffId { get; init; }
    public required DateTimeOffset ExpiresAt { get; init; }
}

internal sealed class SessionMapping : IEntityTypeConfiguration<StaffSession>, IEntityTypeConfiguration<ShopperSession>, IEntityTypeConfiguration<PasswordLink>
{
    public void Configure(EntityTypeBuilder<StaffSession> builder) => builder.ToTable("platform_staff_sessions");

    public void Configure(EntityTypeBuilder<ShopperSession> builder) => builder.ToTable("platform_shopper_sessions");

    public void Configure(EntityTypeBuilder<PasswordLink> builder) => builder.ToTable("platform_password_links").HasKey(l => l.TokenHash);
}
