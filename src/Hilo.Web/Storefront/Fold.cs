using System.Globalization;
using System.Text;

namespace Hilo.Web.Storefront;

/// <summary>Words without accents and capitals, as lists and addresses compare them.</summary>
internal static class Fold
{
    public static string Of(string text) => string.Concat(
        text.Normalize(NormalizationForm.FormD).Where(c => CharUnicodeInfo.GetUnicodeCategory(c) != UnicodeCategory.NonSpacingMark)).ToLowerInvariant();

    public static bool Same(string a, string b) => Of(a) == Of(b);
}
