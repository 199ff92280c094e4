using Hilo.Inventory;

namespace Hilo.Tests.Inventory;

/// <summary>Random work on stock, beside a model that a person can check: dictionaries of numbers.</summary>
internal sealed class RandomStock(Depot depot, Random random)
{
    private sealed record Held(CartId Cart, StockClaimLine Line, DateTimeOffset Until);

    private readonly Dictionary<LevelKey, long> onHand = [];
    private readonly List<Held> holds = [];
    private readonly List<StockRelease> allocated = [];
    private readonly List<CartId> carts = [.. Enumerable.Range(0, 4).Select(_ => IId<CartId>.New())];
    private LevelKey[] levels = [];

    public async Task PrepareAsync()
    {
        LocationId[] places = [await depot.HasAStore("A"), await depot.HasAStore("B")];
        VariantId[] variants = [.. Enumerable.Range(0, 3).Select(_ => IId<VariantId>.New())];
        levels = [.. from v in variants from l in places select new LevelKey(v, l)];
        foreach (var level in levels) await CountAsync(level, random.Next(0, 12));
    }

    public async Task StepAsync()
    {
        switch (random.Next(7))
        {
            case 0 or 1: await ReserveAsync(); break;
            case 2 or 3: await AllocateAsync(); break;
            case 4: await ReleaseAsync(); break;
            case 5: await CountAsync(levels[random.Next(levels.Length)], random.Next(0, 15)); break;
            default: await ExpireAsync(); break;
        }
        foreach (var level in levels)
            Assert.Equal(
                new StockCounts(new(onHand[level]), new(Reserved(level)), new(Allocated(level))), await depot.Counts(level.Variant, level.Location));
    }

    private long Reserved(LevelKey level, CartId? but = null) => holds.Where(h => At(h.Line) == level && h.Cart != but).Sum(h => h.Line.Quantity.Thousandths);

    private long Allocated(LevelKey level) => allocated.Where(a => new LevelKey(a.VariantId, a.LocationId) == level).Sum(a => a.Quantity.Thousandths);

    private static LevelKey At(StockClaimLine line) => new(line.VariantId, line.LocationId);

    private StockClaimLine[] Lines() =>
        [.. Enumerable.Range(0, random.Next(0, 4)).Select(_ => Given.ALine(levels[random.Next(levels.Length)], random.Next(1, 6)))];

    private bool CanHave(StockClaimLine[] lines, CartId? cart) =>
        lines.GroupBy(At).All(g => g.Sum(l => l.Quantity.Thousandths) <= onHand[g.Key] - Reserved(g.Key, but: cart) - Allocated(g.Key));

    private async Task ReserveAsync()
    {
        var (cart, lines) = (carts[random.Next(carts.Count)], Lines());
        var until = depot.Clock.GetUtcNow().AddMinutes(15);
        var expected = CanHave(lines, cart);
        var answer = (await depot.Reserve(Given.AReservation(cart, lines) with { Until = until })).Single();
        Assert.Equal(expected, answer.IsTaken);
        if (!expected) return;
        holds.RemoveAll(h => h.Cart == cart);
        holds.AddRange(lines.Select(l => new Held(cart, l, until)));
    }

    private async Task AllocateAsync()
    {
        CartId? cart = random.Next(2) == 0 ? carts[random.Next(carts.Count)] : null;
        StockClaimLine[] lines = [.. holds.Where(h => h.Cart == cart && random.Next(3) > 0).Select(h => h.Line), .. Lines()];
        if (lines.Length == 0) return;
        var expected = CanHave(lines, cart);
        var claim = Given.AClaim(cart, lines);
        Assert.Equal(expected, (await depot.Allocate(claim)).Single().IsTaken);
        if (!expected) return;
        holds.RemoveAll(h => h.Cart == cart);
        allocated.AddRange(lines.Select(l => new StockRelease(claim.Order, l.OrderLine, l.VariantId, l.LocationId, l.Quantity)));
    }

    private async Task ReleaseAsync()
    {
        if (allocated.Count == 0) return;
        var index = random.Next(allocated.Count);
        var whole = allocated[index];
        var part = whole with { Quantity = new Quantity(random.NextInt64(1, whole.Quantity.Thousandths + 1)) };
        if (random.Next(2) == 0)
        {
            await depot.Deallocate(part);
        }
        else
        {
            await depot.Issue(StockIssue.HandedOver, part);
            onHand[new(part.VariantId, part.LocationId)] -= part.Quantity.Thousandths;
        }
        allocated[index] = whole with { Quantity = whole.Quantity - part.Quantity };
        allocated.RemoveAll(a => a.Quantity.IsZero);
    }

    private async Task CountAsync(LevelKey level, int units)
    {
        var answer = await depot.Set(level.Variant, level.Location, units);
        var promised = Reserved(level) + Allocated(level);
        Assert.Equal(units * 1000L < promised, answer.Refused.Count == 1);
        if (answer.Refused.Count == 0) onHand[level] = units * 1000L;
        else Assert.Equal(new Quantity(promised), answer.Refused[0].Promised);
    }

    private async Task ExpireAsync()
    {
        depot.Clock.Advance(TimeSpan.FromMinutes(random.Next(1, 12)));
        await depot.Sweep();
        holds.RemoveAll(h => h.Until <= depot.Clock.GetUtcNow());
    }
}
