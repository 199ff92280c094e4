using System.Globalization;
using System.IO.Compression;
using Hilo.Platform;

namespace Hilo.Invoicing;

/// <summary>A picture as a PDF keeps it, packed once for every paper that bears it (ISO 32000-1, 8.9.5).</summary>
/// <param name="Opacity">Packed, a byte a pixel; null where nothing shines through.</param>
internal sealed record PdfPicture(int Width, int Height, string ColorSpace, string Filter, byte[] Colors, byte[]? Opacity)
{
    // Over the 73 mm that a logo may take it is 200 dots an inch.
    private const int MostColumns = 600;

    public bool IsWide => Width >= 2 * Height;

    public static PdfPicture Of(LogoPicture logo)
    {
        if (logo.Jpeg is { } jpeg) return new PdfPicture(logo.Width, logo.Height, logo.IsGrey ? "DeviceGray" : "DeviceRGB", "DCTDecode", jpeg, null);
        var pixels = logo.Pixels!.NoWiderThan(MostColumns);
        return new PdfPicture(pixels.Width, pixels.Height, "DeviceRGB", "FlateDecode", Packed(pixels.Colors), pixels.Opacity is { } opacity ? Packed(opacity) : null);
    }

    public int WriteTo(PdfObjects objects)
    {
        var mask = Opacity is null ? "" : string.Create(CultureInfo.InvariantCulture, $" /SMask {objects.AddPacked(Entries("DeviceGray"), "FlateDecode", Opacity)} 0 R");
        return objects.AddPacked(Entries(ColorSpace) + mask, Filter, Colors);
    }

    private string Entries(string space) => string.Create(CultureInfo.InvariantCulture, $"/Type /XObject /Subtype /Image /Width {Width} /Height {Height} /ColorSpace /{space} /BitsPerComponent 8");

    private static byte[] Packed(byte[] content)
    {
        using var packed = new MemoryStream();
        using (var deflate = new ZLibStream(packed, CompressionLevel.SmallestSize, leaveOpen: true)) deflate.Write(content);
        return packed.ToArray();
    }
}
