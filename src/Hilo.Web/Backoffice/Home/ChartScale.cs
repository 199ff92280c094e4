namespace Hilo.Web.Backoffice.Home;

internal static class ChartScale
{
    /// <summary>The distance of grid lines: 1, 2, 2.5, 3 or 5 and zeros, so that the highest bar fits under the last line.</summary>
    public static decimal StepFor(decimal highest, int lines)
    {
        if (highest <= 0) return 1;
        var size = 1m;
        while (size * 10 * lines < highest) size *= 10;
        while (size * lines >= highest && size > 0.0001m) size /= 10;
        foreach (var nice in new[] { 1m, 2m, 2.5m, 3m, 5m, 10m })
            if (nice * size * lines >= highest) return nice * size;
        return size * 10;
    }
}
