using System.Net;
using System.Net.Http.Json;
using Hilo.Client;
using Hilo.Platform;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Hilo.Tests.Edge;

public class Signing_staff_in
{
    [Theory, EveryDatabase]
    public async Task Gives_a_browser_a_cookie_that_script_cannot_read(Database database)
    {
        await using var server = await EdgeServer.OpenAsync(database: database);
        await server.HasStaffAsync("ana@hilo.test", StaffRole.Office);

        var answer = await SignInAsync(server, "Ana@Hilo.test", EdgeServer.Password);

        Assert.Equal(HttpStatusCode.Created, answer.StatusCode);
        var cookie = Assert.Single(answer.Headers.GetValues("Set-Cookie"));
        Assert.StartsWith("__Host-hilo-staff=", cookie, StringComparison.Ordinal);
        Assert.All(["secure", "httponly", "samesite=lax", "path=/"], part => Assert.Contains(part, cookie, StringComparison.OrdinalIgnoreCase));
        Assert.DoesNotContain("domain", cookie, StringComparison.OrdinalIgnoreCase);
        var opened = await answer.Content.ReadFromJsonAsync<StaffSessionOpened>(HiloJson.Tolerant);
        Assert.Null(opened!.Token);

        var me = await server.Client.With("Cookie", cookie.Split(';')[0]).Staff.MeAsync();
        Assert.False(me.Refused(out _, out var staff));
        Assert.Equal(("ana@hilo.test", StaffRole.Office), (staff.Email, staff.Role));
        Assert.Contains(Permissions.OrdersManage, staff.Permissions);
        Assert.DoesNotContain(Permissions.SettingsManage, staff.Permissions);
    }

    [Theory, EveryDatabase]
    public async Task Answers_alike_for_a_wrong_password_and_an_unknown_person(Database database)
    {
        await using var server = await EdgeServer.OpenAsync(database: database);
        await server.HasStaffAsync("ana@hilo.test", StaffRole.Office);

        var wrong = await SignInAsync(server, "ana@hilo.test", "no es esta");
        var unknown = await SignInAsync(server, "nadie@hilo.test", "no es esta");

        Assert.Equal((HttpStatusCode.Unauthorized, HttpStatusCode.Unauthorized), (wrong.StatusCode, unknown.StatusCode));
        Assert.Equal(WithoutTrace(await wrong.Content.ReadAsStringAsync()), WithoutTrace(await unknown.Content.ReadAsStringAsync()));
        Assert.False(wrong.Headers.Contains("Set-Cookie"));
    }

    [Theory, EveryDatabase]
    public async Task Locks_an_account_for_longer_with_each_wrong_try_and_remembers_it(Database database)
    {
        var clock = new TestClock();
        await using var server = await EdgeServer.OpenAsync(database: database, clock: clock, attemptsPerMinute: 1000);
        await server.HasStaffAsync("ana@hilo.test", StaffRole.Office);

        // Parallel guesses count one by one, although each is refused and its transaction rolled back.
        await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => SignInAsync(server, "ana@hilo.test", "no es esta")));
        Assert.Equal(5, await TriesAsync(server));
        Assert.Equal(HttpStatusCode.Unauthorized, (await SignInAsync(server, "ana@hilo.test", EdgeServer.Password)).StatusCode);

        clock.Advance(TimeSpan.FromSeconds(61));
        Assert.Equal(HttpStatusCode.Unauthorized, (await SignInAsync(server, "ana@hilo.test", "no es esta")).StatusCode);
        clock.Advance(TimeSpan.FromSeconds(61));
        Assert.Equal(HttpStatusCode.Unauthorized, (await SignInAsync(server, "ana@hilo.test", EdgeServer.Password)).StatusCode);
        clock.Advance(TimeSpan.FromSeconds(61));
        Assert.Equal(HttpStatusCode.Created, (await SignInAsync(server, "ana@hilo.test", EdgeServer.Password)).StatusCode);
        Assert.Equal(0, await TriesAsync(server));
    }

    [Theory, EveryDatabase]
    public async Task Ends_a_session_that_was_closed_expired_or_whose_person_left(Database database)
    {
        var clock = new TestClock();
        await using var server = await EdgeServer.OpenAsync(database: database, clock: clock);
        var owner = await server.SignedInAsync(StaffRole.Owner);
        var ana = await server.HasStaffAsync("ana@hilo.test", StaffRole.Store);
        var (closed, left, expired) = (await BearerAsync(server), await BearerAsync(server), await BearerAsync(server));

        var sessions = await closed.Staff.SessionsAsync();
        Assert.Equal(3, sessions.Items.Count);
        Assert.Null(await closed.Staff.CloseSessionAsync(sessions.Items.Single(s => s.IsThisOne).Id));
        Assert.Equal("signin.required", await RefusedAsync(closed));

        clock.Advance(TimeSpan.FromDays(366));
        Assert.Equal("signin.required", await RefusedAsync(expired));

        owner = await server.SignedInAsync(StaffRole.Owner);
        left = await BearerAsync(server);
        Assert.Null(await RefusedAsync(left));
        Assert.False((await owner.Staff.ChangeAsync(ana, 1, new ChangeStaffRequest("Ana", StaffRole.Store, IsActive: false))).Refused(out _, out _));
        Assert.Equal("signin.required", await RefusedAsync(left));
    }

    [Theory, EveryDatabase]
    public async Task Makes_the_first_owner_with_a_link_that_works_once(Database database)
    {
        await using var server = await EdgeServer.OpenAsync(database: database);
        var link = server.Services.GetRequiredService<FirstOwnerLink>();
        var replaced = (await link.MakeAsync(CancellationToken.None))!.Split('/')[^1];
        var token = (await link.MakeAsync(CancellationToken.None))!.Split('/')[^1];
        var request = new SetPasswordRequest(token, "una clave larga", "Leo@Hilo.test", "Leo");

        Assert.Equal("signin.link_used", CodeOf(await server.Client.Staff.SetPasswordAsync(request with { Token = replaced })));
        Assert.Equal("staff.name_missing", CodeOf(await server.Client.Staff.SetPasswordAsync(request with { Name = null })));
        Assert.Null(CodeOf(await server.Client.Staff.SetPasswordAsync(request)));
        Assert.Equal("signin.link_used", CodeOf(await server.Client.Staff.SetPasswordAsync(request)));
        Assert.Null(await link.MakeAsync(CancellationToken.None));
        Assert.Equal(HttpStatusCode.Created, (await SignInAsync(server, "leo@hilo.test", "una clave larga")).StatusCode);
    }

    [Fact]
    public async Task Lets_an_owner_add_people_and_keeps_one_owner()
    {
        await using var server = await EdgeServer.OpenAsync();
        var owner = await server.SignedInAsync(StaffRole.Owner);
        var store = IId<LocationId>.New();

        Assert.False((await owner.Staff.AddAsync(new AddStaffRequest("ana@hilo.test", "Ana", StaffRole.Store, [store]))).Refused(out _, out var added));
        Assert.Equal([store], added.Staff.Locations);
        Assert.Equal("staff.email_taken", CodeOf(await owner.Staff.AddAsync(new AddStaffRequest("ANA@hilo.test", "Ana", StaffRole.Store))));
        Assert.Null(CodeOf(await server.Client.Staff.SetPasswordAsync(new SetPasswordRequest(added.PasswordPath!.Split('/')[^1], "otra clave larga"))));
        Assert.Equal(HttpStatusCode.Created, (await SignInAsync(server, "ana@hilo.test", "otra clave larga")).StatusCode);

        Assert.False((await owner.Staff.MeAsync()).Refused(out _, out var me));
        var demoted = new ChangeStaffRequest(me.Name, StaffRole.Store, true);
        Assert.Equal("edit.conflict", CodeOf(await owner.Staff.ChangeAsync(me.Id, me.Version + 1, demoted)));
        Assert.Equal("staff.last_owner", CodeOf(await owner.Staff.ChangeAsync(me.Id, me.Version, demoted)));
    }

    [Fact]
    public async Task Signs_in_with_one_click_in_a_demo()
    {
        await using var server = await EdgeServer.OpenAsync();
        var link = await server.Services.GetRequiredService<DemoSignIn>().LinkAsync("ana@demo.test", "Ana", StaffRole.Store, "/store?a=1");

        var answer = await server.Http.GetAsync(link);

        Assert.Equal((HttpStatusCode.Redirect, "/store?a=1"), (answer.StatusCode, answer.Headers.Location?.ToString()));
        var cookie = answer.Headers.GetValues("Set-Cookie").Single().Split(';')[0];
        Assert.Null(await RefusedAsync(server.Client.With("Cookie", cookie)));
        Assert.Equal(HttpStatusCode.NotFound, (await server.Http.GetAsync(link.Replace("/demo/", "/demo/A", StringComparison.Ordinal))).StatusCode);
        var elsewhere = await server.Http.GetAsync(link.Replace("%2Fstore%3Fa%3D1", "%2F%2Fevil.test", StringComparison.Ordinal));
        Assert.Equal("/", elsewhere.Headers.Location?.ToString());
    }

    private static Task<HttpResponseMessage> SignInAsync(EdgeServer server, string email, string password) =>
        server.Http.PostAsJsonAsync("/api/v1/staff/sessions", new OpenStaffSessionRequest(email, password), HiloJson.Tolerant);

    private static async Task<HiloClient> BearerAsync(EdgeServer server)
    {
        Assert.False((await server.Client.Staff.SignInAsync(new OpenStaffSessionRequest("ana@hilo.test", EdgeServer.Password, Bearer: true))).Refused(out _, out var opened));
        return server.Client.With("Authorization", $"Bearer {opened.Token}");
    }

    private static async Task<string?> RefusedAsync(HiloClient client) => CodeOf(await client.Staff.MeAsync());

    private static string? CodeOf<T>(Result<T> result) => result.Refused(out var problem, out _) ? problem.Code : null;

    private static Task<int> TriesAsync(EdgeServer server) => server.Services.GetRequiredService<SessionScopes>().RunAsync(new Facts(),
        (services, cancel) => services.GetRequiredService<PlatformDb>().Staff.Where(s => s.Email == "ana@hilo.test").Select(s => s.FailedTries).SingleAsync(cancel), CancellationToken.None);

    private static string WithoutTrace(string json) => System.Text.RegularExpressions.Regex.Replace(json, "\"traceId\":\"[^\"]*\"", "");
}
