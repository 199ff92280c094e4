using System.Security.Cryptography;

namespace Hilo.Orders;

/// <summary>What a person reads out when there is no camera: two groups of four, without characters that look or sound alike.</summary>
internal static class ShortCode
{
    private const string Alphabet = "234679ACDEFGHJKMNPQRTVWXY";
    private const int Length = 8;

    public static string New() => Grouped(RandomNumberGenerator.GetString(Alphabet, Length));

    /// <summary>As it is stored, however it was typed; null for what is no code.</summary>
    public static string? Read(string typed)
    {
        var bare = string.Concat(typed.Where(c => !char.IsWhiteSpace(c) && c is not ('-' or '.' or '·'))).ToUpperInvariant();
        return bare.Length == Length && bare.All(c => Alphabet.Contains(c, StringComparison.Ordinal)) ? Grouped(bare) : null;
    }

    private static string Grouped(string bare) => $"{bare[..4]}-{bare[4..]}";
}
