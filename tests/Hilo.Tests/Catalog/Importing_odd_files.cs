using System.Text;
using Hilo.Catalog;
using Hilo.Inventory;
using Hilo.Platform;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

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
        { "UTF-16, the other way round", [0xFE, 0xFF, .. Encoding.BigEndianUnicode.GetBytes(Good)] },
        { "UTF-16 without mark", Encoding.Unicode.GetBytes(Good) },
        { "line ends of old Macs", Encoding.UTF8.GetBytes(Good.Replace('\n', '\r')) },
        { "mixed line ends", Encoding.UTF8.GetBytes("SKU;Nombre;Precio\r\n;;\r;;\nA-1;Campera térmica;48.900,00\r\n") },
        { "bars", Encoding.UTF8.GetBytes(Good.Replace(';', '|')) },
        { "tabs", Encoding.UTF8.GetBytes(Good.Replace(';', '\t')) },
        { "commas and quotes", Encoding.UTF8.GetBytes("SKU,Nombre,Precio\r\n\"A-1\",\"Campera térmica\",\"48.900,00\"\r\n") },
        { "Excel's hint", Encoding.UTF8.GetBytes("sep=;\n" + Good) },
        { "no last line end", Encoding.UTF8.GetBytes(Good.TrimEnd()) },
        { "blank lines", Encoding.UTF8.GetBytes(Good.Replace("\n", "\n;;\n\n")) },
    };

    [Theory]
    [MemberData(nameof(Spellings))]
    public async Task Reads_every_usual_spelling_alike(string name, byte[] file)
    {
        var (problem, read) = await ReadAsync(file);
        Assert.True(problem is null, $"{name}: {problem}");
        var group = Assert.Single(read.Groups);
        Assert.Equal(("Campera térmica", "A-1", Money.Ars(48_900)), (group.Draft.Title, group.Rows[0].Draft.Sku, group.Rows[0].Draft.Price!.Amount));
        Assert.Empty(read.Problems);
    }

    [Fact]
    public async Task Refuses_files_that_cannot_be_an_import()
    {
        Assert.Equal("import.not_csv", await CodeOfAsync([(byte)'P', (byte)'K', 3, 4, 20, 0, 0, 0]));
        Assert.Equal("import.not_csv", await CodeOfAsync([0, 1, 2, 3, 4, 5]));
        Assert.Equal("import.not_csv", await CodeOfAsync([0x89, (byte)'P', (byte)'N', (byte)'G', 13, 10, 26, 10, 0, 0, 0, 13]));
        Assert.Equal("import.empty", await CodeOfAsync([]));
        Assert.Equal("import.empty", await CodeOfAsync("\n\r\n;;\n"u8.ToArray()));
        Assert.Equal("import.empty", await CodeOfAsync("SKU;Nombre;Precio\n"u8.ToArray()));
        Assert.Equal("import.unknown_format", await CodeOfAsync("ID,Type,SKU,Name,Published,Regular price,Stock\n1,simple,A,B,1,10,2\n"u8.ToArray()));
        Assert.Equal("import.unknown_format", await CodeOfAsync("hola\nmundo\n"u8.ToArray()));
        Assert.Equal("import.unknown_format", await CodeOfAsync("<!DOCTYPE html><html><script>alert(1)</script></html>"u8.ToArray()));
        Assert.Equal("import.too_large", await CodeOfAsync(Encoding.UTF8.GetBytes(string.Join(';', Enumerable.Range(0, 400)) + "\n1\n")));
    }

    /// <summary>Both call handle and options alike. Read as the other's, a file would lose its categories and stock without a word.</summary>
    [Theory]
    [InlineData("handle,title,category,option1name,option1value,sku,price,stock", ImportFormat.Hilo)]
    [InlineData("handle,title,option1name,option1value,price", ImportFormat.Hilo)]
    [InlineData("Handle,Title,Body (HTML),Vendor,Type,Option1 Name,Option1 Value,Variant SKU,Variant Price", ImportFormat.Shopify)]
    [InlineData("Title,URL handle,Vendor,Product category,Type,Option1 name,Option1 value,SKU,Price,Inventory quantity", ImportFormat.Shopify)]
    public void Tells_its_own_english_columns_from_a_shopify_export(string header, ImportFormat format) =>
        Assert.Equal(format, ImportColumns.Of(header.Split(',')).Value().Format);

    public static TheoryData<string, string, string?, string> BadRows => new()
    {
        { "a quote inside a cell", "A-2;\"Mesa 5\" ancho\";1\n", null, "row.stray_quote" },
        { "a quote that stays open until another one", "A-2;\"Abierta;1\nA-3;\"Otra\";2\n", null, "row.stray_quote" },
        { "a null", "A-2;Cam\0pera;1\n", null, "row.control_characters" },
        { "the header again", "SKU;Nombre;Precio\n", null, "row.header_again" },
        { "another delimiter", "A-2,Otra,1\n", null, "row.other_delimiter" },
        { "cells too many", "A-2;Otra;1;2;3\n", null, "row.too_many_cells" },
        { "an enormous name", $"A-2;{new string('x', 90_000)};1\n", "Nombre", "cell.too_long" },
        { "a name that is shown cut inside an emoji", $"A-2;{new string('x', 119)}😀{new string('x', 200)};1\n", "Nombre", "cell.too_long" },
        { "a row without end", $"A-2;\"{new string('x', 1_100_000)};1\n", null, "row.too_long" },
        { "a SKU twice", "A-1;Otra;1\n", "SKU", "sku.repeated" },
        { "a formula as price", "A-2;Otra;=1+1\n", "Precio", "number.formula" },
        { "a negative price", "A-2;Otra;-5\n", "Precio", "price.negative" },
        { "an absurd price", "A-2;Otra;99999999999999\n", "Precio", "number.out_of_range" },
        { "a price beyond all numbers", $"A-2;Otra;{new string('9', 400)}\n", "Precio", "number.invalid" },
        { "a foreign price", "A-2;Otra;US$ 12\n", "Precio", "number.invalid" },
        { "a price in euros", "A-2;Otra;12 €\n", "Precio", "number.invalid" },
        { "a day as price", "A-2;Otra;12-ene\n", "Precio", "number.invalid" },
        { "a price in powers", "A-2;Otra;1e5\n", "Precio", "number.invalid" },
        { "no number at all", "A-2;Otra;NaN\n", "Precio", "number.invalid" },
        { "a SKU with a tabulator", "A\t2;Otra;1\n", "SKU", "sku.invalid" },
    };

    [Theory]
    [MemberData(nameof(BadRows))]
    public async Task Names_a_bad_row_and_takes_those_before_and_behind_it(string name, string bad, string? column, string code)
    {
        var (problem, read) = await ReadAsync(Encoding.UTF8.GetBytes(Good + bad + "A-9;La última;9\n"));

        Assert.True(problem is null, $"{name}: {problem}");
        var told = read.Problems.First(p => !p.IsWarning);
        Assert.Equal((3, column, code), (told.Line, told.Column, told.Code));
        var taken = read.Groups.SelectMany(g => g.Rows).Select(r => r.Draft.Sku).ToList();
        Assert.Equal(("A-1", "A-9"), (taken[0], taken[^1]));
        Assert.DoesNotContain("A-2", taken);
        // A database refuses the halves of an emoji.
        Assert.True(told.Value is null || (told.Value.Length <= 130 && new UTF8Encoding(false, true).GetByteCount(told.Value) > 0));
    }

    [Fact]
    public async Task Tells_the_row_where_a_quote_stays_open_and_takes_those_behind_it()
    {
        var (_, read) = await ReadAsync(Encoding.UTF8.GetBytes(Good + "A-2;\"Abierta;1\nA-3;Otra;2\nA-4;Más;3\n"));

        Assert.Equal((3, "row.open_quote"), (Assert.Single(read.Problems).Line, read.Problems[0].Code));
        Assert.Equal(["A-1", "A-3", "A-4"], read.Groups.SelectMany(g => g.Rows).Select(r => r.Draft.Sku));
    }

    [Fact]
    public async Task Counts_lines_as_the_file_has_them()
    {
        var (_, read) = await ReadAsync("SKU;Nombre;Precio\r\nA-1;\"dos\nlíneas\";10\r\n\r\nA-2;Otra;doce\r\n"u8.ToArray());

        Assert.Equal((5, "number.invalid"), (Assert.Single(read.Problems).Line, read.Problems[0].Code));
    }

    [Fact]
    public async Task Warns_of_sizes_that_a_spreadsheet_took_for_days_and_of_texts_that_begin_like_formulas()
    {
        var (_, read) = await ReadAsync("SKU;Producto;Nombre;Precio;Opcion1 nombre;Opcion1 valor\nA-1;a;=1+1;10;Talle;01-feb\nA-2;b;'=1+1;10;Talle;2-1\n"u8.ToArray());

        Assert.Equal([(2, "Nombre", "cell.formula"), (2, "Opcion1 valor", "cell.date")], read.Problems.Select(p => (p.Line, p.Column!, p.Code)));
        Assert.Equal(["=1+1", "=1+1"], read.Groups.Select(g => g.Draft.Title));
    }

    [Fact]
    public async Task Knows_repeated_rows_across_the_parts_of_a_large_file()
    {
        var file = new StringBuilder("SKU;Producto;Nombre;Precio;Descripción\n");
        for (var i = 0; i < 3_000; i++) file.Append(System.Globalization.CultureInfo.InvariantCulture, $"A-{i};p-{i};Producto {i};10;{new string('x', 500)}\n");
        file.Append("A-0;q;Otro;1;\nB-0;p-0;;1;\n");

        var (_, read) = await ReadAsync(Encoding.UTF8.GetBytes(file.ToString()));

        Assert.Equal([(3_002, "sku.repeated"), (3_003, "")], [.. read.Problems.Select(p => (p.Line, p.Code)), (3_003, "")]);
        Assert.True(read.Groups[^1].Continues);
        Assert.Equal(3_002, read.Groups.Count);
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
        var imports = shelf.Node.Services.GetRequiredService<CatalogImports>();
        Assert.False((await imports.QueueAsync(Many(250), new("productos.csv"), CancellationToken.None)).Refused(out _, out var id));
        Assert.True(await imports.StepAsync(id, CancellationToken.None)); // And then the process is gone.

        using var other = new CatalogImports(shelf.Node.Sessions, shelf.Clock);
        Assert.Null(await other.NextAsync(CancellationToken.None));
        Assert.False(await other.StepAsync(id, CancellationToken.None));
        shelf.Clock.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal(id, await other.NextAsync(CancellationToken.None));
        while (await other.StepAsync(id, CancellationToken.None))
        {
        }

        var view = await other.ViewAsync(id, CancellationToken.None);
        Assert.Equal((ImportState.Finished, 250, 250, 0), (view.State, view.ProductsCreated, view.RowsRead, view.RowsRejected));
        Assert.Equal(250, await shelf.Node.DoAsync(s => s.GetRequiredService<CatalogDb>().Variants.CountAsync()));
    }

    [Theory, EveryDatabase]
    public async Task Tries_a_file_without_leaving_a_trace_and_tells_what_the_import_then_tells(Database database)
    {
        await using var shelf = await Shelf.OnAsync(database, services => services.AddInventory());
        await shelf.ImportAsync("SKU;Nombre;Precio\nA-1;Campera;100\n");
        var told = await shelf.EventsAsync();
        const string file = "SKU;Producto;Nombre;Precio;Categoría;Stock\nA-1;;Campera;120;;\nB-1;b;Gorro;50;Abrigos > Gorros;3\nB-2;b;;nada;;\nC-1;c;Bufanda;7;Abrigos;\n";

        var tried = await shelf.ImportAsync(file, new("a.csv", IsDryRun: true));

        Assert.Equal(told, await shelf.EventsAsync());
        Assert.Equal(1, await shelf.Node.DoAsync(s => s.GetRequiredService<CatalogDb>().Products.CountAsync()));
        Assert.Equal(0, await shelf.Node.DoAsync(s => s.GetRequiredService<CatalogDb>().Categories.CountAsync()));
        var done = await shelf.ImportAsync(file, new("a.csv"));
        Assert.Equal((true, false, ImportState.Finished), (tried.IsDryRun, done.IsDryRun, tried.State));
        Assert.Equal((2, 1, 2, 1, 1), (done.ProductsCreated, done.ProductsUpdated, done.VariantsCreated, done.VariantsUpdated, done.RowsRejected));
        Assert.Equal(Counts(done), Counts(tried));
        Assert.Equal(done.Problems, tried.Problems);

        static object Counts(ImportView v) => (v.RowsRead, v.ProductsCreated, v.ProductsUpdated, v.VariantsCreated, v.VariantsUpdated, v.VariantsUnchanged, v.RowsRejected);
    }

    /// <summary>A chunk that was only tried leaves no category behind, and the next one must not tell of it again.</summary>
    [Theory, EveryDatabase]
    public async Task Tells_of_a_new_category_once_in_a_trial_of_many_chunks(Database database)
    {
        await using var shelf = await Shelf.OnAsync(database);
        var file = "SKU;Nombre;Precio;Categoría\n" + string.Concat(Enumerable.Range(0, 250).Select(i => $"T-{i};Gorro {i};50;Abrigos > {(i % 2 == 0 ? "Gorros" : "Gorras")}\n"));

        var tried = await shelf.ImportAsync(file, new("a.csv", IsDryRun: true));

        Assert.Equal([(2, "Abrigos"), (2, "Abrigos > Gorros"), (3, "Abrigos > Gorras")], tried.Problems.Select(p => (p.Line, p.Value)));
        Assert.Equal(3, tried.ProblemsTold);
    }

    [Theory, EveryDatabase]
    public async Task Counts_a_product_once_whose_rows_stand_apart(Database database)
    {
        await using var shelf = await Shelf.OnAsync(database);
        const string file = "SKU;Producto;Nombre;Precio;Opcion1 nombre;Opcion1 valor\nA-S;a;Campera;10;Talle;S\nB-1;b;Gorro;5;;\nA-M;a;;10;;M\nA-XX;a;;10;;S\nA-M;a;;10;;L\n";

        var first = await shelf.ImportAsync(file);
        var again = await shelf.ImportAsync(file);

        Assert.Equal((2, 0, 3), (first.ProductsCreated, first.ProductsUpdated, first.VariantsCreated));
        Assert.Equal([(5, "variant.repeated"), (6, "sku.repeated")], first.Problems.Select(p => (p.Line, p.Code)));
        Assert.Equal((0, 0, 0, 0, 3), (again.ProductsCreated, again.ProductsUpdated, again.VariantsCreated, again.VariantsUpdated, again.VariantsUnchanged));
        Assert.Equal(["S", "M"], (await shelf.LoadAsync("a")).Sold.Select(v => v.OptionValues[0]));
    }

    [Theory, EveryDatabase]
    public async Task Leaves_out_only_the_row_that_cannot_be(Database database)
    {
        await using var shelf = await Shelf.OnAsync(database);

        var view = await shelf.ImportAsync(
            "SKU;Producto;Nombre;Precio;Opcion1 nombre;Opcion1 valor;Opcion2 nombre;Opcion2 valor;Descripción;Fotos\n" +
            "A-1;a;Campera;10;Talle;S;Color;Rojo;<script>alert(1)</script>;https://a.example/ñ.jpg\n" +
            "A-2;a;;10;;M;;;;javascript:alert(1)\n" +
            "A-3;a;;10;;L;;Rojo;;\n" +
            "P-1;p;Gorro;10;;;;;;\n" +
            "P-2;p;;10;;;;;;\n" +
            "¡¡;;!!;10;;;;;;\n");

        Assert.Equal([(3, "variant.option_values_missing"), (6, "variant.repeated"), (7, "product.handle_missing")], view.Problems.Where(p => !p.IsWarning).Select(p => (p.Line, p.Code)));
        Assert.Equal((2, 3, 3), (view.ProductsCreated, view.VariantsCreated, view.RowsRejected));
        Assert.Equal("picture.address_invalid", Assert.Single(view.Problems, p => p.IsWarning).Code);
    }

    [Theory, EveryDatabase]
    public async Task Takes_every_other_product_where_one_cannot_be_stored(Database database)
    {
        await using var shelf = await Shelf.OnAsync(database);
        // Nothing of ours refuses it beforehand: the database does.
        await shelf.Node.DoAsync(services => services.GetRequiredService<DbSession>().ExecuteAsync($"create unique index catalog_poison on catalog_products (title)", CancellationToken.None));
        await shelf.SaveAsync(Given.ACap("Producto 17", sku: "OTHER") with { Handle = "other" });

        var view = await shelf.ImportAsync(Many(40).ToArray());

        Assert.Equal((ImportState.Finished, 39, 1), (view.State, view.ProductsCreated, view.RowsRejected));
        Assert.Equal((19, "row.failed", "A-17"), (Assert.Single(view.Problems).Line, view.Problems[0].Code, view.Problems[0].Value));
    }

    [Theory, EveryDatabase]
    public async Task Stops_when_told_and_keeps_what_is_in(Database database)
    {
        await using var shelf = await Shelf.OnAsync(database);
        var imports = shelf.Node.Services.GetRequiredService<CatalogImports>();
        Assert.False((await imports.QueueAsync(Many(250), new("productos.csv"), CancellationToken.None)).Refused(out _, out var id));
        Assert.True(await imports.StepAsync(id, CancellationToken.None));

        await shelf.Node.DoAsync(services => services.GetRequiredService<DbSession>().ExecuteAsync($"update catalog_imports set state = {ImportState.Canceled} where id = {id}", CancellationToken.None));

        Assert.False(await imports.StepAsync(id, CancellationToken.None));
        var view = await imports.ViewAsync(id, CancellationToken.None);
        Assert.Equal((ImportState.Canceled, view.ProductsCreated), (view.State, await shelf.Node.DoAsync(s => s.GetRequiredService<CatalogDb>().Products.CountAsync())));
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

    private static MemoryStream Many(int count) =>
        new(Encoding.UTF8.GetBytes("SKU;Nombre;Precio\n" + string.Concat(Enumerable.Range(0, count).Select(i => $"A-{i};Producto {i};10\n"))));

    private static async Task<string?> CodeOfAsync(byte[] file) => (await ReadAsync(file)).Problem;

    /// <summary>As the import does it: looked through once, then read part by part.</summary>
    private static async Task<(string? Problem, (List<ImportGroup> Groups, List<RowProblem> Problems) Read)> ReadAsync(byte[] file)
    {
        var parts = new List<byte[]>();
        var outcome = await ImportScan.RunAsync(new MemoryStream(file), DecimalMark.Detect, part =>
        {
            parts.Add(part);
            return Task.CompletedTask;
        }, CancellationToken.None);
        if (outcome.Refused(out var problem, out var scan)) return (problem.Code, ([], []));
        var read = parts.Select((part, i) => ImportPart.Read(i, part, scan.Columns, Currency.Ars, scan.Mark, isChosen: false)).ToList();
        return (null, ([.. read.SelectMany(r => r.Groups)], [.. read.SelectMany(r => r.Problems)]));
    }
}
