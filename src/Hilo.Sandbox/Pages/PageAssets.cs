namespace Hilo.Sandbox.Pages;

internal static class PageAssets
{
    private static readonly byte[] Sheet = Read("sandbox.css");

    public static void Map(RouteGroupBuilder sandbox) => sandbox.MapGet("/sandbox.css", () => Results.Bytes(Sheet, "text/css; charset=utf-8"));

    private static byte[] Read(string name)
    {
        using var stream = typeof(PageAssets).Assembly.GetManifestResourceStream(name)!;
        using var copy = new MemoryStream();
        stream.CopyTo(copy);
        return copy.ToArray();
    }
}
