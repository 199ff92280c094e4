using System.Buffers.Text;
using System.Text;
using System.Text.Json;

namespace Hilo.Platform;

/// <summary>Opaque keyset cursors: the sort key of the last row, for one list.</summary>
/// <example><c>Cursor.Write("orders", order.PlacedAt.UtcTicks, order.Id.Value)</c> and
/// <c>if (Cursor.Read&lt;long, Guid&gt;("orders", cursor).Refused(out var problem, out var after)) return problem.ToHttp();</c></example>
public static class Cursor
{
    public static string Write<T>(string list, T key) => Encode(list, JsonSerializer.Serialize(key));

    public static string Write<T1, T2>(string list, T1 first, T2 second) => Encode(list, JsonSerializer.Serialize(new object?[] { first, second }));

    /// <summary>A list's cursor with one key.</summary>
    public static Result<T> Read<T>(string list, string cursor) where T : notnull
    {
        if (Decode(list, cursor) is not { } json) return EdgeProblems.BadCursor;
        try
        {
            return json.Deserialize<T>() is { } key ? key : EdgeProblems.BadCursor;
        }
        catch (JsonException)
        {
            return EdgeProblems.BadCursor;
        }
    }

    /// <summary>A list's cursor with two keys: the sort value and the id that breaks ties.</summary>
    public static Result<(T1 First, T2 Second)> Read<T1, T2>(string list, string cursor)
    {
        if (Decode(list, cursor) is not { ValueKind: JsonValueKind.Array } json || json.GetArrayLength() != 2) return EdgeProblems.BadCursor;
        try
        {
            return (json[0].Deserialize<T1>()!, json[1].Deserialize<T2>()!);
        }
        catch (JsonException)
        {
            return EdgeProblems.BadCursor;
        }
    }

    /// <summary>Ticks of a forged cursor may be no moment at all.</summary>
    public static bool IsMoment(long ticks) => ticks >= 0 && ticks <= DateTimeOffset.MaxValue.UtcTicks;

    private static string Encode(string list, string json) => Base64Url.EncodeToString(Encoding.UTF8.GetBytes($"{list}:{json}"));

    private static JsonElement? Decode(string list, string cursor)
    {
        if (cursor.Length > 512 || !Base64Url.IsValid(cursor)) return null;
        var text = Encoding.UTF8.GetString(Base64Url.DecodeFromChars(cursor));
        // PostgreSQL has no NUL in text, and no key of ours holds one.
        if (!text.StartsWith(list + ":", StringComparison.Ordinal) || text.Contains('\0', StringComparison.Ordinal) || text.Contains("\\u0000", StringComparison.Ordinal)) return null;
        try
        {
            using var json = JsonDocument.Parse(text[(list.Length + 1)..]);
            return json.RootElement.Clone();
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
