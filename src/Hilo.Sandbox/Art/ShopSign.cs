namespace Hilo.Sandbox.Art;

/// <summary>The round sign of the demo shop: a sprig of broom in flower. Around it nothing, so that it stands on any ground.</summary>
public static class ShopSign
{
    private const double Side = 100;
    private static readonly Colour Leaf = Colour.Parse("#1F4D3A"), Stem = Colour.Parse("#DCE8D6"), Flower = Colour.Parse("#F2C230");

    /// <summary>A PNG as wide as high.</summary>
    public static byte[] Png(int side = 320)
    {
        var pixels = new byte[side * side * 4];
        var coverage = new Coverage(side, side);
        foreach (var shape in Shapes())
        {
            foreach (var line in shape.Width > 0 ? Outline.Of(shape) : PathData.Flatten(shape.Path))
                coverage.Add([.. line.Select(spot => new Spot(spot.X * side / Side, spot.Y * side / Side))]);
            coverage.Drain((y, column, row) =>
            {
                for (var x = 0; x < row.Length; x++) if (row[x] > 0) Lay(pixels.AsSpan((y * side + column + x) * 4, 4), shape.Colour, row[x]);
            });
        }
        return PngWriter.Write(pixels, side, side, 4);
    }

    private static IEnumerable<Shape> Shapes()
    {
        yield return new Shape(Round(50, 50, 50), Leaf);
        foreach (var stem in new[] { "M46 88 C47 66 50 44 62 22", "M48 66 C42 56 35 48 29 42", "M50 58 C57 50 66 46 74 45" }) yield return new Shape(stem, Stem) { Width = 3.4, RoundEnds = true };
        foreach (var (x, y, size) in new[] { (63.0, 20.0, 8.5), (53.0, 33.0, 7.5), (28.0, 41.0, 7.5), (37.0, 54.0, 6.5), (76.0, 44.0, 7.5), (64.0, 52.0, 6.5) }) yield return new Shape(Round(x, y, size), Flower);
    }

    private static string Round(double x, double y, double radius)
    {
        // Four curves come as near to a circle as a pixel sees.
        var pull = radius * 0.5523;
        return FormattableString.Invariant($"M{x - radius} {y} C{x - radius} {y - pull} {x - pull} {y - radius} {x} {y - radius} C{x + pull} {y - radius} {x + radius} {y - pull} {x + radius} {y} C{x + radius} {y + pull} {x + pull} {y + radius} {x} {y + radius} C{x - pull} {y + radius} {x - radius} {y + pull} {x - radius} {y} Z");
    }

    private static void Lay(Span<byte> pixel, Colour colour, float share)
    {
        var under = pixel[3] / 255f * (1 - share);
        var whole = share + under;
        pixel[0] = Mixed(pixel[0], colour.R);
        pixel[1] = Mixed(pixel[1], colour.G);
        pixel[2] = Mixed(pixel[2], colour.B);
        pixel[3] = (byte)(whole * 255 + .5f);

        byte Mixed(byte below, byte above) => (byte)((below * under + above * share) / whole + .5f);
    }
}
