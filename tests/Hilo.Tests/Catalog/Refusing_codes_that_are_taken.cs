using System.Text;
using Hilo.Client;

namespace Hilo.Tests.Catalog;

/// <summary>A SKU and a bar code name one variant: whoever gives them to a second one is told, and nothing changes.</summary>
public class Refusing_codes_that_are_taken
{
    private static readonly SaveProductRequest Shirt = Given.AJacket("Remera", ProductStatus.Draft, "S");

    [Theory, EveryDatabase]
    public async Task Codes_that_another_variant_keeps(Database database)
    {
        await using var shop = await Shop.OpenAsync(database);
        var catalog = (await shop.StaffAsync()).Catalog;
        var product = (await catalog.CreateProductAsync(Shirt with { Variants = [Of("S", "REM-S", "7791234500017"), Of("M", "REM-M", "7791234500024")] })).Value();
        SaveVariant small = Of("S") with { Id = product.Variants[0].Id }, medium = Of("M") with { Id = product.Variants[1].Id };
        async Task RefusedAsync(string code, params SaveVariant[] wrong) => Is(code, (await catalog.SaveProductAsync(product.Id, product.Version, Shirt with { Variants = wrong })).Problem());

        await RefusedAsync("variant.unknown", small, Of("M") with { Id = IId<VariantId>.New() });
        // A variant that says nothing of its codes keeps them, and one that is left out keeps its SKU.
        await RefusedAsync("variant.sku_taken", small with { Sku = "REM-M" }, medium);
        await RefusedAsync("variant.sku_taken", small with { Sku = "REM-M" });
        await RefusedAsync("variant.gtin_taken", small with { Gtin = "7791234500024" }, medium);
        Assert.Equivalent(product, (await catalog.ProductAsync(product.Id)).Value(), strict: true);

        // Sold no more, it frees its bar code; sold again, it cannot have it back.
        product = (await catalog.SaveProductAsync(product.Id, product.Version, Shirt with { Variants = [small] })).Value();
        await RefusedAsync("variant.sku_taken", small with { Sku = "REM-M" });
        (await catalog.CreateProductAsync(Given.ACap(gtin: "7791234500024"))).Value();
        await RefusedAsync("variant.gtin_taken", small, medium);
        await RefusedAsync("variant.gtin_taken", small, Of("M", "REM-M"));
        Assert.Equivalent(product, (await catalog.ProductAsync(product.Id)).Value(), strict: true);
        product = (await catalog.SaveProductAsync(product.Id, product.Version, Shirt with { Variants = [small, medium with { Gtin = "" }] })).Value();
        Assert.Equal([("REM-S", "7791234500017"), ("REM-M", null)], product.Variants.Select(v => (v.Sku, v.Gtin)));
    }

    [Theory, EveryDatabase]
    public async Task A_row_that_brings_a_variant_back_whose_bar_code_went_to_another(Database database)
    {
        await using var shop = await Shop.OpenAsync(database);
        var catalog = (await shop.StaffAsync()).Catalog;
        var product = (await catalog.CreateProductAsync(Shirt with { Variants = [Of("S", "REM-S"), Of("M", "REM-M", "7791234500024")] })).Value();
        product = (await catalog.SaveProductAsync(product.Id, product.Version, Shirt with { Variants = [Of("S", "REM-S")] })).Value();

        Assert.Equal(["2 variant.gtin_taken", "3 variant.gtin_taken"], await ToldAsync("remera,Remera,Talle,L,REM-L,7791234500024,10", "remera,Remera,Talle,M,REM-M,,10"));
        (await catalog.CreateProductAsync(Given.ACap(gtin: "7791234500024"))).Value();
        Assert.Equal(["2 gtin.taken"], await ToldAsync("remera,Remera,Talle,M,REM-M,,10"));
        Assert.Equivalent(product, (await catalog.ProductAsync(product.Id)).Value(), strict: true);

        async Task<IEnumerable<string>> ToldAsync(params string[] rows)
        {
            var file = string.Join('\n', ["Handle,Title,Option1 Name,Option1 Value,Variant SKU,Variant Barcode,Variant Price", .. rows]);
            var import = (await catalog.ImportAsync(new MemoryStream(Encoding.UTF8.GetBytes(file)), "productos.csv", null)).Value();
            using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(30));
            while (import.FinishedAt is null)
            {
                await Task.Delay(100, patience.Token);
                import = (await catalog.ImportAsync(import.Id)).Value();
            }
            return import.Problems.Where(p => p.Reason != p.Code).Select(p => $"{p.Line} {p.Code}");
        }
    }

    [Theory, EveryDatabase]
    public async Task A_made_up_code_avoids_those_of_the_same_request(Database database)
    {
        await using var shop = await Shop.OpenAsync(database);
        var catalog = (await shop.StaffAsync()).Catalog;

        var before = (await catalog.CreateProductAsync(Shirt with { Variants = [Of("S"), Of("M", "REMERA-S")] })).Value();
        var after = (await catalog.CreateProductAsync(Shirt with { Variants = [Of("M", "REMERA-2-S"), Of("S")] })).Value();

        Assert.Equal(["REMERA-S-", "REMERA-S"], before.Variants.Select(v => v.Sku[..Math.Min(9, v.Sku.Length)]));
        Assert.Equal(["REMERA-2-S", "REMERA-2-S-"], after.Variants.Select(v => v.Sku[..Math.Min(11, v.Sku.Length)]));
    }

    private static SaveVariant Of(string size, string? sku = null, string? gtin = null) => new(Sku: sku, Gtin: gtin, OptionValues: [size], Price: Money.Ars(10));

    private static void Is(string code, Problem refused) => Assert.Equal((code, true), (refused.Code, refused.Detail.EndsWith('.')));
}
