using System.Net;
using System.Text;
using Hilo.Client;

namespace Hilo.Tests.Catalog;

public class Selling_over_http
{
    [Theory, EveryDatabase]
    public async Task A_product_that_staff_saves_is_found_by_shoppers_within_moments(Database database)
    {
        await using var shop = await Shop.OpenAsync(database);
        var staff = (await shop.StaffAsync()).Catalog;
        var coats = Told(await staff.CreateCategoryAsync(new SaveCategoryRequest("Abrigos")));

        var saved = Told(await staff.CreateProductAsync(Given.AJacket() with { Categories = [coats.Id] }));

        await Eventually(async () => Told(await shop.Guest.Shop.ProductsAsync(search: "camperas jean", facets: true)).Total == 1);
        var list = Told(await shop.Guest.Shop.ProductsAsync(category: "abrigos", options: [("Talle", "M")], facets: true));
        Assert.Equal(["campera-de-jean-tafi"], list.Items.Select(i => i.Handle));
        Assert.Equal(["category", "option.talle"], list.Facets.Select(f => f.Name));
        Assert.Equal(["S 1 False", "M 1 True"], list.Facets[1].Values.Select(v => $"{v.Value} {v.Count} {v.IsSelected}"));
        var detail = Told(await shop.Guest.Shop.ProductAsync("campera-de-jean-tafi"));
        Assert.Equal(saved.Variants.Select(v => v.Id), detail.Variants.Select(v => v.Id));
        Assert.Equal(new ShopCategory("abrigos", "Abrigos", null, 1), Assert.Single(detail.Categories));
        Assert.Equal("resource.not_found", (await shop.Guest.Shop.ProductAsync("nothing")).Refused(out var problem, out _) ? problem.Code : null);
    }

    [Theory, EveryDatabase]
    public async Task Two_people_who_edit_one_version_overwrite_nothing(Database database)
    {
        await using var shop = await Shop.OpenAsync(database);
        var staff = (await shop.StaffAsync()).Catalog;
        var product = Told(await staff.CreateProductAsync(Given.ACap()));

        var answers = await Task.WhenAll(Enumerable.Range(1, 6).Select(i => staff.SaveProductAsync(product.Id, product.Version, Given.ACap($"Gorro {i}", sku: product.Variants[0].Sku))));

        var codes = answers.Select(a => a.Refused(out var problem, out _) ? problem.Code : "saved").ToList();
        Assert.Equal(1, codes.Count(c => c == "saved"));
        Assert.All(codes.Where(c => c != "saved"), c => Assert.Equal("edit.conflict", c));
        Assert.Equal(2, Told(await staff.ProductAsync(product.Id)).Version);
    }

    [Theory, EveryDatabase]
    public async Task Parallel_creations_with_one_sku_make_one_product(Database database)
    {
        await using var shop = await Shop.OpenAsync(database);
        var staff = (await shop.StaffAsync()).Catalog;

        var answers = await Task.WhenAll(Enumerable.Range(1, 8).Select(_ => staff.CreateProductAsync(Given.ACap(sku: "GOR-1"))));

        var codes = answers.Select(a => a.Refused(out var problem, out _) ? problem.Code : "saved").ToList();
        Assert.Equal(1, codes.Count(c => c == "saved"));
        Assert.All(codes.Where(c => c != "saved"), c => Assert.Equal("variant.sku_taken", c));
    }

    [Theory, EveryDatabase]
    public async Task An_imported_file_gets_its_pictures_and_shows_in_the_shop(Database database)
    {
        await using var shop = await Shop.OpenAsync(database);
        var staff = (await shop.StaffAsync()).Catalog;
        const string file = """
            Handle,Title,Type,Option1 Name,Option1 Value,Variant SKU,Variant Price,Image Src,Image Alt Text
            campera-tafi,Campera Tafí,Camperas,Talle,M,C-M,48900,https://fotos.ejemplo.com.ar/files/campera-azul.jpg,Campera azul
            """;

        var import = Told(await staff.ImportAsync(new MemoryStream(Encoding.UTF8.GetBytes(file)), "productos.csv", null));

        Assert.Equal((ImportState.Queued, ImportFormat.Shopify, 1), (import.State, import.Format, import.RowsTotal));
        await Eventually(async () => Told(await staff.ImportAsync(import.Id)) is { State: ImportState.Finished, PicturesStored: 1 });
        await Eventually(async () => Told(await shop.Guest.Shop.ProductsAsync()).Items is [{ PictureUrl: not null }]);
        var picture = Assert.Single(Told(await shop.Guest.Shop.ProductAsync("campera-tafi")).Pictures);
        Assert.Equal("Campera azul", picture.Alt);
        using var http = new HttpClient { BaseAddress = shop.Address };
        using var answer = await http.GetAsync(picture.Url);
        Assert.Equal((HttpStatusCode.OK, true), (answer.StatusCode, answer.Content.Headers.ContentType?.MediaType?.StartsWith("image/", StringComparison.Ordinal)));
        Assert.Equal(import.Id, Assert.Single(Told(await staff.ImportsAsync()).Items).Id);
        Assert.Equal("import.over", (await (await shop.StaffAsync()).PutAsync<ImportView>($"/api/v1/imports/{import.Id}/cancellation", null)).Refused(out var problem, out _) ? problem.Code : null);
    }

    [Theory, EveryDatabase]
    public async Task Pages_follow_each_other_without_gap_and_an_unchanged_list_is_not_sent_again(Database database)
    {
        await using var shop = await Shop.OpenAsync(database);
        var staff = (await shop.StaffAsync()).Catalog;
        for (var i = 0; i < 7; i++) Told(await staff.CreateProductAsync(Given.ACap($"Gorro {i}", price: 100 + i)));
        await Eventually(async () => Told(await shop.Guest.Shop.ProductsAsync()).Total == 7);

        var seen = new List<string>();
        string? cursor = null;
        do
        {
            var page = Told(await shop.Guest.Shop.ProductsAsync(sort: "price_down", cursor: cursor, limit: 3));
            seen.AddRange(page.Items.Select(i => i.Title));
            cursor = page.Next;
        }
        while (cursor is not null);

        Assert.Equal(Enumerable.Range(0, 7).Reverse().Select(i => $"Gorro {i}"), seen);
        using var http = new HttpClient { BaseAddress = shop.Address };
        using var first = await http.GetAsync("/api/v1/shop/products");
        using var again = new HttpRequestMessage(HttpMethod.Get, "/api/v1/shop/products");
        again.Headers.IfNoneMatch.Add(first.Headers.ETag!);
        using var second = await http.SendAsync(again);
        Assert.Equal(HttpStatusCode.NotModified, second.StatusCode);
        foreach (var bad in new[] { "sort=up", "cursor=abc", "q=" + new string('a', 300) })
        {
            using var refused = await http.GetAsync($"/api/v1/shop/products?{bad}");
            Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
        }
    }

    private static T Told<T>(Result<T> outcome) => outcome.Refused(out var problem, out var value) ? throw new InvalidOperationException(problem.ToString()) : value;

    private static async Task Eventually(Func<Task<bool>> holds)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        while (!await holds()) await Task.Delay(100, patience.Token);
    }
}
