using Hilo.Platform;

namespace Hilo.Catalog;

/// <summary>Brings queued files in, chunk by chunk, and takes over those that a stopped process left behind.</summary>
internal sealed partial class RunImports(CatalogImports imports, ILogger<RunImports> log) : ISweep
{
    public async Task<int> SweepAsync(CancellationToken cancel)
    {
        if (await imports.NextAsync(cancel) is not { } next) return 0;
        var chunks = 1;
        try
        {
            while (await imports.StepAsync(next, cancel)) chunks++;
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            // Importing again is safe and goes on behind what is in; trying the same chunk for ever is not.
            Stopped(e, next);
            await imports.FailAsync(next, cancel);
        }
        return chunks;
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Import {Import} stopped.")]
    private partial void Stopped(Exception e, ImportId import);
}
