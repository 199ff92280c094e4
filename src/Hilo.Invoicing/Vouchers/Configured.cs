using System.Globalization;

namespace Hilo.Invoicing;

/// <summary>Reads rules that a shop writes into its configuration: what cannot be read is said by its path, with what would do.</summary>
internal static class Configured
{
    public const string ADay = "a day, such as 2026-01-31";

    /// <summary>Null where nothing is written.</summary>
    public static DateOnly? Day(IConfigurationSection section, string name) => section[name] is not { Length: > 0 } written ? null
        : DateOnly.TryParseExact(written, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : throw Wrong(section, name, ADay);

    public static InvalidOperationException Wrong(IConfigurationSection section, string name, string wanted) =>
        new($"{section.Path}:{name} is {(section[name] is { } written ? $"'{written}'" : "missing")}: {wanted}.");
}
