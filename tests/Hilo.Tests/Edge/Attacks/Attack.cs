namespace Hilo.Tests.Edge;

/// <summary>One request that nobody honest sends.</summary>
internal sealed record Attack(string What, string Method, string Address)
{
    private static readonly UriCreationOptions AsWritten = new() { DangerousDisablePathAndQueryCanonicalization = true };

    public byte[]? Body { get; init; }

    public string? ContentType { get; init; }

    /// <summary>Beside those of whoever sends it; null leaves one out.</summary>
    public IReadOnlyDictionary<string, string?> Headers { get; init; } = new Dictionary<string, string?>(StringComparer.Ordinal);

    /// <summary>The server's own parser may end it before the program sees it: a bare 4xx is all there is.</summary>
    public bool MayEndBelow { get; init; }

    public HttpRequestMessage Request(Uri server, IReadOnlyDictionary<string, string> caller)
    {
        var request = new HttpRequestMessage(new HttpMethod(Method), new Uri(server.GetLeftPart(UriPartial.Authority) + Address, AsWritten));
        if (Body is not null)
        {
            request.Content = new ByteArrayContent(Body);
            if (ContentType is not null) request.Content.Headers.TryAddWithoutValidation("Content-Type", ContentType);
        }
        foreach (var (name, value) in caller)
            if (!Headers.ContainsKey(name)) request.Headers.TryAddWithoutValidation(name, value);
        foreach (var (name, value) in Headers)
            if (value is not null) request.Headers.TryAddWithoutValidation(name, value);
        return request;
    }
}
