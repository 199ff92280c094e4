using System.Security.Cryptography;
using System.Text;

namespace Hilo.Web.Design;

/// <summary>In a page that is kept for many visitors: where each of them gets the token and key of a form.</summary>
internal static class FormPlace
{
    // Different in each process, so that no text of a product can look like it.
    private static readonly string Text = $"<!--{RandomNumberGenerator.GetHexString(32)}-->";
    private static readonly byte[] Bytes = Encoding.UTF8.GetBytes(Text);

    public static ReadOnlySpan<byte> Mark => Bytes;

    public static string Markup => Text;

    /// <summary>Said before the page is made.</summary>
    public static void LeaveOpen(HttpContext http) => http.Items[typeof(FormPlace)] = true;

    public static bool IsLeftOpen(HttpContext? http) => http?.Items.ContainsKey(typeof(FormPlace)) == true;
}
