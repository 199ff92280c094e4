using Hilo.Platform;
using Microsoft.EntityFrameworkCore;

namespace Hilo.Catalog;

/// <summary>The lists, their rows, and the one way to set a price.</summary>
internal sealed class PriceBook(DbSession session, CatalogDb db, IMerchant merchant, IEnumerable<IBrowsingChannel> channels, TimeProvider clock)
{
    /// <summary>Made at the first question, in the shop's currency.</summary>
    public async Task<PriceList> DefaultAsync(CancellationToken cancel)
    {
        if (await db.PriceLists.AsNoTracking().FirstOrDefaultAsync(l => l.IsDefault, cancel) is { } list) return list;
        await CatalogTurn.TakeAsync(session, cancel);
        if (await db.PriceLists.AsNoTracking().FirstOrDefaultAsync(l => l.IsDefault, cancel) is { } theirs) return theirs;
        var made = new PriceList { Id = IId<PriceListId>.New(), Name = "General", Currency = (await merchant.CurrentAsync(cancel)).Currency, IsDefault = true, CreatedAt = clock.GetUtcNow() };
        await CatalogTables.PriceLists.InsertAsync(session, [made], cancel);
        return made;
    }

    /// <summary>Lists that answer for the channel where shoppers browse, narrowest first.</summary>
    public async Task<IReadOnlyList<PriceList>> ForBrowsingAsync(CancellationToken cancel)
    {
        var general = await DefaultAsync(cancel);
        if (channels.FirstOrDefault() is not { } browsing || await browsing.SalesChannelAsync(cancel) is not { } channel) return [general];
        var own = await db.PriceLists.AsNoTracking().FirstOrDefaultAsync(l => l.SalesChannelId == channel, cancel);
        // A list in another currency never falls back to the default one.
        return own is null ? [general] : own.Currency == general.Currency ? [own, general] : [own];
    }

    /// <summary>Rows that are in force or planned.</summary>
    public async Task<OpenPrices> OpenAsync(IReadOnlyCollection<VariantId> variants, PriceListId list, CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        return new OpenPrices(await db.Prices.AsNoTracking()
            .Where(p => p.PriceListId == list && variants.Contains(p.VariantId) && (p.ValidTo == null || p.ValidTo > now))
            .ToListAsync(cancel));
    }

    /// <summary>What one unit costs now.</summary>
    public async Task<IReadOnlyDictionary<VariantId, Price>> InForceAsync(IReadOnlyCollection<VariantId> variants, PriceListId list, CancellationToken cancel)
    {
        var (open, now) = (await OpenAsync(variants, list, cancel), clock.GetUtcNow());
        return variants.Distinct().Select(v => Price.InForce(open.Of(v), now, Quantity.One)).OfType<Price>().ToDictionary(p => p.VariantId);
    }

    /// <summary>Sets the regular price of one unit from now on. A draft that is silent changes nothing.</summary>
    public Problem? Set(CatalogWriter writer, ProductId product, VariantId variant, PriceList list, PriceDraft? wanted, OpenPrices open, DateTimeOffset now)
    {
        if (wanted is not var (amount, former, keepsFormer)) return null;
        if (amount.Currency != list.Currency) return PriceProblems.WrongCurrency(amount.Currency, list.Currency);
        if (former is { } other && other.Currency != list.Currency) return PriceProblems.WrongCurrency(other.Currency, list.Currency);
        if ((PriceProblems.Of(amount) ?? PriceProblems.Of(former ?? amount)) is { } absurd) return absurd;
        if (former <= amount) return PriceProblems.FormerNotGreater;
        var rows = open.Of(variant).Where(p => p.MinQuantity == Quantity.One).ToList();
        var before = rows.Find(p => !p.IsTemporary && p.IsInForce(now));
        var formerMinor = keepsFormer && before?.FormerMinor > amount.Minor ? before.FormerMinor : former?.Minor;
        var price = new Price
        {
            Id = IId<PriceId>.New(),
            PriceListId = list.Id,
            VariantId = variant,
            AmountMinor = amount.Minor,
            FormerMinor = formerMinor,
            ValidFrom = now,
            SetAt = now,
        };
        var history = PriceHistory.Set(rows, price);
        writer.Add(product, history, new PriceChange(variant, list.Id, before is null ? null : new Money(before.AmountMinor, list.Currency), amount));
        if (!history.IsUnchanged) open.Add(price);
        return null;
    }
}

/// <summary>Price rows by variant, while a save decides.</summary>
internal sealed class OpenPrices(IEnumerable<Price> rows)
{
    private readonly Dictionary<VariantId, List<Price>> byVariant = rows.GroupBy(p => p.VariantId).ToDictionary(g => g.Key, g => g.ToList());

    public IReadOnlyList<Price> Of(VariantId variant) => byVariant.TryGetValue(variant, out var found) ? found : [];

    /// <summary>One unit has a regular price without an end.</summary>
    public bool Has(VariantId variant) => Of(variant).Any(p => p is { IsTemporary: false, ValidTo: null } && p.MinQuantity == Quantity.One);

    public void Add(Price price)
    {
        if (!byVariant.TryGetValue(price.VariantId, out var list)) byVariant.Add(price.VariantId, list = []);
        list.Add(price);
    }
}
