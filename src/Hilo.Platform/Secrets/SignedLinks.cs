using System.Buffers.Binary;
using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace Hilo.Platform;

/// <summary>Short texts for addresses that prove: this server allowed this, about this record, until then.</summary>
/// <remarks>44 bytes, 59 characters: key id (4), expiry in minutes (4), subject (16), HMAC-SHA256 over scope and the rest (20).</remarks>
public sealed class SignedLinks
{
    private const int Signed = 24;
    private const int Length = 44;
    private readonly KeyRing ring;
    private readonly TimeProvider clock;

    internal SignedLinks(KeyRing ring, TimeProvider clock) => (this.ring, this.clock) = (ring, clock);

    /// <param name="scope">What the link allows, such as <c>order</c>; a link of one scope opens nothing of another.</param>
    public string Make(string scope, Guid subject, DateTimeOffset expires)
    {
        Span<byte> link = stackalloc byte[Length];
        Convert.FromHexString(ring.Newest, link, out _, out _);
        BinaryPrimitives.WriteUInt32BigEndian(link[4..], checked((uint)(expires.ToUnixTimeSeconds() / 60)));
        subject.TryWriteBytes(link[8..], bigEndian: true, out _);
        Sign(ring.Newest, scope, link[..Signed], link[Signed..]);
        return Base64Url.EncodeToString(link);
    }

    /// <summary>False for a link that was changed, is of another scope or of a key that is gone, or has expired.</summary>
    public bool Check(string scope, string? text, out Guid subject) => Check(scope, text, out subject, out var expires) && expires > clock.GetUtcNow();

    /// <summary>Like the other, but an expired link still says what it was about.</summary>
    public bool Check(string scope, string? text, out Guid subject, out DateTimeOffset expires)
    {
        (subject, expires) = (Guid.Empty, default);
        Span<byte> link = stackalloc byte[Length];
        if (text is not { Length: 59 } || !Base64Url.IsValid(text) || !Base64Url.TryDecodeFromChars(text, link, out var length) || length != Length) return false;
        var key = Convert.ToHexStringLower(link[..4]);
        if (!ring.Knows(key)) return false;
        Span<byte> right = stackalloc byte[Length - Signed];
        Sign(key, scope, link[..Signed], right);
        if (!CryptographicOperations.FixedTimeEquals(right, link[Signed..])) return false;
        subject = new Guid(link.Slice(8, 16), bigEndian: true);
        expires = DateTimeOffset.FromUnixTimeSeconds(BinaryPrimitives.ReadUInt32BigEndian(link[4..]) * 60L);
        return true;
    }

    private void Sign(string key, string scope, ReadOnlySpan<byte> signed, Span<byte> into)
    {
        Span<byte> whole = stackalloc byte[32];
        HMACSHA256.HashData(ring.Derive(key, "links:" + scope), signed, whole);
        whole[..into.Length].CopyTo(into);
    }
}
