using System.Net;
using System.Net.Http.Json;
using Hilo.Sandbox.Pictures;
using static Hilo.Tests.Sandbox.SandboxHost;

namespace Hilo.Tests.Sandbox;

public class Hosting_pictures
{
    private const string Path = "/sandbox/pictures/s/files/1/green-tee.jpg";

    private static Task<HttpResponseMessage> GetAsync(SandboxHost sandbox, string host, string path = Path)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.Add("X-Original-Host", host);
        return sandbox.Http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
    }

    [Fact]
    public async Task The_same_address_is_the_same_picture_and_another_host_is_another_one()
    {
        await using var sandbox = await StartAsync();

        var first = await GetAsync(sandbox, "cdn.shop.example");
        var bytes = await first.Content.ReadAsByteArrayAsync();
        var again = await (await GetAsync(sandbox, "cdn.shop.example")).Content.ReadAsByteArrayAsync();
        var other = await (await GetAsync(sandbox, "img.shop.example")).Content.ReadAsByteArrayAsync();

        Assert.Equal("image/png", first.Content.Headers.ContentType!.MediaType);
        Assert.Equal((480, 600), (Png.Decode(bytes).Width, Png.Decode(bytes).Height));
        Assert.Equal(bytes, again);
        Assert.NotEqual(bytes, other);
    }

    [Theory]
    [InlineData(PictureFault.NotFound, HttpStatusCode.NotFound, null)]
    [InlineData(PictureFault.PrivateRedirect, HttpStatusCode.Redirect, null)]
    [InlineData(PictureFault.WrongContent, HttpStatusCode.OK, "image/png")]
    [InlineData(PictureFault.WrongType, HttpStatusCode.OK, "text/html")]
    public async Task Misbehaves_once_and_then_no_more(PictureFault fault, HttpStatusCode status, string? type)
    {
        await using var sandbox = await StartAsync();
        sandbox.Of<PictureFaults>().Plan = new PictureFaultPlan { Fault = fault, Times = 1, OnlyPath = "green" };

        var bad = await GetAsync(sandbox, "cdn.example");

        Assert.Equal((status, type), (bad.StatusCode, bad.Content.Headers.ContentType?.MediaType));
        Assert.Equal(HttpStatusCode.OK, (await GetAsync(sandbox, "cdn.example")).StatusCode);
    }

    [Fact]
    public async Task A_cut_picture_breaks_off_and_a_huge_one_goes_on()
    {
        await using var sandbox = await StartAsync();
        var faults = sandbox.Of<PictureFaults>();

        faults.Plan = new PictureFaultPlan { Fault = PictureFault.Cut, Times = 1 };
        await Assert.ThrowsAnyAsync<Exception>(async () => await (await GetAsync(sandbox, "a")).Content.ReadAsByteArrayAsync());

        faults.Plan = new PictureFaultPlan { Fault = PictureFault.Huge, Times = 1 };
        using var huge = await GetAsync(sandbox, "a");
        await using var stream = await huge.Content.ReadAsStreamAsync();
        var block = new byte[12 * 1024 * 1024];
        await stream.ReadExactlyAsync(block);
    }

    [Fact]
    public async Task Takes_its_faults_over_HTTP()
    {
        await using var sandbox = await StartAsync();

        await sandbox.Http.PutAsJsonAsync("/sandbox/picture-faults", new { fault = "not_found" });

        Assert.Equal(HttpStatusCode.NotFound, (await GetAsync(sandbox, "a")).StatusCode);
    }
}
