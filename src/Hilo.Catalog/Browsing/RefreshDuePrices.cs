using Hilo.Platform;

namespace Hilo.Catalog;

/// <summary>Prices that begin or end by the calendar tell nobody: this process looks whether one did.</summary>
internal sealed class RefreshDuePrices(LiveSnapshot live) : ISweep
{
    public Task<int> SweepAsync(CancellationToken cancel) => live.RefreshDueAsync(cancel);
}
