using System.Text.Json;

namespace Hilo.Invoicing;

/// <summary>What a row keeps as JSON.</summary>
internal static class Stored
{
    private static readonly JsonSerializerOptions Json = HiloJson.Tolerant;

    public static string Write<T>(T value) => JsonSerializer.Serialize(value, Json);

    public static T Read<T>(string json) => JsonSerializer.Deserialize<T>(json, Json)!;
}
