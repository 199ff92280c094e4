namespace Hilo.Catalog;

/// <summary>The number under a bar code: 8, 12, 13 or 14 digits, the last of which checks the others.</summary>
internal static class Gtin
{
    public static bool HasForm(string digits) => digits.Length is 8 or 12 or 13 or 14 && digits.All(char.IsAsciiDigit);

    /// <summary>Without what spreadsheets and Shopify put around long numbers to protect them.</summary>
    public static string Digits(string cell) => cell.TrimStart('\'').Replace(" ", "", StringComparison.Ordinal);

    public static bool IsValid(string digits) => HasForm(digits) && digits[^1] == CheckDigit(digits);

    /// <summary>What the last digit should be. <paramref name="digits"/> has the form of a GTIN.</summary>
    public static char CheckDigit(string digits)
    {
        var sum = 0;
        for (var i = digits.Length - 2; i >= 0; i--) sum += (digits[i] - '0') * ((digits.Length - i) % 2 == 0 ? 3 : 1);
        return (char)('0' + ((10 - (sum % 10)) % 10));
    }
}
