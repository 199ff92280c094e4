using Hilo.Catalog;

namespace Hilo.Tests.Catalog;

public class Saving_a_product
{
    [Theory, EveryDatabase]
    public async Task Makes_it_sellable_and_tells(Database database)
    {
        await using var shelf = await Shelf.OnAsync(database);

        var product = await shelf.SaveAsync(Given.AJacket());

        var sold = (await shelf.SellableAsync([.. product.Variants.Select(v => v.Id)])).Values.OrderBy(s => s.VariantTitle).ToList();
        Assert.Equal(["M", "S"], sold.Select(s => s.VariantTitle));
        Assert.Equal(("campera-de-jean-tafi", "CAMPERA-DE-JEAN-TAFI-M", Money.Ars(48_900), TaxCode.Vat21), (sold[0].ProductHandle, sold[0].Sku, sold[0].Price, sold[0].TaxCode));
        Assert.Equal(["catalog.prices_changed", "catalog.product_saved"], (await shelf.EventsAsync()).Order());
    }

    [Theory, EveryDatabase]
    public async Task Reads_back_all_that_was_said(Database database)
    {
        await using var shelf = await Shelf.OnAsync(database);
        var request = Given.AJacket() with
        {
            Description = "Abriga.\n\nMucho.",
            Brand = "Retama",
            ProductType = "Campera",
            Tags = ["jean", "nuevo"],
            Attributes = [new NamedText("Composición", "100 % algodón")],
            PictureUrls = ["https://fotos.ejemplo.com.ar/a.jpg", "https://fotos.ejemplo.com.ar/b.jpg"],
        };

        await shelf.SaveAsync(request);

        var product = await shelf.LoadAsync("campera-de-jean-tafi");
        Assert.Equal(("Abriga.\n\nMucho.", "Retama", "Campera", 1), (product.Description, product.Brand, product.ProductType, product.Version));
        Assert.Equal(["jean", "nuevo"], product.Tags);
        Assert.Equal([new NamedText("Composición", "100 % algodón")], product.Attributes);
        Assert.Equal(request.PictureUrls, product.Pictures.Select(p => p.SourceUrl));
        Assert.All(product.Pictures, p => Assert.Equal(PictureState.Waiting, p.State));
    }

    [Theory, EveryDatabase]
    public async Task Again_without_a_change_writes_and_tells_nothing(Database database)
    {
        await using var shelf = await Shelf.OnAsync(database);
        var product = await shelf.SaveAsync(Given.AJacket());
        var told = (await shelf.EventsAsync()).Count;
        var same = Given.AJacket() with { Variants = [.. product.Variants.Select(v => new SaveVariant(v.Id, OptionValues: v.OptionValues, Price: Money.Ars(48_900)))] };

        await shelf.SaveAsync(same, product.Id);

        Assert.Equal(1, (await shelf.LoadAsync(product.Handle)).Version);
        Assert.Equal(told, (await shelf.EventsAsync()).Count);
    }

    [Theory, EveryDatabase]
    public async Task Retires_variants_that_are_left_out_and_still_names_them(Database database)
    {
        await using var shelf = await Shelf.OnAsync(database);
        var product = await shelf.SaveAsync(Given.AJacket());
        var (small, medium) = (product.Variants[0].Id, product.Variants[1].Id);

        await shelf.SaveAsync(Given.AJacket(sizes: "M"), product.Id);

        Assert.Equal([medium], (await shelf.SellableAsync(small, medium)).Keys);
        var names = await shelf.Node.DoAsync(s => Get<ISellables>(s).NameAsync([small, medium], CancellationToken.None));
        Assert.Equal(["M", "S"], names.Values.Select(n => n.VariantTitle).Order());
    }

    [Theory, EveryDatabase]
    public async Task Lets_two_variants_swap_their_codes(Database database)
    {
        await using var shelf = await Shelf.OnAsync(database);
        var product = await shelf.SaveAsync(Given.AJacket() with { Variants = [Variant("S", "A-1"), Variant("M", "A-2")] });
        var (small, medium) = (product.Variants[0].Id, product.Variants[1].Id);

        await shelf.SaveAsync(Given.AJacket() with { Variants = [Variant("S", "A-2") with { Id = small }, Variant("M", "A-1") with { Id = medium }] }, product.Id);

        Assert.Equal(["A-2", "A-1"], (await shelf.LoadAsync(product.Handle)).Sold.Select(v => v.Sku));

        static SaveVariant Variant(string size, string sku) => new(Sku: sku, OptionValues: [size], Price: Money.Ars(10));
    }

    [Theory, EveryDatabase]
    public async Task Finds_variants_by_sku_and_by_gtin(Database database)
    {
        await using var shelf = await Shelf.OnAsync(database);
        var cap = await shelf.SaveAsync(Given.ACap(sku: "GOR-1", gtin: "7791234500017"));

        var found = await shelf.Node.DoAsync(s => Get<ISellables>(s).FindCodesAsync(["GOR-1", "7791234500017", "nothing"], CancellationToken.None));

        Assert.Equal(2, found.Count);
        Assert.All(found.Values, id => Assert.Equal(cap.Variants[0].Id, id));
    }

    [Theory, EveryDatabase]
    public async Task Refuses_codes_and_addresses_that_others_have(Database database)
    {
        await using var shelf = await Shelf.OnAsync(database);
        await shelf.SaveAsync(Given.ACap(sku: "GOR-1", gtin: "7791234500017"));

        Assert.Equal("variant.sku_taken", await CodeOf(shelf, Given.ACap("Otro", sku: "GOR-1")));
        Assert.Equal("variant.gtin_taken", await CodeOf(shelf, Given.ACap("Otro", gtin: "7791234500017")));
        Assert.Equal("product.handle_taken", await CodeOf(shelf, Given.ACap("Otro") with { Handle = "gorro-de-lana-ushuaia" }));
        Assert.Equal("gorro-de-lana-ushuaia-2", (await shelf.SaveAsync(Given.ACap())).Handle);
    }

    [Theory, EveryDatabase]
    public async Task Refuses_what_cannot_be(Database database)
    {
        await using var shelf = await Shelf.OnAsync(database);

        Assert.Equal("variant.gtin_invalid", await CodeOf(shelf, Given.ACap(gtin: "7791234500012")));
        Assert.Equal("variant.price_missing", await CodeOf(shelf, Given.ACap() with { Variants = [new SaveVariant()] }));
        Assert.Equal("variant.same_options", await CodeOf(shelf, Given.AJacket(sizes: ["M", "M"])));
        Assert.Equal("variant.option_values_missing", await CodeOf(shelf, Given.AJacket() with { Options = [new("Talle", []), new("Color", [])] }));
        Assert.Equal("product.title_missing", await CodeOf(shelf, Given.ACap(" ")));
        Assert.Equal("product.handle_missing", await CodeOf(shelf, Given.ACap("¡!")));
        Assert.Equal("price.wrong_currency", await CodeOf(shelf, Given.ACap() with { Variants = [new SaveVariant(Price: Money.Of(1, Currency.Usd))] }));
        Assert.Equal("price.former_not_greater", await CodeOf(shelf, Given.ACap() with { Variants = [new SaveVariant(Price: Money.Ars(2), FormerPrice: Money.Ars(2))] }));
        Assert.Equal("picture.address_invalid", await CodeOf(shelf, Given.ACap() with { PictureUrls = ["file:///etc/passwd"] }));
        Assert.Empty(await shelf.EventsAsync());
    }

    private static async Task<string?> CodeOf(Shelf shelf, SaveProductRequest request) =>
        (await shelf.TryAsync(request)).Refused(out var problem, out _) ? problem.Code : null;

    private static T Get<T>(IServiceProvider services) where T : notnull => (T)services.GetService(typeof(T))!;
}
