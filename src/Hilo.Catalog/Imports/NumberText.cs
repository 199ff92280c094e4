using System.Globalization;

namespace Hilo.Catalog;

/// <summary>Numbers as people and their programs write them: <c>48900</c>, <c>$ 48.900,00</c>, <c>48,900.00</c>. What could be two numbers is refused, never guessed.</summary>
internal static class NumberText
{
    /// <summary>The mark that a cell shows by itself; null where it could be read both ways or is no number.</summary>
    public static DecimalMark? MarkOf(string cell)
    {
        if (cell.Length is 0 or > 25) return null;
        var text = Clean(cell);
        return text.All(c => char.IsAsciiDigit(c) || c is ',' or '.') ? Own(text) : null;
    }

    /// <param name="takesThree">Three digits behind the decimal mark are plausible: weights, and amounts when a person said how to read them.</param>
    public static NumberReading Read(string cell, DecimalMark mark, bool takesThree)
    {
        var text = Clean(cell);
        if (text.Length is 0 or > 25) return NumberReading.Not;
        if (text[0] == '=') return NumberReading.Formula;
        var isNegative = text[0] == '-';
        if (isNegative) text = text[1..];
        if (text.Length == 0 || !text.All(c => char.IsAsciiDigit(c) || c is ',' or '.') || !char.IsAsciiDigit(text[^1])) return NumberReading.Not;
        var own = Own(text);
        var hasThree = own is null && !text.All(char.IsAsciiDigit);
        if (hasThree && (mark == DecimalMark.Detect || (!takesThree && text.Contains(mark == DecimalMark.Comma ? ',' : '.')))) return Ambiguous(text);
        // Both separators, but the other way round than in the rest of the file: one of them was typed by mistake.
        if (own is { } clear && mark != DecimalMark.Detect && clear != mark && text.Contains(',') && text.Contains('.')) return Ambiguous(text);
        var decimals = own ?? (mark == DecimalMark.Comma ? DecimalMark.Comma : DecimalMark.Point);
        return Value(text, decimals == DecimalMark.Comma ? ',' : '.') is { } value ? NumberReading.Of(isNegative ? -value : value) : NumberReading.Not;
    }

    /// <summary>The decimal mark that this number shows by itself; null when it could be read both ways or has none.</summary>
    private static DecimalMark? Own(string text)
    {
        var (comma, point) = (text.LastIndexOf(','), text.LastIndexOf('.'));
        if (comma < 0 && point < 0) return null;
        if (comma >= 0 && point >= 0) return comma > point ? DecimalMark.Comma : DecimalMark.Point;
        var (mark, at) = comma >= 0 ? (DecimalMark.Comma, comma) : (DecimalMark.Point, point);
        var other = mark == DecimalMark.Comma ? DecimalMark.Point : DecimalMark.Comma;
        if (text.IndexOf(text[at]) != at) return other; // Twice the same: 1.234.567 are thousands.
        if (text.Length - at - 1 != 3) return mark;
        // Exactly three digits behind: thousands or decimals. Only 0,400 and 12345,678 cannot be thousands.
        return at > 3 || at == 0 || text[0] == '0' ? mark : null;
    }

    private static decimal? Value(string text, char mark)
    {
        var group = mark == ',' ? '.' : ',';
        var parts = text.Split(mark);
        if (parts.Length > 2) return null;
        var groups = parts[0].Split(group);
        if (groups.Length > 1 && (groups[0].Length is 0 or > 3 || groups.Skip(1).Any(g => g.Length != 3))) return null;
        if (parts.Length == 2 && parts[1].Contains(group)) return null;
        var plain = string.Concat(groups) + (parts.Length == 2 ? "." + parts[1] : "");
        return decimal.TryParse(plain, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value) ? value : null;
    }

    /// <summary>Both readings, written as people here write them.</summary>
    private static NumberReading Ambiguous(string text)
    {
        var first = text.IndexOfAny([',', '.']);
        var behind = string.Concat(text[(first + 1)..].Where(char.IsAsciiDigit));
        var small = $"{text[..first]},{behind[..Math.Min(2, behind.Length)]}";
        var large = $"{text[..first]}.{behind[..Math.Min(3, behind.Length)]}";
        return NumberReading.TwoWays(small, large);
    }

    private static string Clean(string cell)
    {
        var text = string.Concat(cell.Where(c => !char.IsWhiteSpace(c) && c != '\u00a0' && c != '$' && c != '\''));
        return text.StartsWith("ARS", StringComparison.OrdinalIgnoreCase) || text.EndsWith("ARS", StringComparison.OrdinalIgnoreCase)
            ? text.Replace("ARS", "", StringComparison.OrdinalIgnoreCase) : text;
    }
}

/// <summary>A number, or why there is none.</summary>
internal readonly record struct NumberReading(decimal? Value, string? Code, string[] Facts)
{
    public static readonly NumberReading Not = new(null, "number.invalid", []);
    public static readonly NumberReading Formula = new(null, "number.formula", []);

    public static NumberReading Of(decimal value) => new(value, null, []);

    public static NumberReading TwoWays(string small, string large) => new(null, "number.ambiguous", [small, large]);
}

/// <summary>How a file separates decimals, from the cells that can be read one way only. Undecided where there are none, or as many of both kinds.</summary>
internal sealed class MarkTally
{
    private int commas;
    private int points;

    public DecimalMark Mark => commas == points ? DecimalMark.Detect : commas > points ? DecimalMark.Comma : DecimalMark.Point;

    public void Add(string cell)
    {
        var mark = NumberText.MarkOf(cell);
        if (mark == DecimalMark.Comma) commas++;
        if (mark == DecimalMark.Point) points++;
    }
}
