using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.Extensions.DependencyInjection;

namespace Hilo.Web.Storefront.Kept;

/// <summary>A finished page. Where its forms stand, each visitor gets a token and a key of their own.</summary>
internal sealed class KeptPage : IResult
{
    private readonly byte[][] parts;
    private readonly string tag;
    private readonly int status;
    private byte[]? brotli;

    public KeptPage(ReadOnlySpan<byte> html, int status)
    {
        this.status = status;
        parts = Split(html);
        tag = $"W/\"{Convert.ToHexStringLower(SHA256.HashData(html).AsSpan(0, 8))}\"";
        Length = html.Length;
    }

    public int Length { get; }

    public async Task ExecuteAsync(HttpContext httpContext)
    {
        var (request, response) = (httpContext.Request, httpContext.Response);
        (response.StatusCode, response.ContentType) = (status, "text/html; charset=utf-8");
        var isBrotli = request.Headers.AcceptEncoding.ToString().Contains("br", StringComparison.Ordinal);
        var body = parts.Length == 1 ? Whole(isBrotli) : WithForms(httpContext, isBrotli);
        // After the forms' token, which forbids to keep the page at all: the token outlives the visit, so going back may show it again.
        response.Headers.CacheControl = "private, no-cache";
        response.Headers.Pragma = default;
        response.Headers.Vary = "Accept-Encoding, Accept-Language, Cookie";
        if (parts.Length == 1 && status == StatusCodes.Status200OK)
        {
            response.Headers.ETag = tag;
            if (request.Headers.IfNoneMatch.Contains(tag, StringComparer.Ordinal))
            {
                response.StatusCode = StatusCodes.Status304NotModified;
                return;
            }
        }
        // Only pages of guests are compressed: they hold no secret that could be guessed by the length of an answer.
        if (isBrotli) response.Headers.ContentEncoding = "br";
        response.ContentLength = body.Length;
        await response.Body.WriteAsync(body, httpContext.RequestAborted);
    }

    private ReadOnlyMemory<byte> Whole(bool isBrotli) => isBrotli ? brotli ??= Compress(parts[0], CompressionLevel.Optimal) : parts[0];

    private ReadOnlyMemory<byte> WithForms(HttpContext http, bool isBrotli)
    {
        var tokens = http.RequestServices.GetRequiredService<IAntiforgery>().GetAndStoreTokens(http);
        var whole = new MemoryStream(Length + 1024);
        whole.Write(parts[0]);
        foreach (var part in parts.AsSpan(1))
        {
            whole.Write(Encoding.UTF8.GetBytes(
                $"<input type=\"hidden\" name=\"{tokens.FormFieldName}\" value=\"{tokens.RequestToken}\" /><input type=\"hidden\" name=\"{FormKey.Name}\" value=\"{FormKey.New()}\" />"));
            whole.Write(part);
        }
        var html = whole.GetBuffer().AsMemory(0, (int)whole.Length);
        return isBrotli ? Compress(html.Span, CompressionLevel.Fastest) : html;
    }

    private static byte[] Compress(ReadOnlySpan<byte> html, CompressionLevel level)
    {
        var target = new MemoryStream(html.Length / 3);
        using (var packing = new BrotliStream(target, level, leaveOpen: true)) packing.Write(html);
        return target.ToArray();
    }

    private static byte[][] Split(ReadOnlySpan<byte> html)
    {
        var found = new List<byte[]>();
        for (var mark = FormPlace.Mark; ;)
        {
            var at = html.IndexOf(mark);
            if (at < 0) return [.. found, html.ToArray()];
            found.Add(html[..at].ToArray());
            html = html[(at + mark.Length)..];
        }
    }
}
