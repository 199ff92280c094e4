using System.CommandLine;
using System.Text.Json;
using Hilo.Insights;
using Hilo.Platform;

namespace Hilo.Server.Commands;

/// <summary><c>check</c>: runs every invariant of stock, money, orders and mail; the exit code is 1 when one is broken.</summary>
internal static class CheckCommand
{
    private static readonly Option<bool> Json = new("--json") { Description = "Print the whole report as JSON." };

    public static Command Create()
    {
        var check = new Command("check", "Run every invariant and say which are broken.") { Json };
        check.SetAction(RunAsync);
        return check;
    }

    private static async Task<int> RunAsync(ParseResult parsed, CancellationToken cancel)
    {
        await using var app = DataFolder.Builder(parsed).AddHilo().Build();
        await app.Services.GetRequiredService<Migrations>().ApplyAsync(cancel);
        var report = await app.Services.GetRequiredService<InvariantRun>().RunAsync(cancel);
        if (parsed.GetValue(Json)) Console.WriteLine(JsonSerializer.Serialize(report, HiloJson.Tolerant));
        else
            foreach (var invariant in report.Invariants)
            {
                Console.WriteLine($"{(invariant.Violations.Count == 0 ? "ok    " : "BROKEN")} {invariant.Name}");
                foreach (var violation in invariant.Violations) Console.WriteLine($"         {violation}");
            }
        return report.Invariants.All(i => i.Violations.Count == 0) ? 0 : 1;
    }
}
