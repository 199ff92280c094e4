using System.Collections;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace Hilo;

/// <summary>How Hilo writes JSON, on both sides of the API: camelCase, snake_case enums, no comments, no numbers in strings.</summary>
public static class HiloJson
{
    /// <summary>For callers of the API: fields that this version does not know yet are ignored.</summary>
    public static JsonSerializerOptions Tolerant { get; } = Sealed(Configure(new(JsonSerializerDefaults.Web)));

    /// <summary>For the server: a field that nobody reads is refused, since the caller meant something by it.</summary>
    public static JsonSerializerOptions Strict { get; } = Sealed(MakeStrict(Configure(new(JsonSerializerDefaults.Web))));

    /// <summary>Applies the common rules to options that a framework made.</summary>
    public static JsonSerializerOptions Configure(JsonSerializerOptions options)
    {
        options.PropertyNamingPolicy = JsonNamingPolicy.CamelCase;
        options.PropertyNameCaseInsensitive = false;
        options.DictionaryKeyPolicy = null;
        options.NumberHandling = JsonNumberHandling.Strict;
        options.AllowDuplicateProperties = false;
        options.RespectNullableAnnotations = true;
        options.RespectRequiredConstructorParameters = false;
        options.MaxDepth = 32;
        options.DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull;
        options.Converters.Add(new IdJsonConverterFactory());
        options.Converters.Add(new JsonStringEnumConverter(JsonNamingPolicy.SnakeCaseLower, allowIntegerValues: false));
        return options;
    }

    /// <summary>Adds what only the server demands.</summary>
    public static JsonSerializerOptions MakeStrict(JsonSerializerOptions options)
    {
        options.UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow;
        options.RespectRequiredConstructorParameters = true;
        options.Converters.Add(new PlainTextJsonConverter());
        options.TypeInfoResolver = (options.TypeInfoResolver ?? new DefaultJsonTypeInfoResolver()).WithAddedModifier(RefuseEmptyPlaces);
        return options;
    }

    /// <summary>A <c>null</c> inside a list passes the compiler's annotations and validation; no list of ours has empty places.</summary>
    private static void RefuseEmptyPlaces(JsonTypeInfo type)
    {
        if (type.Kind != JsonTypeInfoKind.Object || type.Type.Assembly != typeof(HiloJson).Assembly) return;
        var lists = type.Properties.Where(p => p.Get is not null && p.PropertyType != typeof(string) && typeof(IEnumerable).IsAssignableFrom(p.PropertyType)).ToArray();
        if (lists.Length == 0) return;
        type.OnDeserialized = read =>
        {
            foreach (var list in lists)
                if (list.Get!(read) is IEnumerable values && values.Cast<object?>().Any(value => value is null)) throw new JsonException($"'{list.Name}' has an empty place: null is no element.");
        };
    }

    private static JsonSerializerOptions Sealed(JsonSerializerOptions options)
    {
        options.MakeReadOnly(populateMissingResolver: true);
        return options;
    }
}

/// <summary>Refuses text that a database cannot hold: PostgreSQL has no NUL in text.</summary>
internal sealed class PlainTextJsonConverter : JsonConverter<string>
{
    public override string? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType != JsonTokenType.String) throw new JsonException("A text in quotes was expected.");
        var text = reader.GetString();
        return text!.Contains('\0', StringComparison.Ordinal) ? throw new JsonException("A text cannot contain the NUL character.") : text;
    }

    public override void Write(Utf8JsonWriter writer, string value, JsonSerializerOptions options) => writer.WriteStringValue(value);

    public override string ReadAsPropertyName(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.GetString() is { } name && !name.Contains('\0', StringComparison.Ordinal) ? name : throw new JsonException("A name cannot contain the NUL character.");

    public override void WriteAsPropertyName(Utf8JsonWriter writer, string value, JsonSerializerOptions options) => writer.WritePropertyName(value);
}
