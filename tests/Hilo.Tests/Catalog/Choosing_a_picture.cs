using Hilo.Catalog;

namespace Hilo.Tests.Catalog;

public class Choosing_a_picture
{
    [Fact]
    public void A_browser_chooses_among_what_was_made_and_never_gets_the_heavy_original()
    {
        var picture = Of(new(320, "/a"), new(640, "/b"), new(1280, "/c"), new(3000, "/original"));

        Assert.Equal("/a 320w, /b 640w, /c 1280w", picture.SourceSet);
        Assert.Equal("/a 320w, /b 640w", picture.CardSet);
        Assert.Equal(("/b", "/a"), (picture.Url, Picture.ThumbOf(picture.Renditions)));
    }

    [Fact]
    public void A_small_one_is_shown_in_its_own_width_in_the_lighter_form()
    {
        var picture = Of(new(320, "/a"), new(480, "/light"), new(480, "/original"));

        Assert.Equal(("/a 320w, /light 480w", "/light"), (picture.CardSet, picture.Url));
    }

    [Fact]
    public void Where_nothing_could_be_made_the_original_is_shown()
    {
        var picture = Of(new Rendition(0, "/original"));

        Assert.Equal((null, null, "/original", "/original"), (picture.SourceSet, picture.CardSet, picture.Url, Picture.ThumbOf(picture.Renditions)));
        Assert.Null(Of().Url);
    }

    private static Picture Of(params Rendition[] renditions) => new() { Id = IId<PictureId>.New(), ProductId = IId<ProductId>.New(), SourceUrl = "https://fotos.ejemplo.com.ar/a.jpg", Renditions = renditions };
}
