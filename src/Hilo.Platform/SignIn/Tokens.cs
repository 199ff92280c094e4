using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace Hilo.Platform;

/// <summary>Random secrets that are given out once and stored hashed.</summary>
internal static class Tokens
{
    public static string New() => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32));

    /// <summary>A plain hash is enough: the token has 256 random bits, so there is nothing to guess from.</summary>
    public static byte[] Hash(string token) => SHA256.HashData(Encoding.UTF8.GetBytes(token));
}
