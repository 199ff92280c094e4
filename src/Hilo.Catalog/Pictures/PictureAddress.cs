namespace Hilo.Catalog;

internal static class PictureAddress
{
    /// <summary>Whether it may be fetched at all; where it leads is judged when it is fetched.</summary>
    public static bool IsValid(string? url) =>
        url is { Length: <= 2000 } && System.Text.Encoding.UTF8.GetByteCount(url) <= 2000 && Uri.TryCreate(url.Trim(), UriKind.Absolute, out var address) && (address.Scheme == Uri.UriSchemeHttp || address.Scheme == Uri.UriSchemeHttps);
}
