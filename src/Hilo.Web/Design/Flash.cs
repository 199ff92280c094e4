using System.Text;
using Microsoft.AspNetCore.WebUtilities;

namespace Hilo.Web.Design;

/// <summary>What a form has to say after the redirect, shown once: a success as a toast, a refusal as a notice at the top of the page.</summary>
/// <param name="More">Of a refusal: what to do.</param>
internal sealed record Flash(bool IsRefusal, string Message, string? More)
{
    private const string Cookie = "hilo-flash";
    private const int LongestText = 600;
    private const char Separator = '\u001F';

    /// <summary>One sentence about what just succeeded.</summary>
    public static void Say(HttpContext context, string message) => Write(context, $"+{message}");

    public static void Refuse(HttpContext context, Problem problem) => Refuse(context, problem.Title ?? problem.Detail, problem.WhatToDo);

    public static void Refuse(HttpContext context, string fact, string? whatToDo) => Write(context, $"-{fact}{Separator}{whatToDo}");

    public static Flash? Take(HttpContext? context)
    {
        if (context is null) return null;
        if (context.Items.TryGetValue(Cookie, out var taken)) return taken as Flash;
        var flash = Read(context.Request.Cookies[Cookie]);
        if (flash is not null && !context.Response.HasStarted) context.Response.Cookies.Delete(Cookie);
        context.Items[Cookie] = flash;
        return flash;
    }

    private static void Write(HttpContext context, string text) => context.Response.Cookies.Append(
        Cookie,
        WebEncoders.Base64UrlEncode(Encoding.UTF8.GetBytes(text.Length > LongestText ? text[..LongestText] : text)),
        new CookieOptions { HttpOnly = true, Secure = context.Request.IsHttps, SameSite = SameSiteMode.Lax, MaxAge = TimeSpan.FromMinutes(1), IsEssential = true });

    private static Flash? Read(string? kept)
    {
        if (kept is not { Length: > 0 and < 4 * LongestText }) return null;
        try
        {
            var text = Encoding.UTF8.GetString(WebEncoders.Base64UrlDecode(kept));
            if (text is not ['+' or '-', ..]) return null;
            var parts = text[1..].Split(Separator, 2);
            return new Flash(text[0] == '-', parts[0], parts is [_, { Length: > 0 } more] ? more : null);
        }
        catch (FormatException)
        {
            return null; // Somebody else's cookie under our name.
        }
    }
}
