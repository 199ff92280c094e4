using System.Text;

namespace Hilo.Client;

/// <summary>A path with query parameters; null and empty values are left out.</summary>
internal static class Query
{
    /// <summary>The word of an enum value as the API spells it.</summary>
    public static string? Word<T>(T? value) where T : struct, Enum => value is { } v ? new Word<T>(v).ToString() : null;

    public static string Of(string path, params ReadOnlySpan<(string Name, string? Value)> parameters)
    {
        var text = new StringBuilder(path);
        var separator = '?';
        foreach (var (name, value) in parameters)
        {
            if (string.IsNullOrEmpty(value)) continue;
            text.Append(separator).Append(Uri.EscapeDataString(name)).Append('=').Append(Uri.EscapeDataString(value));
            separator = '&';
        }
        return text.ToString();
    }
}
