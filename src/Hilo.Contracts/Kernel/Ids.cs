using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Hilo;

/// <summary>A typed identity: a UUID version 7 that its creator makes, so that a till without network can create records.</summary>
public interface IId<TSelf> where TSelf : struct, IId<TSelf>
{
    Guid Value { get; }

    static abstract TSelf From(Guid value);

#pragma warning disable RS0030 // The one place that makes ids.
    static TSelf New() => TSelf.From(Guid.CreateVersion7());
#pragma warning restore RS0030

    /// <summary>Accepts the 36 character form only, so that one id has one spelling.</summary>
    static bool TryParse([NotNullWhen(true)] string? text, out TSelf id)
    {
        var parsed = Guid.TryParseExact(text, "D", out var value);
        id = TSelf.From(value);
        return parsed;
    }
}

/// <summary>Writes every typed id as its UUID.</summary>
public sealed class IdJsonConverterFactory : JsonConverterFactory
{
    public override bool CanConvert(Type typeToConvert) =>
        typeToConvert.IsValueType && Array.Exists(typeToConvert.GetInterfaces(), i => i.IsGenericType && i.GetGenericTypeDefinition() == typeof(IId<>));

    public override JsonConverter CreateConverter(Type typeToConvert, JsonSerializerOptions options) =>
        (JsonConverter)Activator.CreateInstance(typeof(IdJsonConverter<>).MakeGenericType(typeToConvert))!;

    private sealed class IdJsonConverter<T> : JsonConverter<T> where T : struct, IId<T>
    {
        public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            reader.TokenType == JsonTokenType.String && reader.TryGetGuid(out var value)
                ? T.From(value)
                : throw new JsonException("An id is a UUID such as 01890a5d-ac96-774b-bcce-b302099a8057.");

        public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) => writer.WriteStringValue(value.Value);

        public override T ReadAsPropertyName(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            Guid.TryParseExact(reader.GetString(), "D", out var value) ? T.From(value) : throw new JsonException("An id is a UUID.");

        public override void WriteAsPropertyName(Utf8JsonWriter writer, T value, JsonSerializerOptions options) =>
            writer.WritePropertyName(value.Value.ToString("D"));
    }
}
