using System.Text;
using Hilo.Catalog;
using Hilo.Inventory;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using CsvText = Hilo.Catalog.CsvText;

namespace Hilo.Tests.Catalog;

public class Importing_odd_files
{
    private const string Good = "SKU;Nombre;Precio\nA-1;Campera térmica;48.900,00\n";

    static Importing_odd_files() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    public static TheoryData<string, byte[]> Spellings => new()
    {
        { "UTF-8", Encoding.UTF8.GetBytes(Good) },
        { "UTF-8 with mark", [0xEF, 0xBB, 0xBF, .. Encoding.UTF8.GetBytes(Good)] },
        { "Windows-1252", Encoding.GetEncoding(1252).GetBytes(Good) },
        { "UTF-16", [0xFF, 0xFE, .. Encoding.Unicode.GetBytes(Good)] },
        { "tabs", Encoding.UTF8.GetBytes(Good.Replace(';', '\t')) },
        { "commas and quotes", Encoding.UTF8.GetBytes("SKU,Nombre,Precio\r\n\"A-1\",\"Campera térmica\",\"48.900,00\"\r\n") },
        { "Excel's hint", Encoding.UTF8.GetBytes("sep=;\n" + Good) },
        { "no last line end", Encoding.UTF8.GetBytes(Good.TrimEnd()) },
        { "blank lines", Encoding.UTF8.GetBytes(Good.Replace("\n", "\n;;\n\n")) },
    };

    [Theory]
    [MemberData(nameof(Spellings))]
    public void Reads_every_usual_spelling_alike(string name, byte[] file)
    {
        Assert.False(ImportFile.Read(file, Currency.Ars, DecimalMark.Detect).Refused(out var problem, out var read), $"{name}: {problem?.Code}");
        var group = Assert.Single(read.Groups);
        Assert.Equal(("Campera térmica", "A-1", Money.Ars(48_900)), (group.Draft.Title, group.Rows[0].Draft.Sku, group.Rows[0].Draft.Price!.Amount));
        Assert.Empty(read.Problems);
    }

    [Fact]
    public void Refuses_files_that_cannot_be_an_import()
    {
        Assert.Equal("import.not_csv", CodeOf([(byte)'P', (byte)'K', 3, 4, 20, 0, 0, 0]));
        Assert.Equal("import.not_csv", CodeOf([0, 1, 2, 3, 4, 5]));
        Assert.Equal("import.empty", CodeOf([]));
        Assert.Equal("import.empty", CodeOf("SKU;Nombre;Precio\n"u8.ToArray()));
        Assert.Equal("import.unknown_format", CodeOf("ID,Type,SKU,Name,Published,Regular price,Stock\n1,simple,A,B,1,10,2\n"u8.ToArray()));
        Assert.Equal("import.unknown_format", CodeOf("hola\nmundo\n"u8.ToArray()));
        Assert.Equal("import.too_large", CodeOf(Encoding.UTF8.GetBytes("SKU;Nombre;Precio\nA;" + new string('x', CsvText.LongestCell + 1) + ";1\n")));
        Assert.Equal("import.too_large", CodeOf(Encoding.UTF8.GetBytes(string.Join(';', Enumerable.Range(0, 400)) + "\n1\n")));
        Assert.Equal("import.too_large", CodeOf(new byte[ImportFile.LargestBytes + 1]));
    }

    [Fact]
    public void Tells_the_row_where_a_quote_stays_open_and_keeps_those_before_it()
    {
        Assert.False(ImportFile.Read(Encoding.UTF8.GetBytes(Good + "A-2;\"Abierta;1\nA-3;Otra;2\n"), Currency.Ars, DecimalMark.Detect).Refused(out _, out var read));

        Assert.Equal((3, "row.open_quote"), (Assert.Single(read!.Problems).Line, read.Problems[0].Code));
        Assert.Single(read.Groups);
    }

    [Fact]
    public void Counts_lines_as_the_file_has_them()
    {
        Assert.False(ImportFile.Read("SKU;Nombre;Precio\nA-1;\"dos\nlíneas\";10\n\nA-2;Otra;doce\n"u8.ToArray(), Currency.Ars, DecimalMark.Detect).Refused(out _, out var read));

        Assert.Equal((5, "number.invalid"), (Assert.Single(read!.Problems).Line, read.Problems[0].Code));
    }

    [Theory]
    [InlineData("<p>Uno</p><p>Dos</p>", "Uno\n\nDos")]
    [InlineData("Uno<br/>Dos &amp; tres&nbsp;cuatro", "Uno\nDos & tres cuatro")]
    [InlineData("<ul><li>a</li><li>b</li></ul>", "· a\n· b")]
    [InlineData("<script>alert(1)</script>Hola <b>vos</b>", "Hola vos")]
    [InlineData("<img src=x onerror=alert(1)>3 < 4", "3")]
    [InlineData("&lt;script&gt;", "<script>")]
    public void Descriptions_become_plain_text(string html, string text) => Assert.Equal(text, HtmlText.ToPlain(html));

    [Fact]
    public void Every_row_problem_has_its_words_in_both_languages()
    {
        var sources = Directory.GetFiles(Path.Combine(House.HouseMap.Root, "src", "Hilo.Catalog", "Imports"), "*.cs").Select(File.ReadAllText);
        var used = sources.SelectMany(s => System.Text.RegularExpressions.Regex.Matches(s, "\"(?<c>(row|sku|gtin|number|price|tax|stock|status|picture|category|cell|variant|product)\\.[a-z_]+)\"", System.Text.RegularExpressions.RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(5)))
            .Select(m => m.Groups["c"].Value).Distinct();
        Assert.Empty(used.Except(ImportWording.Codes));
    }

    [Theory, EveryDatabase]
    public async Task Goes_on_where_a_stopped_process_left_it(Database database)
    {
        await using var shelf = await Shelf.OnAsync(database);
        var file = new StringBuilder("SKU;Nombre;Precio\n");
        for (var i = 0; i < 90; i++) file.Append(System.Globalization.CultureInfo.InvariantCulture, $"A-{i};Producto {i};10\n");
        var imports = shelf.Node.Services.GetRequiredService<CatalogImports>();
        Assert.False((await imports.QueueAsync(Encoding.UTF8.GetBytes(file.ToString()), new("productos.csv"), CancellationToken.None)).Refused(out _, out var id));
        Assert.True(await imports.StepAsync(id, CancellationToken.None)); // And then the process is gone.

        var other = new CatalogImports(shelf.Node.Sessions, shelf.Clock);
        Assert.Null(await other.NextAsync(CancellationToken.None));
        Assert.False(await other.StepAsync(id, CancellationToken.None));
        shelf.Clock.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal(id, await other.NextAsync(CancellationToken.None));
        while (await other.StepAsync(id, CancellationToken.None))
        {
        }

        var view = await other.ViewAsync(id, CancellationToken.None);
        Assert.Equal((ImportState.Finished, 90, 90, 0), (view.State, view.ProductsCreated, view.RowsRead, view.RowsRejected));
        Assert.Equal(90, await shelf.Node.DoAsync(s => s.GetRequiredService<CatalogDb>().Variants.CountAsync()));
    }

    [Theory, EveryDatabase]
    public async Task Knows_a_row_by_its_sku_and_refuses_a_sku_of_another_product(Database database)
    {
        await using var shelf = await Shelf.OnAsync(database);
        await shelf.ImportAsync("SKU;Nombre;Precio\nA-1;Campera;100\nB-1;Gorro;50\n");

        var prices = await shelf.ImportAsync("SKU;Precio\nA-1;120\nC-9;1\n");
        var moved = await shelf.ImportAsync("SKU;Producto;Nombre;Precio\nB-1;campera;Campera;10\n");

        Assert.Equal((0, 1, 1), (prices.ProductsCreated, prices.ProductsUpdated, prices.RowsRejected));
        Assert.Equal((3, "sku.unknown"), (Assert.Single(prices.Problems).Line, prices.Problems[0].Code));
        Assert.Equal("El SKU ya es de «Gorro». Corregí el SKU o el producto.", Assert.Single(moved.Problems).Reason);
        var coat = await shelf.LoadAsync("campera");
        Assert.Equal(Money.Ars(120), (await shelf.SellableAsync(coat.Variants[0].Id)).Values.Single().Price);
    }

    [Theory, EveryDatabase]
    public async Task Sets_stock_once_and_overwrites_it_only_when_told(Database database)
    {
        await using var shelf = await Shelf.OnAsync(database, services => services.AddInventory());
        var location = new Location { Id = IId<LocationId>.New() };
        Assert.Null(location.Set(Inventory.Given.ALocation("PAL")));
        await shelf.Node.DoAsync(async services =>
        {
            var db = services.GetRequiredService<InventoryDb>();
            db.Add(location);
            await db.SaveChangesAsync();
        });

        await shelf.ImportAsync("SKU;Nombre;Precio;Stock\nA-1;Campera;100;4\n", new("a.csv", location.Id));
        Assert.Equal(Quantity.Units(4), await OnHandAsync());
        await shelf.ImportAsync("SKU;Nombre;Precio;Stock\nA-1;Campera;100;9\n", new("a.csv", location.Id));
        Assert.Equal(Quantity.Units(4), await OnHandAsync());
        var third = await shelf.ImportAsync("SKU;Nombre;Precio;Stock\nA-1;Campera;100;9\n", new("a.csv", location.Id, OverwritesStock: true));
        Assert.Equal(Quantity.Units(9), await OnHandAsync());
        Assert.Equal((0, 0), (third.ProductsCreated, third.ProductsUpdated));

        await shelf.Live.StartAsync(CancellationToken.None);
        Assert.Equal(StockBand.InStock, shelf.Live.Current.Find("campera")!.Detail.Variants[0].Stock);

        async Task<Quantity> OnHandAsync() => (await shelf.Node.QueryAsync($"select on_hand from inventory_stock_levels", row => new Quantity(row.GetInt64(0)))).Single();
    }

    private static string? CodeOf(byte[] file) => ImportFile.Read(file, Currency.Ars, DecimalMark.Detect).Refused(out var problem, out _) ? problem.Code : null;
}
