namespace Hilo.Sandbox.Art;

/// <summary>Paints a drawing into pixels: sheet, shadow, shapes, light.</summary>
internal sealed class DrawingPainter
{
    private readonly int width, height;
    private readonly double scale;
    private readonly Frame frame;
    private readonly byte[] pixels;
    private readonly Coverage coverage;
    private readonly float[] cloth;
    private readonly Dictionary<string, float[]> clips = new(StringComparer.Ordinal);

    private DrawingPainter(Frame frame, int width)
    {
        (this.frame, this.width, height, scale) = (frame, width, width * 5 / 4, width / frame.Width);
        pixels = new byte[this.width * height * 3];
        coverage = new Coverage(this.width, height);
        cloth = new float[this.width * height];
    }

    public static byte[] Png(Drawing drawing, Frame frame, int width)
    {
        var painter = new DrawingPainter(frame, width);
        painter.Sheet(drawing);
        painter.Shadow(drawing);
        foreach (var shape in drawing.Shapes) painter.Paint(shape);
        painter.Light();
        return PngWriter.Write(painter.pixels, painter.width, painter.height);
    }

    /// <summary>The same radial gradient that SVG draws in units of its box.</summary>
    private void Sheet(Drawing drawing)
    {
        var tones = Enumerable.Range(0, 256).Select(step => drawing.Centre.Mix(drawing.Edge, step / 255.0)).ToArray();
        for (var y = 0; y < height; y++)
        {
            var dy = ((y + .5f) / height - .42f) / .8f;
            var row = pixels.AsSpan(y * width * 3, width * 3);
            for (var x = 0; x < (width + 1) / 2; x++)
            {
                var dx = ((x + .5f) / width - .5f) / .8f;
                var tone = tones[Math.Min(255, (int)(MathF.Sqrt(dx * dx + dy * dy) * 255 + .5f))];
                var (left, right) = (x * 3, (width - 1 - x) * 3); // The sheet is the same on both sides.
                (row[left], row[left + 1], row[left + 2]) = (tone.R, tone.G, tone.B);
                (row[right], row[right + 1], row[right + 2]) = (tone.R, tone.G, tone.B);
            }
        }
    }

    private void Shadow(Drawing drawing)
    {
        // A blurred thing needs few pixels: a quarter of the width is drawn, softened and stretched.
        const int coarse = 4;
        var small = new DrawingPainter(frame, Math.Max(4, width / coarse));
        var mask = small.Union(drawing.Shapes.Where(shape => shape is { Clip: null, Opacity: >= 1, Dashed: false }));
        Blur.Soften(mask, small.width, small.height, Drawing.ShadowBlur * small.scale);
        var ratio = (float)small.width / width;
        var drop = (float)(Drawing.ShadowDrop * small.scale);
        for (var y = 0; y < height; y++)
        {
            var fromY = Math.Clamp((y + .5f) * ratio - .5f - drop, 0, small.height - 1.001f);
            var above = (int)fromY * small.width;
            var below = Math.Min(above + small.width, mask.Length - small.width);
            for (var x = 0; x < width; x++)
            {
                var fromX = Math.Clamp((x + .5f) * ratio - .5f, 0, small.width - 1.001f);
                var (left, right) = ((int)fromX, Math.Min((int)fromX + 1, small.width - 1));
                var upper = mask[above + left] + (mask[above + right] - mask[above + left]) * (fromX - left);
                var lower = mask[below + left] + (mask[below + right] - mask[below + left]) * (fromX - left);
                var depth = upper + (lower - upper) * (fromY - (int)fromY);
                if (depth > .004f) Blend((y * width + x) * 3, Drawing.ShadowColour, depth * (float)Drawing.ShadowOpacity);
            }
        }
    }

    private void Paint(Shape shape)
    {
        var clip = shape.Clip is { } path ? Clip(path) : null;
        var opacity = (float)shape.Opacity;
        Trace(shape);
        coverage.Drain((y, column, row) =>
        {
            var start = y * width + column;
            for (var x = 0; x < row.Length; x++)
            {
                if (row[x] <= 0) continue;
                Blend((start + x) * 3, shape.Colour, clip is null ? row[x] * opacity : row[x] * opacity * clip[start + x]);
                if (shape.Cloth) cloth[start + x] = Math.Max(cloth[start + x], row[x]);
            }
        });
    }

    /// <summary>Brightens the cloth at the upper left and darkens it at the lower right.</summary>
    private void Light()
    {
        var (fromX, fromY) = Drawing.LightFrom;
        double dx = Drawing.LightTo.X - fromX, dy = Drawing.LightTo.Y - fromY, squared = dx * dx + dy * dy;
        for (var y = 0; y < height; y++)
            for (var x = 0; x < width; x++)
            {
                var here = cloth[y * width + x];
                if (here <= 0) continue;
                var way = Math.Clamp((((x + .5) / scale + frame.X - fromX) * dx + ((y + .5) / scale + frame.Y - Drawing.Drop - fromY) * dy) / squared, 0, 1);
                var (colour, strength) = way < Drawing.Turn
                    ? (Colour.White, Drawing.Shine * (1 - way / Drawing.Turn))
                    : (Colour.Night, Drawing.Shade * (way - Drawing.Turn) / (1 - Drawing.Turn));
                Blend((y * width + x) * 3, colour, (float)strength * here);
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
            coverage.Drain((y, column, row) =>
            {
                var line = mask.AsSpan(y * width + column, row.Length);
                for (var x = 0; x < row.Length; x++) line[x] = Math.Max(line[x], row[x]);
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

    private void Blend(int at, Colour colour, float share)
    {
        var part = (int)(share * 256);
        pixels[at] += (byte)((colour.R - pixels[at]) * part >> 8);
        pixels[at + 1] += (byte)((colour.G - pixels[at + 1]) * part >> 8);
        pixels[at + 2] += (byte)((colour.B - pixels[at + 2]) * part >> 8);
    }
}
