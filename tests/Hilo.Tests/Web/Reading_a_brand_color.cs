using Hilo.Web.Storefront;

namespace Hilo.Tests.Web;

public class Reading_a_brand_color
{
    private static readonly BrandColor White = new(255, 255, 255);
    private static readonly BrandColor Night = new(0x19, 0x1C, 0x28);

    [Theory]
    [InlineData("#1F4B3A")]
    [InlineData("#F3C94B")]
    [InlineData("#FFFFFF")]
    [InlineData("#000000")]
    [InlineData("#FF00FF")]
    [InlineData("#808080")]
    public void Text_on_any_brand_can_be_read(string brand)
    {
        var color = BrandColor.Parse(brand, White);

        Assert.True(color.ReadableOn(White).ContrastWith(White) >= 4.5);
        Assert.True(color.ReadableOn(Night).ContrastWith(Night) >= 4.5);
        Assert.True(White.ReadableOn(color).ContrastWith(color) >= 4.5);
        Assert.True(color.LiftedFrom(Night, White.ReadableOn(color)).ContrastWith(White.ReadableOn(color)) >= 4.5);
    }

    [Fact]
    public void A_color_that_already_reads_stays_as_it_is() => Assert.Equal("#1F4B3A", BrandColor.Parse("#1f4b3a", White).ReadableOn(White).ToString());

    [Theory]
    [InlineData(null)]
    [InlineData("green")]
    [InlineData("#12345")]
    [InlineData("#1F4B3A;}body{display:none}")]
    public void Anything_else_falls_back(string? text) => Assert.Equal(White, BrandColor.Parse(text, White));
}
