using System.Net;
using System.Text.RegularExpressions;

namespace Hilo.Tests.Web;

/// <summary>A browser without script: it keeps cookies, follows redirects, and sends the forms that a page really has.</summary>
internal sealed partial class Visit : IDisposable
{
    private readonly HttpClient http;

    public Visit(Shop shop, string language = "es-AR")
    {
        http = new HttpClient(new SocketsHttpHandler { CookieContainer = new CookieContainer(), AllowAutoRedirect = true }) { BaseAddress = shop.Address };
        http.DefaultRequestHeaders.AcceptLanguage.ParseAdd(language);
    }

    public string Html { get; private set; } = "";

    public Uri Address { get; private set; } = null!;

    public HttpStatusCode Status { get; private set; }

    public HttpResponseMessage Answer { get; private set; } = null!;

    public async Task OpenAsync(string address) => await ReadAsync(await http.GetAsync(address));

    /// <summary>What shoppers browse follows the log by a moment: opens the page again until it says so.</summary>
    public async Task OpenOnceItShowsAsync(string address, string text)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        do await OpenAsync(address);
        while (!WebUtility.HtmlDecode(Html).Contains(text, StringComparison.Ordinal) && !patience.IsCancellationRequested);
        Shows(text);
    }

    /// <inheritdoc cref="OpenOnceItShowsAsync"/>
    public async Task OpenOnceItDoesNotShowAsync(string address, string text)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        do await OpenAsync(address);
        while (WebUtility.HtmlDecode(Html).Contains(text, StringComparison.Ordinal) && !patience.IsCancellationRequested);
        Assert.DoesNotContain(text, WebUtility.HtmlDecode(Html), StringComparison.Ordinal);
    }

    /// <summary>Sends the first form whose action ends so, with what it carries and what is typed.</summary>
    public async Task SendAsync(string action, params (string Name, string Value)[] typed)
    {
        var form = FormFor(action);
        await PostAsync(ActionOf(form), Carried(form).Concat(typed.Select(t => KeyValuePair.Create(t.Name, t.Value))));
    }

    /// <summary>Sends a form with a file in it.</summary>
    public Task UploadAsync(string action, string field, string fileName, string content, params (string Name, string Value)[] typed) =>
        UploadAsync(action, field, fileName, System.Text.Encoding.UTF8.GetBytes(content), typed);

    /// <inheritdoc cref="UploadAsync(string, string, string, string, ValueTuple{string, string}[])"/>
    public async Task UploadAsync(string action, string field, string fileName, byte[] content, params (string Name, string Value)[] typed)
    {
        var form = FormFor(action);
        using var body = new MultipartFormDataContent();
        foreach (var (name, value) in Carried(form).Concat(typed.Select(t => KeyValuePair.Create(t.Name, t.Value)))) body.Add(new StringContent(value), name);
        body.Add(new ByteArrayContent(content), field, fileName);
        await ReadAsync(await http.PostAsync(new Uri(Address, ActionOf(form)), body));
    }

    /// <summary>Follows a page that only leads on.</summary>
    public Task GoOnAsync() => OpenAsync(WebUtility.HtmlDecode(Onward().Match(Html).Groups["address"].Value));

    public async Task PostAsync(string address, IEnumerable<KeyValuePair<string, string>> fields)
    {
        using var body = new FormUrlEncodedContent(fields);
        await ReadAsync(await http.PostAsync(new Uri(Address ?? http.BaseAddress!, address), body));
    }

    public void Shows(string text) => Assert.True(WebUtility.HtmlDecode(Html).Contains(text, StringComparison.Ordinal), $"{Address} does not say '{text}':\n{Html}");

    public void Dispose() => http.Dispose();

    private async Task ReadAsync(HttpResponseMessage answer)
    {
        Answer = answer;
        (Html, Address, Status) = (await answer.Content.ReadAsStringAsync(), answer.RequestMessage!.RequestUri!, answer.StatusCode);
    }

    private Match FormFor(string action) => Forms().Matches(Html).FirstOrDefault(f => ActionOf(f).EndsWith(action, StringComparison.Ordinal))
        ?? throw new Xunit.Sdk.XunitException($"{Address} has no form for '{action}':\n{Html}");

    private static IEnumerable<KeyValuePair<string, string>> Carried(Match form) => Hidden().Matches(form.Groups["inside"].Value)
        .Select(f => KeyValuePair.Create(WebUtility.HtmlDecode(f.Groups["name"].Value), WebUtility.HtmlDecode(f.Groups["value"].Value)));

    // A form without an action goes to its own page.
    private string ActionOf(Match form) => form.Groups["action"] is { Success: true, Value: var action } ? WebUtility.HtmlDecode(action) : Address.PathAndQuery;

    [GeneratedRegex("<form(?=[^>]*method=\"post\")(?:(?=[^>]*action=\"(?<action>[^\"]*)\"))?[^>]*>(?<inside>.*?)</form>", RegexOptions.Singleline | RegexOptions.ExplicitCapture, 2000)]
    private static partial Regex Forms();

    [GeneratedRegex("http-equiv=\"refresh\" content=\"0;url=(?<address>[^\"]+)\"", RegexOptions.ExplicitCapture, 2000)]
    private static partial Regex Onward();

    [GeneratedRegex("<input type=\"hidden\" name=\"(?<name>[^\"]*)\" value=\"(?<value>[^\"]*)\"", RegexOptions.ExplicitCapture, 2000)]
    private static partial Regex Hidden();
}
