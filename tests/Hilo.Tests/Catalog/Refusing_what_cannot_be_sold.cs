using Hilo.Client;
using Hilo.Platform;
using Hilo.Sandbox.Pictures;
using Microsoft.Extensions.DependencyInjection;

namespace Hilo.Tests.Catalog;

/// <summary>What goes wrong when people and other systems keep products: each is refused with its own sentence, and leaves nothing behind.</summary>
public class Refusing_what_cannot_be_sold
{
    private static readonly SaveProductRequest Shirt = Given.AJacket("Remera", ProductStatus.Draft, "S");

    [Theory, EveryDatabase]
    public async Task Products_that_contradict_themselves(Database database)
    {
        await using var shop = await Shop.OpenAsync(database);
        var catalog = (await shop.StaffAsync()).Catalog;
        async Task RefusedAsync(string code, SaveProductRequest wrong) => Is(code, (await catalog.CreateProductAsync(wrong)).Problem());

        await RefusedAsync("request.invalid", Shirt with { Variants = [] });
        await RefusedAsync("request.invalid", Shirt with { Options = [new("Talle", []), new("Color", []), new("Largo", []), new("Corte", [])] });
        await RefusedAsync("product.option_name_missing", Shirt with { Options = [new(" ", [])] });
        await RefusedAsync("product.option_twice", Shirt with { Options = [new("Talle", []), new("talle ", [])], Variants = [new(OptionValues: ["S", "M"])] });
        // PostgreSQL keeps no index of so long a text.
        await RefusedAsync("product.option_too_long", Given.AJacket("Remera", ProductStatus.Draft, new string('S', 121)));
        await RefusedAsync("product.option_too_long", Shirt with { Options = [new(new string('T', 121), [])] });
        await RefusedAsync("product.handle_invalid", Shirt with { Handle = "Remera" });
        await RefusedAsync("variant.sku_invalid", Shirt with { Variants = [Of("S", sku: " REM-1")] });
        await RefusedAsync("variant.sku_invalid", Shirt with { Variants = [Of("S", sku: "REM\t1")] });
        await RefusedAsync("category.unknown", Shirt with { Categories = [IId<CategoryId>.New()] });
        await RefusedAsync("price.former_without_price", Shirt with { Variants = [new(OptionValues: ["S"], FormerPrice: Money.Ars(10))] });
        await RefusedAsync("price.wrong_currency", Shirt with { Variants = [Of("S") with { FormerPrice = Money.Of(20, Currency.Usd) }] });

        Assert.Empty((await catalog.ProductsAsync()).Value().Items);
        (await catalog.CreateProductAsync(Given.AJacket("Remera", ProductStatus.Draft, new string('S', 120)))).Value();
    }

    [Theory, EveryDatabase]
    public async Task Pictures_that_are_none(Database database)
    {
        await using var shop = await Shop.OpenAsync(database);
        var catalog = (await shop.StaffAsync()).Catalog;
        const string shown = "https://fotos.ejemplo.com.ar/a.jpg", other = "https://fotos.ejemplo.com.ar/b.jpg";
        SaveProductRequest lost = Shirt with { PictureUrls = [shown], Variants = [Of("S") with { PictureUrl = other }] };
        Is("picture.not_listed", (await catalog.CreateProductAsync(lost)).Problem());
        Is("picture.not_listed", (await catalog.CreateProductAsync(lost with { PictureUrls = null })).Problem());
        Assert.Empty((await catalog.ProductsAsync()).Value().Items);

        shop.Services.GetRequiredService<PictureFaults>().Plan = new PictureFaultPlan { Fault = PictureFault.WrongContent };
        var product = (await catalog.CreateProductAsync(Shirt with { PictureUrls = [shown] })).Value();
        // The list that is left out stays: what is not on it is refused, what is on it is shown.
        Is("picture.not_listed", (await catalog.SaveProductAsync(product.Id, product.Version, lost with { PictureUrls = null })).Problem());
        (await catalog.SaveProductAsync(product.Id, product.Version, Shirt with { Variants = [Of("S") with { PictureUrl = shown }] })).Value();

        var picture = await FailedAsync();
        Assert.Equal((null, shop.Services.GetRequiredService<ProblemCatalog>().Find("picture.not_a_picture")!.Es.Cause), (picture.Url, picture.Error));

        async Task<PictureView> FailedAsync()
        {
            using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(30));
            while (true)
            {
                if ((await catalog.ProductAsync(product.Id)).Value().Pictures is [{ State: PictureState.Failed } failed]) return failed;
                await Task.Delay(100, patience.Token);
            }
        }
    }

    [Theory, EveryDatabase]
    public async Task Categories_that_have_no_place(Database database)
    {
        await using var shop = await Shop.OpenAsync(database);
        var owner = await shop.StaffAsync();
        var coats = (await owner.Catalog.CreateCategoryAsync(new("Abrigos"))).Value();
        var parkas = (await owner.Catalog.CreateCategoryAsync(new("Parkas", ParentId: coats.Id))).Value();
        async Task RefusedAsync(string code, SaveCategoryRequest wrong) => Is(code, (await owner.Catalog.CreateCategoryAsync(wrong)).Problem());
        async Task NotSavedAsync(string code, SaveCategoryRequest wrong) =>
            Is(code, (await owner.PutAsync<CategoryView>($"/api/v1/categories/{coats.Id}", wrong, version: coats.Version)).Problem());

        await RefusedAsync("category.handle_missing", new("¡!"));
        await RefusedAsync("category.handle_invalid", new("Camperas", "Camperas"));
        await RefusedAsync("category.handle_taken", new("¡Abrigos!"));
        await RefusedAsync("category.handle_taken", new("Camperas", "abrigos"));
        await RefusedAsync("category.unknown_parent", new("Camperas", ParentId: IId<CategoryId>.New()));
        await NotSavedAsync("category.handle_taken", new("Parkas"));
        await NotSavedAsync("category.unknown_parent", new("Abrigos", ParentId: IId<CategoryId>.New()));
        await NotSavedAsync("category.inside_itself", new("Abrigos", ParentId: coats.Id));
        await NotSavedAsync("category.inside_itself", new("Abrigos", ParentId: parkas.Id));

        Assert.Equal([coats, parkas], (await owner.Catalog.CategoriesAsync()).Value());
    }

    private static SaveVariant Of(string size, string? sku = null) => new(Sku: sku, OptionValues: [size], Price: Money.Ars(10));

    private static void Is(string code, Problem refused) => Assert.Equal((code, true), (refused.Code, refused.Detail.EndsWith('.')));
}
