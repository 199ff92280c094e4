using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.DataProtection;

namespace Hilo.Platform;

/// <summary>Lets the framework (antiforgery tokens) use the same keys, so that every node understands every form.</summary>
internal sealed class FrameworkSecrets(Secrets secrets, KeyRing ring, string purpose = "framework") : IDataProtectionProvider, IDataProtector
{
    public IDataProtector CreateProtector(string next) => new FrameworkSecrets(secrets, ring, $"{purpose}/{next}");

    public byte[] Protect(byte[] plaintext) => [.. Encoding.ASCII.GetBytes(ring.Newest), .. secrets.Seal(ring.Newest, purpose, plaintext)];

    public byte[] Unprotect(byte[] protectedData)
    {
        if (protectedData.Length < 8 || Encoding.ASCII.GetString(protectedData, 0, 8) is not { } key || !ring.Knows(key))
            throw new CryptographicException("This was not made by this server.");
        return secrets.Open(key, purpose, protectedData.AsSpan(8));
    }
}
