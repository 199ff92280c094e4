namespace Hilo.Web.Storefront;

/// <summary>The shop's name, colors and categories, which every page shows and which change a few times a year: read again after some seconds.</summary>
internal sealed class ShopMemory(TimeProvider clock)
{
    private static readonly TimeSpan Freshness = TimeSpan.FromSeconds(5);
    private Remembered? last;

    public async ValueTask<(ShopView Shop, IReadOnlyList<ShopCategory> Categories)> ReadAsync(HiloClient client, CancellationToken cancel)
    {
        if (last is { } known && clock.GetElapsedTime(known.ReadAt) < Freshness) return (known.Shop, known.Categories);
        var shop = await client.Shop.ShopAsync(cancel);
        if (shop.Refused(out var problem, out var view)) throw new HiloProblemException(problem);
        var categories = (await client.Shop.CategoriesAsync(cancel)).Refused(out _, out var list) ? [] : list;
        last = new Remembered(view, categories, clock.GetTimestamp());
        return (view, categories);
    }

    private sealed record Remembered(ShopView Shop, IReadOnlyList<ShopCategory> Categories, long ReadAt);
}
