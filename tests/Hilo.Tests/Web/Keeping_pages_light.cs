using System.Text.RegularExpressions;
using Hilo.Web.Design;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Logging;

namespace Hilo.Tests.Web;

public partial class Keeping_pages_light
{
    [Fact]
    public async Task The_sheet_travels_in_less_than_12_KB_and_stays_for_a_year()
    {
        await using var site = await SiteAsync();
        using var http = new HttpClient { BaseAddress = new Uri(site.Urls.First()), DefaultRequestHeaders = { { "Accept-Encoding", "br" } } };

        using var answer = await http.GetAsync(Embedded.Url("hilo.css"));

        Assert.Equal("br", answer.Content.Headers.ContentEncoding.Single());
        Assert.True((await answer.Content.ReadAsByteArrayAsync()).Length < 12 * 1024);
        Assert.Contains("immutable", answer.Headers.CacheControl!.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_old_address_gets_today_s_file_and_an_unknown_one_nothing()
    {
        await using var site = await SiteAsync();
        using var http = new HttpClient { BaseAddress = new Uri(site.Urls.First()) };

        using var old = await http.GetAsync("/assets/000000000000/hilo.js");
        using var unknown = await http.GetAsync("/assets/000000000000/..%2Fappsettings.json");

        Assert.True(old.IsSuccessStatusCode);
        Assert.True(old.Headers.CacheControl!.NoCache);
        Assert.Equal(System.Net.HttpStatusCode.NotFound, unknown.StatusCode);
    }

    /// <summary>The policy of every page forbids both, and the browser would drop them silently.</summary>
    [Fact]
    public void No_component_carries_a_style_attribute_or_an_inline_script()
    {
        var broken = Directory.EnumerateFiles(Path.Combine(Repository(), "src", "Hilo.Web"), "*.razor", SearchOption.AllDirectories)
            .Where(f => !f.Contains("node_modules", StringComparison.Ordinal))
            .Where(f => InlineStyle().IsMatch(File.ReadAllText(f)) || InlineScript().IsMatch(File.ReadAllText(f)));

        Assert.Empty(broken.Select(Path.GetFileName));
    }

    [Theory]
    [InlineData("<div style=\"color:red\">", true)]
    [InlineData("<script>alert(1)</script>", true)]
    [InlineData("<script src=\"@x\" defer></script>", false)]
    public void The_check_itself_can_fail(string markup, bool isBroken) => Assert.Equal(isBroken, InlineStyle().IsMatch(markup) || InlineScript().IsMatch(markup));

    /// <summary>Pages of the shop come without the library for it unless they say so.</summary>
    [Fact]
    public void A_shop_page_that_changes_in_place_says_so()
    {
        var changing = Directory.EnumerateFiles(Path.Combine(Repository(), "src", "Hilo.Web", "Storefront"), "*.razor", SearchOption.AllDirectories)
            .Select(f => (Name: Path.GetFileName(f), Text: File.ReadAllText(f))).Where(f => f.Text.Contains(" hx-", StringComparison.Ordinal)).ToList();

        Assert.NotEmpty(changing);
        Assert.Empty(changing.Where(f => !f.Text.Contains("Updates=", StringComparison.Ordinal)).Select(f => f.Name));
    }

    [Fact]
    public void Every_icon_that_a_component_names_is_in_the_sprite()
    {
        var web = Path.Combine(Repository(), "src", "Hilo.Web");
        var drawn = DrawnIcon().Matches(File.ReadAllText(Path.Combine(web, "Design", "icons.svg"))).Select(m => m.Groups["name"].Value).ToHashSet();

        var named = Directory.EnumerateFiles(web, "*.razor", SearchOption.AllDirectories).Where(f => !f.Contains("node_modules", StringComparison.Ordinal))
            .SelectMany(f => NamedIcon().Matches(File.ReadAllText(f)).Select(m => m.Groups["name"].Value));

        Assert.Empty(named.Where(n => !drawn.Contains(n)).Distinct());
    }

    private static async Task<WebApplication> SiteAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        var site = builder.Build();
        Embedded.Map(site);
        await site.StartAsync();
        return site;
    }

    private static string Repository()
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "Hilo.slnx"))) folder = Path.GetDirectoryName(folder)!;
        return folder;
    }

    [GeneratedRegex(@"<[^>]+\sstyle\s*=", RegexOptions.None, 1000)]
    private static partial Regex InlineStyle();

    [GeneratedRegex(@"<script(?![^>]*\bsrc=)[^>\\]*>", RegexOptions.None, 1000)]
    private static partial Regex InlineScript();

    [GeneratedRegex("id=\"(?<name>[a-z]+)\"", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex DrawnIcon();

    [GeneratedRegex("<Icon Name=\"(?<name>[a-z]+)\"|<Button[^>]*\\sIcon=\"(?<name>[a-z]+)\"", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex NamedIcon();
}
