using System.Net;
using Hilo.Platform;
using Hilo.Sandbox.Agency;
using Hilo.Sandbox.Gateway;
using Hilo.Sandbox.Mail;
using Hilo.Sandbox.Pictures;
using Hilo.Web.Demo;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace Hilo.Server.Demo;

/// <summary>The demo's own pages: where to begin, the clock of business time, the faults of the stand-ins. They exist under <c>--demo</c> only.</summary>
internal static class DemoDesk
{
    private const string Cookie = "hilo-demo";
    private const string Scope = "demo-desk";
    private static readonly Guid Desk = new("01941f29-7c00-7000-8000-000000000001");

    public static void Map(WebApplication app)
    {
        var desk = app.MapGroup("/demo").AllowAnyone().WithMetadata(new RequireAntiforgeryTokenAttribute()).ExcludeFromDescription();
        desk.AddEndpointFilter(KeepStrangersOutAsync);
        desk.MapGet("", BeginAsync);
        desk.MapGet("/progress", (DemoShop shop) => new RazorComponentResult<DemoProgress>(new { shop.Share }));
        desk.MapGet("/clock", (DemoClock clock, DemoShop shop) => ClockPage(clock, shop, []));
        desk.MapPost("/clock", MoveAsync);
        desk.MapGet("/chaos", (GatewayFaults gateway, MailFaults mail, PictureFaults pictures, AgencyFaults agency) =>
            Page(new DemoChaos(NameOf(gateway.Plan), NameOf(mail.Plan), NameOf(pictures.Plan), NameOf(agency.Plan)), isSaved: false));
        desk.MapPost("/chaos", Misbehave);
    }

    /// <summary>Where to begin. From other machines of the network the address must carry the proof that its owner gave it away.</summary>
    public static Task<string> OpeningAsync(IServiceProvider services, string home)
    {
        var isLocal = new Uri(home).IsLoopback;
        var proof = services.GetRequiredService<SignedLinks>().Make(Scope, Desk, services.GetRequiredService<TimeProvider>().GetUtcNow().AddDays(7));
        return Task.FromResult(isLocal ? $"{home}/demo" : $"{home}/demo?k={proof}");
    }

    private static async ValueTask<object?> KeepStrangersOutAsync(EndpointFilterInvocationContext call, EndpointFilterDelegate next)
    {
        var http = call.HttpContext;
        if (http.Connection.RemoteIpAddress is { } remote && IPAddress.IsLoopback(remote)) return await next(call);
        var links = http.RequestServices.GetRequiredService<SignedLinks>();
        if (links.Check(Scope, http.Request.Query["k"], out _))
            http.Response.Cookies.Append(Cookie, http.Request.Query["k"].ToString(), new CookieOptions { HttpOnly = true, Secure = http.Request.IsHttps, SameSite = SameSiteMode.Lax, IsEssential = true });
        else if (!links.Check(Scope, http.Request.Cookies[Cookie], out _)) return TypedResults.NotFound();
        return await next(call);
    }

    private static async Task<RazorComponentResult<DemoDeskPage>> BeginAsync(DemoSignIn links, DemoShop shop, DemoClock clock, CancellationToken cancel)
    {
        var people = new List<DemoDoor>();
        foreach (var who in DemoStaff.All) people.Add(new DemoDoor(who.Name, who.Role, await who.LinkAsync(links, cancel)));
        return new RazorComponentResult<DemoDeskPage>(new { People = (IReadOnlyList<DemoDoor>)people, shop.Share, clock.Moved });
    }

    private static async Task<IResult> MoveAsync([FromForm] string by, DemoClock clock, DemoShop shop, DemoSignIn people, Sweeps sweeps, LogProgress log, CancellationToken cancel)
    {
        TimeSpan? wanted = by switch { "1h" => TimeSpan.FromHours(1), "1d" => TimeSpan.FromDays(1), "3d" => TimeSpan.FromDays(3), "7d" => TimeSpan.FromDays(7), _ => null };
        // While its past is being made the shop has no other time to give.
        if (wanted is not { } step || clock.IsBack) return ClockPage(clock, shop, []);
        clock.Move(step);
        await people.StaySignedInAsync(step, cancel);
        var due = new List<(string Sweeper, int Count)>();
        foreach (var sweeper in DemoClockPage.Sweepers) due.Add((sweeper, await sweeps.RunAsync(sweeper, cancel)));
        await log.SettledAsync(cancel);
        return ClockPage(clock, shop, due);
    }

    private static RazorComponentResult<DemoClockPage> ClockPage(DemoClock clock, DemoShop shop, IReadOnlyList<(string Sweeper, int Count)> due) =>
        new(new { Now = clock.Present, clock.Moved, IsFilling = shop.Share is not null, Due = due });

    private static RazorComponentResult<DemoChaosPage> Misbehave(
        [FromForm] string gateway, [FromForm] string mail, [FromForm] string pictures, [FromForm] string? agency,
        GatewayFaults cards, MailFaults post, PictureFaults photos, AgencyFaults tax)
    {
        cards.Plan = gateway switch
        {
            "decline" => new() { Decline = "insufficient_amount" },
            "delay" => new() { DelayMs = 4_000 },
            "lose" => new() { LoseAnswers = 3 },
            "fail" => new() { FailBefore = 3 },
            "silent" => new() { SilentMs = 60_000 },
            "repeat" => new() { DuplicateWebhooks = true },
            "reorder" => new() { ReorderWebhooks = true },
            "no_webhooks" => new() { Webhooks = WebhookTiming.Never },
            "amount" => new() { AmountDifference = -1.00m },
            _ => new(),
        };
        post.Plan = mail switch
        {
            "refuse" => new() { RefuseLater = 5 },
            "lose" => new() { LoseAnswers = 3 },
            "unknown" => new() { UnknownRecipients = "*@*" },
            "delay" => new() { DelayMs = 4_000 },
            _ => new(),
        };
        photos.Plan = pictures switch
        {
            "not_found" => new() { Fault = PictureFault.NotFound },
            "cut" => new() { Fault = PictureFault.Cut },
            "wrong_content" => new() { Fault = PictureFault.WrongContent },
            _ => new(),
        };
        tax.Plan = agency switch
        {
            "down" => new() { IsDown = true },
            "lose" => new() { LoseAnswers = 3 },
            "foreign" => new() { ForeignOf100 = 50 },
            "html" => new() { HtmlOf100 = 100 },
            "delay" => new() { DelayMs = 4_000 },
            _ => new(),
        };
        return Page(new DemoChaos(NameOf(cards.Plan), NameOf(post.Plan), NameOf(photos.Plan), NameOf(tax.Plan)), isSaved: true);
    }

    private static RazorComponentResult<DemoChaosPage> Page(DemoChaos chaos, bool isSaved) => new(new { Chaos = chaos, IsSaved = isSaved });

    private static string NameOf(GatewayFaultPlan plan) => plan switch
    {
        { Decline: not null } => "decline",
        { DelayMs: > 0 } => "delay",
        { LoseAnswers: > 0 } => "lose",
        { FailBefore: > 0 } => "fail",
        { SilentMs: > 0 } => "silent",
        { DuplicateWebhooks: true } => "repeat",
        { ReorderWebhooks: true } => "reorder",
        { Webhooks: WebhookTiming.Never } => "no_webhooks",
        { AmountDifference: not 0 } => "amount",
        _ => "none",
    };

    private static string NameOf(AgencyFaultPlan plan) => plan switch
    {
        { IsDown: true } => "down",
        { LoseAnswers: > 0 } => "lose",
        { ForeignOf100: > 0 } => "foreign",
        { HtmlOf100: > 0 } => "html",
        { DelayMs: > 0 } => "delay",
        _ => "none",
    };

    private static string NameOf(MailFaultPlan plan) => plan switch
    {
        { RefuseLater: > 0 } => "refuse",
        { LoseAnswers: > 0 } => "lose",
        { UnknownRecipients: not null } => "unknown",
        { DelayMs: > 0 } => "delay",
        _ => "none",
    };

    private static string NameOf(PictureFaultPlan plan) => plan.Fault switch
    {
        PictureFault.NotFound => "not_found",
        PictureFault.Cut => "cut",
        PictureFault.WrongContent => "wrong_content",
        _ => "none",
    };
}
