using System.Net;
using System.Text.RegularExpressions;
using Hilo.Platform;
using Microsoft.Extensions.DependencyInjection;

namespace Hilo.Tests.Web;

public partial class Becoming_the_owner
{
    [Theory, EveryDatabase]
    public async Task The_first_owner_gets_a_page_that_needs_no_script_and_works_once(Database database)
    {
        await using var shop = await Shop.OpenAsync(database);
        var path = await shop.Services.GetRequiredService<FirstOwnerLink>().MakeAsync(CancellationToken.None);
        using var http = new HttpClient(new SocketsHttpHandler { UseCookies = false, AllowAutoRedirect = false }) { BaseAddress = shop.Address };
        var page = await http.GetAsync(path);
        var token = Antiforgery().Match(await page.Content.ReadAsStringAsync()).Groups["token"].Value;
        var cookies = string.Join("; ", page.Headers.GetValues("Set-Cookie").Select(c => c.Split(';')[0]));
        Dictionary<string, string> fields = new(StringComparer.Ordinal) { ["name"] = "Leo", ["email"] = "leo@hilo.test", ["password"] = "una clave larga" };

        using var forged = new HttpRequestMessage(HttpMethod.Post, path) { Content = new FormUrlEncodedContent(fields) };
        Assert.Equal(HttpStatusCode.BadRequest, (await http.SendAsync(forged)).StatusCode);

        fields["__RequestVerificationToken"] = token;
        using var first = new HttpRequestMessage(HttpMethod.Post, path) { Content = new FormUrlEncodedContent(fields), Headers = { { "Cookie", cookies } } };
        var answer = await http.SendAsync(first);
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        Assert.Contains(answer.Headers.GetValues("Set-Cookie"), c => c.StartsWith("hilo-staff=", StringComparison.Ordinal));

        using var second = new HttpRequestMessage(HttpMethod.Post, path) { Content = new FormUrlEncodedContent(fields), Headers = { { "Cookie", cookies } } };
        Assert.NotEqual(HttpStatusCode.Redirect, (await http.SendAsync(second)).StatusCode);
    }

    [GeneratedRegex("name=\"__RequestVerificationToken\"[^>]* value=\"(?<token>[^\"]+)\"", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Antiforgery();
}
