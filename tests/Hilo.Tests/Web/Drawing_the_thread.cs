using System.Text.RegularExpressions;
using Hilo.Web.Design;
using Hilo.Web.Design.Components;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;

namespace Hilo.Tests.Web;

public partial class Drawing_the_thread
{
    private static readonly DateTimeOffset Noon = new(2026, 11, 25, 15, 0, 0, TimeSpan.Zero);

    [Fact]
    public async Task Gives_a_lane_to_each_channel_that_was_really_used_in_their_fixed_order()
    {
        var html = await RenderAsync(new Knot(ChannelLook.Mail, "Le escribimos", Noon, "12:00"), new Knot(ChannelLook.Web, "Compró", Noon, "11:00"), new Knot(ChannelLook.Store, "Retiró", Noon, "10:00"));

        Assert.Contains("lanes-3", html, StringComparison.Ordinal);
        Assert.Equal(["at-2", "at-0", "at-1"], Lanes(html));
    }

    [Fact]
    public async Task A_seventh_channel_shares_the_last_lane()
    {
        var html = await RenderAsync(
            new Knot(ChannelLook.System, "g", Noon, "12:00"), new Knot(ChannelLook.Phone, "f", Noon, "12:00"), new Knot(ChannelLook.Mail, "e", Noon, "12:00"), new Knot(ChannelLook.Marketplace, "d", Noon, "12:00"),
            new Knot(ChannelLook.Social, "c", Noon, "12:00"), new Knot(ChannelLook.Chat, "b", Noon, "12:00"), new Knot(ChannelLook.Store, "a", Noon, "12:00"), new Knot(ChannelLook.Web, "0", Noon, "12:00"));

        Assert.Contains("lanes-6", html, StringComparison.Ordinal);
        Assert.DoesNotContain("at-6", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_day_is_said_once_and_what_people_wrote_is_never_markup()
    {
        var html = await RenderAsync(
            new Knot(ChannelLook.Chat, "Preguntó", Noon, "12:00") { Day = "Hoy", Quote = "<b>hola</b>" }, new Knot(ChannelLook.Chat, "Saludó", Noon, "11:00") { Day = "Hoy" });

        Assert.Equal(2, html.Split("Hoy").Length);
        Assert.Contains("&lt;b&gt;hola", html, StringComparison.Ordinal);
    }

    private static IEnumerable<string> Lanes(string html) =>
        Track().Matches(html).Select(m => m.Groups["lane"].Value);

    [GeneratedRegex("track (?<lane>at-[0-9])", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Track();

    private static async Task<string> RenderAsync(params Knot[] knots)
    {
        await using var services = new ServiceCollection().BuildServiceProvider();
        await using var renderer = new HtmlRenderer(services, NullLoggerFactory.Instance);
        return await renderer.Dispatcher.InvokeAsync(async () =>
            (await renderer.RenderComponentAsync<HiloTimeline>(ParameterView.FromDictionary(new Dictionary<string, object?> { ["Entries"] = knots }))).ToHtmlString());
    }
}
