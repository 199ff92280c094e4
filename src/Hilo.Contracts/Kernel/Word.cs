using System.Diagnostics.CodeAnalysis;
using System.Text.Json;

namespace Hilo;

/// <summary>An enum value as it is spelled in addresses and JSON: <c>?state=ready_for_pickup</c>. Endpoints take it as a query parameter.</summary>
public readonly record struct Word<TEnum>(TEnum Value) where TEnum : struct, Enum
{
    private static readonly Dictionary<string, TEnum> Known =
        Enum.GetValues<TEnum>().ToDictionary(v => JsonNamingPolicy.SnakeCaseLower.ConvertName(v.ToString()), StringComparer.Ordinal);

    private static readonly Dictionary<TEnum, string> Spelled = Known.ToDictionary(k => k.Value, k => k.Key);

    public static implicit operator Word<TEnum>(TEnum value) => new(value);

    public static bool TryParse([NotNullWhen(true)] string? text, IFormatProvider? _, out Word<TEnum> word)
    {
        var known = Known.TryGetValue(text ?? "", out var value);
        word = new(value);
        return known;
    }

    public override string ToString() => Spelled[Value];
}
