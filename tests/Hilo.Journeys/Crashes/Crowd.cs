using System.Collections.Concurrent;
using System.Diagnostics;
using Hilo.Client;

namespace Hilo.Journeys.Crashes;

/// <summary>People who place orders without a pause, each asking again under the same key until there is an answer.</summary>
internal sealed class Crowd
{
    private const int People = 8;
    private readonly HiloClient owner;
    private readonly Goods goods;
    private readonly ConcurrentQueue<string> numbers = new();
    private readonly ConcurrentQueue<Problem> refusals = new();
    private readonly Task working;
    private volatile bool isOver;
    private volatile bool hasFailed;

    public Crowd(HiloClient owner, Goods goods)
    {
        (this.owner, this.goods) = (owner, goods);
        working = Task.WhenAll(Enumerable.Range(0, People).Select(_ => Task.Run(WorkAsync)));
    }

    /// <summary>The orders of which somebody was told, sorted.</summary>
    public List<string> Numbers => [.. numbers.Order(StringComparer.Ordinal)];

    public IReadOnlyCollection<Problem> Refusals => refusals;

    /// <summary>Waits until it happens, or until somebody was told nonsense.</summary>
    public async Task SeesAsync(Func<bool> happened, TimeSpan patience)
    {
        for (var since = Stopwatch.StartNew(); !happened(); await Task.Delay(TimeSpan.FromMilliseconds(50)))
        {
            if (working.IsCompleted) await working;
            Assert.True(since.Elapsed < patience, "It did not happen.");
        }
    }

    /// <summary>Everybody gets the answer to what was asked, and leaves.</summary>
    public Task LeavesAsync()
    {
        isOver = true;
        return working;
    }

    private async Task WorkAsync()
    {
        while (!isOver)
        {
            var key = IId<EventId>.New().ToString();
            while (await AsksAsync(key) is null && !hasFailed) await Task.Delay(TimeSpan.FromMilliseconds(50));
        }
    }

    private async Task<string?> AsksAsync(string key)
    {
        var request = new PlaceOrderRequest(
            goods.Phone.Id, [new PlaceOrderLine(Quantity.One, goods.Size("S").Id)], new CartDelivery(DeliveryKind.Pickup, goods.Palermo.Id),
            new CartContact("ana@ejemplo.com", "Ana"), new PlaceOrderPayment(Tender.Cash, Received: true));
        if ((await owner.Orders.PlaceAsync(request, key)).Refused(out var problem, out var order))
        {
            refusals.Enqueue(problem);
            if (problem.Status == 503) return null;
            hasFailed = isOver = true;
            throw new InvalidOperationException($"{problem.Status} {problem.Code}: {problem.Detail}");
        }
        numbers.Enqueue(order.Number);
        return order.Number;
    }
}
