using Hilo.Platform;
using Microsoft.Extensions.Hosting;

namespace Hilo.Catalog;

/// <summary>Brings queued files in, chunk by chunk, and takes over those that a stopped process left behind.</summary>
internal sealed partial class RunImports(CatalogImports imports, ILogger<RunImports> log) : BackgroundService
{
    private static readonly TimeSpan Poll = TimeSpan.FromSeconds(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                while (await imports.NextAsync(stoppingToken) is { } next)
                    while (await imports.StepAsync(next, stoppingToken))
                    {
                    }
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
            catch (Exception e)
            {
                // What is in stays in; the same chunk is tried again.
                Stumbled(e);
            }
            await Task.WhenAny(imports.ExpectedAsync(Poll, stoppingToken));
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "An import stumbled and goes on at the same place in a moment.")]
    private partial void Stumbled(Exception e);
}
