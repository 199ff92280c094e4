namespace Hilo.Conversations;

/// <summary>Where readers of a mail reach the shop: <c>Hilo:PublicUrl</c>. Every address in a mail is absolute.</summary>
internal sealed class PublicAddress(IConfiguration configuration)
{
    private string Root => configuration["Hilo:PublicUrl"] is { Length: > 0 } url ? url.TrimEnd('/') : "http://localhost:5000";

    public string Of(string path) => Uri.TryCreate(path, UriKind.Absolute, out var absolute) && absolute.Scheme is "http" or "https" ? path : $"{Root}/{path.TrimStart('/')}";

    /// <summary>A picture that a mail program can show, or none: drawings in SVG are not.</summary>
    public string? Picture(string? path) => string.IsNullOrEmpty(path) || path.EndsWith(".svg", StringComparison.OrdinalIgnoreCase) ? null : Of(path);
}
