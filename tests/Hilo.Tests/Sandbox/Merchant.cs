using System.Text;
using System.Text.Json.Nodes;
using System.Threading.Channels;
using Microsoft.AspNetCore.Http;

namespace Hilo.Tests.Sandbox;

internal sealed record HeardWebhook(string Signature, string EventId, string Body)
{
    public JsonNode Data => JsonNode.Parse(Body)!["data"]!;

    public string Status => (string)Data["status"]!;
}

/// <summary>The merchant's ear: keeps every webhook, and may be too busy to take the first ones.</summary>
internal sealed class Merchant
{
    private readonly Channel<HeardWebhook> heard = Channel.CreateUnbounded<HeardWebhook>();

    public int Busy { get; set; }

    public int Count => heard.Reader.Count;

    public async Task<IResult> HearAsync(HttpRequest request)
    {
        using var reader = new StreamReader(request.Body, Encoding.UTF8);
        var body = await reader.ReadToEndAsync();
        if (Busy-- > 0) return Results.StatusCode(503);
        heard.Writer.TryWrite(new HeardWebhook(request.Headers["X-Signature"].ToString(), request.Headers["X-Event-Id"].ToString(), body));
        return Results.Ok();
    }

    public async Task<HeardWebhook> NextAsync()
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        return await heard.Reader.ReadAsync(limit.Token);
    }
}
