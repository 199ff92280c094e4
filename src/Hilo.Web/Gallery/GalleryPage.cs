namespace Hilo.Web.Gallery;

/// <summary>Every component, in light and in dark, with invented data: what a change of the sheet is looked at with.</summary>
internal static class GalleryPage
{
    public static void Map(RouteGroupBuilder pages) => pages.MapGet("/design", () => Page.Of<Gallery>(new { }));
}
