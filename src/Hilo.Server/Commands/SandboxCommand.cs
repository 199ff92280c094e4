using System.CommandLine;
using Hilo.Sandbox;

namespace Hilo.Server.Commands;

/// <summary><c>sandbox</c>: only the stand-ins of the outside systems, for a hub that runs elsewhere.</summary>
internal static class SandboxCommand
{
    public static Command Create()
    {
        var urls = new Option<string>("--urls") { Description = "Addresses to listen on, separated by semicolons.", DefaultValueFactory = _ => "http://127.0.0.1:5090" };
        var smtp = new Option<int>("--smtp-port") { Description = "Port of the mail catcher on this machine.", DefaultValueFactory = _ => 2525 };
        var sandbox = new Command("sandbox", "Run the stand-ins of payment gateway, mail and picture hosts.") { urls, smtp };
        sandbox.SetAction((parsed, cancel) => RunAsync(parsed.GetValue(urls)!, parsed.GetValue(smtp), cancel));
        return sandbox;
    }

    private static async Task<int> RunAsync(string urls, int smtpPort, CancellationToken cancel)
    {
        var builder = WebApplication.CreateBuilder();
        builder.WebHost.UseUrls(urls.Split(';'));
        builder.Services.AddSandbox(options => options.SmtpPort = smtpPort);
        await using var app = builder.Build();
        app.MapSandbox();
        await app.StartAsync(cancel);
        foreach (var address in app.Urls) Console.WriteLine($"{address}/sandbox/gateway  {address}/sandbox/mail  SMTP 127.0.0.1:{smtpPort}");
        await app.WaitForShutdownAsync(cancel);
        return 0;
    }
}
