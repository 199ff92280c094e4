using System.Globalization;

namespace Hilo.Sandbox.Art;

/// <summary>Compares the way people type: case and accents do not count.</summary>
internal static class ShopWords
{
    private const CompareOptions Loose = CompareOptions.IgnoreCase | CompareOptions.IgnoreNonSpace;

    public static readonly StringComparer Comparer = StringComparer.Create(CultureInfo.InvariantCulture, Loose);

    public static bool Contains(string text, string words) => CultureInfo.InvariantCulture.CompareInfo.IndexOf(text, words, Loose) >= 0;
}
