namespace Hilo.Sandbox.Art;

/// <summary>Turns a stroke into the polygons around it, with dashes and round ends.</summary>
internal static class Outline
{
    private const double On = 6, Off = 5;

    public static IEnumerable<List<Spot>> Of(Shape shape)
    {
        foreach (var line in PathData.Flatten(shape.Path))
            foreach (var piece in shape.Dashed ? Dashes(line) : [line])
                if (piece.Count > 1) yield return Around(piece, shape.Width / 2, shape.RoundEnds);
    }

    private static IEnumerable<List<Spot>> Dashes(List<Spot> line)
    {
        var dash = new List<Spot> { line[0] };
        var (drawing, left) = (true, On);
        for (var i = 1; i < line.Count; i++)
        {
            var (from, to) = (line[i - 1], line[i]);
            var length = Math.Sqrt((to.X - from.X) * (to.X - from.X) + (to.Y - from.Y) * (to.Y - from.Y));
            var done = 0.0;
            while (length - done > left)
            {
                done += left;
                var cut = new Spot(from.X + (to.X - from.X) * done / length, from.Y + (to.Y - from.Y) * done / length);
                if (drawing)
                {
                    dash.Add(cut);
                    yield return dash;
                }
                (drawing, left, dash) = (!drawing, drawing ? Off : On, [cut]);
            }
            left -= length - done;
            if (drawing) dash.Add(to);
        }
        if (drawing) yield return dash;
    }

    /// <summary>Along one side and back along the other; corners are mitred, sharp ones cut short.</summary>
    private static List<Spot> Around(List<Spot> line, double half, bool round)
    {
        var there = new List<Spot>(line.Count * 2 + 12);
        var back = new List<Spot>(line.Count);
        for (var i = 0; i < line.Count; i++)
        {
            var into = i > 0 ? Direction(line[i - 1], line[i]) : Direction(line[0], line[1]);
            var outOf = i < line.Count - 1 ? Direction(line[i], line[i + 1]) : into;
            var (nx, ny) = (-(into.Y + outOf.Y), into.X + outOf.X);
            var size = Math.Sqrt(nx * nx + ny * ny);
            if (size < 1e-6) (nx, ny, size) = (-into.Y, into.X, 1);
            (nx, ny) = (nx / size, ny / size);
            var miter = half / Math.Max(.4, nx * -into.Y + ny * into.X);
            there.Add(new Spot(line[i].X + nx * miter, line[i].Y + ny * miter));
            back.Add(new Spot(line[i].X - nx * miter, line[i].Y - ny * miter));
        }
        if (round) Cap(there, line[^1], Direction(line[^2], line[^1]), half);
        for (var i = back.Count - 1; i >= 0; i--) there.Add(back[i]);
        if (round) Cap(there, line[0], Direction(line[1], line[0]), half);
        there.Add(there[0]);
        return there;
    }

    private static void Cap(List<Spot> outline, Spot centre, Spot direction, double half)
    {
        var start = Math.Atan2(direction.X, -direction.Y); // The side on which the outline arrives.
        for (var step = 1; step < 6; step++)
        {
            var (sin, cos) = Math.SinCos(start - Math.PI * step / 6);
            outline.Add(new Spot(centre.X + cos * half, centre.Y + sin * half));
        }
    }

    private static Spot Direction(Spot from, Spot to)
    {
        var (x, y) = (to.X - from.X, to.Y - from.Y);
        var length = Math.Sqrt(x * x + y * y);
        return length < 1e-9 ? new Spot(1, 0) : new Spot(x / length, y / length);
    }
}
