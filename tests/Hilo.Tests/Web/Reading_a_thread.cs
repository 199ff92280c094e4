using Hilo.Web.Backoffice.Threads;
using Hilo.Web.Design;

namespace Hilo.Tests.Web;

public class Reading_a_thread
{
    private static readonly DateTimeOffset Noon = new(2026, 11, 25, 15, 0, 0, TimeSpan.Zero);
    private static readonly Dictionary<string, SalesChannelKind> Channels = new(StringComparer.Ordinal) { ["Mostrador"] = SalesChannelKind.Phone, ["Tienda"] = SalesChannelKind.Web };

    [Fact]
    public void A_moment_lies_on_the_lane_of_its_channel_whatever_the_channel_is_called()
    {
        var knots = Knots(Entry("orders.order_placed", "Mostrador"), Entry("orders.order_placed", "Tienda"), Entry("conversations.mail_sent", "Tienda"), Entry("orders.ready_for_pickup", "Tienda", "Palermo"));

        Assert.Equal([ChannelLook.Phone.Lane, ChannelLook.Web.Lane, ChannelLook.Mail.Lane, ChannelLook.Store.Lane], knots.Select(k => k.Channel.Lane));
    }

    [Fact]
    public void An_order_leads_to_its_page_and_states_its_amount()
    {
        var knot = Knots(Entry("orders.order_placed", "Tienda", facts: [("number", "R-10027"), ("total", "65400.00 ARS")])).Single();

        Assert.Equal("/oficina/pedidos/R-10027", knot.Href);
        Assert.Contains("R-10027", knot.What, StringComparison.Ordinal);
        Assert.Contains("65", knot.More, StringComparison.Ordinal);
    }

    [Fact]
    public void Steps_between_two_moments_stay_small_and_the_day_is_said_once()
    {
        var knots = Knots(Entry("orders.fulfillment_moved", "Tienda", "Palermo", [("state", "packed")]), Entry("orders.order_placed", "Tienda"));

        Assert.Equal([true, false], knots.Select(k => k.IsSmall));
        Assert.Equal([true, false], knots.Select(k => k.Day is not null));
    }

    private static IReadOnlyList<Knot> Knots(params ThreadEntry[] entries) => ThreadKnots.Of(entries, Channels, TimeZoneInfo.Utc);

    private static ThreadEntry Entry(string type, string? channel = null, string? location = null, (string Name, string Value)[]? facts = null) =>
        new(IId<EventId>.New(), type, Noon, channel, location, "guest", (facts ?? []).ToDictionary(f => f.Name, f => f.Value, StringComparer.Ordinal));
}
