using System.Net;
using System.Net.Http.Json;
using System.Text.Json;

namespace Hilo.Tests.Customers;

public class Signing_in_with_a_code
{
    [Theory, EveryDatabase]
    public async Task The_mailed_code_opens_the_account_and_signing_out_closes_it(Database database)
    {
        await using var desk = await SignInDesk.OpenAsync(database);
        var asked = await desk.AskAsync("Sofia@Ejemplo.com");

        using var opened = await desk.TypeAsync(asked, $" {await desk.CodeAsync(asked)} ");
        Assert.Equal(HttpStatusCode.OK, opened.StatusCode);
        var session = SignInDesk.CookieOf(opened);
        var me = (await (await desk.CallAsync(HttpMethod.Get, "/api/v1/shop/account", session)).Content.ReadFromJsonAsync<ShopperView>(HiloJson.Tolerant))!;
        Assert.Equal(("Sofia@Ejemplo.com", "Sofia"), (me.Email, me.Name));
        Assert.Equal([true], await desk.QueryAsync($"select is_verified from customers_contact_points", row => row.GetBoolean(0)));

        using var closed = await desk.CallAsync(HttpMethod.Delete, "/api/v1/shop/sign-in/sessions/current", session);
        Assert.Equal(HttpStatusCode.NoContent, closed.StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, (await desk.CallAsync(HttpMethod.Get, "/api/v1/shop/account", session)).StatusCode);
    }

    [Theory, EveryDatabase]
    public async Task Five_wrong_codes_end_it_even_for_the_right_one(Database database)
    {
        await using var desk = await SignInDesk.OpenAsync(database);
        var asked = await desk.AskAsync("sofia@ejemplo.com");
        var code = (await desk.CodeAsync(asked))!;

        for (var guess = 1; guess <= 5; guess++)
        {
            await RefusedAsync(await desk.TypeAsync(asked, SignInDesk.Not(code)));
            Assert.Equal([guess], await desk.TriesAsync(asked));
        }
        await RefusedAsync(await desk.TypeAsync(asked, code));
        Assert.Empty(await desk.QueryAsync($"select id from platform_shopper_sessions", row => row.GetValue(0)));
    }

    [Theory, EveryDatabase]
    public async Task The_right_code_still_opens_at_the_fifth_try(Database database)
    {
        await using var desk = await SignInDesk.OpenAsync(database);
        var asked = await desk.AskAsync("sofia@ejemplo.com");
        var code = (await desk.CodeAsync(asked))!;

        for (var guess = 1; guess <= 4; guess++) await RefusedAsync(await desk.TypeAsync(asked, SignInDesk.Not(code)));

        Assert.Equal(HttpStatusCode.OK, (await desk.TypeAsync(asked, code)).StatusCode);
    }

    [Theory, EveryDatabase]
    public async Task Guesses_at_once_are_counted_one_by_one(Database database)
    {
        await using var desk = await SignInDesk.OpenAsync(database);
        var asked = await desk.AskAsync("sofia@ejemplo.com");
        var code = (await desk.CodeAsync(asked))!;

        foreach (var answer in await Task.WhenAll(Enumerable.Range(0, 40).Select(_ => desk.TypeAsync(asked, SignInDesk.Not(code))))) await RefusedAsync(answer);

        Assert.Equal([5], await desk.TriesAsync(asked));
        await RefusedAsync(await desk.TypeAsync(asked, code));
    }

    [Theory, EveryDatabase]
    public async Task Another_browser_cannot_use_a_code_that_it_did_not_ask_for(Database database)
    {
        await using var desk = await SignInDesk.OpenAsync(database);
        var (asked, other) = (await desk.AskAsync("sofia@ejemplo.com"), await desk.AskAsync("otra@ejemplo.com"));
        var code = (await desk.CodeAsync(asked))!;

        await RefusedAsync(await desk.TypeAsync(asked, code, browser: null));
        await RefusedAsync(await desk.TypeAsync(asked, code, other.Browser));

        Assert.Equal(HttpStatusCode.OK, (await desk.TypeAsync(asked, code)).StatusCode);
    }

    [Theory, EveryDatabase]
    public async Task A_code_lives_for_ten_minutes(Database database)
    {
        await using var desk = await SignInDesk.OpenAsync(database);
        var (early, late) = (await desk.AskAsync("sofia@ejemplo.com"), await desk.AskAsync("tarde@ejemplo.com"));
        var (first, second) = ((await desk.CodeAsync(early))!, (await desk.CodeAsync(late))!);

        desk.Clock.Advance(TimeSpan.FromMinutes(10) - TimeSpan.FromTicks(1));
        Assert.Equal(HttpStatusCode.OK, (await desk.TypeAsync(early, first)).StatusCode);
        desk.Clock.Advance(TimeSpan.FromTicks(1));
        await RefusedAsync(await desk.TypeAsync(late, second));
        Assert.Null(await desk.CodeAsync(late));
    }

    [Theory, EveryDatabase]
    public async Task A_code_used_twice_at_once_opens_one_session(Database database)
    {
        await using var desk = await SignInDesk.OpenAsync(database);
        var asked = await desk.AskAsync("sofia@ejemplo.com");
        var code = (await desk.CodeAsync(asked))!;

        var answers = await Task.WhenAll(desk.TypeAsync(asked, code), desk.TypeAsync(asked, code), desk.TypeAsync(asked, code));

        Assert.Single(answers, a => a.StatusCode == HttpStatusCode.OK);
        Assert.All(answers, a => Assert.True(a.StatusCode is HttpStatusCode.OK or HttpStatusCode.UnprocessableEntity));
        Assert.Single(await desk.QueryAsync($"select id from platform_shopper_sessions", row => row.GetValue(0)));
        Assert.Equal([true], await desk.QueryAsync($"select code is null from customers_sign_in_challenges", row => row.GetBoolean(0)));
    }

    [Theory, EveryDatabase]
    public async Task A_known_and_an_unknown_mailbox_are_answered_alike(Database database)
    {
        await using var desk = await SignInDesk.OpenAsync(database);
        var known = await desk.AskAsync("sofia@ejemplo.com");
        Assert.Equal(HttpStatusCode.OK, (await desk.TypeAsync(known, (await desk.CodeAsync(known))!)).StatusCode);
        var mailed = await desk.MailsAsync();

        var (again, stranger) = (await desk.AskAsync("sofia@ejemplo.com"), await desk.AskAsync("nadie@ejemplo.com"));

        Assert.Equal(Shape(again), Shape(stranger));
        Assert.Equal(mailed + 2, await desk.MailsAsync());
        // A guess at a challenge that never was reads like a wrong code.
        var absent = known with { Challenge = new SignInChallenge(IId<EventId>.New().Value, known.Challenge.ExpiresAt) };
        Assert.Equal(await TextAsync(await desk.TypeAsync(stranger, SignInDesk.Not((await desk.CodeAsync(stranger))!))), await TextAsync(await desk.TypeAsync(absent, "123456")));
    }

    [Theory, EveryDatabase]
    public async Task A_strangers_mailbox_is_not_filled(Database database)
    {
        await using var desk = await SignInDesk.OpenAsync(database);
        foreach (var spelling in new[] { "sofia@ejemplo.com", "SOFIA@ejemplo.com", "sofia+1@ejemplo.com", "sofia+2@ejemplo.com", "sofia@ejemplo.com", "sofia@ejemplo.com" }) await desk.AskAsync(spelling);
        Assert.Equal(3, await desk.MailsAsync());

        await desk.AskAsync("otra@ejemplo.com");
        Assert.Equal(4, await desk.MailsAsync());
        desk.Clock.Advance(TimeSpan.FromMinutes(11));
        await desk.AskAsync("sofia@ejemplo.com");
        Assert.Equal(5, await desk.MailsAsync());
    }

    [Theory, EveryDatabase]
    public async Task Requests_at_once_do_not_fill_a_mailbox_either(Database database)
    {
        await using var desk = await SignInDesk.OpenAsync(database);

        await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => desk.AskAsync("sofia@ejemplo.com")));

        Assert.Equal(3, await desk.MailsAsync());
    }

    [Theory, EveryDatabase]
    public async Task One_address_may_not_ask_without_end(Database database)
    {
        await using var desk = await SignInDesk.OpenAsync(database, attemptsPerMinute: 3);

        var answers = new List<HttpStatusCode>();
        for (var i = 0; i < 5; i++) answers.Add((await desk.AskRawAsync($"c{i}@ejemplo.com")).StatusCode);

        Assert.Equal([HttpStatusCode.OK, HttpStatusCode.OK, HttpStatusCode.OK, HttpStatusCode.TooManyRequests, HttpStatusCode.TooManyRequests], answers);
    }

    private static async Task RefusedAsync(HttpResponseMessage answer)
    {
        using (answer)
        {
            Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
            Assert.Contains("signin.code_refused", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
            Assert.False(answer.Headers.Contains("Set-Cookie"));
        }
    }

    private static async Task<string> TextAsync(HttpResponseMessage answer)
    {
        using var json = JsonDocument.Parse(await answer.Content.ReadAsStringAsync());
        return string.Join('\n', json.RootElement.EnumerateObject().Where(p => p.Name is not ("traceId" or "instance" or "correlationId")).Select(p => $"{p.Name}={p.Value}"));
    }

    private static string Shape(SignInDesk.Asked asked)
    {
        using var json = JsonDocument.Parse(asked.Body);
        return string.Join(',', json.RootElement.EnumerateObject().Select(p => $"{p.Name}:{p.Value.GetRawText().Length}")) + asked.Challenge.ExpiresAt;
    }
}
