using System.Globalization;

namespace Hilo.Catalog;

/// <summary>Ranges of prices that divide what was found into parts of about the same size, with ends that people say.</summary>
internal static class PriceRanges
{
    private const int MostRanges = 5;
    private const int FewestToDivide = 4;

    public static IReadOnlyList<(PriceRange Range, int Count)> Of(List<long> amounts, int scale)
    {
        if (amounts.Count < FewestToDivide) return [];
        amounts.Sort();
        var ends = Enumerable.Range(1, MostRanges - 1).Select(i => Round(amounts[amounts.Count * i / MostRanges], (amounts[^1] - amounts[0]) / MostRanges, scale)).Where(end => end > amounts[0] && end <= amounts[^1]).Distinct().Order().ToList();
        if (ends.Count == 0) return [];
        var ranges = ends.Prepend(0).Zip(ends.Cast<long?>().Append(null), (from, to) => new PriceRange(from, to));
        return [.. ranges.Select(r => (r, Below(amounts, r.To) - Below(amounts, r.From))).Where(r => r.Item2 > 0)];
    }

    /// <summary><c>10000-20000</c>, <c>20000-</c>: in whole units of the currency, the end not included.</summary>
    public static string Write(PriceRange range, int scale) =>
        string.Create(CultureInfo.InvariantCulture, $"{range.From / scale}-{(range.To is { } to ? (to / scale).ToString(CultureInfo.InvariantCulture) : "")}");

    public static bool TryRead(string text, int scale, out PriceRange range)
    {
        range = default;
        if (text.Split('-') is not [var from, var to] || from.Length + to.Length == 0) return false;
        if (Amount(from) is not { } start || Amount(to) is not { } end) return false;
        range = new PriceRange(start * scale, to.Length == 0 ? null : end * scale);
        return range.To is null || range.To > range.From;

        static long? Amount(string part) => part.Length == 0 ? 0 : long.TryParse(part, NumberStyles.None, CultureInfo.InvariantCulture, out var amount) && amount <= 10_000_000_000 ? amount : null;
    }

    /// <summary>To a half of the amount's own power of ten, or finer where everything costs about the same.</summary>
    private static long Round(long amount, long spread, int scale)
    {
        var grain = Math.Max(scale, Math.Min(PowerBelow(amount, scale) / 2, PowerBelow(spread * 2, scale)));
        return (amount + (grain / 2)) / grain * grain / scale * scale;
    }

    private static long PowerBelow(long amount, int scale)
    {
        var power = (long)scale;
        while (power * 10 <= amount) power *= 10;
        return power;
    }

    private static int Below(List<long> sorted, long? end)
    {
        if (end is not { } limit) return sorted.Count;
        var at = sorted.BinarySearch(limit);
        if (at < 0) return ~at;
        while (at > 0 && sorted[at - 1] == limit) at--;
        return at;
    }
}
