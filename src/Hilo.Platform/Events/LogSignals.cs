namespace Hilo.Platform;

/// <summary>Tells this process that the log grew. A signal only shortens the wait: everybody who listens also looks each second.</summary>
public sealed class LogSignals(IDatabase database)
{
    /// <summary>Committed, perhaps without position.</summary>
    internal Signal Written { get; } = new();

    /// <summary>Readable by position.</summary>
    internal Signal Numbered { get; } = new();

    internal void EventsWritten()
    {
        Written.Raise();
        if (database.Dialect == Dialect.Sqlite) Numbered.Raise();
    }
}
