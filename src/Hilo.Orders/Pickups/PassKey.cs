using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Hilo.Orders;

/// <summary>A pair of keys that signs passes for a while and verifies them ever after.</summary>
internal sealed class PassKey
{
    public required int Id { get; init; }

    /// <summary>X.509 SubjectPublicKeyInfo: what a store holds.</summary>
    public required byte[] PublicKey { get; init; }

    /// <summary>PKCS #8, encrypted; gone once another key signs.</summary>
    public string? PrivateKey { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }
}

internal sealed class PassKeyMapping : IEntityTypeConfiguration<PassKey>
{
    public void Configure(EntityTypeBuilder<PassKey> key) => key.ToTable("orders_pass_keys");
}
