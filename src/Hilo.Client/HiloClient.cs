using System.Globalization;
using System.Net.Http.Headers;
using System.Net.Http.Json;

namespace Hilo.Client;

/// <summary>The public HTTP API, typed. Screens, tests, benchmarks and integrators use it; there is no other door.</summary>
/// <remarks>Calls of one capability are extension properties beside it: <c>client.Carts.GetAsync(id)</c>. See README.md.</remarks>
public sealed class HiloClient
{
    private readonly HttpClient http;
    private readonly IReadOnlyList<KeyValuePair<string, string>> headers;

    public HiloClient(HttpClient http) : this(http, [])
    {
    }

    private HiloClient(HttpClient http, IReadOnlyList<KeyValuePair<string, string>> headers) => (this.http, this.headers) = (http, headers);

    /// <summary>Over the network.</summary>
    /// <param name="server">Such as <c>https://shop.example/</c>.</param>
    /// <param name="bearer">A staff session token, for integrations.</param>
    public static HiloClient At(Uri server, string? bearer = null)
    {
        var wire = new HttpClient(new SocketsHttpHandler { UseCookies = false, AllowAutoRedirect = false }) { BaseAddress = server };
        if (bearer is not null) wire.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", bearer);
        return new HiloClient(wire);
    }

    /// <summary>The same client, with one more header on every call.</summary>
    public HiloClient With(string header, string value) => new(http, [.. headers, new(header, value)]);

    /// <summary>Reads something that must be there. A refusal throws <see cref="HiloProblemException"/>.</summary>
    public async Task<T> GetAsync<T>(string path, CancellationToken cancel = default) =>
        (await TryGetAsync<T>(path, cancel)).Refused(out var problem, out var value) ? throw new HiloProblemException(problem) : value;

    /// <summary>Reads something that may be absent, or not the caller's: both answer null.</summary>
    public async Task<T?> FindAsync<T>(string path, CancellationToken cancel = default) where T : class =>
        (await TryGetAsync<T>(path, cancel)).Refused(out var problem, out var value)
            ? problem.Status == 404 ? null : throw new HiloProblemException(problem)
            : value;

    /// <summary>Reads, with a refusal as a value.</summary>
    public async Task<Result<T>> TryGetAsync<T>(string path, CancellationToken cancel = default)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        return await AnswerAsync<T>(request, cancel);
    }

    /// <summary>Creates or commands.</summary>
    /// <param name="key">The idempotency key. A form that may be sent twice passes the key that it was shown with; otherwise each call is a new one.</param>
    public Task<Result<T>> PostAsync<T>(string path, object? body = null, string? key = null, CancellationToken cancel = default) =>
        SendAsync<T>(HttpMethod.Post, path, body, key, version: null, cancel);

    /// <summary>Sets a resource; <paramref name="version"/> is the one that the caller edited.</summary>
    public Task<Result<T>> PutAsync<T>(string path, object? body = null, string? key = null, int? version = null, CancellationToken cancel = default) =>
        SendAsync<T>(HttpMethod.Put, path, body, key, version, cancel);

    public Task<Result<T>> PatchAsync<T>(string path, object? body = null, string? key = null, int? version = null, CancellationToken cancel = default) =>
        SendAsync<T>(HttpMethod.Patch, path, body, key, version, cancel);

    /// <summary>Removes; null means done.</summary>
    public Task<Problem?> DeleteAsync(string path, string? key = null, CancellationToken cancel = default) =>
        SendAsync(HttpMethod.Delete, path, body: null, key, version: null, cancel);

    /// <summary>A command whose answer has a body.</summary>
    public async Task<Result<T>> SendAsync<T>(HttpMethod method, string path, object? body, string? key, int? version, CancellationToken cancel = default)
    {
        using var request = Unsafe(method, path, body, key, version);
        return await AnswerAsync<T>(request, cancel);
    }

    /// <summary>A command whose answer has no body; null means done.</summary>
    public async Task<Problem?> SendAsync(HttpMethod method, string path, object? body = null, string? key = null, int? version = null, CancellationToken cancel = default)
    {
        using var request = Unsafe(method, path, body, key, version);
        using var answer = await SendAsync(request, cancel);
        return answer.IsSuccessStatusCode ? null : await ProblemReading.ReadAsync(answer, cancel);
    }

    /// <summary>Any request; for files and other answers that are not JSON.</summary>
    public Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancel = default)
    {
        foreach (var (name, value) in headers) request.Headers.TryAddWithoutValidation(name, value);
        return http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancel);
    }

    private async Task<Result<T>> AnswerAsync<T>(HttpRequestMessage request, CancellationToken cancel)
    {
        using var answer = await SendAsync(request, cancel);
        if (!answer.IsSuccessStatusCode) return await ProblemReading.ReadAsync(answer, cancel);
        return await answer.Content.ReadFromJsonAsync<T>(HiloJson.Tolerant, cancel)
            ?? throw new InvalidDataException($"{request.Method} {request.RequestUri} answered {(int)answer.StatusCode} without a body.");
    }

    private static HttpRequestMessage Unsafe(HttpMethod method, string path, object? body, string? key, int? version)
    {
        var request = new HttpRequestMessage(method, path);
        request.Headers.TryAddWithoutValidation("Idempotency-Key", key ?? IId<EventId>.New().ToString());
        if (version is { } edited) request.Headers.TryAddWithoutValidation("If-Match", string.Create(CultureInfo.InvariantCulture, $"\"{edited}\""));
        if (body is HttpContent content) request.Content = content;
        else if (body is not null) request.Content = JsonContent.Create(body, body.GetType(), options: HiloJson.Tolerant);
        return request;
    }
}
