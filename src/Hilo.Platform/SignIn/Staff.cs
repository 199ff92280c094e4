using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Hilo.Platform;

/// <summary>A person who works for the merchant.</summary>
internal sealed class Staff
{
    public required StaffId Id { get; init; }
    public int Version { get; private set; } = 1;

    /// <summary>Lower case, so that one person is one row.</summary>
    public required string Email { get; init; }
    public required string Name { get; set; }
    public required StaffRole Role { get; set; }
    public bool IsActive { get; private set; } = true;
    public IReadOnlyList<LocationId>? Locations { get; set; }
    public string? PasswordHash { get; set; }
    public int FailedTries { get; set; }
    public DateTimeOffset? LockedUntil { get; set; }
    public required DateTimeOffset JoinedAt { get; init; }

    public static string Fold(string email) => email.Trim().ToLowerInvariant();

    public StaffChanged Change(string name, StaffRole role, bool isActive, IReadOnlyList<LocationId>? locations)
    {
        (Name, Role, IsActive, Locations, Version) = (name, role, isActive, locations, Version + 1);
        return new StaffChanged(Id, Role, IsActive);
    }

    public StaffView ToView() => new(Id, Version, Email, Name, Role, IsActive, Locations, Permissions.Of(Role));
}

internal sealed class StaffMapping : IEntityTypeConfiguration<Staff>
{
    public void Configure(EntityTypeBuilder<Staff> builder)
    {
        builder.ToTable("platform_staff").Property(s => s.Version).IsConcurrencyToken();
        builder.Property(s => s.Locations).HasConversion(
            locations => Join(locations), text => Split(text),
            new Microsoft.EntityFrameworkCore.ChangeTracking.ValueComparer<IReadOnlyList<LocationId>?>(
                (a, b) => Join(a) == Join(b), locations => Join(locations)!.GetHashCode(StringComparison.Ordinal), locations => locations));
    }

    public static string? Join(IReadOnlyList<LocationId>? locations) => locations is null ? null : string.Join(',', locations);

    public static IReadOnlyList<LocationId>? Split(string? text) => text is null ? null : [.. text.Split(',').Select(l => LocationId.From(Guid.Parse(l)))];
}
