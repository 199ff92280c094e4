using System.Globalization;
using System.Text;

namespace Hilo.Sandbox.Art;

/// <summary>Cuts and sews: turns a garment and its colours into shapes. The paths are drawn on a sheet of 400 × 500.</summary>
internal sealed partial class Tailor
{
    private readonly List<Shape> shapes = [];
    private readonly Colour fabric, stitch, accent, dark, darker, light;
    private readonly Pattern pattern;

    private Tailor(GarmentPicture picture)
    {
        fabric = Colour.Parse(picture.Dye.Fabric);
        stitch = Colour.Parse(picture.Dye.Stitch);
        accent = Colour.Parse(picture.Dye.Accent);
        (dark, darker, light) = (fabric.Mix(Colour.Night, .18), fabric.Mix(Colour.Night, .40), fabric.Mix(Colour.White, .42));
        pattern = picture.Pattern;
    }

    public static IReadOnlyList<Shape> Cut(GarmentPicture picture)
    {
        var tailor = new Tailor(picture);
        Action sew = picture.Garment switch
        {
            Garment.TShirt => tailor.TShirt,
            Garment.Shirt => tailor.Shirt,
            Garment.Jacket => tailor.Jacket,
            Garment.Hoodie => tailor.Hoodie,
            Garment.Jeans => tailor.Jeans,
            Garment.Trousers => tailor.Trousers,
            Garment.Dress => tailor.Dress,
            Garment.Skirt => tailor.Skirt,
            Garment.Beanie => tailor.Beanie,
            Garment.Scarf => tailor.Scarf,
            Garment.Sneaker => tailor.Sneaker,
            Garment.Boot => tailor.Boot,
            Garment.Belt => tailor.Belt,
            Garment.Bag => tailor.Bag,
            Garment.Socks => tailor.Socks,
            Garment.Sweater => tailor.Sweater,
            Garment.LongSleeve => tailor.LongSleeve,
            Garment.Sweatshirt => tailor.Sweatshirt,
            Garment.Turtleneck => tailor.Turtleneck,
            Garment.Puffer => tailor.Puffer,
            Garment.Parka => tailor.Parka,
            Garment.DenimSkirt => tailor.DenimSkirt,
            _ => throw new ArgumentOutOfRangeException(nameof(picture)),
        };
        sew();
        return tailor.shapes;
    }

    private void Cloth(string path, Colour colour) => shapes.Add(new Shape(path, colour) { Cloth = true });

    private void Patch(string path, Colour colour, double opacity = 1, string? clip = null) => shapes.Add(new Shape(path, colour) { Opacity = opacity, Clip = clip });

    private void Line(string path, Colour colour, double width, double opacity = 1, string? clip = null, bool round = true) =>
        shapes.Add(new Shape(path, colour) { Width = width, Opacity = opacity, Clip = clip, RoundEnds = round });

    private void Stitch(string path) => shapes.Add(new Shape(path, stitch) { Width = 2.2, Dashed = true, RoundEnds = true });

    private void Button(double x, double y, double radius, Colour colour)
    {
        Patch(Circle(x + .6, y + 1.2, radius + .6), darker, .55);
        Patch(Circle(x, y, radius), colour);
        Patch(Circle(x - radius * .3, y - radius * .3, radius * .35), colour.Mix(Colour.White, .55), .8);
    }

    /// <summary>The diagonal ribs of denim, hardly visible.</summary>
    private void Twill(string cloth)
    {
        var ribs = new StringBuilder();
        for (var x = -460; x < 400; x += 6) ribs.Append(CultureInfo.InvariantCulture, $"M{x} 500l480-500");
        Line(ribs.ToString(), light, 1, .13, cloth, round: false);
    }

    /// <summary>Parallel lines from left to right, or down when upright.</summary>
    private static string Rules(bool upright, int from, int to, int step, string run) =>
        string.Concat(Enumerable.Range(0, (to - from) / step + 1).Select(i => from + i * step)
            .Select(at => upright ? string.Create(CultureInfo.InvariantCulture, $"M{at} {run}") : string.Create(CultureInfo.InvariantCulture, $"M0 {at}{run}")));

    private static string Circle(double x, double y, double r)
    {
        var k = r * .5523;
        return string.Create(CultureInfo.InvariantCulture,
            $"M{x - r:0.##} {y:0.##}c0 {-k:0.##} {r - k:0.##} {-r:0.##} {r:0.##} {-r:0.##}s{r:0.##} {r - k:0.##} {r:0.##} {r:0.##}-{r - k:0.##} {r:0.##}-{r:0.##} {r:0.##}-{r:0.##}-{r - k:0.##}-{r:0.##}-{r:0.##}z");
    }
}
