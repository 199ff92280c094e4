using System.Text.RegularExpressions;
using Hilo.Sandbox.Gateway;
using Hilo.Sandbox.Mail;
using Hilo.Server.Demo;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Hilo.Tests.Server;

public class Presenting_a_demo
{
    [Fact]
    public async Task The_first_page_says_who_is_who_and_its_links_sign_in()
    {
        await using var demo = await DemoHost.OpenAsync();

        var page = await demo.ReadAsync("/demo");

        Assert.All(DemoStaff.All, who => Assert.Contains(who.Name, page, StringComparison.Ordinal));
        var link = Regex.Match(page, "href=\"(?<to>/demo/[^\"]+then=%2Foficina)\"", RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(1)).Groups["to"].Value;
        using var opened = await demo.AskAsync(link);
        Assert.Equal("/oficina", opened.Headers.Location?.OriginalString);
        Assert.Contains(opened.Headers.GetValues("Set-Cookie"), cookie => cookie.Contains("hilo-staff", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_clock_moves_business_time_only_and_stays_moved()
    {
        await using var demo = await DemoHost.OpenAsync();
        var before = demo.Clock.GetUtcNow();
        var stopwatch = demo.Clock.GetTimestamp();

        var page = await demo.SendAsync("/demo/clock", ("by", "3d"));

        Assert.Contains("3 días adelante de la hora real", page, StringComparison.Ordinal);
        Assert.InRange(demo.Clock.GetUtcNow() - before, TimeSpan.FromDays(3), TimeSpan.FromDays(3) + TimeSpan.FromMinutes(5));
        Assert.InRange(demo.Clock.GetElapsedTime(stopwatch), TimeSpan.Zero, TimeSpan.FromMinutes(5));
        var folder = demo.Services.GetRequiredService<Microsoft.Extensions.Configuration.IConfiguration>()["Hilo:Data"]!;
        using var again = new DemoClock(folder);
        Assert.Equal(TimeSpan.FromDays(3), again.Moved);
    }

    [Fact]
    public async Task Faults_are_switched_and_switched_off()
    {
        await using var demo = await DemoHost.OpenAsync();

        await demo.SendAsync("/demo/chaos", ("gateway", "decline"), ("mail", "lose"), ("pictures", "none"));
        Assert.Equal("insufficient_amount", demo.Services.GetRequiredService<GatewayFaults>().Plan.Decline);
        Assert.Equal(3, demo.Services.GetRequiredService<MailFaults>().Plan.LoseAnswers);

        await demo.SendAsync("/demo/chaos", ("gateway", "none"), ("mail", "none"), ("pictures", "none"));
        Assert.Equal(new GatewayFaultPlan(), demo.Services.GetRequiredService<GatewayFaults>().Plan);
        Assert.Equal(new MailFaultPlan(), demo.Services.GetRequiredService<MailFaults>().Plan);
    }

    [Fact]
    public async Task A_shop_that_is_no_demo_has_none_of_it()
    {
        await using var server = await WholeServer.OpenAsync(Database.Sqlite);

        var routes = server.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>().Select(e => e.RoutePattern.RawText!.TrimStart('/'));

        Assert.DoesNotContain(routes, r => r.StartsWith("demo", StringComparison.Ordinal) || r.StartsWith("sandbox", StringComparison.Ordinal));
    }

    /// <summary>While the past is made, sweepers and mails live in it, and visitors do not.</summary>
    [Fact]
    public async Task Visitors_live_now_while_the_history_is_told()
    {
        using var clock = new DemoClock(Directory.CreateTempSubdirectory("hilo-clock-").FullName);
        clock.StandAt(clock.Present - TimeSpan.FromDays(40));
        Assert.InRange(clock.Present - clock.GetUtcNow(), TimeSpan.FromDays(39.9), TimeSpan.FromDays(40.1));

        var step = await clock.TellAsync(CancellationToken.None);
        var visit = clock.VisitAsync(CancellationToken.None);
        Assert.False(visit.IsCompleted);
        step.Dispose();
        using (await visit) Assert.InRange(clock.Present - clock.GetUtcNow(), TimeSpan.FromMinutes(-1), TimeSpan.FromMinutes(1));

        Assert.True(clock.IsBack);
        clock.StandAt(clock.Present - TimeSpan.FromDays(41));
        Assert.InRange(clock.Present - clock.GetUtcNow(), TimeSpan.FromDays(39.9), TimeSpan.FromDays(40.1));
    }
}
