namespace Hilo.Sandbox.Art;

/// <summary>Three box blurs are as good as a Gaussian and cost the same for every width.</summary>
internal static class Blur
{
    public static void Soften(float[] mask, int width, int height, double deviation)
    {
        var radius = Math.Max(1, (int)(deviation * .94));
        var line = new float[Math.Max(width, height)];
        for (var pass = 0; pass < 3; pass++)
        {
            for (var y = 0; y < height; y++) Box(mask, y * width, 1, width, radius, line);
            for (var x = 0; x < width; x++) Box(mask, x, width, height, radius, line);
        }
    }

    private static void Box(float[] mask, int start, int step, int count, int radius, float[] line)
    {
        for (var i = 0; i < count; i++) line[i] = mask[start + i * step];
        var sum = 0f;
        for (var i = 0; i < Math.Min(radius, count); i++) sum += line[i];
        var share = 1f / (2 * radius + 1);
        for (var i = 0; i < count; i++)
        {
            if (i + radius < count) sum += line[i + radius];
            if (i - radius - 1 >= 0) sum -= line[i - radius - 1];
            mask[start + i * step] = sum * share;
        }
    }
}
