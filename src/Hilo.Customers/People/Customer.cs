using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Hilo.Customers;

/// <summary>One person, whatever the channel. A merged one redirects to its survivor for ever.</summary>
internal sealed class Customer
{
    public required CustomerId Id { get; init; }

    public int Version { get; private set; } = 1;

    public required string Name { get; set; }

    /// <summary>Folded, for look-ups.</summary>
    public required string SearchName { get; set; }

    public required DateTimeOffset Since { get; init; }

    public CustomerId? MergedInto { get; init; }

    public void Rename(string name) => (Name, SearchName, Version) = (name, Fold(name), Version + 1);

    /// <summary>Lower case without marks: what a clerk types finds what the customer wrote.</summary>
    public static string Fold(string text)
    {
        var marked = text.Trim().Normalize(System.Text.NormalizationForm.FormD);
        return new string([.. marked.Where(c => char.GetUnicodeCategory(c) != System.Globalization.UnicodeCategory.NonSpacingMark)]).ToLowerInvariant();
    }
}

internal enum ContactKind { Email, Phone }

internal sealed class ContactPoint
{
    public required ContactPointId Id { get; init; }

    public required CustomerId CustomerId { get; init; }

    public required ContactKind Kind { get; init; }

    /// <summary>As it was written.</summary>
    public required string Value { get; init; }

    public required string MatchKey { get; init; }

    public bool IsVerified { get; set; }

    public required DateTimeOffset AddedAt { get; init; }
}

internal enum IdentityKind { Email, Phone, Document, LoyaltyCard, ChannelHandle }

internal enum IdentityStrength { Weak, Medium, Strong }

internal sealed class CustomerIdentity
{
    public required CustomerIdentityId Id { get; init; }

    public required CustomerId CustomerId { get; init; }

    public required IdentityKind Kind { get; init; }

    public required string MatchKey { get; init; }

    public IdentityStrength Strength { get; set; }

    /// <summary>Where it was learned: <c>checkout</c>, <c>sign_in</c>, <c>staff</c>.</summary>
    public required string Evidence { get; set; }

    public required DateTimeOffset SeenAt { get; set; }
}

file sealed class CustomerMapping : IEntityTypeConfiguration<Customer>
{
    public void Configure(EntityTypeBuilder<Customer> customer) => customer.ToTable("customers_customers").Property(c => c.Version).IsConcurrencyToken();
}

file sealed class ContactPointMapping : IEntityTypeConfiguration<ContactPoint>
{
    public void Configure(EntityTypeBuilder<ContactPoint> contact) => contact.ToTable("customers_contact_points");
}

file sealed class CustomerIdentityMapping : IEntityTypeConfiguration<CustomerIdentity>
{
    public void Configure(EntityTypeBuilder<CustomerIdentity> identity) => identity.ToTable("customers_identities");
}
