namespace Hilo.Sandbox.Art;

/// <summary>A product picture to draw.</summary>
/// <param name="CloseUp">Only the middle of it, twice as large: the second picture of a product.</param>
public sealed record GarmentPicture(Garment Garment, Dye Dye, Pattern Pattern = Pattern.Plain, bool CloseUp = false)
{
    /// <summary>What a product of the demo shop looks like: the title tells the cut and the pattern, else the kind does.</summary>
    public static GarmentPicture Of(string kind, string color, string title)
    {
        if (!Garments.TryFind(title, out var garment) && !Garments.TryParse(kind, out garment)) throw new ArgumentException($"Nobody can draw a '{kind}'.", nameof(kind));
        var pattern = ShopWords.Contains(title, "a rayas") ? Pattern.Stripes
            : ShopWords.Contains(title, "a cuadros") ? Pattern.Plaid
            : ShopWords.Contains(title, "estampad") ? Pattern.Print
            : garment is Garment.Sweater && ShopWords.Contains(title, "guarda") ? Pattern.Band
            : Pattern.Plain;
        return new GarmentPicture(garment, Dye.Of(color), pattern);
    }
}

/// <summary>Draws the products of the demo shop, 4:5, from one list of shapes: as SVG text, or as PNG without any rasterizer at hand.</summary>
public static class GarmentArt
{
    public static string Svg(GarmentPicture picture) => SvgWriter.Write(Draw(picture), Frame(picture));

    /// <param name="picture">What to draw.</param>
    /// <param name="width">In pixels; the height is a quarter more.</param>
    public static byte[] Png(GarmentPicture picture, int width = 640)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(width, 16);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(width, 4_000);
        return DrawingPainter.Png(Draw(picture), Frame(picture), width);
    }

    private static Drawing Draw(GarmentPicture picture)
    {
        var background = Colour.Parse(picture.Dye.Background);
        return new Drawing(Tailor.Cut(picture), background.Mix(Colour.White, .30), background.Mix(Colour.Night, .08));
    }

    private static Frame Frame(GarmentPicture picture) => !picture.CloseUp ? new Frame(0, 0, 400) : picture.Garment switch
    {
        Garment.Sneaker or Garment.Boot or Garment.Belt => new Frame(150, 190, 190),
        Garment.Jeans or Garment.Trousers or Garment.Skirt => new Frame(100, 60, 190),
        Garment.Socks => new Frame(130, 80, 190),
        _ => new Frame(105, 85, 190),
    };
}

/// <summary>The part of the sheet that is shown, 4:5.</summary>
internal readonly record struct Frame(double X, double Y, double Width)
{
    public double Height => Width * 1.25;
}
