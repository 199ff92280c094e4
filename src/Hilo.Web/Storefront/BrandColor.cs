using System.Globalization;

namespace Hilo.Web.Storefront;

/// <summary>A color of the retailer, moved in lightness only as far as text on it or in it needs to be read (WCAG 2, 4.5 : 1).</summary>
internal readonly record struct BrandColor(byte Red, byte Green, byte Blue)
{
    private const double Readable = 4.5;

    public static BrandColor Parse(string? text, BrandColor fallback) =>
        text is ['#', ..] && text.Length == 7 && int.TryParse(text.AsSpan(1), NumberStyles.HexNumber, CultureInfo.InvariantCulture, out var rgb)
            ? new((byte)(rgb >> 16), (byte)(rgb >> 8), (byte)rgb)
            : fallback;

    public double Luminance => (0.2126 * Linear(Red)) + (0.7152 * Linear(Green)) + (0.0722 * Linear(Blue));

    public double ContrastWith(BrandColor other)
    {
        var (light, dark) = Luminance > other.Luminance ? (Luminance, other.Luminance) : (other.Luminance, Luminance);
        return (light + 0.05) / (dark + 0.05);
    }

    /// <summary>Darker or lighter, away from <paramref name="ground"/>, until it can be read on it.</summary>
    public BrandColor ReadableOn(BrandColor ground)
    {
        var target = ground.Luminance > 0.4 ? new BrandColor(0, 0, 0) : new BrandColor(255, 255, 255);
        var color = this;
        for (var step = 1; step <= 20 && color.ContrastWith(ground) < Readable; step++) color = Toward(target, step / 20.0);
        return color;
    }

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"#{Red:X2}{Green:X2}{Blue:X2}");

    private BrandColor Toward(BrandColor target, double share)
    {
        return new(Mix(Red, target.Red), Mix(Green, target.Green), Mix(Blue, target.Blue));

        byte Mix(byte from, byte to) => (byte)(from + ((to - from) * share));
    }

    private static double Linear(byte channel)
    {
        var share = channel / 255.0;
        return share <= 0.04045 ? share / 12.92 : Math.Pow((share + 0.055) / 1.055, 2.4);
    }
}
