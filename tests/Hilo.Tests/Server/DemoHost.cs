using System.Net;
using System.Text.RegularExpressions;
using Hilo.Server;
using Hilo.Server.Demo;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Hilo.Tests.Server;

/// <summary>A demo in this process, open and empty: its history is not made.</summary>
internal sealed partial class DemoHost : IAsyncDisposable
{
    private readonly WebApplication app;
    private readonly string folder;
    private readonly HttpClient http;

    private DemoHost(WebApplication app, string folder, Uri address)
    {
        (this.app, this.folder) = (app, folder);
        http = new HttpClient(new SocketsHttpHandler { CookieContainer = new CookieContainer(), AllowAutoRedirect = false }) { BaseAddress = address };
        http.DefaultRequestHeaders.AcceptLanguage.ParseAdd("es-AR");
    }

    public IServiceProvider Services => app.Services;

    public DemoClock Clock => app.Services.GetRequiredService<DemoClock>();

    public static async Task<DemoHost> OpenAsync(ILoggerProvider? logs = null)
    {
        var data = Directory.CreateTempSubdirectory("hilo-demo-").FullName;
        var builder = WebApplication.CreateBuilder();
        builder.Configuration["Hilo:Data"] = data;
        var address = $"http://localhost:{Ports.Take()}/";
        var demo = DemoMode.Prepare(builder, address, isOpenToNetwork: false);
        builder.AddHilo();
        builder.Logging.ClearProviders();
        if (logs is not null) builder.Logging.SetMinimumLevel(LogLevel.Information).AddProvider(logs);
        var shop = builder.Build();
        demo.Use(shop);
        shop.MapHilo();
        DemoMode.Map(shop);
        await shop.StartAsync();
        return new DemoHost(shop, data, new Uri(address));
    }

    public Task<HttpResponseMessage> AskAsync(string path) => http.GetAsync(path);

    public async Task<string> ReadAsync(string path)
    {
        using var answer = await http.GetAsync(path);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync());
    }

    public async Task<string> SendAsync(string path, params (string Name, string Value)[] typed)
    {
        var page = await ReadAsync(path);
        var fields = Hidden().Matches(page).Select(f => KeyValuePair.Create(f.Groups["name"].Value, f.Groups["value"].Value)).Concat(typed.Select(t => KeyValuePair.Create(t.Name, t.Value)));
        using var body = new FormUrlEncodedContent(fields);
        using var answer = await http.PostAsync(path, body);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync());
    }

    public async ValueTask DisposeAsync()
    {
        http.Dispose();
        await app.StopAsync();
        await app.DisposeAsync();
        Directory.Delete(folder, recursive: true);
    }

    [GeneratedRegex("""<input type="hidden" name="(?<name>[^"]+)" value="(?<value>[^"]*)""", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Hidden();
}
