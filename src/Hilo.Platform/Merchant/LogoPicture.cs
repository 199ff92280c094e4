namespace Hilo.Platform;

/// <summary>A picture that pages, mails and papers can all show: a PNG as its pixels, or a JPEG as it came.</summary>
/// <param name="Jpeg">Null of a PNG. In color, or in grey where <paramref name="IsGrey"/>.</param>
public sealed record LogoPicture(int Width, int Height, PngPixels? Pixels, byte[]? Jpeg, bool IsGrey)
{
    public const int LargestBytes = 300 * 1024;
    public const int ShortestSide = 32;
    public const int LongestSide = 3_000;

    /// <summary>Refused with <c>merchant.logo_unfit</c>, which says what it may be.</summary>
    public static Result<LogoPicture> Read(byte[] content)
    {
        if (PictureSize.Of(content) is not var (width, height)) return Unfit;
        if (Math.Min(width, height) < ShortestSide || Math.Max(width, height) > LongestSide) return Unfit;
        var kind = FileKind.Of(content);
        if (kind == FileKind.Png) return PngPixels.Read(content) is { } pixels ? new LogoPicture(width, height, pixels, null, false) : Unfit;
        return kind == FileKind.Jpeg && JpegParts(content) is 1 or 3 ? new LogoPicture(width, height, null, content, JpegParts(content) == 1) : Unfit;
    }

    internal static readonly Problem Unfit = new(
        "merchant.logo_unfit", $"A logo is a PNG or JPEG, whole and readable, of {ShortestSide} to {LongestSide} pixels on each side, a JPEG in RGB or grey.", 422);

    internal static readonly ProblemPage Page = new("merchant.logo_unfit",
        new("Esa imagen no sirve de logo", $"Tiene que ser un PNG o JPG entero, de {ShortestSide} a {LongestSide} píxeles de lado; el JPG en RGB o en grises.", "Guardalo como PNG y subilo de nuevo."),
        new("That picture cannot be the logo", $"It has to be a whole PNG or JPEG of {ShortestSide} to {LongestSide} pixels on each side; a JPEG in RGB or grey.", "Save it as PNG and send it again."));

    /// <summary>How many colors each pixel is made of (ITU-T T.81, B.2.2); 0 where readers of paper may not know its coding, or its end is missing.</summary>
    private static int JpegParts(ReadOnlySpan<byte> jpeg)
    {
        if (jpeg.LastIndexOf((ReadOnlySpan<byte>)[0xFF, 0xD9]) < 0) return 0;
        for (var at = 2; at + 9 < jpeg.Length && jpeg[at] == 0xFF;)
        {
            if (jpeg[at + 1] is 0xC0 or 0xC1 or 0xC2) return jpeg[at + 4] == 8 ? jpeg[at + 9] : 0;
            at += 2 + (jpeg[at + 2] << 8 | jpeg[at + 3]);
        }
        return 0;
    }
}
