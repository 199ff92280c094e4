using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace Hilo.Orders;

/// <summary>The secret half of a cart's link. Stored hashed: who reads the database cannot open carts.</summary>
internal static class CartToken
{
    public static string New() => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(24));

    public static byte[] Hash(string token) => SHA256.HashData(Encoding.UTF8.GetBytes(token));

    public static bool Matches(byte[] hash, string token) => CryptographicOperations.FixedTimeEquals(hash, Hash(token));
}
