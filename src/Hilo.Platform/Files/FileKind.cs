namespace Hilo.Platform;

/// <summary>What a file is, judged by its first bytes.</summary>
/// <param name="IsPicture">A raster picture, which browsers may show. SVG and HTML can carry script: never shown, only handed over.</param>
public sealed record FileKind(string ContentType, string Extension, bool IsPicture)
{
    public static readonly FileKind Png = new("image/png", ".png", true);
    public static readonly FileKind Jpeg = new("image/jpeg", ".jpg", true);
    public static readonly FileKind Gif = new("image/gif", ".gif", true);
    public static readonly FileKind Webp = new("image/webp", ".webp", true);
    public static readonly FileKind Avif = new("image/avif", ".avif", true);
    public static readonly FileKind Pdf = new("application/pdf", ".pdf", false);
    public static readonly FileKind Unknown = new("application/octet-stream", ".bin", false);

    /// <summary>How many bytes the judgement needs.</summary>
    public const int Needs = 16;

    public static FileKind Of(ReadOnlySpan<byte> start) => start switch
    {
        [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A, ..] => Png,
        [0xFF, 0xD8, 0xFF, ..] => Jpeg,
        [(byte)'G', (byte)'I', (byte)'F', (byte)'8', (byte)'7' or (byte)'9', (byte)'a', ..] => Gif,
        [(byte)'R', (byte)'I', (byte)'F', (byte)'F', _, _, _, _, (byte)'W', (byte)'E', (byte)'B', (byte)'P', ..] => Webp,
        [_, _, _, _, (byte)'f', (byte)'t', (byte)'y', (byte)'p', (byte)'a', (byte)'v', (byte)'i', (byte)'f' or (byte)'s', ..] => Avif,
        [(byte)'%', (byte)'P', (byte)'D', (byte)'F', (byte)'-', ..] => Pdf,
        _ => Unknown,
    };
}
