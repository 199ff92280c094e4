using System.Net;
using System.Net.Http.Headers;
using System.Net.Sockets;
using System.Text;
using System.Text.Json;
using Hilo.Platform;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace Hilo.Tests.Edge;

public class Refusing_bad_requests
{
    private static Task<EdgeServer> OpenAsync() => EdgeServer.OpenAsync(api =>
    {
        var open = api.MapGroup("/probe").AllowAnyone();
        open.MapPost("/addresses", (PostalAddress address) => TypedResults.Ok(address));
        open.MapGet("/numbers", (int of) => TypedResults.Ok(of));
        open.MapGet("/customers/{id}", (CustomerId id) => TypedResults.NotFound());
        open.MapGet("/broken", string () => throw new InvalidOperationException("A secret of the inside."));
        open.MapPost("/refused", () => new Problem("stock.insufficient", "Only 3 left.") { Facts = new Dictionary<string, object?> { ["available"] = 3 } }.ToHttp());
        open.MapGet("/guesses", () => TypedResults.Ok("no")).LimitAttempts();
    });

    [Theory]
    [InlineData("{", "request.malformed")]
    [InlineData("", "request.malformed")]
    [InlineData("null", "request.malformed")]
    [InlineData("[]", "request.malformed")]
    [InlineData("""{"street": 4}""", "request.malformed")]
    [InlineData("""{"street":"San Martín","city":"Rosario","province":"S","postalCode":"2000","colour":"red"}""", "request.malformed")]
    [InlineData("""{"street":"San Martín","street":"Belgrano","city":"Rosario","province":"S","postalCode":"2000"}""", "request.malformed")]
    [InlineData("""{"street":"\u0000","city":"Rosario","province":"S","postalCode":"2000"}""", "request.malformed")]
    [InlineData("""{"street":"\ud800","city":"Rosario","province":"S","postalCode":"2000"}""", "request.malformed")]
    [InlineData("""{"street":null,"city":"Rosario","province":"S","postalCode":"2000"}""", "request.malformed")]
    [InlineData("""{"city":"Rosario","province":"S","postalCode":"2000"}""", "request.malformed")]
    [InlineData("""{"street":"","city":"Rosario","province":"S","postalCode":"2000"}""", "request.invalid")]
    [InlineData("""{"street":"San Martín","city":"Rosario","province":"Santa Fe","postalCode":"2000"}""", "request.invalid")]
    public async Task Names_what_is_wrong_with_a_body(string body, string code)
    {
        await using var server = await OpenAsync();

        using var content = new StringContent(body, Encoding.UTF8, "application/json");
        var problem = await RefusedAsync(await server.Http.PostAsync("/api/v1/probe/addresses", content), HttpStatusCode.BadRequest);

        Assert.Equal(code, problem.GetProperty("code").GetString());
        Assert.Equal($"/problems/{code}", problem.GetProperty("type").GetString());
        Assert.NotEmpty(problem.GetProperty("whatToDo").GetString()!);
    }

    [Fact]
    public async Task Refuses_text_that_is_not_UTF8()
    {
        await using var server = await OpenAsync();
        byte[] body = [.. "{\"street\":\""u8, 0xC3, 0x28, .. "\",\"city\":\"R\",\"province\":\"S\",\"postalCode\":\"2000\"}"u8];

        using var content = new ByteArrayContent(body) { Headers = { ContentType = new MediaTypeHeaderValue("application/json") } };
        var problem = await RefusedAsync(await server.Http.PostAsync("/api/v1/probe/addresses", content), HttpStatusCode.BadRequest);

        Assert.Equal("request.malformed", problem.GetProperty("code").GetString());
    }

    [Fact]
    public async Task Refuses_a_body_above_one_megabyte()
    {
        await using var server = await OpenAsync();

        using var content = new StringContent(new string(' ', 1024 * 1024 + 1), Encoding.UTF8, "application/json");
        var problem = await RefusedAsync(await server.Http.PostAsync("/api/v1/probe/addresses", content), HttpStatusCode.RequestEntityTooLarge);

        Assert.Equal("request.too_large", problem.GetProperty("code").GetString());
    }

    /// <summary>Whoever is refused before the body was read must not find a closed connection under the next request, nor be cut off while it sends.</summary>
    [Theory]
    [InlineData("POST", "/api/v1/probe/addresses", "application/json", 413)]
    [InlineData("POST", "/api/v1/probe/addresses", "text/csv", 415)]
    [InlineData("POST", "/api/v1/staff", "application/json", 401)]
    [InlineData("POST", "/api/v1/nowhere", "application/json", 404)]
    [InlineData("DELETE", "/api/v1/probe/addresses", "application/json", 405)]
    public async Task Lets_a_large_body_come_and_says_that_the_connection_ends(string method, string address, string type, int status)
    {
        await using var server = await OpenAsync();

        foreach (var (size, isChunked) in new[] { (1024 * 1024 + 1, false), (8 * 1024 * 1024, false), (8 * 1024 * 1024, true) })
        {
            using var client = new TcpClient();
            await client.ConnectAsync("127.0.0.1", server.Http.BaseAddress!.Port);
            var wire = client.GetStream();
            await wire.WriteAsync(Encoding.ASCII.GetBytes($"{method} {address} HTTP/1.1\r\nHost: hilo.test\r\nContent-Type: {type}\r\n{(isChunked ? "Transfer-Encoding: chunked" : $"Content-Length: {size}")}\r\n\r\n"));
            var part = Enumerable.Repeat((byte)' ', 64 * 1024).ToArray();
            for (var sent = 0; sent < size; sent += part.Length)
            {
                var now = Math.Min(part.Length, size - sent);
                if (isChunked) await wire.WriteAsync(Encoding.ASCII.GetBytes($"{now:x}\r\n"));
                await wire.WriteAsync(part.AsMemory(0, now));
                if (isChunked) await wire.WriteAsync("\r\n"u8.ToArray());
            }
            if (isChunked) await wire.WriteAsync("0\r\n\r\n"u8.ToArray());
            using var reader = new StreamReader(wire);
            var answer = await reader.ReadToEndAsync();

            Assert.StartsWith($"HTTP/1.1 {status} ", answer, StringComparison.Ordinal);
            Assert.Contains("\r\nConnection: close\r\n", answer, StringComparison.Ordinal);
            Assert.Contains("\"code\":", answer, StringComparison.Ordinal);
        }
        using var small = new StringContent("{}", Encoding.UTF8, type);
        using var refused = await server.Http.SendAsync(new HttpRequestMessage(new HttpMethod(method), address) { Content = small });
        Assert.Null(refused.Headers.ConnectionClose);
    }

    [Theory]
    [InlineData("application/xml")]
    [InlineData("text/csv;q=0.5")]
    public async Task Says_a_problem_to_who_asked_for_something_else(string accept)
    {
        await using var server = await OpenAsync();
        server.Http.DefaultRequestHeaders.Accept.ParseAdd(accept);

        using var content = new StringContent("""{"street":"","city":"Rosario","province":"S","postalCode":"2000"}""", Encoding.UTF8, "application/json");
        var invalid = await RefusedAsync(await server.Http.PostAsync("/api/v1/probe/addresses", content), HttpStatusCode.BadRequest);
        var absent = await RefusedAsync(await server.Http.GetAsync("/api/v1/nowhere"), HttpStatusCode.NotFound);

        Assert.Equal(("request.invalid", "resource.not_found"), (invalid.GetProperty("code").GetString(), absent.GetProperty("code").GetString()));
    }

    [Theory]
    [InlineData("GET", "/api/v1/probe/numbers?of=many", 400, "request.malformed")]
    [InlineData("GET", "/api/v1/probe/numbers", 400, "request.malformed")]
    [InlineData("GET", "/api/v1/probe/numbers?of=1%00", 400, "request.malformed")]
    [InlineData("GET", "/api/v1/probe/customers/42", 400, "request.malformed")]
    [InlineData("GET", "/api/v1/probe/customers/01890a5d-ac96-774b-bcce-b302099a8057", 404, "resource.not_found")]
    [InlineData("GET", "/api/v1/nowhere", 404, "resource.not_found")]
    [InlineData("DELETE", "/api/v1/probe/numbers", 405, "request.method_not_allowed")]
    [InlineData("POST", "/api/v1/probe/addresses", 415, "request.wrong_media_type")]
    public async Task Answers_every_wrong_address_with_a_problem(string method, string address, int status, string code)
    {
        await using var server = await OpenAsync();

        using var request = new HttpRequestMessage(new HttpMethod(method), address);
        if (status == 415) request.Content = new StringContent("street=San+Martin", Encoding.UTF8, "application/x-www-form-urlencoded");
        var problem = await RefusedAsync(await server.Http.SendAsync(request), (HttpStatusCode)status);

        Assert.Equal(code, problem.GetProperty("code").GetString());
    }

    [Fact]
    public async Task Says_nothing_of_the_inside_when_something_breaks()
    {
        await using var server = await OpenAsync();

        var problem = await RefusedAsync(await server.Http.GetAsync("/api/v1/probe/broken"), HttpStatusCode.InternalServerError);

        Assert.Equal("server.failed", problem.GetProperty("code").GetString());
        Assert.DoesNotContain("secret", problem.ToString(), StringComparison.Ordinal);
        Assert.Matches("^[0-9a-f]{32}$", problem.GetProperty("traceId").GetString()!);
    }

    [Fact]
    public async Task Gives_the_refusal_of_a_capability_back_to_the_client()
    {
        await using var server = await OpenAsync();

        Assert.True((await server.Client.PostAsync<PostalAddress>("/api/v1/probe/refused")).Refused(out var problem, out _));

        Assert.Equal(("stock.insufficient", "Only 3 left.", 409), (problem.Code, problem.Detail, problem.Status));
        Assert.Equal(3, ((JsonElement)problem.Facts!["available"]!).GetInt32());
    }

    [Fact]
    public async Task Limits_how_often_one_address_may_guess()
    {
        await using var server = await OpenAsync();

        for (var i = 0; i < 5; i++) Assert.True((await server.Http.GetAsync("/api/v1/probe/guesses")).IsSuccessStatusCode);
        var refused = await server.Http.GetAsync("/api/v1/probe/guesses");

        Assert.NotNull(refused.Headers.RetryAfter);
        Assert.Equal("request.too_many", (await RefusedAsync(refused, HttpStatusCode.TooManyRequests)).GetProperty("code").GetString());
    }

    [Theory]
    [InlineData("es-AR", "Por qué pasa")]
    [InlineData("en-US,en;q=0.9", "Why it happens")]
    [InlineData("de", "Por qué pasa")]
    public async Task Explains_every_code_on_a_page_in_the_readers_language(string language, string heading)
    {
        await using var server = await OpenAsync();
        server.Http.DefaultRequestHeaders.AcceptLanguage.ParseAdd(language);

        foreach (var page in EdgeProblems.Pages)
            Assert.Contains(heading, WebUtility.HtmlDecode(await server.Http.GetStringAsync($"/problems/{page.Code}")), StringComparison.Ordinal);
        Assert.Contains("request.malformed", await server.Http.GetStringAsync("/problems"), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await server.Http.GetAsync("/problems/no.such")).StatusCode);
    }

    private static async Task<JsonElement> RefusedAsync(HttpResponseMessage answer, HttpStatusCode status)
    {
        Assert.Equal(status, answer.StatusCode);
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType?.MediaType);
        return JsonDocument.Parse(await answer.Content.ReadAsStringAsync()).RootElement;
    }
}
