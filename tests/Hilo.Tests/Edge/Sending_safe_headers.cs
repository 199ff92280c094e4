using System.Net;

namespace Hilo.Tests.Edge;

public class Sending_safe_headers
{
    [Theory]
    [InlineData("/problems")]
    [InlineData("/api/v1/staff/me")]
    [InlineData("/nowhere")]
    [InlineData("/health/live")]
    public async Task Allows_our_own_files_only_on_every_answer(string path)
    {
        await using var server = await EdgeServer.OpenAsync();

        var answer = await server.Http.GetAsync(path);

        var policy = answer.Headers.GetValues("Content-Security-Policy").Single();
        Assert.Contains("default-src 'self'", policy, StringComparison.Ordinal);
        Assert.Contains("frame-ancestors 'none'", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("unsafe", policy, StringComparison.Ordinal);
        Assert.Equal("nosniff", answer.Headers.GetValues("X-Content-Type-Options").Single());
        Assert.Equal("same-origin", answer.Headers.GetValues("Referrer-Policy").Single());
        Assert.False(answer.Headers.Contains("Server"));
    }

    [Fact]
    public async Task Keeps_them_when_something_breaks()
    {
        await using var server = await EdgeServer.OpenAsync(api => Microsoft.AspNetCore.Builder.EndpointRouteBuilderExtensions.MapGet(api, "/broken", string () => throw new InvalidOperationException())
            .Add(endpoint => endpoint.Metadata.Add(new Hilo.Platform.Audience(Hilo.Platform.AudienceKind.Anyone))));

        var answer = await server.Http.GetAsync("/api/v1/broken");

        Assert.Equal(HttpStatusCode.InternalServerError, answer.StatusCode);
        Assert.True(answer.Headers.Contains("Content-Security-Policy"));
    }
}
