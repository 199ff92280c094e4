namespace Hilo.Sandbox.Art;

/// <summary>Paints a drawing into pixels: sheet, shadow, shapes, light.</summary>
internal sealed class DrawingPainter
{
    private readonly int width, height;
    private readonly double scale;
    private readonly Frame frame;
    private readonly byte[] pixels;
    private readonly Coverage coverage;
    private readonly Dictionary<string, float[]> clips = new(StringComparer.Ordinal);

    private DrawingPainter(Frame frame, int width)
    {
        (this.frame, this.width, height, scale) = (frame, width, width * 5 / 4, width / frame.Width);
        pixels = new byte[this.width * height * 3];
        coverage = new Coverage(this.width, height);
    }

    public static byte[] Png(Drawing drawing, Frame frame, int width)
    {
        var painter = new DrawingPainter(frame, width);
        painter.Sheet(drawing);
        painter.Shadow(drawing);
        foreach (var shape in drawing.Shapes) painter.Paint(shape);
        painter.Light(drawing);
        return PngWriter.Write(painter.pixels, painter.width, painter.height);
    }

    /// <summary>The same radial gradient that SVG draws in units of its box.</summary>
    private void Sheet(Drawing drawing)
    {
        for (var y = 0; y < height; y++)
            for (var x = 0; x < width; x++)
            {
                double dx = ((x + .5) / width - .5) / .8, dy = ((y + .5) / height - .42) / .8;
                var colour = drawing.Centre.Mix(drawing.Edge, Math.Min(1, Math.Sqrt(dx * dx + dy * dy)));
                var at = (y * width + x) * 3;
                (pixels[at], pixels[at + 1], pixels[at + 2]) = (colour.R, colour.G, colour.B);
            }
    }

    private void Shadow(Drawing drawing)
    {
        var mask = Union(drawing.Shapes.Where(shape => shape is { Clip: null, Opacity: >= 1, Dashed: false }));
        Blur.Soften(mask, width, height, Drawing.ShadowBlur * scale);
        var drop = (int)(Drawing.ShadowDrop * scale);
        for (var y = drop; y < height; y++)
            for (var x = 0; x < width; x++)
                Blend((y * width + x) * 3, Drawing.ShadowColour, mask[(y - drop) * width + x] * Drawing.ShadowOpacity);
    }

    private void Paint(Shape shape)
    {
        var clip = shape.Clip is { } path ? Clip(path) : null;
        Trace(shape);
        coverage.Drain((y, row) =>
        {
            for (var x = 0; x < width; x++)
                if (row[x] > 0) Blend((y * width + x) * 3, shape.Colour, row[x] * shape.Opacity * (clip?[y * width + x] ?? 1));
        });
    }

    /// <summary>Brightens the cloth at the upper left and darkens it at the lower right.</summary>
    private void Light(Drawing drawing)
    {
        var cloth = Union(drawing.Shapes.Where(shape => shape.Cloth));
        var (fromX, fromY) = Drawing.LightFrom;
        double dx = Drawing.LightTo.X - fromX, dy = Drawing.LightTo.Y - fromY, squared = dx * dx + dy * dy;
        for (var y = 0; y < height; y++)
            for (var x = 0; x < width; x++)
            {
                if (cloth[y * width + x] <= 0) continue;
                var way = Math.Clamp((((x + .5) / scale + frame.X - fromX) * dx + ((y + .5) / scale + frame.Y - Drawing.Drop - fromY) * dy) / squared, 0, 1);
                var (colour, strength) = way < Drawing.Turn
                    ? (Colour.White, Drawing.Shine * (1 - way / Drawing.Turn))
                    : (Colour.Night, Drawing.Shade * (way - Drawing.Turn) / (1 - Drawing.Turn));
                Blend((y * width + x) * 3, colour, strength * cloth[y * width + x]);
            }
    }

    private float[] Clip(string path)
    {
        if (!clips.TryGetValue(path, out var clip)) clips[path] = clip = Union([new Shape(path, default)]);
        return clip;
    }

    private float[] Union(IEnumerable<Shape> shapes)
    {
        var mask = new float[width * height];
        foreach (var shape in shapes)
        {
            Trace(shape);
            coverage.Drain((y, row) =>
            {
                var line = mask.AsSpan(y * width, width);
                for (var x = 0; x < width; x++) line[x] = Math.Max(line[x], row[x]);
            });
        }
        return mask;
    }

    private void Trace(Shape shape)
    {
        foreach (var line in shape.Width > 0 ? Outline.Of(shape) : PathData.Flatten(shape.Path))
        {
            for (var i = 0; i < line.Count; i++) line[i] = new Spot((line[i].X - frame.X) * scale, (line[i].Y + Drawing.Drop - frame.Y) * scale);
            coverage.Add(line);
        }
    }

    private void Blend(int at, Colour colour, double share)
    {
        var part = (int)(share * 256);
        pixels[at] += (byte)((colour.R - pixels[at]) * part >> 8);
        pixels[at + 1] += (byte)((colour.G - pixels[at + 1]) * part >> 8);
        pixels[at + 2] += (byte)((colour.B - pixels[at + 2]) * part >> 8);
    }
}
