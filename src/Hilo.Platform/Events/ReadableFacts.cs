using System.Collections.Concurrent;
using System.Globalization;
using System.Reflection;
using System.Text.Json;

namespace Hilo.Platform;

/// <summary>What a person may read of an event: its numbers, codes, amounts, words and moments. Ids never show on screens.</summary>
public static class ReadableFacts
{
    private static readonly ConcurrentDictionary<Type, PropertyInfo[]> Properties = new();

    /// <returns>By field name as in JSON; amounts as <c>48900.00 ARS</c>, moments as ISO 8601 UTC, words in snake case.</returns>
    public static IReadOnlyDictionary<string, string> Of(IEvent happened)
    {
        var facts = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var property in Properties.GetOrAdd(happened.GetType(), t => t.GetProperties(BindingFlags.Public | BindingFlags.Instance)))
            if (TextOf(property.GetValue(happened)) is { } text) facts[JsonNamingPolicy.CamelCase.ConvertName(property.Name)] = text;
        return facts;
    }

    private static string? TextOf(object? value) => value switch
    {
        string text => text,
        Money money => money.ToString(),
        Quantity quantity => quantity.ToString(),
        DateTimeOffset at => at.UtcDateTime.ToString("O", CultureInfo.InvariantCulture),
        Enum word => Words.Of(word),
        int number => number.ToString(CultureInfo.InvariantCulture),
        bool yes => yes ? "true" : "false",
        _ => null,
    };
}
