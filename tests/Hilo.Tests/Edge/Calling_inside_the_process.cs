using System.Globalization;
using System.Net;
using Hilo.Client;
using Hilo.Platform;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace Hilo.Tests.Edge;

public class Calling_inside_the_process
{
    private static Task<EdgeServer> OpenAsync() => EdgeServer.OpenAsync(
        api =>
        {
            api.MapGet("/probe/who", (CurrentStaff? staff, HttpContext http) => TypedResults.Ok(new[]
            {
                staff?.Name ?? "nobody", CultureInfo.CurrentUICulture.Name, http.Connection.RemoteIpAddress!.ToString(), http.Request.Host.Value!,
                Trace.Correlation!.Value.ToString("N"),
            })).AllowAnyone();
            api.MapPost("/probe/addresses", (PostalAddress address) => TypedResults.Ok(address)).AllowAnyone();
            api.MapGet("/probe/ñandú/{word}", (string word) => TypedResults.Ok(word)).AllowAnyone();
            api.MapGet("/probe/secret", () => TypedResults.Ok("secret")).RequirePermission(Permissions.SettingsManage);
        },
        pages: app =>
        {
            app.MapGet("/page/who", async (HiloClient client) => await client.GetAsync<string[]>("/api/v1/probe/who"));
            app.MapGet("/page/trace", () => Trace.Correlation!.Value.ToString("N"));
            app.MapGet("/page/word", async (HiloClient client) => await client.GetAsync<string>("/api/v1/probe/ñandú/a%20b%2Bc?x=1"));
            app.MapGet("/page/address", async (HiloClient client) =>
                (await client.PostAsync<PostalAddress>("/api/v1/probe/addresses", new PostalAddress("San Martín", "Rosario", "S", "2000"))).Refused(out var problem, out var address) ? problem.Code : address.Street);
            app.MapGet("/page/secret", async (HiloClient client) => (await client.TryGetAsync<string>("/api/v1/probe/secret")).Refused(out var problem, out var secret) ? problem.Code : secret);
            app.MapGet("/page/sign-in", async (HiloClient client) =>
                (await client.Staff.SignInAsync(new OpenStaffSessionRequest("ana@hilo.test", EdgeServer.Password))).Refused(out var problem, out _) ? problem.Code : "in");
            app.MapGet("/page/accessor", async (HiloClient client, IHttpContextAccessor accessor) =>
            {
                await client.GetAsync<string[]>("/api/v1/probe/who");
                return accessor.HttpContext is { } page && page.Request.Path == "/page/accessor" ? "still mine" : "lost";
            });
        });

    [Fact]
    public async Task Calls_as_the_visitor_of_the_page_with_their_language_address_and_trace()
    {
        await using var server = await OpenAsync();
        await server.HasStaffAsync("ana@hilo.test", StaffRole.Office);
        var cookie = (await server.Http.GetAsync("/page/sign-in")).Headers.GetValues("Set-Cookie").Single().Split(';')[0];

        using var request = new HttpRequestMessage(HttpMethod.Get, "/page/who");
        request.Headers.Add("Cookie", cookie);
        request.Headers.Add("Accept-Language", "en");
        request.Headers.Add("traceparent", "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01");
        var seen = await (await server.Http.SendAsync(request)).Content.ReadAsStringAsync();

        Assert.Equal($"[\"Ana\",\"en\",\"127.0.0.1\",\"{server.Http.BaseAddress!.Authority}\",\"0af7651916cd43dd8448eb211c80319c\"]", seen);
    }

    [Fact]
    public async Task Keeps_the_page_its_own_context_and_carries_bodies_and_addresses()
    {
        await using var server = await OpenAsync();

        Assert.Equal("still mine", await server.Http.GetStringAsync("/page/accessor"));
        Assert.Equal("San Martín", await server.Http.GetStringAsync("/page/address"));
        Assert.Equal("a b+c", await server.Http.GetStringAsync("/page/word"));
    }

    [Fact]
    public async Task Refuses_a_visitor_what_the_API_refuses()
    {
        await using var server = await OpenAsync();
        var store = await server.SignedInAsync(StaffRole.Store);
        var owner = await server.SignedInAsync(StaffRole.Owner);

        Assert.Equal("signin.required", await server.Http.GetStringAsync("/page/secret"));
        Assert.Equal("permission.missing", await TextAsync(store, "/page/secret"));
        Assert.Equal("secret", await TextAsync(owner, "/page/secret"));
    }

    [Theory]
    [InlineData("X-Caller", "owner")]
    [InlineData("Caller", "{\"principal\":\"owner\"}")]
    [InlineData("staff_role", "owner")]
    [InlineData("Authorization", "Bearer owner")]
    [InlineData("Authorization", "Basic b3duZXI6b3duZXI=")]
    [InlineData("Cookie", "__Host-hilo-staff=owner; hilo-staff=owner")]
    [InlineData("X-Forwarded-User", "owner")]
    public async Task Believes_no_header_about_who_is_calling(string header, string value)
    {
        await using var server = await OpenAsync();

        using var request = new HttpRequestMessage(HttpMethod.Get, "/api/v1/probe/secret");
        request.Headers.TryAddWithoutValidation(header, value);

        Assert.Equal(HttpStatusCode.Unauthorized, (await server.Http.SendAsync(request)).StatusCode);
    }

    private static async Task<string> TextAsync(HiloClient client, string path)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        using var answer = await client.SendAsync(request);
        return await answer.Content.ReadAsStringAsync();
    }
}
