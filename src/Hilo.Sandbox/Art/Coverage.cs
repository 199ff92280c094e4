namespace Hilo.Sandbox.Art;

/// <summary>
/// How much of each pixel a polygon covers, exactly: every edge leaves its signed area in the pixels that it crosses, and a
/// running sum along the row turns that into coverage. One pass, no samples to choose.
/// </summary>
internal sealed class Coverage(int width, int height)
{
    private readonly float[] areas = new float[(width + 2) * height];
    private int top = int.MaxValue, bottom = -1, left = int.MaxValue, right = -1;

    public int Width => width;

    public int Height => height;

    /// <summary>Adds the area inside a closed line in pixel coordinates.</summary>
    public void Add(IReadOnlyList<Spot> polygon)
    {
        for (var i = 0; i < polygon.Count; i++) Edge(polygon[i], polygon[(i + 1) % polygon.Count]);
    }

    /// <summary>Hands over what was touched, row by row: row, first column, values from 0 to 1. Is empty again afterwards.</summary>
    public void Drain(Action<int, int, ReadOnlySpan<float>> row)
    {
        for (var y = top; y <= bottom; y++)
        {
            var line = areas.AsSpan(y * (width + 2), width + 2)[left..];
            var count = Math.Min(right, width - 1) - left + 1;
            var sum = 0f;
            for (var x = 0; x < count; x++)
            {
                sum += line[x];
                line[x] = Math.Min(1, Math.Abs(sum));
            }
            if (count > 0) row(y, left, line[..count]);
            line[..(right - left + 1)].Clear();
        }
        (top, bottom, left, right) = (int.MaxValue, -1, int.MaxValue, -1);
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
            var (low, high) = (Math.Clamp(Math.Min(x, next), 0, width), Math.Clamp(Math.Max(x, next), 0, width));
            (left, right) = (Math.Min(left, (int)low), Math.Max(right, Math.Max((int)low + 1, (int)Math.Ceiling(high))));
            Row(areas.AsSpan(y * (width + 2), width + 2), low, high, sign * share);
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
