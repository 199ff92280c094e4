using System.Net;
using Hilo.Platform;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;

namespace Hilo.Tests.Edge;

public class Fetching_what_people_typed
{
    private static Task<EdgeServer> ElsewhereAsync() => EdgeServer.OpenAsync(pages: app =>
    {
        app.MapGet("/picture", (HttpContext http) => $"{http.Request.Headers["X-Original-Host"]}{http.Request.QueryString}");
        app.MapGet("/big", () => new string('x', 2000));
        app.MapGet("/moved", () => Results.Redirect("/picture"));
        app.MapGet("/inside", () => Results.Redirect("http://169.254.169.254/latest/meta-data"));
        app.MapGet("/circle", () => Results.Redirect("/circle"));
    });

    [Theory]
    [InlineData("http://127.0.0.1:9/", "fetch.not_public")]
    [InlineData("http://localhost:9/", "fetch.not_public")]
    [InlineData("http://[::1]:9/", "fetch.not_public")]
    [InlineData("http://[::ffff:127.0.0.1]:9/", "fetch.not_public")]
    [InlineData("http://10.1.2.3/", "fetch.not_public")]
    [InlineData("http://172.31.0.1/", "fetch.not_public")]
    [InlineData("http://192.168.0.1/", "fetch.not_public")]
    [InlineData("http://169.254.169.254/latest/meta-data", "fetch.not_public")]
    [InlineData("http://100.64.0.1/", "fetch.not_public")]
    [InlineData("http://0.0.0.0/", "fetch.not_public")]
    [InlineData("http://2130706433/", "fetch.not_public")]
    [InlineData("http://0x7f.1/", "fetch.not_public")]
    [InlineData("http://[fd00::1]/", "fetch.not_public")]
    [InlineData("http://[fe80::1]/", "fetch.not_public")]
    [InlineData("http://[64:ff9b::7f00:1]/", "fetch.not_public")]
    [InlineData("http://user:word@example.com/", "fetch.bad_address")]
    [InlineData("file:///etc/passwd", "fetch.bad_address")]
    [InlineData("ftp://example.com/", "fetch.bad_address")]
    [InlineData("http://no-such-host.invalid/", "fetch.unreachable")]
    public async Task Reaches_no_private_network(string address, string code)
    {
        using var fetcher = Fetcher();

        Assert.True((await fetcher.FetchAsync(new Uri(address), 1000, CancellationToken.None)).Refused(out var problem, out _));

        Assert.Equal(code, problem.Code);
    }

    [Fact]
    public async Task Fetches_from_a_host_that_the_configuration_names_within_limits()
    {
        await using var elsewhere = await ElsewhereAsync();
        using var fetcher = Fetcher(("Fetching:AllowedHosts:0", "127.0.0.1"));
        async Task<string> FetchAsync(string path, long limit = 1000) =>
            (await fetcher.FetchAsync(new Uri(elsewhere.Http.BaseAddress!, path), limit, CancellationToken.None)).Refused(out var problem, out var bytes)
                ? problem.Code
                : System.Text.Encoding.UTF8.GetString(bytes);

        Assert.Equal("?a=1", await FetchAsync("/picture?a=1"));
        Assert.Equal("", await FetchAsync("/moved"));
        Assert.Equal("fetch.too_large", await FetchAsync("/big"));
        Assert.Equal(2000, (await FetchAsync("/big", 2000)).Length);
        Assert.Equal("fetch.not_public", await FetchAsync("/inside"));
        Assert.Equal("fetch.too_many_redirects", await FetchAsync("/circle"));
        Assert.Equal("fetch.refused", await FetchAsync("/nothing"));
    }

    [Fact]
    public async Task Asks_the_stand_in_for_pictures_and_names_the_original_host()
    {
        await using var elsewhere = await ElsewhereAsync();
        using var fetcher = Fetcher(("Pictures:StandIn", elsewhere.Http.BaseAddress!.ToString()));

        Assert.False((await fetcher.PictureAsync(new Uri("https://cdn.example.com/picture?v=2"), 1000, CancellationToken.None)).Refused(out _, out var bytes));

        Assert.Equal("cdn.example.com?v=2", System.Text.Encoding.UTF8.GetString(bytes));
    }

    private static GuardedFetcher Fetcher(params (string Key, string Value)[] settings) =>
        new(new ConfigurationBuilder().AddInMemoryCollection(settings.Select(s => new KeyValuePair<string, string?>(s.Key, s.Value))).Build());
}
