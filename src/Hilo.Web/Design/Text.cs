using System.Globalization;

namespace Hilo.Web.Design;

/// <summary>
/// Every text of a screen stands in a typed resource of its area (<c>StorefrontTexts</c>, …), Spanish and English side by side, so that
/// a missing translation does not compile and arguments are checked.
/// </summary>
internal static class Text
{
    public static bool IsEnglish => CultureInfo.CurrentUICulture.TwoLetterISOLanguageName == "en";

    /// <summary>The <c>lang</c> of the page.</summary>
    public static string Language => IsEnglish ? "en" : "es-AR";

    public static string Of(string spanish, string english) => IsEnglish ? english : spanish;

    public static string Count(decimal count, string one, string many) => $"{Format.Number(count)} {(count == 1 ? one : many)}";
}
