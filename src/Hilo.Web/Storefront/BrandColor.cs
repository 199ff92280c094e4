using System.Globalization;

namespace Hilo.Web.Storefront;

/// <summary>A color of the retailer, moved in lightness only as far as text on it or in it needs to be read (WCAG 2, 4.5 : 1).</summary>
internal readonly record struct BrandColor(byte Red, byte Green, byte Blue)
{
    private const double Readable = 4.5;
    private const double StandsOff = 3;
    private const double Step = 0.02;

    // From here on black reads better than white.
    private const double Middle = 0.179;

    public static BrandColor Parse(string? text, BrandColor fallback) => TryParse(text, out var color) ? color : fallback;

    /// <summary>A hash and six hexadecimal digits.</summary>
    public static bool TryParse(string? text, out BrandColor color)
    {
        color = default;
        if (text is not ['#', ..] || text.Length != 7 || !int.TryParse(text.AsSpan(1), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var rgb)) return false;
        color = new((byte)(rgb >> 16), (byte)(rgb >> 8), (byte)rgb);
        return true;
    }

    public double Luminance => (0.2126 * Linear(Red)) + (0.7152 * Linear(Green)) + (0.0722 * Linear(Blue));

    public double ContrastWith(BrandColor other)
    {
        var (light, dark) = Luminance > other.Luminance ? (Luminance, other.Luminance) : (other.Luminance, Luminance);
        return (light + 0.05) / (dark + 0.05);
    }

    /// <summary>Darker or lighter, away from <paramref name="ground"/>, until it can be read on it.</summary>
    public BrandColor ReadableOn(BrandColor ground)
    {
        var (hue, saturation, lightness) = Parts();
        var color = this;
        var (step, end) = ground.Luminance > Middle ? (-Step, 0) : (Step, 1);
        while (color.ContrastWith(ground) < Readable && lightness != end)
            color = FromParts(hue, saturation, lightness = Math.Clamp(lightness + step, 0, 1));
        return color;
    }

    /// <summary>Lighter, to stand off a dark ground, as long as the text on it can still be read.</summary>
    public BrandColor LiftedFrom(BrandColor ground, BrandColor text)
    {
        var (hue, saturation, lightness) = Parts();
        var color = this;
        while (color.ContrastWith(ground) < StandsOff && lightness < 1)
        {
            var lighter = FromParts(hue, saturation, lightness = Math.Min(1, lightness + Step));
            if (lighter.ContrastWith(text) < Readable) break;
            color = lighter;
        }
        return color;
    }

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"#{Red:X2}{Green:X2}{Blue:X2}");

    /// <summary>Hue, saturation and lightness: moving the last one alone keeps the color the retailer's own.</summary>
    private (double Hue, double Saturation, double Lightness) Parts()
    {
        var (r, g, b) = (Red / 255.0, Green / 255.0, Blue / 255.0);
        var (most, least) = (Math.Max(r, Math.Max(g, b)), Math.Min(r, Math.Min(g, b)));
        var (lightness, spread) = ((most + least) / 2, most - least);
        if (spread == 0) return (0, 0, lightness);
        var hue = most == r ? ((g - b) / spread) + (g < b ? 6 : 0) : most == g ? ((b - r) / spread) + 2 : ((r - g) / spread) + 4;
        return (hue, spread / (1 - Math.Abs((2 * lightness) - 1)), lightness);
    }

    private static BrandColor FromParts(double hue, double saturation, double lightness)
    {
        var reach = saturation * Math.Min(lightness, 1 - lightness);
        return new(Channel(0), Channel(8), Channel(4));

        byte Channel(double offset)
        {
            var place = (offset + (hue * 2)) % 12;
            return (byte)Math.Round(255 * (lightness - (reach * Math.Clamp(Math.Min(place - 3, 9 - place), -1, 1))), MidpointRounding.AwayFromZero);
        }
    }

    private static double Linear(byte channel)
    {
        var share = channel / 255.0;
        return share <= 0.04045 ? share / 12.92 : Math.Pow((share + 0.055) / 1.055, 2.4);
    }
}
