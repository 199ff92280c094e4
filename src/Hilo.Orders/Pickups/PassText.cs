using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace Hilo.Orders;

/// <summary>What a pass says by itself, before any database is asked.</summary>
/// <param name="Work">The end of the work order's id: tells it apart among those of one store.</param>
/// <param name="ValidUntil">Whole minutes.</param>
internal readonly record struct PassFacts(int KeyId, PickupPassId Pass, uint Work, DateTimeOffset ValidUntil)
{
    public static uint EndOf(FulfillmentOrderId work)
    {
        Span<byte> bytes = stackalloc byte[16];
        work.Value.TryWriteBytes(bytes, bigEndian: true, out _);
        return BinaryPrimitives.ReadUInt32BigEndian(bytes[12..]);
    }
}

/// <summary>The text inside the QR: 148 characters that a QR stores five and a half bits each. Verified with the public key alone, so a store without network can do it.</summary>
/// <remarks>90 bytes: key id (2), pass id (16), end of the work order's id (4), expiry in minutes (4), ECDSA P-256 with SHA-256 over all before and the prefix (64).</remarks>
internal static class PassText
{
    /// <summary>Another form gets another prefix.</summary>
    public const string Prefix = "HP1.";

    private const int Facts = 26;
    private const int Length = 90;
    private const int Characters = Length * 8 / 5;

    public static bool LooksLikeOne(string text) => text.StartsWith(Prefix, StringComparison.OrdinalIgnoreCase);

    public static string Sign(PassFacts pass, ECDsa key)
    {
        Span<byte> bytes = stackalloc byte[Length];
        BinaryPrimitives.WriteUInt16BigEndian(bytes, checked((ushort)pass.KeyId));
        pass.Pass.Value.TryWriteBytes(bytes[2..], bigEndian: true, out _);
        BinaryPrimitives.WriteUInt32BigEndian(bytes[18..], pass.Work);
        BinaryPrimitives.WriteUInt32BigEndian(bytes[22..], checked((uint)(pass.ValidUntil.ToUnixTimeSeconds() / 60)));
        key.SignData(Signed(bytes[..Facts]), HashAlgorithmName.SHA256, DSASignatureFormat.IeeeP1363FixedFieldConcatenation).CopyTo(bytes[Facts..]);
        return Prefix + Base32.Write(bytes);
    }

    /// <param name="publicKeys">By key id, as X.509 SubjectPublicKeyInfo.</param>
    /// <returns>Null for a text that no key of this merchant signed.</returns>
    public static PassFacts? Verify(string text, IReadOnlyDictionary<int, byte[]> publicKeys)
    {
        Span<byte> bytes = stackalloc byte[Length];
        if (text.Length != Prefix.Length + Characters || !LooksLikeOne(text) || !Base32.TryRead(text.AsSpan(Prefix.Length), bytes)) return null;
        var keyId = BinaryPrimitives.ReadUInt16BigEndian(bytes);
        if (!publicKeys.TryGetValue(keyId, out var publicKey)) return null;
        using var key = ECDsa.Create();
        key.ImportSubjectPublicKeyInfo(publicKey, out _);
        if (!key.VerifyData(Signed(bytes[..Facts]), bytes[Facts..], HashAlgorithmName.SHA256, DSASignatureFormat.IeeeP1363FixedFieldConcatenation)) return null;
        return new PassFacts(
            keyId, PickupPassId.From(new Guid(bytes.Slice(2, 16), bigEndian: true)), BinaryPrimitives.ReadUInt32BigEndian(bytes[18..]),
            DateTimeOffset.FromUnixTimeSeconds(BinaryPrimitives.ReadUInt32BigEndian(bytes[22..]) * 60L));
    }

    private static byte[] Signed(ReadOnlySpan<byte> facts) => [.. Encoding.ASCII.GetBytes(Prefix), .. facts];
}
