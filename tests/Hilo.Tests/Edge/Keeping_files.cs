using System.Net;
using System.Text;
using Hilo.Platform;
using Microsoft.Extensions.DependencyInjection;

namespace Hilo.Tests.Edge;

public class Keeping_files
{
    private static readonly byte[] Png = [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A, .. new byte[5000]];

    [Fact]
    public async Task Shows_a_picture_for_ever_under_one_address()
    {
        await using var server = await EdgeServer.OpenAsync();
        var stored = await SaveAsync(server, Png);
        Assert.Equal(stored, await SaveAsync(server, Png));
        Assert.Equal((FileKind.Png, 5008L), (stored.Kind, stored.Size));

        var answer = await server.Http.GetAsync($"/files/{stored.Id}");

        Assert.Equal("image/png", answer.Content.Headers.ContentType?.MediaType);
        Assert.Null(answer.Content.Headers.ContentDisposition);
        Assert.Equal(Png, await answer.Content.ReadAsByteArrayAsync());
        Assert.Contains("immutable", answer.Headers.CacheControl!.ToString(), StringComparison.Ordinal);
        using var again = new HttpRequestMessage(HttpMethod.Get, $"/files/{stored.Id}");
        again.Headers.IfNoneMatch.Add(answer.Headers.ETag!);
        Assert.Equal(HttpStatusCode.NotModified, (await server.Http.SendAsync(again)).StatusCode);
    }

    [Theory]
    [InlineData("<svg xmlns=\"http://www.w3.org/2000/svg\"><script>alert(1)</script></svg>")]
    [InlineData("<!doctype html><script>alert(1)</script>")]
    [InlineData("\u0089PN<html>")]
    public async Task Never_shows_what_can_carry_script(string content)
    {
        await using var server = await EdgeServer.OpenAsync();
        var stored = await SaveAsync(server, Encoding.UTF8.GetBytes(content));

        var answer = await server.Http.GetAsync($"/files/{stored.Id}");

        Assert.Equal("application/octet-stream", answer.Content.Headers.ContentType?.MediaType);
        Assert.Equal("attachment", answer.Content.Headers.ContentDisposition?.DispositionType);
        Assert.Equal("nosniff", answer.Headers.GetValues("X-Content-Type-Options").Single());
        Assert.Contains("sandbox", answer.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Takes_no_more_than_the_limit_and_leaves_nothing_of_it()
    {
        var folder = Directory.CreateTempSubdirectory("hilo-files-").FullName;
        var files = new FolderFiles(folder);

        Assert.True((await files.SaveAsync(new MemoryStream(Png), 5007, CancellationToken.None)).Refused(out var problem, out _));

        Assert.Equal("file.too_large", problem.Code);
        Assert.Empty(Directory.GetFiles(folder, "*", SearchOption.AllDirectories));
        Assert.False((await files.SaveAsync(new MemoryStream(Png), 5008, CancellationToken.None)).Refused(out _, out _));
        Assert.Null(await files.OpenAsync(IId<FileId>.New(), CancellationToken.None));
    }

    private static async Task<StoredFile> SaveAsync(EdgeServer server, byte[] content)
    {
        Assert.False((await server.Services.GetRequiredService<IFiles>().SaveAsync(new MemoryStream(content), 100_000, CancellationToken.None)).Refused(out _, out var stored));
        return stored;
    }
}
