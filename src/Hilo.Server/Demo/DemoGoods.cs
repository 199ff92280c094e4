namespace Hilo.Server.Demo;

/// <summary>What the invented shop has and where it sells: chosen from by its history.</summary>
internal sealed class DemoGoods(IReadOnlyList<LocationView> locations, IReadOnlyList<SalesChannelView> channels, IReadOnlyList<DemoVariant> variants)
{
    public LocationId Depot => locations.First(l => l.Kind == LocationKind.Warehouse).Id;

    public LocationId StoreOf(DemoPerson person) => locations.First(l => l.Code == person.Store).Id;

    public SalesChannelId Channel(SalesChannelKind kind) => channels.First(c => c.Kind == kind).Id;

    /// <summary>What the first count of a location found: stores hold a few of most things, none of some; the depot holds the rest.</summary>
    public static int FirstCount(DemoVariant variant, LocationKind kind, string location)
    {
        var dice = DemoPlan.Dice(Fnv(variant.Sku + location));
        return kind == LocationKind.Warehouse ? dice.Next(8, 60) : dice.Next(5) == 0 ? 0 : dice.Next(1, 9);
    }

    /// <summary>One to three things that go together on one receipt.</summary>
    /// <param name="store">Code of the store that must have them; null when the parcel may come from anywhere.</param>
    public IReadOnlyList<DemoVariant> Choose(Random dice, string? store)
    {
        var there = store is null ? variants : [.. variants.Where(v => FirstCount(v, LocationKind.Store, store) >= 3)];
        return [.. Enumerable.Range(0, dice.Next(6) switch { < 3 => 1, < 5 => 2, _ => 3 }).Select(_ => there[dice.Next(there.Count)]).DistinctBy(v => v.Product.Code)];
    }

    public IEnumerable<DemoVariant> Some(Random dice, int count) => Enumerable.Range(0, count).Select(_ => variants[dice.Next(variants.Count)]).DistinctBy(v => v.Id);

    /// <summary>The same number in every run, unlike a string's own hash.</summary>
    private static int Fnv(string text) => unchecked((int)text.Aggregate(2_166_136_261u, (hash, c) => (hash ^ c) * 16_777_619u));
}

internal sealed record DemoVariant(VariantId Id, string Sku, DemoProduct Product);
