using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace Hilo;

/// <summary>Where a shipping rate holds, as a shop writes it: <c>*</c> anywhere, <c>B</c> a province, <c>1425</c> one code, <c>14*</c> all that begin so,
/// <c>1400-1499</c> a range; with a letter in front (<c>B1600-1699</c>) only in that province.</summary>
public sealed record PostalArea
{
    private const int Lowest = 1000, Highest = 9999;

    private PostalArea(char? province, int from, int to) => (Province, From, To) = (province, from, to);

    public static PostalArea Anywhere { get; } = new(null, Lowest, Highest);

    public char? Province { get; }

    public int From { get; }

    /// <summary>Included.</summary>
    public int To { get; }

    /// <summary>How many codes it spans: the smaller area decides where two hold.</summary>
    public int Span => To - From + 1;

    public static bool TryParse(string? text, [NotNullWhen(true)] out PostalArea? area)
    {
        area = null;
        if (text is null || text.Length > 20) return false;
        var rest = text.Replace(" ", "", StringComparison.Ordinal).ToUpperInvariant();
        char? province = null;
        if (rest is [var letter, ..] && PostalCode.IsProvince(letter)) (province, rest) = (letter, rest[1..]);
        if (Ends(rest, province) is not var (from, to) || from > to) return false;
        area = new PostalArea(province, from, to);
        return true;
    }

    /// <summary>An area with a province does not hold for a code whose province is unknown: fill it from the address first (<see cref="PostalCode.In"/>).</summary>
    public bool Holds(PostalCode code) => (Province is null || Province == code.Province) && code.Number >= From && code.Number <= To;

    public override string ToString() => (From, To) switch
    {
        (Lowest, Highest) => Province?.ToString() ?? "*",
        var (from, to) when from == to => string.Create(CultureInfo.InvariantCulture, $"{Province}{from}"),
        var (from, to) => string.Create(CultureInfo.InvariantCulture, $"{Province}{from}-{to}"),
    };

    private static (int From, int To)? Ends(string text, char? province)
    {
        if (text == "*" || (text.Length == 0 && province is not null)) return (Lowest, Highest);
        if (text is [.. { Length: >= 1 and <= 3 } start, '*'])
            return Code(start.PadRight(4, '0')) is { } first && Code(start.PadRight(4, '9')) is { } last ? (first, last) : null;
        var dash = text.IndexOf('-', StringComparison.Ordinal);
        if (dash < 0) return Code(text) is { } one ? (one, one) : null;
        return Code(text[..dash]) is { } from && Code(text[(dash + 1)..]) is { } to ? (from, to) : null;
    }

    private static int? Code(string digits) =>
        digits.Length == 4 && int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var code) && code >= Lowest ? code : null;
}
