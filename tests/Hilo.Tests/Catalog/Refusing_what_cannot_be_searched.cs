using Hilo.Catalog;
using Hilo.Client;
using Hilo.Platform;
using Microsoft.Extensions.DependencyInjection;

namespace Hilo.Tests.Catalog;

/// <summary>What shoppers ask and shops teach the search that nobody could answer: each is refused with its own sentence.</summary>
public class Refusing_what_cannot_be_searched
{
    [Theory, EveryDatabase]
    public async Task Questions_that_nobody_can_answer(Database database)
    {
        await using var shop = await Shop.OpenAsync(database);
        var browsing = shop.Guest.Shop;

        var sort = (await browsing.ProductsAsync(sort: new string('x', 3_000))).Problem();
        Assert.Equal(("browse.unknown_sort", 400, true), (sort.Code, sort.Status, sort.Detail.Length < 200));
        foreach (var range in new[] { "5", "-", "-0", "20-10", "10-10", "1-2-3", " 1-2", "1.5-2", "uno-dos", "10000000001-" })
            Assert.Equal("browse.unknown_price_range", (await browsing.ProductsAsync(prices: ["1-2", range])).Problem().Code);
        Assert.Equal("browse.search_too_long", (await browsing.ProductsAsync(new string('a', 201))).Problem().Code);
        Assert.Equal("browse.search_too_long", (await browsing.ProductsAsync(options: Enumerable.Range(0, 20).Select(i => ("talle", $"{i}")), prices: ["1-2"])).Problem().Code);
        Assert.Equal("browse.search_too_long", (await browsing.SuggestAsync(new string('a', 201))).Problem().Code);

        // The longest ones are as long as the refusal says.
        Assert.Empty((await browsing.ProductsAsync(new string('a', 200), options: Enumerable.Range(0, 19).Select(i => ("talle", $"{i}")), prices: ["-10000000000"])).Value().Items);
        Assert.Empty((await browsing.SuggestAsync(new string('a', 200))).Value().Terms);
    }

    [Theory, EveryDatabase]
    public async Task Synonyms_that_say_nothing_new(Database database)
    {
        await using var shop = await Shop.OpenAsync(database);
        var catalog = (await shop.StaffAsync()).Catalog;
        var known = (await catalog.CreateSynonymAsync(new(["jean", "denim"]))).Value();

        Assert.Equal("synonym.empty", (await catalog.CreateSynonymAsync(new(["pulóver", "¡!"]))).Problem().Code);
        Assert.Equal("synonym.empty", (await catalog.SaveSynonymAsync(known.Id, known.Version, new(["jean", " "]))).Problem().Code);
        Assert.Equal("synonym.twice", (await catalog.CreateSynonymAsync(new(["Pulóver", "suéter", "pulover"]))).Problem().Code);
        Assert.Equal("synonym.twice", (await catalog.SaveSynonymAsync(known.Id, known.Version, new(["jean", "¡JEAN!"]))).Problem().Code);

        Assert.Equivalent(known, Assert.Single((await catalog.SynonymsAsync()).Value()), strict: true);
    }

    [Theory, EveryDatabase]
    public async Task More_synonyms_than_a_shop_has(Database database)
    {
        await using var shop = await Shop.OpenAsync(database);
        var catalog = (await shop.StaffAsync()).Catalog;
        await shop.DoAsync(async services =>
        {
            var many = Enumerable.Range(1, Synonym.MostGroups).Select(i => new Synonym { Id = IId<SynonymId>.New(), Terms = [$"a{i}", $"b{i}"] }).ToList();
            await CatalogTables.Synonyms.InsertAsync(services.GetRequiredService<DbSession>(), many, CancellationToken.None);
            return many.Count;
        });
        var last = (await catalog.SynonymsAsync()).Value()[^1];

        Assert.Equal("synonym.too_many", (await catalog.CreateSynonymAsync(new(["jean", "denim"]))).Problem().Code);
        Assert.Equal(Synonym.MostGroups, (await catalog.SynonymsAsync()).Value().Count);

        // Those that are there can still be changed, and one that goes makes room.
        (await catalog.SaveSynonymAsync(last.Id, last.Version, new(["jean", "denim"]))).Value();
        Assert.Null(await catalog.DeleteSynonymAsync(last.Id));
        (await catalog.CreateSynonymAsync(new(["jean", "denim"]))).Value();
    }
}
