using System.Net;
using Hilo.Client;
using Hilo.Platform;
using Microsoft.Extensions.DependencyInjection;

namespace Hilo.Tests.Edge;

public class Looking_into_the_log
{
    [Theory, EveryDatabase]
    public async Task Pages_through_events_newest_first_and_says_who_did_it(Database database)
    {
        await using var server = await EdgeServer.OpenAsync(database: database);
        var owner = await server.SignedInAsync(StaffRole.Owner);
        for (var i = 0; i < 5; i++) Assert.False((await owner.Staff.AddAsync(new AddStaffRequest($"p{i}@hilo.test", $"P{i}", StaffRole.Store))).Refused(out _, out _));
        await server.Services.GetRequiredService<LogProgress>().SettledAsync(CancellationToken.None);

        var first = await owner.GetAsync<PageOf<EventView>>("/api/v1/events?type=staff.joined&limit=3");
        var second = await owner.GetAsync<PageOf<EventView>>($"/api/v1/events?type=staff.joined&limit=3&cursor={first.Next}");

        Assert.Equal((3, 2, null), (first.Items.Count, second.Items.Count, second.Next));
        Assert.True(first.Items.Concat(second.Items).Select(e => e.Position).SequenceEqual(first.Items.Concat(second.Items).Select(e => e.Position).OrderDescending()));
        Assert.False((await owner.Staff.MeAsync()).Refused(out _, out var me));
        Assert.All(first.Items, e => Assert.Equal(($"staff:{me.Id}", "staff.joined"), (e.Actor, e.Type)));
        Assert.All(first.Items, e => Assert.NotNull(e.CorrelationId));
        Assert.DoesNotContain("hilo.test", first.Items[0].Payload.ToString(), StringComparison.Ordinal);
        var subject = await owner.GetAsync<PageOf<EventView>>($"/api/v1/events?subject={first.Items[0].Subject}");
        Assert.Equal(first.Items[0].Id, Assert.Single(subject.Items).Id);
        Assert.True((await owner.TryGetAsync<PageOf<EventView>>("/api/v1/events?cursor=bm90IG91cnM")).Refused(out var problem, out _));
        Assert.Equal("request.bad_cursor", problem.Code);
    }

    [Fact]
    public async Task Answers_whether_the_server_lives_and_is_ready()
    {
        await using var server = await EdgeServer.OpenAsync();
        var owner = await server.SignedInAsync(StaffRole.Owner);

        Assert.Equal(HttpStatusCode.OK, (await server.Http.GetAsync("/health/live")).StatusCode);
        Assert.Contains("\"ready\"", await server.Http.GetStringAsync("/health/ready"), StringComparison.Ordinal);
        Assert.True((await owner.GetAsync<LogView>("/api/v1/consumers")).Head > 0);
        Assert.Empty((await owner.GetAsync<PageOf<HeldEventView>>("/api/v1/held-events")).Items);
        Assert.Equal(404, (await owner.SendAsync(HttpMethod.Put, "/api/v1/held-events/orders/1/retry"))?.Status);
        Assert.Equal(404, (await owner.DeleteAsync("/api/v1/held-events/orders/1"))?.Status);
    }
}
