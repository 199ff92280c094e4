using System.Globalization;
using System.Text.RegularExpressions;

namespace Hilo.Web.Backoffice;

/// <summary>Amounts as people type them: <c>48900</c>, <c>48.900</c>, <c>48.900,00</c>. What could be read two ways is asked, never guessed.</summary>
internal static partial class MoneyText
{
    /// <returns>The amount, or why it is none.</returns>
    public static (decimal? Amount, string? Error) Read(string? text)
    {
        var typed = new string([.. (text ?? "").Where(c => !char.IsWhiteSpace(c) && c != '$')]);
        if (typed.Length is 0 or > 18 || !Shape().IsMatch(typed)) return (null, NotAnAmount);
        var (own, other) = Text.IsEnglish ? ('.', ',') : (',', '.');
        var (lastOwn, lastOther) = (typed.LastIndexOf(own), typed.LastIndexOf(other));

        var point = -1;
        if (lastOwn >= 0 && lastOther >= 0) point = Math.Max(lastOwn, lastOther);
        else if (Math.Max(lastOwn, lastOther) is >= 0 and var only && typed.IndexOf(typed[only], StringComparison.Ordinal) == only)
        {
            var decimals = typed.Length - only - 1;
            if (decimals is 1 or 2) point = only;
            else if (decimals == 3 && typed[only] == own) return (null, CouldBeTwo(typed));
        }

        var whole = point < 0 ? typed : typed[..point];
        var cents = point < 0 ? "" : typed[(point + 1)..];
        if (!IsGrouped(whole, point < 0 ? null : typed[point]) || cents.Length > 2 || (point >= 0 && cents.Length == 0)) return (null, NotAnAmount);
        var digits = new string([.. whole.Where(char.IsAsciiDigit)]);
        return (decimal.Parse($"{digits}.{(cents.Length == 0 ? "0" : cents)}", CultureInfo.InvariantCulture), null);
    }

    /// <summary>As it stands in a field.</summary>
    public static string Of(Money money) => Format.Number(money.Amount, money.Currency.Exponent);

    // Groups of three behind the first, all parted by one mark that is not the decimal one.
    private static bool IsGrouped(string whole, char? decimalMark)
    {
        var mark = whole.FirstOrDefault(c => !char.IsAsciiDigit(c));
        if (mark == default) return whole.Length > 0;
        var groups = whole.Split(mark);
        return mark != decimalMark && groups[0].Length is >= 1 and <= 3 && groups.Skip(1).All(g => g.Length == 3 && g.All(char.IsAsciiDigit)) && groups[0].All(char.IsAsciiDigit);
    }

    public static string NotAnAmount => Text.Of("Escribí un importe, por ejemplo 48.900,00.", "Write an amount, such as 48,900.00.");

    private static string CouldBeTwo(string typed) => Text.Of(
        $"«{typed}» se puede leer de dos maneras. Escribilo con centavos, por ejemplo 48.900,00.",
        $"“{typed}” can be read two ways. Write it with cents, such as 48,900.00.");

    [GeneratedRegex(@"^\d[\d.,]*$", RegexOptions.None, 1000)]
    private static partial Regex Shape();
}
