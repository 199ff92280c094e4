using System.Text.Json;

namespace Hilo.Client;

/// <summary>A refusal where the caller expected none.</summary>
public sealed class HiloProblemException(Problem problem) : Exception($"{problem.Status} {problem.Code}: {problem.Detail}")
{
    public Problem Problem { get; } = problem;
}

/// <summary>Turns problem details back into the refusal that the server made.</summary>
internal static class ProblemReading
{
    private static readonly HashSet<string> Known = new(["type", "title", "status", "detail", "code", "whatToDo"], StringComparer.Ordinal);

    public static async Task<Problem> ReadAsync(HttpResponseMessage answer, CancellationToken cancel)
    {
        var status = (int)answer.StatusCode;
        var text = await answer.Content.ReadAsStringAsync(cancel);
        try
        {
            using var body = JsonDocument.Parse(text);
            if (body.RootElement is { ValueKind: JsonValueKind.Object } root && Text(root, "code") is { } code)
                return new Problem(code, Text(root, "detail") ?? "", status)
                {
                    Title = Text(root, "title"),
                    WhatToDo = Text(root, "whatToDo"),
                    Facts = root.EnumerateObject().Where(p => !Known.Contains(p.Name)).ToDictionary(p => p.Name, p => (object?)p.Value.Clone(), StringComparer.Ordinal),
                };
        }
        catch (JsonException)
        {
            // Something between here and the server answered in its own words.
        }
        return new Problem("server.unreadable", $"The answer {status} was not one of Hilo's.", status);
    }

    private static string? Text(JsonElement root, string name) =>
        root.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}
