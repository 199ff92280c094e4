using System.Globalization;
using Hilo.Platform;

namespace Hilo.Invoicing;

/// <summary>A picture as a PDF keeps it, packed once for every paper that bears it (ISO 32000-1, 8.9.5).</summary>
/// <param name="Opacity">Packed, a byte a pixel; null where nothing shines through.</param>
/// <param name="IsWide">As pages and mails see it: judged before the picture was made smaller.</param>
internal sealed record PdfPicture(int Width, int Height, string ColorSpace, string Filter, byte[] Colors, byte[]? Opacity, bool IsWide)
{
    // Over the 73 mm that a logo may take it is 200 dots an inch.
    private const int MostColumns = 600;

    public static PdfPicture Of(LogoPicture logo)
    {
        var isWide = LogoView.BearsName(logo.Width, logo.Height);
        if (logo.Jpeg is { } jpeg) return new PdfPicture(logo.Width, logo.Height, logo.IsGrey ? "DeviceGray" : "DeviceRGB", "DCTDecode", jpeg, null, isWide);
        var pixels = logo.Pixels!.NoWiderThan(MostColumns);
        return new PdfPicture(pixels.Width, pixels.Height, "DeviceRGB", "FlateDecode", PdfObjects.Packed(pixels.Colors), pixels.Opacity is { } opacity ? PdfObjects.Packed(opacity) : null, isWide);
    }

    public int WriteTo(PdfObjects objects)
    {
        var mask = Opacity is null ? "" : string.Create(CultureInfo.InvariantCulture, $" /SMask {objects.AddPacked(Entries("DeviceGray"), "FlateDecode", Opacity)} 0 R");
        return objects.AddPacked(Entries(ColorSpace) + mask, Filter, Colors);
    }

    private string Entries(string space) => string.Create(CultureInfo.InvariantCulture, $"/Type /XObject /Subtype /Image /Width {Width} /Height {Height} /ColorSpace /{space} /BitsPerComponent 8");
}
