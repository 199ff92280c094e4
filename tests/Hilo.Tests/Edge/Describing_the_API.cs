using System.Text.Json;

namespace Hilo.Tests.Edge;

public class Describing_the_API
{
    [Fact]
    public async Task Says_audience_key_and_refusal_of_every_operation_in_OpenAPI_3_1()
    {
        await using var server = await WholeServer.OpenAsync(Database.Sqlite);

        using var document = JsonDocument.Parse(await server.Http.GetStringAsync("/openapi/v1.json"));

        Assert.StartsWith("3.1", document.RootElement.GetProperty("openapi").GetString(), StringComparison.Ordinal);
        var operations = document.RootElement.GetProperty("paths").EnumerateObject().SelectMany(path => path.Value.EnumerateObject().Select(o => (Path: path.Name, Method: o.Name, o.Value))).ToList();
        Assert.NotEmpty(operations);
        foreach (var (path, method, operation) in operations)
        {
            Assert.True(operation.TryGetProperty("summary", out _), $"{method} {path} has no summary.");
            Assert.Contains("Audience:", operation.GetProperty("description").GetString(), StringComparison.Ordinal);
            Assert.True(operation.GetProperty("responses").TryGetProperty("default", out _), $"{method} {path} says nothing of refusals.");
            var hasKey = operation.TryGetProperty("parameters", out var parameters) && parameters.EnumerateArray().Any(p => p.GetProperty("name").GetString() == "Idempotency-Key");
            Assert.Equal(method is not ("get" or "head"), hasKey);
        }
        var schemas = document.RootElement.GetProperty("components").GetProperty("schemas");
        Assert.Equal("string", schemas.GetProperty("StaffId").GetProperty("type").GetString());
        Assert.Equal("uuid", schemas.GetProperty("StaffId").GetProperty("format").GetString());
    }

    /// <summary>OpenAPI names schemas by the simple type name: two records of one name would become one.</summary>
    [Fact]
    public void Names_each_record_once_across_capabilities()
    {
        var twice = typeof(IEvent).Assembly.GetExportedTypes().GroupBy(t => t.Name).Where(g => g.Count() > 1).Select(g => g.Key);

        Assert.Empty(twice);
    }
}
