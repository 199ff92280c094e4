using System.Diagnostics;
using Microsoft.Extensions.Logging;

namespace Hilo.Platform;

/// <summary>Something that runs all the time on exactly one node: takes the lease, works while there is work, sleeps until woken, takes over when another node dies.</summary>
/// <param name="pace">Steps begin at least so far apart: what arrives meanwhile shares the next one. Nothing waits for a step that comes after a rest.</param>
internal abstract partial class LeasedLoop(string name, Leases leases, Signal wake, TimeSpan pace, ILogger log)
{
    private static readonly TimeSpan Poll = TimeSpan.FromSeconds(1);

    public string Name => name;

    /// <summary>This node is the one that does it.</summary>
    public bool IsHolding { get; private set; }

    public async Task RunAsync(CancellationToken stop)
    {
        while (!stop.IsCancellationRequested)
        {
            try
            {
                if (await leases.TakeAsync(name, stop) is { } lease) await HoldAsync(lease, stop);
                else await Task.Delay(Poll, stop);
            }
            catch (OperationCanceledException) when (stop.IsCancellationRequested)
            {
                return;
            }
            catch (LeaseLostException lost)
            {
                Lost(name, lost.Message);
            }
            catch (Exception e)
            {
                Stumbled(e, name);
                await Task.WhenAny(Task.Delay(Poll, stop));
            }
        }
    }

    /// <summary>Called once per holding, before the first step.</summary>
    protected virtual Task BeginAsync(Lease lease, CancellationToken cancel) => Task.CompletedTask;

    /// <summary>Does a piece of work. Answers whether there is more at once.</summary>
    protected abstract Task<bool> StepAsync(Lease lease, CancellationToken cancel);

    private async Task HoldAsync(Lease lease, CancellationToken stop)
    {
        using var over = CancellationTokenSource.CreateLinkedTokenSource(stop);
        var renewing = leases.KeepAsync(lease, over);
        try
        {
            IsHolding = true;
            await BeginAsync(lease, over.Token);
            while (!over.IsCancellationRequested)
            {
                var (seen, began) = (wake.Version, Stopwatch.GetTimestamp());
                if (await StepAsync(lease, over.Token)) continue;
                await wake.WaitAsync(seen, Poll, over.Token);
                await LogSignals.PaceAsync(began, pace, over.Token);
            }
        }
        catch (OperationCanceledException) when (over.IsCancellationRequested && !stop.IsCancellationRequested)
        {
            throw new LeaseLostException(lease);
        }
        finally
        {
            IsHolding = false;
            await over.CancelAsync();
            await renewing;
            await ReturnAsync(lease);
        }
    }

    private async Task ReturnAsync(Lease lease)
    {
        try
        {
            using var shortly = new CancellationTokenSource(TimeSpan.FromSeconds(2));
            await leases.ReturnAsync(lease, shortly.Token);
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            // It ends by itself.
            Stumbled(e, name);
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "{Name}: {Why}")]
    private partial void Lost(string name, string why);

    [LoggerMessage(Level = LogLevel.Error, Message = "{Name} stumbled and goes on in a second.")]
    private partial void Stumbled(Exception exception, string name);
}
