using System.CommandLine;
using Hilo.Platform;
using Hilo.Server.Demo;

namespace Hilo.Server.Commands;

/// <summary><c>serve</c>, and what happens without a command.</summary>
internal static class ServeCommand
{
    private static readonly Option<string?> Urls = new("--urls") { Description = "Addresses to listen on, separated by semicolons." };
    private static readonly Option<bool> AllowHttp = new("--allow-http") { Description = "Sign people in over plain HTTP beyond this machine. Every page says so." };
    private static readonly Option<bool> Demo = new("--demo") { Description = "Open a working shop with invented data, on this machine only." };
    private static readonly Option<bool> Lan = new("--lan") { Description = "With --demo: also listen on the network, over HTTPS with a certificate made at start." };

    public static void AddTo(RootCommand root)
    {
        var serve = new Command("serve", "Run the server (what happens without a command).");
        foreach (var command in new Command[] { root, serve })
        {
            foreach (var option in new Option[] { Urls, AllowHttp, Demo, Lan }) command.Options.Add(option);
            command.SetAction(RunAsync);
        }
        root.Subcommands.Add(serve);
    }

    private static async Task<int> RunAsync(ParseResult parsed, CancellationToken cancel)
    {
        var builder = DataFolder.Builder(parsed);
        if (parsed.GetValue(AllowHttp)) builder.Configuration["Security:AllowHttp"] = "true";
        var urls = parsed.GetValue(Urls);
        var demo = parsed.GetValue(Demo) ? DemoMode.Prepare(builder, urls, isOpenToNetwork: parsed.GetValue(Lan)) : null;
        if (demo is null && urls is not null) builder.WebHost.UseUrls(urls.Split(';'));
        await using var app = builder.AddHilo().Build();
        demo?.Use(app);
        app.Services.GetRequiredService<HeadStart>().Begin();
        app.MapHilo();
        if (demo is not null) DemoMode.Map(app);
        await app.StartAsync(cancel);
        if (demo is not null) await demo.WelcomeAsync(app, cancel);
        else await WelcomeFirstOwnerAsync(app, cancel);
        await app.WaitForShutdownAsync(cancel);
        return 0;
    }

    private static async Task WelcomeFirstOwnerAsync(WebApplication app, CancellationToken cancel)
    {
        if (await app.Services.GetRequiredService<FirstOwnerLink>().MakeAsync(cancel) is not { } path) return;
        Console.WriteLine($"Nobody works here yet. Open this link once, within a day, to become the owner:\n  {app.Urls.First()}{path}");
    }
}
