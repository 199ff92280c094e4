namespace Hilo.Sandbox.Art;

/// <summary>
/// How much of each pixel a polygon covers, exactly: every edge leaves its signed area in the pixels that it crosses, and a
/// running sum along the row turns that into coverage. One pass, no samples to choose.
/// </summary>
internal sealed class Coverage(int width, int height)
{
    private readonly float[] areas = new float[(width + 2) * height];
    private int top = int.MaxValue, bottom = -1;

    public int Width => width;

    public int Height => height;

    /// <summary>Adds the area inside a closed line in pixel coordinates.</summary>
    public void Add(IReadOnlyList<Spot> polygon)
    {
        for (var i = 0; i < polygon.Count; i++) Edge(polygon[i], polygon[(i + 1) % polygon.Count]);
    }

    /// <summary>Hands over the rows that were touched, each value 0 to 1, and is empty again.</summary>
    public void Drain(Action<int, ReadOnlySpan<float>> row)
    {
        for (var y = top; y <= bottom; y++)
        {
            var line = areas.AsSpan(y * (width + 2), width + 2);
            var sum = 0f;
            for (var x = 0; x < width; x++)
            {
                sum += line[x];
                line[x] = Math.Min(1, Math.Abs(sum));
            }
            row(y, line[..width]);
            line.Clear();
        }
        (top, bottom) = (int.MaxValue, -1);
    }

    private void Edge(Spot a, Spot b)
    {
        if (a.Y.Equals(b.Y)) return;
        var sign = a.Y < b.Y ? 1.0 : -1.0;
        if (a.Y > b.Y) (a, b) = (b, a);
        if (b.Y <= 0 || a.Y >= height) return;
        var slope = (b.X - a.X) / (b.Y - a.Y);
        var x = a.Y < 0 ? a.X - a.Y * slope : a.X;
        var (first, last) = ((int)Math.Max(0, Math.Floor(a.Y)), (int)Math.Min(height, Math.Ceiling(b.Y)));
        (top, bottom) = (Math.Min(top, first), Math.Max(bottom, last - 1));
        for (var y = first; y < last; y++)
        {
            var share = Math.Min(y + 1, b.Y) - Math.Max(y, a.Y);
            var next = x + slope * share;
            Row(areas.AsSpan(y * (width + 2)), Math.Clamp(Math.Min(x, next), 0, width), Math.Clamp(Math.Max(x, next), 0, width), sign * share);
            x = next;
        }
    }

    /// <summary>Spreads the area to the right of one edge within one row over the pixels between its ends.</summary>
    private static void Row(Span<float> row, double from, double to, double area)
    {
        var (left, right) = ((int)from, (int)Math.Ceiling(to));
        if (right <= left + 1)
        {
            var inside = (from + to) / 2 - left;
            row[left] += (float)(area * (1 - inside));
            row[left + 1] += (float)(area * inside);
            return;
        }
        var perPixel = area / (to - from);
        var (head, tail) = (1 - (from - left), to - (right - 1));
        var first = perPixel * head * head / 2;
        var final = perPixel * tail * tail / 2;
        row[left] += (float)first;
        if (right == left + 2) row[left + 1] += (float)(area - first - final);
        else
        {
            var second = perPixel * (head + .5);
            row[left + 1] += (float)(second - first);
            for (var x = left + 2; x < right - 1; x++) row[x] += (float)perPixel;
            row[right - 1] += (float)(area - (second + perPixel * (right - left - 3)) - final);
        }
        row[right] += (float)final;
    }
}
