using Hilo.Client;

namespace Hilo.Tests.Edge;

/// <summary>One browser that listens to an event stream.</summary>
internal sealed class Listening : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    private readonly HttpResponseMessage answer;
    private readonly StreamReader reader;

    private Listening(HttpResponseMessage answer, StreamReader reader) => (this.answer, this.reader) = (answer, reader);

    public string LastId { get; private set; } = "";

    public int Status => (int)answer.StatusCode;

    public string? Type => answer.Content.Headers.ContentType?.MediaType;

    /// <param name="after">What a browser sends when it comes back.</param>
    public static async Task<Listening> ToAsync(HiloClient client, string path, string? after = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        if (after is not null) request.Headers.Add("Last-Event-ID", after);
        var opened = await client.SendAsync(request);
        return new Listening(opened, new StreamReader(await opened.Content.ReadAsStreamAsync()));
    }

    /// <summary>The next message of one of these kinds; null when the stream has ended.</summary>
    public async Task<(string Kind, string Data)?> NextAsync(params string[] kinds)
    {
        using var patience = new CancellationTokenSource(Patience);
        var (kind, data) = ("message", "");
        while (await reader.ReadLineAsync(patience.Token) is { } line)
        {
            if (line.StartsWith("event: ", StringComparison.Ordinal)) kind = line[7..];
            else if (line.StartsWith("data: ", StringComparison.Ordinal)) data = line[6..];
            else if (line.StartsWith("id: ", StringComparison.Ordinal)) LastId = line[4..];
            else if (line.Length == 0)
            {
                if (kinds.Contains(kind)) return (kind, data);
                (kind, data) = ("message", "");
            }
        }
        return null;
    }

    /// <summary>Reads on until a message names this type.</summary>
    public async Task HearsAsync(string type)
    {
        while (await NextAsync("message") is { } message)
            if (message.Data.Contains($"\"{type}\"", StringComparison.Ordinal)) return;
        Assert.Fail($"The stream ended without {type}.");
    }

    public ValueTask DisposeAsync()
    {
        reader.Dispose();
        answer.Dispose();
        return ValueTask.CompletedTask;
    }
}
