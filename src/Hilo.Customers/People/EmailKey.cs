using System.Globalization;

namespace Hilo.Customers;

/// <summary>The form of an e-mail address that two spellings of one mailbox share (specs: identity-resolution 1).</summary>
internal static class EmailKey
{
    private static readonly IdnMapping Idn = new();

    /// <summary>Trimmed, lower case, international domain as ASCII, without <c>+tag</c>. Never used for sending.</summary>
    /// <returns>Null for a text that is no address.</returns>
    public static string? Of(string email)
    {
        var text = email.Trim();
        var at = text.LastIndexOf('@');
        if (at <= 0 || at == text.Length - 1 || text.Length > 254 || text.AsSpan().ContainsAny(' ', '\t', '\n')) return null;
        var user = text[..at].ToLowerInvariant();
        var tag = user.IndexOf('+', StringComparison.Ordinal);
        if (tag > 0) user = user[..tag];
        try
        {
            return $"{user}@{Idn.GetAscii(text[(at + 1)..].TrimEnd('.').ToLowerInvariant())}";
        }
        catch (ArgumentException)
        {
            return null;
        }
    }
}
