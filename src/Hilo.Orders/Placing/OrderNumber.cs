using System.Globalization;

namespace Hilo.Orders;

/// <summary>Short enough to say on the phone: <c>R-10486</c>. Gaps are allowed, repeats are not.</summary>
internal static class OrderNumber
{
    public static string Of(string prefix, long value) => string.Create(CultureInfo.InvariantCulture, $"{prefix}-{value}");

    /// <summary>As people type it: small letters, without the hyphen, with spaces around.</summary>
    public static string? Normalized(string typed)
    {
        var text = typed.Trim().ToUpperInvariant().Replace(" ", "", StringComparison.Ordinal).Replace("-", "", StringComparison.Ordinal);
        var letters = 0;
        while (letters < text.Length && char.IsAsciiLetterUpper(text[letters])) letters++;
        return letters is > 0 and <= 6 && letters < text.Length && text.AsSpan(letters).IndexOfAnyExceptInRange('0', '9') < 0 ? $"{text[..letters]}-{text[letters..]}" : null;
    }
}
