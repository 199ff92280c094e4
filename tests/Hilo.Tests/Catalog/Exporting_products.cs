using System.IO.Pipelines;
using System.Text;
using Hilo.Catalog;
using Hilo.Platform;
using Microsoft.Extensions.DependencyInjection;

namespace Hilo.Tests.Catalog;

public class Exporting_products
{
    private const string FromShopify = """"
        Handle,Title,Body (HTML),Vendor,Type,Tags,Published,Option1 Name,Option1 Value,Option2 Name,Option2 Value,Variant SKU,Variant Grams,Variant Price,Variant Compare At Price,Variant Taxable,Variant Barcode,Image Src,Image Position,Image Alt Text,Gift Card,Variant Image,Cost per item,Status
        remera-rio,Remera Río,<p>Algodón &amp; lino.<br>Fresca</p><p>Lavar en frío</p>,Retama,Remeras,"verano, mujer",true,Talle,S,Color,Azul,REM-S,180,12900.50,15900,true,7791234500017,https://fotos.ejemplo.com.ar/rio-1.jpg,1,De frente,false,,5000,active
        remera-rio,,,,,,,,M,,Azul,REM-M,180,12900.50,15900,true,,https://fotos.ejemplo.com.ar/rio-2.jpg,2,,,https://fotos.ejemplo.com.ar/rio-azul.jpg,5100,
        remera-rio,,,,,,,,,,,,,,,,,https://fotos.ejemplo.com.ar/rio-3.jpg,3,"De ""atrás""",,,,
        gorro,"=HYPERLINK(""http://malo"")",,Retama,Gorros,,true,Title,Default Title,,,@GOR-1,90,9.99,,false,,,,,false,,-7,draft

        """";

    private const string FromHilo = """
        sku;producto;nombre;descripcion;marca;tipo;categoria;etiquetas;estado;opcion1_nombre;opcion1_valor;codigo_de_barras;precio;precio_anterior;moneda;iva;peso_gramos;fotos;foto_descripcion;atributo: Composición;atributo: Origen;Proveedor
        CAM-S;campera;Campera de jean;"Línea uno
        línea dos

        otro párrafo";Retama;Campera;Abrigos > Camperas | Ofertas;jean, nuevo;publicado;Talle;S;7791234500017;48.900,00;56.000,00;ARS;10,5;820;https://f.ejemplo.com.ar/a.jpg | https://f.ejemplo.com.ar/b.jpg;De frente | De atrás;Algodón;Argentina;+54 Textil
        CAM-M;campera;;;;;;;;;M;;48.900,00;;;10,5;820;;;;;
        GOR;gorro;Gorro;;;;Accesorios;;archivado;;;;0,99;;;exento;;;;;;otro

        """;

    [Theory, EveryDatabase]
    public async Task Comes_back_without_a_change_in_the_format_it_came_in(Database database)
    {
        foreach (var (file, format) in new[] { (FromShopify, ImportFormat.Shopify), (FromHilo, ImportFormat.Hilo) })
        {
            await using var shelf = await Shelf.OnAsync(database);
            var first = await shelf.ImportAsync(file);
            Assert.Equal(0, first.RowsRejected);

            var export = await ExportAsync(shelf);
            var again = await shelf.ImportAsync(export);

            Assert.Equal(format, again.Format);
            Assert.Equal((0, 0, 0, 0, 3, 0), (again.ProductsCreated, again.ProductsUpdated, again.VariantsCreated, again.VariantsUpdated, again.VariantsUnchanged, again.RowsRejected));
            await using var other = await Shelf.OnAsync(database);
            Assert.Equal((2, 3, 0), await other.ImportAsync(export) is var moved ? (moved.ProductsCreated, moved.VariantsCreated, moved.RowsRejected) : default);
            Assert.Equal(Encoding.UTF8.GetString(export), Encoding.UTF8.GetString(await ExportAsync(other)));
        }
    }

    [Theory, EveryDatabase]
    public async Task Comes_back_without_a_change_in_the_other_format_too(Database database)
    {
        foreach (var (file, other) in new[] { (FromShopify, ImportFormat.Hilo), (FromHilo, ImportFormat.Shopify) })
        {
            await using var shelf = await Shelf.OnAsync(database);
            await shelf.ImportAsync(file);

            var again = await shelf.ImportAsync(await ExportAsync(shelf, other));

            Assert.Equal((0, 0, 3, 0), (again.ProductsCreated, again.ProductsUpdated, again.VariantsUnchanged, again.RowsRejected));
        }
    }

    [Theory, EveryDatabase]
    public async Task Never_lets_a_spreadsheet_run_a_cell(Database database)
    {
        await using var shelf = await Shelf.OnAsync(database);
        await shelf.ImportAsync(FromShopify);

        var text = Encoding.UTF8.GetString(await ExportAsync(shelf));

        Assert.Contains("\"'=HYPERLINK(\"\"http://malo\"\")\"", text, StringComparison.Ordinal);
        Assert.Contains(",'@GOR-1,", text, StringComparison.Ordinal);
        Assert.Contains(",'-7", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("texto")]
    [InlineData("=1+1")]
    [InlineData("'=1+1")]
    [InlineData("''-")]
    [InlineData("'")]
    [InlineData("")]
    [InlineData("-")]
    [InlineData("l'été")]
    public void What_is_neutralised_reads_as_before(string cell)
    {
        Assert.Equal(cell, CsvWriter.Plain(CsvWriter.Neutral(cell)));
        Assert.True(CsvWriter.Neutral(cell) is [] or [not ('=' or '+' or '-' or '@'), ..]);
    }

    private static async Task<byte[]> ExportAsync(Shelf shelf, ImportFormat? format = null)
    {
        var export = shelf.Node.Services.GetRequiredService<ProductExport>();
        using var file = new MemoryStream();
        var to = PipeWriter.Create(file);
        await export.WriteAsync(to, format ?? await export.UsualFormatAsync(CancellationToken.None), CancellationToken.None);
        await to.CompleteAsync();
        return file.ToArray();
    }
}
