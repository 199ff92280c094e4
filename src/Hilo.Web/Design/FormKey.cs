using System.Security.Cryptography;

namespace Hilo.Web.Design;

/// <summary>The idempotency key that a form carries from the page to the API.</summary>
internal static class FormKey
{
    public const string Name = "_key";

    public static string New() => RandomNumberGenerator.GetHexString(32, lowercase: true);

    /// <summary>A form sent without one (by hand) gets a fresh key: it then acts once per sending.</summary>
    public static string Of(IFormCollection form) => form[Name] is [{ Length: > 0 and <= 64 } key] ? key : New();
}
