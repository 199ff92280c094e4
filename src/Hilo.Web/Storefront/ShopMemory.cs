namespace Hilo.Web.Storefront;

/// <summary>What every page shows of the shop: name, colors, categories. Read again each second, so that a page costs no call for it.</summary>
internal sealed class ShopMemory(TimeProvider clock) : IDisposable
{
    private static readonly TimeSpan Freshness = TimeSpan.FromSeconds(1);
    private const string Closed = "cart.channel_closed";
    private readonly SemaphoreSlim turn = new(1, 1);
    private Remembered? last;

    /// <summary>Null while the owner has opened no sales channel: there is nothing to show yet.</summary>
    public async ValueTask<ShopNow?> FindAsync(HiloClient client, CancellationToken cancel)
    {
        if (Fresh is { } known) return known;
        // One asks, the others wait for its answer.
        await turn.WaitAsync(cancel);
        try
        {
            return Fresh ?? await AskAsync(client, cancel);
        }
        finally
        {
            turn.Release();
        }
    }

    /// <summary>For pages behind <see cref="NotOpenYet"/>, which have a shop.</summary>
    public async ValueTask<ShopNow> ReadAsync(HiloClient client, CancellationToken cancel) =>
        await FindAsync(client, cancel) ?? throw new InvalidOperationException("The shop has no open sales channel.");

    public void Dispose() => turn.Dispose();

    /// <summary>What is known without asking anybody; null once it is a second old.</summary>
    public ShopNow? Fresh => Volatile.Read(ref last) is { } known && clock.GetElapsedTime(known.AskedAt) < Freshness ? known.Now : null;

    private async Task<ShopNow?> AskAsync(HiloClient client, CancellationToken cancel)
    {
        var (before, askedAt) = (last?.Now, clock.GetTimestamp());
        if ((await client.Shop.ShopAsync(cancel)).Refused(out var problem, out var shop))
            return problem.Code == Closed ? null : throw new HiloProblemException(problem);
        if ((await client.Shop.WindowAsync(before?.Window, cancel)).Refused(out problem, out var window)) throw new HiloProblemException(problem);
        var isSame = before is not null && window.Categories is null && SameShop(before.Shop, shop);
        var now = isSame ? before! : new ShopNow(shop, window.Categories ?? before!.Categories, window.Tag, (before?.Edition ?? 0) + 1);
        Volatile.Write(ref last, new Remembered(now, askedAt));
        return now;
    }

    private static bool SameShop(ShopView one, ShopView other) => one with { Tenders = other.Tenders } == other && one.Tenders.SequenceEqual(other.Tenders);

    private sealed record Remembered(ShopNow Now, long AskedAt);
}

/// <param name="Window">The tag of what is browsed: another one after any change that a shopper could see.</param>
/// <param name="Edition">Grows whenever anything of this does: a page that was made for an earlier one may be out of date.</param>
internal sealed record ShopNow(ShopView Shop, IReadOnlyList<ShopCategory> Categories, string Window, long Edition);
