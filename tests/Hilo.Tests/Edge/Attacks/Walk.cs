using System.Collections.Concurrent;
using System.Net;
using System.Text;
using System.Text.Json;

namespace Hilo.Tests.Edge;

/// <summary>Who knocks: their name and what they send with every call.</summary>
internal sealed record Knocker(string Name, IReadOnlyDictionary<string, string> Headers);

/// <summary>Sends every attack, judges every answer, and counts what refused calls left behind.</summary>
internal sealed class Walk(HttpClient http, IServiceProvider server) : IDisposable
{
    private const int AtOnce = 6;
    private const int MostAgain = 25;
    private readonly ConcurrentDictionary<string, Task<HttpStatusCode>> pages = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, string> findings = new(StringComparer.Ordinal);
    private readonly RowCounts rows = new(server);
    private int refused;
    private int accepted;

    /// <summary>One example of each kind for each operation.</summary>
    public IEnumerable<string> Findings => findings.Values.Order(StringComparer.Ordinal);

    public int Refused => refused;

    public int Accepted => accepted;

    public static HttpClient Client(Uri server) => new(new SocketsHttpHandler { UseCookies = false, AllowAutoRedirect = false, RequestHeaderEncodingSelector = (_, _) => Encoding.Latin1 }) { BaseAddress = server };

    /// <summary>All attacks on one operation. Where something was allowed, what was refused is sent once more: alone it must leave nothing.</summary>
    public async Task KnockAsync(ApiOperation operation, IReadOnlyList<(Knocker By, Attack Attack)> attacks)
    {
        var before = await rows.ReadAsync();
        var answers = await SendAllAsync(operation, attacks);
        if (answers.Exists(a => a.Status < 400))
        {
            before = await rows.QuietAsync();
            answers = await SendAllAsync(operation, [.. answers.Where(a => a.Status >= 400).Take(MostAgain).Select(a => (a.By, a.Attack))]);
            // A refusal may turn into a yes the second time; what it wrote is then no leftover.
            if (answers.Exists(a => a.Status < 400)) return;
        }
        var after = await rows.ReadAsync();
        foreach (var (table, count) in after.Where(t => before[t.Key] != t.Value))
            findings.TryAdd($"{operation} {table}", $"{operation}: only refusals were given, and {table} went from {before[table]} to {count} rows.");
    }

    public void Dispose() => http.Dispose();

    /// <summary>Sends and judges, without counting what is left behind: for a shop that is in use.</summary>
    public async Task<List<(Knocker By, Attack Attack, int Status)>> SendAllAsync(ApiOperation operation, IReadOnlyList<(Knocker By, Attack Attack)> attacks)
    {
        var answers = new ConcurrentBag<(Knocker, Attack, int)>();
        await Parallel.ForEachAsync(attacks, new ParallelOptions { MaxDegreeOfParallelism = AtOnce }, async (one, _) => answers.Add((one.By, one.Attack, await SendAsync(operation, one.By, one.Attack))));
        return [.. answers];
    }

    private async Task<int> SendAsync(ApiOperation operation, Knocker by, Attack attack)
    {
        try
        {
            using var request = attack.Request(http.BaseAddress!, by.Headers);
            using var answer = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
            var status = (int)answer.StatusCode;
            Interlocked.Increment(ref status < 400 ? ref accepted : ref refused);
            if (status >= 400 && await ComplaintAsync(answer, attack) is { } complaint) Find(operation, by, attack, complaint);
            else if (status < 400 && answer.Content.Headers.ContentType?.MediaType != "text/event-stream") await answer.Content.CopyToAsync(Stream.Null);
            return status;
        }
        catch (Exception e) when (e is HttpRequestException or IOException or TaskCanceledException)
        {
            Find(operation, by, attack, $"the connection broke: {(e.InnerException ?? e).Message}");
            return 0;
        }
    }

    private async Task<string?> ComplaintAsync(HttpResponseMessage answer, Attack attack)
    {
        var text = await answer.Content.ReadAsStringAsync();
        // The registry is somebody else's and not there: that is said with a code and a page of its own, as any refusal.
        if (answer.StatusCode >= HttpStatusCode.InternalServerError && !text.Contains("\"invoicing.registry_unavailable\"", StringComparison.Ordinal)) return $"{(int)answer.StatusCode} {text}";
        if (attack.MayEndBelow && text.Length == 0) return null;
        if (answer.Content.Headers.ContentType?.MediaType != "application/problem+json") return $"{(int)answer.StatusCode} without a problem: {answer.Content.Headers.ContentType} {text}";
        using var problem = JsonDocument.Parse(text);
        var code = problem.RootElement.TryGetProperty("code", out var told) ? told.GetString() : null;
        if (string.IsNullOrEmpty(code)) return $"{(int)answer.StatusCode} without a code: {text}";
        if (problem.RootElement.GetProperty("type").GetString() != $"/problems/{code}") return $"a type that is not its code: {text}";
        var page = await pages.GetOrAdd(code, async c =>
        {
            using var shown = await http.GetAsync($"/problems/{c}");
            return shown.StatusCode;
        });
        return page == HttpStatusCode.OK ? null : $"{code} has no page: {page}";
    }

    private void Find(ApiOperation operation, Knocker by, Attack attack, string complaint) =>
        findings.TryAdd($"{operation} {(complaint.Length > 40 ? complaint[..40] : complaint)}",
            $"{operation} by {by.Name}, {attack.What}: {complaint}{(attack.Body is { Length: < 1_000 } body ? $" Body: {Encoding.UTF8.GetString(body)}" : "")}");
}
