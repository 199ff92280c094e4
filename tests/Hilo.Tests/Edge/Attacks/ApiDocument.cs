using System.Text.Json;

namespace Hilo.Tests.Edge;

internal sealed record ApiParameter(string Name, string In, bool IsRequired, JsonElement Schema);

/// <param name="Audience">As the description words it.</param>
internal sealed record ApiOperation(string Method, string Path, string Audience, IReadOnlyList<ApiParameter> Parameters, string? ContentType, JsonElement? Body)
{
    public bool IsSafe => Method == "GET";

    public bool ReadsJson => ContentType == "application/json";

    public override string ToString() => $"{Method} {Path}";
}

/// <summary>The program's own description: whatever it names is attacked, so a new endpoint is attacked by itself.</summary>
internal sealed class ApiDocument(JsonDocument document) : IDisposable
{
    public static async Task<ApiDocument> ReadAsync(HttpClient http) => new(JsonDocument.Parse(await http.GetStringAsync("/openapi/v1.json")));

    public IReadOnlyList<ApiOperation> Operations() => [.. document.RootElement.GetProperty("paths").EnumerateObject()
        .SelectMany(path => path.Value.EnumerateObject().Select(operation => Read(path.Name, operation.Name.ToUpperInvariant(), operation.Value)))];

    /// <summary>Follows references, and looks past <c>null</c> where a value is the alternative.</summary>
    public JsonElement Resolve(JsonElement schema)
    {
        while (true)
        {
            if (schema.TryGetProperty("$ref", out var reference)) schema = document.RootElement.GetProperty("components").GetProperty("schemas").GetProperty(reference.GetString()!.Split('/')[^1]);
            else if (schema.TryGetProperty("oneOf", out var choices)) schema = choices.EnumerateArray().First(c => !(c.TryGetProperty("type", out var type) && type.ValueKind == JsonValueKind.String && type.GetString() == "null"));
            else return schema;
        }
    }

    public void Dispose() => document.Dispose();

    private static ApiOperation Read(string path, string method, JsonElement operation)
    {
        var parameters = operation.TryGetProperty("parameters", out var listed) ? listed.EnumerateArray().Select(Parameter).ToList() : [];
        var description = operation.TryGetProperty("description", out var words) ? words.GetString()! : "";
        var audience = description[(description.IndexOf("Audience:", StringComparison.Ordinal) + "Audience:".Length)..].Trim();
        if (!operation.TryGetProperty("requestBody", out var body)) return new ApiOperation(method, path, audience, parameters, null, null);
        var content = body.GetProperty("content").EnumerateObject().First();
        return new ApiOperation(method, path, audience, parameters, content.Name, content.Value.TryGetProperty("schema", out var schema) ? schema : null);
    }

    private static ApiParameter Parameter(JsonElement parameter) => new(
        parameter.GetProperty("name").GetString()!, parameter.GetProperty("in").GetString()!,
        parameter.TryGetProperty("required", out var required) && required.GetBoolean(), parameter.GetProperty("schema"));
}
