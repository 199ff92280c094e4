namespace Hilo.Orders;

/// <summary>How long a cart may hold units: a while from each step, and never longer than the limit from the first.</summary>
internal readonly record struct HoldWindow(DateTimeOffset StartedAt, DateTimeOffset Until)
{
    /// <param name="current">The hold that the cart has or had; a lapsed one is over, since others could take the units meanwhile.</param>
    public static HoldWindow Extended(HoldWindow? current, DateTimeOffset now, TimeSpan step, TimeSpan limit)
    {
        var startedAt = current is { } running && running.Until > now ? running.StartedAt : now;
        var until = now + step;
        var last = startedAt + limit;
        return new HoldWindow(startedAt, until < last ? until : last);
    }
}
