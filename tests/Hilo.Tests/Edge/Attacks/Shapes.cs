using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Hilo.Tests.Edge;

/// <summary>One place of a body: where it is, what belongs there.</summary>
internal sealed record Place(IReadOnlyList<string> Path, JsonElement Schema, bool IsRequired, bool IsObject)
{
    public override string ToString() => Path.Count == 0 ? "body" : string.Join('.', Path);
}

/// <summary>Makes values from schemas: right ones, and every kind of wrong one.</summary>
/// <param name="known">Values of the shop by the name of their field, so that right ones mean something there.</param>
internal sealed class Shapes(ApiDocument document, IReadOnlyDictionary<string, string> known)
{
    private const int Deepest = 5;

    /// <summary>A right value: with everything, or with what is required only.</summary>
    public JsonNode? Right(JsonElement schema, string name, bool isFull, int depth = 0)
    {
        schema = document.Resolve(schema);
        if (schema.TryGetProperty("enum", out var words)) return JsonNode.Parse(words[0].GetRawText());
        switch (TypeOf(schema))
        {
            case "object":
                var made = new JsonObject();
                foreach (var (child, inner, isRequired) in Fields(schema))
                    if (depth < Deepest && (isFull || isRequired)) made[child] = Right(inner, child, isFull, depth + 1);
                return made;
            case "array":
                if (schema.TryGetProperty("items", out var items)) return new JsonArray(Right(items, name, isFull, depth + 1));
                return known.TryGetValue(name, out var one) ? new JsonArray(one) : new JsonArray();
            case "integer" or "number":
                return JsonValue.Create(schema.TryGetProperty("minimum", out var least) && least.GetDecimal() > 1 ? least.GetDecimal() : 1m);
            case "boolean":
                return JsonValue.Create(true);
            case "string":
                return JsonValue.Create(Text(schema, name));
            default:
                return null;
        }
    }

    public IReadOnlyList<Place> Places(JsonElement schema) => [.. PlacesOf(schema, [], isRequired: true)];

    /// <summary>The raw JSON of values that do not belong there, or hardly.</summary>
    public IReadOnlyList<string> Wrong(Place place)
    {
        var schema = document.Resolve(place.Schema);
        var type = TypeOf(schema);
        List<string> wrong = [];
        if (place.IsRequired) wrong.Add("null");
        if (type != "boolean") wrong.Add("true");
        if (type is not ("number" or "integer")) wrong.Add("42");
        if (type != "string") wrong.Add("\"x\"");
        if (type != "array") wrong.Add("[]");
        if (type != "object") wrong.Add("{}");
        wrong.Add(Nested(50));
        if (schema.TryGetProperty("enum", out var words)) wrong.AddRange(["\"rocket\"", "\"\"", "99", $"\"{words[0].ToString().ToUpperInvariant()}\"", "\"\\u0000\""]);
        else if (type == "string") wrong.AddRange(["\"\"", "\"   \"", "\"\\u0000\"", "\"\\ud800\"", "\"\\u202e\\u0007\\u200d\"", "\"'; drop table events; --\"", "\"<script>alert(1)</script>\"", $"\"{new string('x', 70_000)}\""]);
        if (type == "string" && schema.TryGetProperty("format", out var format)) wrong.AddRange(Formatted(format.GetString()!));
        if (type is "number" or "integer") wrong.AddRange(["-1", "0", "0.0001", "1.5", "2147483648", "9223372036854775807", "9223372036854775808", "-9223372036854775808", "1e30", "1e999", "\"NaN\"", "\"1\""]);
        if (type == "array") wrong.AddRange(["[null]", "[[]]", $"[{string.Join(',', Enumerable.Repeat(ElementOf(schema, place), 3_000))}]", $"[{ElementOf(schema, place)},{ElementOf(schema, place)}]"]);
        if (type == "object" && Fields(schema).Any(f => f.Name == "amount"))
            foreach (var (amount, currency) in new[] { ("-1", "ARS"), ("10", "USD"), ("10", "XXX"), ("10", "ars"), ("10", ""), ("0.001", "ARS"), ("1e5", "ARS"), ("92233720368547758.07", "ARS"), ("99999999999999999999", "ARS"), ("0", "ARS") })
                wrong.Add($$"""{"amount":"{{amount}}","currency":"{{currency}}"}""");
        return wrong;
    }

    public static string Nested(int levels) => string.Concat(Enumerable.Repeat("[", levels)) + string.Concat(Enumerable.Repeat("]", levels));

    private IEnumerable<Place> PlacesOf(JsonElement schema, IReadOnlyList<string> path, bool isRequired)
    {
        schema = document.Resolve(schema);
        var type = TypeOf(schema);
        yield return new Place(path, schema, isRequired, type == "object");
        if (path.Count >= Deepest) yield break;
        if (type == "array" && schema.TryGetProperty("items", out var items))
            foreach (var place in PlacesOf(items, [.. path, "0"], isRequired: true)) yield return place;
        foreach (var (name, inner, needed) in Fields(schema))
            foreach (var place in PlacesOf(inner, [.. path, name], needed)) yield return place;
    }

    private static IEnumerable<(string Name, JsonElement Schema, bool IsRequired)> Fields(JsonElement schema)
    {
        var required = schema.TryGetProperty("required", out var names) ? names.EnumerateArray().Select(n => n.GetString()!).ToHashSet(StringComparer.Ordinal) : [];
        return schema.TryGetProperty("properties", out var fields) ? fields.EnumerateObject().Select(f => (f.Name, f.Value, required.Contains(f.Name))) : [];
    }

    private static string TypeOf(JsonElement schema)
    {
        if (!schema.TryGetProperty("type", out var type)) return schema.TryGetProperty("enum", out _) ? "string" : schema.TryGetProperty("properties", out _) ? "object" : "any";
        return type.ValueKind == JsonValueKind.String ? type.GetString()! : type.EnumerateArray().Select(t => t.GetString()!).First(t => t != "null");
    }

    private string ElementOf(JsonElement array, Place place) =>
        array.TryGetProperty("items", out var items) ? Right(items, place.Path.Count == 0 ? "" : place.Path[^1], isFull: false, place.Path.Count)?.ToJsonString() ?? "null" : "\"x\"";

    private string Text(JsonElement schema, string name)
    {
        if (known.TryGetValue(name, out var value)) return value;
        if (schema.TryGetProperty("format", out var format))
            return format.GetString() switch
            {
                "uuid" => IId<EventId>.New().ToString(),
                "date-time" => "2026-03-02T12:00:00Z",
                "date" => "2026-03-02",
                "time" => "09:00:00",
                _ => "https://tienda.example/x",
            };
        var least = schema.TryGetProperty("minLength", out var minimum) ? minimum.GetInt32() : 1;
        var most = schema.TryGetProperty("maxLength", out var maximum) ? maximum.GetInt32() : int.MaxValue;
        var text = "Hilo".PadRight(least, 'o');
        return text.Length > most ? text[..most] : text;
    }

    private static string[] Formatted(string format) => format switch
    {
        "uuid" => ["\"42\"", "\"00000000-0000-0000-0000-000000000000\"", $"\"{IId<EventId>.New().ToString()}\"", "\"ffffffff-ffff-ffff-ffff-ffffffffffff\""],
        "date-time" => ["\"yesterday\"", "\"0001-01-01T00:00:00Z\"", "\"9999-12-31T23:59:59.9999999Z\"", "\"0001-01-01T00:00:00+14:00\"", "\"2026-02-30T00:00:00Z\"", "\"2026-03-02\"", (1.0e18).ToString("R", CultureInfo.InvariantCulture)],
        _ => ["\"25:61\"", "\"0000-00-00\""],
    };
}
