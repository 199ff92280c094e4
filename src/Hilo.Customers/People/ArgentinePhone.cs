namespace Hilo.Customers;

/// <summary>Argentine phone numbers as people write them (specs: identity-resolution 1).</summary>
internal static class ArgentinePhone
{
    private const int Significant = 10;

    /// <summary>Area codes of three digits; two digits is only 11, all others of the plan have four.</summary>
    private static readonly HashSet<string> ThreeDigitAreas = new(StringComparer.Ordinal)
    {
        "220", "221", "223", "230", "236", "237", "249", "260", "261", "263", "264", "266", "280", "291", "294", "297", "298", "299",
        "336", "341", "342", "343", "345", "348", "351", "353", "358", "362", "364", "370", "376", "379", "380", "381", "383", "385", "387", "388",
    };

    /// <summary>The ten digits, area and local number, that every spelling of one line shares; null when the text is no Argentine number.</summary>
    /// <param name="branchArea">Area code of the branch where it was written down, for numbers without one.</param>
    public static string? KeyOf(string text, string? branchArea = null)
    {
        var digits = new string([.. text.Where(char.IsAsciiDigit)]);
        var isInternational = text.TrimStart().StartsWith('+');
        if (isInternational && !digits.StartsWith("54", StringComparison.Ordinal)) return null;
        if (digits.StartsWith("00", StringComparison.Ordinal)) digits = digits[2..];
        if (digits.Length >= 12 && digits.StartsWith("54", StringComparison.Ordinal)) digits = digits[2..];
        if (digits.Length == 11 && digits[0] == '9') digits = digits[1..];
        if (digits.StartsWith("0800", StringComparison.Ordinal) || digits.StartsWith("0810", StringComparison.Ordinal)) return null;
        if (digits.StartsWith('0')) digits = digits[1..];
        if (digits.Length == 12 && AreaOf(digits) is { } area && digits.AsSpan(area.Length).StartsWith("15")) digits = area + digits[(area.Length + 2)..];
        if (branchArea is not null && (digits.Length != Significant || AreaOf(digits) is null))
        {
            var local = Significant - branchArea.Length;
            // No Argentine area code starts with 15: these are mobiles of the branch's own area.
            if (digits.StartsWith("15", StringComparison.Ordinal) && digits.Length == local + 2) digits = branchArea + digits[2..];
            else if (digits.Length == local) digits = branchArea + digits;
        }
        return digits.Length == Significant && AreaOf(digits) is not null && digits.Distinct().Count() > 2 ? digits : null;
    }

    private static string? AreaOf(string digits)
    {
        if (digits.StartsWith("11", StringComparison.Ordinal)) return "11";
        if (digits.Length < 4 || digits[0] is not ('2' or '3')) return null;
        return ThreeDigitAreas.Contains(digits[..3]) ? digits[..3] : digits[..4];
    }
}
