using System.Text.Json;

namespace Hilo.Server.Demo;

/// <summary>How far the filling of a demo is, in its data folder: one that was stopped in the middle goes on where it was.</summary>
internal sealed class DemoJournal
{
    private readonly string file;

    private DemoJournal(string file, Pages pages) => (this.file, Now) = (file, pages);

    public Pages Now { get; private set; }

    /// <summary>Null when this folder's shop was never filled, or is no demo of ours.</summary>
    public static DemoJournal? Find(string dataFolder)
    {
        var known = FileIn(dataFolder);
        return File.Exists(known) && JsonSerializer.Deserialize<Pages>(File.ReadAllText(known), HiloJson.Tolerant) is { } pages ? new DemoJournal(known, pages) : null;
    }

    /// <param name="endsAt">When the history ends: the moment the demo was first opened.</param>
    public static DemoJournal Begin(string dataFolder, DateTimeOffset endsAt)
    {
        var journal = new DemoJournal(FileIn(dataFolder), new Pages(endsAt, IsStocked: false, Done: 0, IsFinished: false, []));
        journal.Write();
        return journal;
    }

    public void Stocked() => Write(Now with { IsStocked = true });

    /// <summary>A cart that is about to be bought: bought again it answers the same order.</summary>
    public void Bought(int sale, DemoSale what) => Write(Now with { Sales = new(Now.Sales) { [sale] = what } });

    public void Done(int steps) => Write(Now with { Done = steps });

    public void Finished() => Write(Now with { IsFinished = true });

    private void Write(Pages pages)
    {
        Now = pages;
        Write();
    }

    /// <summary>Whole or not at all: the process may end between any two bytes.</summary>
    private void Write()
    {
        File.WriteAllText(file + ".new", JsonSerializer.Serialize(Now, HiloJson.Tolerant));
        File.Move(file + ".new", file, overwrite: true);
    }

    private static string FileIn(string dataFolder) => Path.Combine(dataFolder, "demo-journal.json");

    /// <param name="Done">Steps of the history that need not be told again.</param>
    internal sealed record Pages(DateTimeOffset EndsAt, bool IsStocked, int Done, bool IsFinished, Dictionary<int, DemoSale> Sales);
}

/// <summary>What the history knows of a sale: its cart while it is one, its number when it is an order.</summary>
internal sealed record DemoSale(CartId? Cart, string? Token, string? Number);
