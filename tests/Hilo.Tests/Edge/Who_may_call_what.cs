using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using Hilo.Platform;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.Routing;

namespace Hilo.Tests.Edge;

public partial class Who_may_call_what
{
    private enum Who
    {
        Nobody,
        Shopper,
        Store,
        Office,
        Owner,
    }

    /// <summary>Every endpoint of the program with every audience: refused exactly where its audience says so, and never broken.</summary>
    [Theory, EveryDatabase]
    public async Task Is_exactly_what_each_endpoint_names(Database database)
    {
        await using var server = await WholeServer.OpenAsync(database);
        var wrong = new List<string>();
        var walked = 0;
        foreach (var endpoint in server.Endpoints)
        {
            foreach (var method in endpoint.Metadata.GetMetadata<HttpMethodMetadata>()!.HttpMethods)
            {
                foreach (var who in Enum.GetValues<Who>())
                {
                    walked++;
                    var (status, code) = await CallAsync(server, endpoint, method, who);
                    var expected = Refusal(endpoint.Metadata.GetMetadata<Audience>()!, who);
                    var isRight = expected is null ? code is not ("signin.required" or "permission.missing") && (int)status < 500 : code == expected;
                    if (!isRight) wrong.Add($"{method} {endpoint.RoutePattern.RawText} as {who}: {(int)status} {code}, expected {expected ?? "to be let in"}");
                }
            }
        }
        Assert.Empty(wrong);
        Assert.True(walked > 50, $"Only {walked} calls were made.");
    }

    /// <summary>In the whole program: a page that matched every address would hide these.</summary>
    [Theory]
    [InlineData("DELETE", "/api/v1/merchant", HttpStatusCode.MethodNotAllowed)]
    [InlineData("POST", "/api/v1/staff/sessions", HttpStatusCode.UnsupportedMediaType)]
    [InlineData("POST", "/api/v1/nowhere", HttpStatusCode.NotFound)]
    public async Task Says_what_is_wrong_with_an_address(string method, string address, HttpStatusCode status)
    {
        await using var server = await WholeServer.OpenAsync(Database.Sqlite);

        using var request = new HttpRequestMessage(new HttpMethod(method), address);
        if (method == "POST") request.Content = new StringContent("a=b", Encoding.UTF8, "application/x-www-form-urlencoded");

        Assert.Equal(status, (await server.Http.SendAsync(request)).StatusCode);
    }

    [Fact]
    public async Task Is_checked_at_start()
    {
        var mistake = await Assert.ThrowsAsync<InvalidOperationException>(() => EdgeServer.OpenAsync(api =>
        {
            api.MapGet("/forgotten", () => "x");
            api.MapGet("/odd", () => "x").RequirePermission("orders.eat");
            api.MapPost("/service", (Passwords2 passwords) => "x").AllowAnyone();
        }));

        Assert.Contains("/forgotten names no audience", mistake.Message, StringComparison.Ordinal);
        Assert.Contains("'orders.eat'", mistake.Message, StringComparison.Ordinal);
        Assert.Contains("reads Passwords2 from the body", mistake.Message, StringComparison.Ordinal);
        await Assert.ThrowsAnyAsync<InvalidOperationException>(() => EdgeServer.OpenAsync(api => api.MapGet("/nothing", (Passwords2 passwords) => "x").AllowAnyone()));
    }

    [Fact]
    public async Task Takes_the_last_audience_that_was_named_and_limits_staff_to_their_locations()
    {
        var (mine, other) = (IId<LocationId>.New(), IId<LocationId>.New());
        await using var server = await EdgeServer.OpenAsync(api =>
        {
            var group = api.MapGroup("/probe").RequirePermission(Permissions.StockManage);
            group.MapGet("/open", () => TypedResults.Ok("open")).AllowAnyone();
            group.MapGet("/stock/{location}", (LocationId location, CurrentStaff staff) =>
                staff.RefusedAt(location) is { } problem ? (IResult)problem.ToHttp() : TypedResults.Ok("stock"));
            group.MapGet("/mine", (CurrentShopper shopper) => TypedResults.Ok(shopper.Id)).AllowShoppers();
        });
        var store = await server.SignedInAsync(StaffRole.Store, [mine]);
        var customer = IId<CustomerId>.New();

        Assert.Equal("open", await server.Client.GetAsync<string>("/api/v1/probe/open"));
        Assert.Equal("stock", await store.GetAsync<string>($"/api/v1/probe/stock/{mine}"));
        Assert.True((await store.TryGetAsync<string>($"/api/v1/probe/stock/{other}")).Refused(out var problem, out _));
        Assert.Equal("permission.other_location", problem.Code);
        Assert.Equal(customer, await (await server.ShopperAsync(customer)).GetAsync<CustomerId>("/api/v1/probe/mine"));
    }

    [Theory]
    [InlineData("cross-site", HttpStatusCode.Forbidden)]
    [InlineData("same-site", HttpStatusCode.Forbidden)]
    [InlineData("same-origin", HttpStatusCode.OK)]
    [InlineData(null, HttpStatusCode.OK)]
    public async Task Keeps_other_sites_away_from_a_signed_in_browser(string? site, HttpStatusCode status)
    {
        await using var server = await EdgeServer.OpenAsync(api => api.MapPost("/probe", () => TypedResults.Ok()).AllowShoppers());

        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/v1/probe");
        request.Headers.Add("Cookie", await new Visitors(server.Services).ShopperAsync(IId<CustomerId>.New()));
        if (site is not null) request.Headers.Add("Sec-Fetch-Site", site);

        Assert.Equal(status, (await server.Http.SendAsync(request)).StatusCode);
    }

    private static string? Refusal(Audience audience, Who who) => (audience.Kind, who) switch
    {
        (AudienceKind.Anyone, _) or (AudienceKind.Shoppers, Who.Shopper) => null,
        (_, Who.Nobody) => "signin.required",
        (AudienceKind.Shoppers, _) or (AudienceKind.Staff, Who.Shopper) => "permission.missing",
        _ => audience.Permission is null || Permissions.Allows(RoleOf(who), audience.Permission) ? null : "permission.missing",
    };

    private static StaffRole RoleOf(Who who) => who switch
    {
        Who.Store => StaffRole.Store,
        Who.Office => StaffRole.Office,
        _ => StaffRole.Owner,
    };

    private static async Task<(HttpStatusCode Status, string? Code)> CallAsync(WholeServer server, RouteEndpoint endpoint, string method, Who who)
    {
        var visitors = new Visitors(server.Services);
        using var request = new HttpRequestMessage(new HttpMethod(method), PathOf(endpoint));
        if (who == Who.Shopper) request.Headers.Add("Cookie", await visitors.ShopperAsync(IId<CustomerId>.New()));
        else if (who != Who.Nobody) request.Headers.Add("Authorization", await visitors.StaffAsync(RoleOf(who)));
        if (method is not ("GET" or "HEAD"))
        {
            request.Headers.Add("Idempotency-Key", IId<EventId>.New().ToString());
            var accepted = endpoint.Metadata.GetMetadata<IAcceptsMetadata>()?.ContentTypes;
            request.Content = new StringContent("{}", Encoding.UTF8, accepted is { Count: > 0 } ? accepted[0] : "application/json");
        }
        using var answer = await server.Http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
        if (answer.Content.Headers.ContentType?.MediaType != "application/problem+json") return (answer.StatusCode, null);
        return (answer.StatusCode, Code().Match(await answer.Content.ReadAsStringAsync()).Groups["code"].Value);
    }

    private static string PathOf(RouteEndpoint endpoint) => "/" + Parameter().Replace(endpoint.RoutePattern.RawText!.TrimStart('/'), parameter =>
        parameter.Value.Contains(":long", StringComparison.Ordinal) || parameter.Value.Contains(":int", StringComparison.Ordinal) ? "1" : IId<EventId>.New().ToString());

    [GeneratedRegex(@"\{[^}]*\}")]
    private static partial Regex Parameter();

    [GeneratedRegex("\"code\":\"(?<code>[^\"]*)\"", RegexOptions.ExplicitCapture)]
    private static partial Regex Code();

    private sealed class Passwords2;
}
