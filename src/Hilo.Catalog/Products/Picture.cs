namespace Hilo.Catalog;

/// <summary>A picture of a product: where it comes from, and where it is kept once it was fetched.</summary>
internal sealed class Picture
{
    public required PictureId Id { get; init; }
    public required ProductId ProductId { get; init; }
    public required string SourceUrl { get; init; }
    public string Alt { get; set; } = "";
    public int Rank { get; set; }
    public PictureState State { get; set; } = PictureState.Waiting;

    /// <summary>Narrowest first; the last one is the original.</summary>
    public IReadOnlyList<Rendition> Renditions { get; set; } = [];
    public int Attempts { get; set; }
    public DateTimeOffset DueAt { get; set; }
    public string? Error { get; set; }

    /// <summary>The one to show where only one fits.</summary>
    public string? Url => UrlOf(Renditions, WidestOfCard);

    /// <summary>For the small pictures of lines and lists.</summary>
    public static string? ThumbOf(IReadOnlyList<Rendition> renditions) => UrlOf(renditions, WidestOfThumb);

    /// <summary>For the browser to choose from; null when there is only one.</summary>
    public string? SourceSet => SetOf(Shown(Renditions));

    /// <summary>Only what a card in a list can need: every list carries it.</summary>
    public string? CardSet => SetOf([.. Shown(Renditions).Where(r => r.Width <= WidestOfCard)]);

    private const int WidestOfCard = 640;
    private const int WidestOfThumb = 320;

    /// <summary>The original is many times heavier than a picture that was made of it: it is shown only where it stands alone.</summary>
    private static IReadOnlyList<Rendition> Shown(IReadOnlyList<Rendition> renditions) => renditions.Count < 2 ? renditions : [.. renditions.Take(renditions.Count - 1)];

    private static string? UrlOf(IReadOnlyList<Rendition> renditions, int width)
    {
        var shown = Shown(renditions);
        return shown is [] ? null : (shown.FirstOrDefault(r => r.Width >= width) ?? shown[^1]).Url;
    }

    private static string? SetOf(IReadOnlyList<Rendition> shown) => shown.Count < 2 ? null : string.Join(", ", shown.Where(r => r.Width > 0).Select(r => $"{r.Url} {r.Width}w"));
}

/// <param name="Width">In pixels; 0 where it is not known.</param>
internal sealed record Rendition(int Width, string Url);
