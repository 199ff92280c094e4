using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace Hilo.Platform;

/// <summary>Encrypts what must be readable again, such as the tokens of providers, before it is stored.</summary>
public interface ISecrets
{
    /// <param name="purpose">What it is for; a text made for one purpose opens for no other.</param>
    string Protect(string purpose, string plain);

    /// <exception cref="CryptographicException">When the text was changed, is of another purpose, or its key is gone.</exception>
    string Reveal(string purpose, string secret);
}

/// <summary>AES-GCM. The form is <c>keyid.base64url(nonce, tag, text)</c>.</summary>
internal sealed class Secrets(KeyRing ring) : ISecrets
{
    private const int NonceSize = 12;
    private const int TagSize = 16;

    public string Protect(string purpose, string plain) => $"{ring.Newest}.{Base64Url.EncodeToString(Seal(ring.Newest, purpose, Encoding.UTF8.GetBytes(plain)))}";

    public string Reveal(string purpose, string secret)
    {
        var dot = secret.IndexOf('.', StringComparison.Ordinal);
        if (dot != 8 || !ring.Knows(secret[..dot]) || !Base64Url.IsValid(secret.AsSpan(dot + 1))) throw new CryptographicException("This is no secret of this server.");
        return Encoding.UTF8.GetString(Open(secret[..dot], purpose, Base64Url.DecodeFromChars(secret.AsSpan(dot + 1))));
    }

    internal byte[] Seal(string key, string purpose, byte[] plain)
    {
        var sealedBytes = new byte[NonceSize + TagSize + plain.Length];
        var nonce = sealedBytes.AsSpan(0, NonceSize);
        RandomNumberGenerator.Fill(nonce);
        using var aes = new AesGcm(ring.Derive(key, "secrets:" + purpose), TagSize);
        aes.Encrypt(nonce, plain, sealedBytes.AsSpan(NonceSize + TagSize), sealedBytes.AsSpan(NonceSize, TagSize));
        return sealedBytes;
    }

    internal byte[] Open(string key, string purpose, ReadOnlySpan<byte> sealedBytes)
    {
        if (sealedBytes.Length < NonceSize + TagSize) throw new CryptographicException("This is no secret of this server.");
        var plain = new byte[sealedBytes.Length - NonceSize - TagSize];
        using var aes = new AesGcm(ring.Derive(key, "secrets:" + purpose), TagSize);
        aes.Decrypt(sealedBytes[..NonceSize], sealedBytes[(NonceSize + TagSize)..], sealedBytes.Slice(NonceSize, TagSize), plain);
        return plain;
    }
}
