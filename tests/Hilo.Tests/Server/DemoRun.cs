using System.Diagnostics;
using System.Text.Json;

namespace Hilo.Tests.Server;

/// <summary>A demo in a process of its own, which can be killed.</summary>
internal sealed class DemoRun : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(4);
    private readonly string folder;
    private Process? process;

    public DemoRun(string folder) => this.folder = folder;

    public int Port { get; } = Ports.Take();

    /// <summary>What the journal says; null before it was begun.</summary>
    public (int Done, bool IsStocked, bool IsFinished)? Journal
    {
        get
        {
            var file = Path.Combine(folder, "demo-journal.json");
            if (!File.Exists(file)) return null;
            using var read = JsonDocument.Parse(File.ReadAllText(file));
            var root = read.RootElement;
            return (root.GetProperty("done").GetInt32(), root.GetProperty("isStocked").GetBoolean(), root.GetProperty("isFinished").GetBoolean());
        }
    }

    public void Start()
    {
        var start = new ProcessStartInfo(ServerProgram.File) { RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false };
        foreach (var argument in new[] { "--demo", "--urls", $"http://localhost:{Port}", "--data", folder }) start.ArgumentList.Add(argument);
        process = Process.Start(start)!;
        process.OutputDataReceived += (_, _) => { };
        process.ErrorDataReceived += (_, _) => { };
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
    }

    /// <summary>Ends it in the middle of whatever it does.</summary>
    public async Task KillAsync()
    {
        process!.Kill();
        await process.WaitForExitAsync();
        process.Dispose();
        process = null;
    }

    public async Task UntilAsync(Func<bool> reached)
    {
        var begun = Stopwatch.StartNew();
        using var watch = new PeriodicTimer(TimeSpan.FromMilliseconds(20));
        while (!reached())
        {
            if (begun.Elapsed > Patience) throw new TimeoutException($"The demo came no further than {Journal}.");
            if (process is { HasExited: true }) throw new InvalidOperationException("The demo ended by itself.");
            await watch.WaitForNextTickAsync();
        }
    }

    public void Dispose()
    {
        if (process is null) return;
        process.Kill();
        process.WaitForExit();
        process.Dispose();
    }
}
