namespace Hilo.Platform;

/// <summary>Headers of every answer. The policy allows our own files only: no inline script, no inline style, no frames.</summary>
internal sealed class SecurityHeaders(RequestDelegate next, IConfiguration configuration)
{
    // Chromium applies form-action to the redirect after a form post too, so a payment gateway's origin must be named.
    private readonly string policy =
        "default-src 'self'; img-src 'self' data:; object-src 'none'; base-uri 'none'; frame-ancestors 'none'; "
        + $"form-action 'self' {configuration["Security:FormTargets"]}".TrimEnd();

    public Task InvokeAsync(HttpContext http)
    {
        // At the last moment: an answer that is cleared because something broke keeps them.
        http.Response.OnStarting(() =>
        {
            Add(http);
            return Task.CompletedTask;
        });
        return next(http);
    }

    private void Add(HttpContext http)
    {
        var headers = http.Response.Headers;
        headers.TryAdd("Content-Security-Policy", policy);
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "same-origin"; // Signed links live in addresses.
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        headers["Permissions-Policy"] = "camera=(self), geolocation=(self), microphone=()";
        if (http.Request.IsHttps && !IsLoopback(http)) headers.StrictTransportSecurity = "max-age=31536000";
    }

    private static bool IsLoopback(HttpContext http) => http.Request.Host.Host is "localhost" or "127.0.0.1" or "[::1]";
}
