using Hilo.Platform;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Hilo.Catalog;

internal static class SetPrices
{
    // Clocks of callers differ a little.
    private static readonly TimeSpan Slack = TimeSpan.FromMinutes(5);

    public static void Map(RouteGroupBuilder lists) => lists.MapPut("/{id}/prices", HandleAsync)
        .RequirePermission(Permissions.CatalogManage)
        .WithSummary("Set or end prices of a list. All or none; what was in force before is kept as history. With an end a price lies on top of the regular one until then.");

    private static async Task<Results<NoContent, NotFound, ProblemHttpResult>> HandleAsync(
        PriceListId id, SetPricesRequest request, PriceBook book, CatalogDb db, TimeProvider clock, CancellationToken cancel)
    {
        await CatalogTurn.TakeAsync(db.Session, cancel);
        if (await db.PriceLists.AsNoTracking().FirstOrDefaultAsync(l => l.Id == id, cancel) is not { } list) return TypedResults.NotFound();
        var now = clock.GetUtcNow();
        var wanted = request.Prices.Select(p => p.VariantId).Distinct().ToList();
        var variants = await db.Variants.AsNoTracking().Where(v => wanted.Contains(v.Id)).ToDictionaryAsync(v => v.Id, cancel);
        var published = await PublishedAsync(variants.Values, db, cancel);
        var open = await book.OpenAsync(wanted, id, cancel);
        if (request.Prices.GroupBy(p => (p.VariantId, p.MinQuantity ?? Quantity.One, p.From > now ? p.From : null, p.To)).Any(g => g.Count() > 1)) return PriceProblems.Twice.ToHttp();

        var writer = new CatalogWriter(db.Session);
        foreach (var price in request.Prices)
        {
            if (!variants.TryGetValue(price.VariantId, out var variant)) return PriceProblems.UnknownVariant(price.VariantId).ToHttp();
            if (Refused(price, list, now) is { } problem) return problem.ToHttp();
            var minimum = price.MinQuantity ?? Quantity.One;
            var rows = open.Of(variant.Id).Where(p => p.MinQuantity == minimum).ToList();
            if (price.Price is null && list.IsDefault && minimum == Quantity.One && published.Contains(variant.ProductId) && variant.RetiredAt is null)
                return PriceProblems.Needed(variant.Sku).ToHttp();
            var row = Row(price, list, minimum, now);
            var before = Price.InForce(open.Of(variant.Id), now, minimum);
            var history = row is null ? PriceHistory.End(rows, now) : PriceHistory.Set(rows, row);
            writer.Add(variant.ProductId, history, new PriceChange(variant.Id, id, before is null ? null : new Money(before.AmountMinor, list.Currency), price.Price));
            if (!history.IsUnchanged && row is not null) open.Add(row);
        }
        await writer.WriteAsync(cancel);
        return TypedResults.NoContent();
    }

    private static async Task<HashSet<ProductId>> PublishedAsync(IEnumerable<Variant> variants, CatalogDb db, CancellationToken cancel)
    {
        var products = variants.Select(v => v.ProductId).Distinct().ToList();
        return await db.Products.Where(p => products.Contains(p.Id) && p.Status == ProductStatus.Published).Select(p => p.Id).ToHashSetAsync(cancel);
    }

    private static Problem? Refused(SetPrice price, PriceList list, DateTimeOffset now)
    {
        if (price.MinQuantity is { IsPositive: false }) return PriceProblems.MinQuantityNotPositive;
        if (price is { FormerPrice: not null, Price: null }) return PriceProblems.FormerWithoutPrice;
        if (price.Price is not { } amount) return price.From is not null || price.To is not null ? PriceProblems.EndsNow : null;
        if (amount.Currency != list.Currency) return PriceProblems.WrongCurrency(amount.Currency, list.Currency);
        if (price.FormerPrice is { } other && other.Currency != list.Currency) return PriceProblems.WrongCurrency(other.Currency, list.Currency);
        if ((PriceProblems.Of(amount) ?? PriceProblems.Of(price.FormerPrice ?? amount)) is { } absurd) return absurd;
        if (price.FormerPrice <= amount) return PriceProblems.FormerNotGreater;
        if (price.From < now - Slack) return PriceProblems.StartsInThePast;
        return price.To <= (price.From ?? now) || price.To <= now ? PriceProblems.EndsBeforeItStarts : null;
    }

    private static Price? Row(SetPrice price, PriceList list, Quantity minimum, DateTimeOffset now) => price.Price is not { } amount ? null : new Price
    {
        Id = IId<PriceId>.New(),
        PriceListId = list.Id,
        VariantId = price.VariantId,
        MinQuantity = minimum,
        IsTemporary = price.To is not null,
        AmountMinor = amount.Minor,
        FormerMinor = price.FormerPrice?.Minor,
        ValidFrom = price.From is { } from && from > now ? from.ToUniversalTime() : now,
        ValidTo = price.To?.ToUniversalTime(),
        SetAt = now,
    };
}
