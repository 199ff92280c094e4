using System.CommandLine;

namespace Hilo.Server.Commands;

/// <summary><c>serve</c>, and what happens without a command.</summary>
internal static class ServeCommand
{
    private static readonly Option<string?> Urls = new("--urls") { Description = "Addresses to listen on, separated by semicolons." };
    private static readonly Option<string?> Data = new("--data") { Description = "Folder of the SQLite file, keys and files." };

    public static void AddTo(RootCommand root)
    {
        var serve = new Command("serve", "Run the server (what happens without a command).");
        foreach (var command in new Command[] { root, serve })
        {
            command.Options.Add(Urls);
            command.Options.Add(Data);
            command.SetAction((parsed, cancel) => RunAsync(parsed.GetValue(Urls), parsed.GetValue(Data), cancel));
        }
        root.Subcommands.Add(serve);
    }

    private static async Task<int> RunAsync(string? urls, string? data, CancellationToken cancel)
    {
        var builder = WebApplication.CreateBuilder();
        if (data is not null) builder.Configuration["Hilo:Data"] = data;
        if (urls is not null) builder.WebHost.UseUrls(urls.Split(';'));
        var app = builder.AddHilo().Build().MapHilo();
        await app.StartAsync(cancel);
        await app.WaitForShutdownAsync(cancel);
        return 0;
    }
}
