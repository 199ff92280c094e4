using System.Text;
using static Hilo.Sandbox.Pages.Markup;

namespace Hilo.Sandbox.Pages;

/// <summary>The frame of every page of the stand-ins: no script, no inline style, so that a strict policy holds.</summary>
internal static class Page
{
    // No form-action: after its form the gateway sends the payer to the shop, which may live at another address.
    private const string Policy = "default-src 'none'; style-src 'self'; img-src 'self' data:; frame-src 'self'; base-uri 'none'; frame-ancestors 'none'";

    /// <param name="root">The way from the page's address up to the sandbox, such as <c>../</c>.</param>
    public static IResult Show(string title, string root, Markup content, int status = StatusCodes.Status200OK) => new Answer(
        Html($"""
            <!doctype html>
            <html lang="es-AR">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <meta name="robots" content="noindex">
            <title>{title}</title>
            <link rel="icon" href="data:,">
            <link rel="stylesheet" href="{root}sandbox.css">
            </head>
            <body>
            {content}
            </body>
            </html>
            """).Text,
        Policy,
        status);

    /// <summary>Someone else's HTML: shown in a frame without script, forms or a shared origin.</summary>
    public static IResult Foreign(string html) => new Answer(
        Outward(html),
        "sandbox allow-popups allow-popups-to-escape-sandbox; default-src 'none'; img-src 'self' data:; style-src 'unsafe-inline'; frame-ancestors 'self'",
        StatusCodes.Status200OK);

    /// <summary>Links leave the frame. Behind the head's start, since anything before the doctype changes how the page is laid out.</summary>
    private static string Outward(string html)
    {
        const string outward = "<base target=\"_blank\">";
        var head = html.IndexOf("<head>", StringComparison.OrdinalIgnoreCase);
        return head < 0 ? outward + html : html.Insert(head + "<head>".Length, outward);
    }

    private sealed class Answer(string html, string policy, int status) : IResult
    {
        public async Task ExecuteAsync(HttpContext httpContext)
        {
            var response = httpContext.Response;
            response.StatusCode = status;
            response.ContentType = "text/html; charset=utf-8";
            response.Headers.ContentSecurityPolicy = policy;
            response.Headers.XContentTypeOptions = "nosniff";
            response.Headers["Referrer-Policy"] = "no-referrer";
            response.Headers.CacheControl = "no-store";
            await response.Body.WriteAsync(Encoding.UTF8.GetBytes(html), httpContext.RequestAborted);
        }
    }
}
