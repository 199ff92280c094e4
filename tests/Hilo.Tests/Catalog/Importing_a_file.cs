using System.Text;
using Hilo.Catalog;

namespace Hilo.Tests.Catalog;

public class Importing_a_file
{
    private const string Shopify = """
        Handle,Title,Body (HTML),Vendor,Type,Tags,Published,Option1 Name,Option1 Value,Option2 Name,Option2 Value,Option3 Name,Option3 Value,Variant SKU,Variant Grams,Variant Inventory Qty,Variant Price,Variant Compare At Price,Variant Taxable,Variant Barcode,Image Src,Image Position,Image Alt Text,Gift Card,Variant Image,Cost per item
        remera-rio,Remera Río,<p>Algodón &amp; lino.</p><p>Lavar en frío</p>,Retama,Remeras,"verano, mujer",true,Talle,S,Color,Azul,,,,180,4,12900,15900,true,7791234500017,https://fotos.ejemplo.com.ar/rio-1.jpg,1,De frente,false,,5000
        remera-rio,,,,,,,,M,,Azul,,,,180,2,12900,15900,true,,https://fotos.ejemplo.com.ar/rio-2.jpg,2,,,https://fotos.ejemplo.com.ar/rio-azul.jpg,5000
        remera-rio,,,,,,,,,,,,,,,,,,,,https://fotos.ejemplo.com.ar/rio-3.jpg,3,,,,
        gorro,Gorro,,Retama,Gorros,,true,Title,Default Title,,,,,GOR-1,90,7,9.99,,true,,,,,false,,

        """;

    [Theory, EveryDatabase]
    public async Task Takes_a_shopify_export_with_variants_pictures_and_prices(Database database)
    {
        await using var shelf = await Shelf.OnAsync(database);

        var view = await shelf.ImportAsync(Shopify);

        Assert.Equal((ImportFormat.Shopify, ImportState.Finished, 2, 0, 3, 0), (view.Format, view.State, view.ProductsCreated, view.ProductsUpdated, view.VariantsCreated, view.RowsRejected));
        Assert.Equal((4, 4), (view.RowsRead, view.PicturesWaiting));
        var shirt = await shelf.LoadAsync("remera-rio");
        Assert.Equal(("Remera Río", "Algodón & lino.\n\nLavar en frío", "Retama", ProductStatus.Published), (shirt.Title, shirt.Description, shirt.Brand, shirt.Status));
        Assert.Equal(["Talle: S M", "Color: Azul"], shirt.Options.Select(o => $"{o.Name}: {string.Join(' ', o.Values)}"));
        Assert.Equal(["REMERA-RIO-S-AZUL", "REMERA-RIO-M-AZUL"], shirt.Sold.Select(v => v.Sku));
        Assert.Equal("{\"Cost per item\":\"5000\"}", shirt.Variants[0].Imported!.Replace("\"Gift Card\":\"false\",", ""));
        Assert.Equal("https://fotos.ejemplo.com.ar/rio-azul.jpg", shirt.Pictures.Single(p => p.Id == shirt.Sold.Last().PictureId).SourceUrl);
        var sellable = (await shelf.SellableAsync(shirt.Variants[0].Id)).Values.Single();
        Assert.Equal((Money.Ars(12_900), Money.Ars(15_900), 180, TaxCode.Vat21), (sellable.Price, sellable.FormerPrice, sellable.WeightGrams, sellable.TaxCode));
        Assert.Equal(["category.created", "category.created", "stock.no_location"], view.Problems.Select(p => p.Code).Distinct().Order().Prepend("category.created"));
    }

    [Theory, EveryDatabase]
    public async Task Again_creates_and_updates_nothing(Database database)
    {
        await using var shelf = await Shelf.OnAsync(database);
        await shelf.ImportAsync(Shopify);
        var told = (await shelf.EventsAsync()).Count;

        var again = await shelf.ImportAsync(Shopify);

        Assert.Equal((0, 0, 0, 0, 3, 0), (again.ProductsCreated, again.ProductsUpdated, again.VariantsCreated, again.VariantsUpdated, again.VariantsUnchanged, again.RowsRejected));
        Assert.Equal(["catalog.import_finished"], (await shelf.EventsAsync()).Skip(told));
    }

    [Theory, EveryDatabase]
    public async Task Updates_what_changed_and_keeps_the_old_price_as_history(Database database)
    {
        await using var shelf = await Shelf.OnAsync(database);
        await shelf.ImportAsync(Shopify);
        shelf.Clock.Advance(TimeSpan.FromDays(1));

        var second = await shelf.ImportAsync(Shopify.Replace(",M,,Azul,,,,180,2,12900", ",M,,Azul,,,REM-M,180,2,13900"));

        Assert.Equal((0, 1, 0, 1, 2), (second.ProductsCreated, second.ProductsUpdated, second.VariantsCreated, second.VariantsUpdated, second.VariantsUnchanged));
        var medium = (await shelf.LoadAsync("remera-rio")).Sold.Last();
        Assert.Equal("REM-M", medium.Sku);
        Assert.Equal(Money.Ars(13_900), (await shelf.SellableAsync(medium.Id)).Values.Single().Price);
        var rows = await shelf.Node.QueryAsync($"select amount_minor, valid_to from catalog_prices where variant_id = {medium.Id} order by valid_from", row => (row.GetInt64(0), row.IsDBNull(1)));
        Assert.Equal([(1_290_000, false), (1_390_000, true)], rows);
    }

    [Theory, EveryDatabase]
    public async Task Lets_good_rows_in_and_tells_of_the_others(Database database)
    {
        await using var shelf = await Shelf.OnAsync(database);

        var view = await shelf.ImportAsync("""
            SKU;Producto;Nombre;Precio;Código de barras;Opcion1 nombre;Opcion1 valor;Peso gramos;IVA;Categoría
            C-S;campera;=cmd|' /C calc'!A0;48.900,00;;Talle;S;400;21;Abrigos > Camperas
            C-M;campera;;48,900;;Talle;M;400;21;
            C-L;campera;;49.900,50;7791234500012;Talle;L;400;21;
            C-S;campera;;1,50;;Talle;XL;400;21;
            C-XX;campera;;10;;Talle;XXL;=0,4*1000;33;
            G-1;gorro;Gorro;12600;;;;80;10,5;Accesorios
            """);

        Assert.Equal((2, 2, 4), (view.ProductsCreated, view.VariantsCreated, view.RowsRejected));
        var refused = view.Problems.Where(p => !p.IsWarning).ToList();
        Assert.Equal(
            [(3, "number.ambiguous"), (4, "gtin.check_digit"), (5, "sku.repeated"), (6, "number.formula"), (6, "tax.unknown")],
            refused.Select(p => (p.Line, p.Code)));
        Assert.Equal(("Precio", "48,900", "No sabemos si son 48,90 o 48.900. Elegí cómo leer la coma."), (refused[0].Column, refused[0].Value, refused[0].Reason));
        Assert.Contains("debería ser 7", refused[1].Reason);
        Assert.Contains("fila 2", refused[2].Reason);
        Assert.Equal("cell.formula", view.Problems.First(p => p.IsWarning && p.Line == 2 && p.Column == "Nombre").Code);
        Assert.Equal("=cmd|' /C calc'!A0", (await shelf.LoadAsync("campera")).Title);
    }
}
