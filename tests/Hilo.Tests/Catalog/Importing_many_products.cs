using System.Diagnostics;
using System.Globalization;
using System.Text;
using Hilo.Catalog;

namespace Hilo.Tests.Catalog;

public class Importing_many_products(ITestOutputHelper output)
{
    [Theory, EveryDatabase]
    public async Task Takes_a_thousand_products_and_the_second_time_changes_nothing(Database database)
    {
        await using var shelf = await Shelf.OnAsync(database);
        await shelf.ImportAsync(Products(0, 20)); // Code and statements are warm afterwards.

        using var me = Process.GetCurrentProcess();
        var before = me.TotalProcessorTime;
        var clock = Stopwatch.StartNew();
        var view = await shelf.ImportAsync(Products(100, 1000));
        var first = clock.Elapsed;
        me.Refresh();
        output.WriteLine($"{(me.TotalProcessorTime - before).TotalMilliseconds:0} ms of processor in this process, other tests included");
        var again = await shelf.ImportAsync(Products(100, 1000));

        output.WriteLine($"{first.TotalMilliseconds:0} ms, again {(clock.Elapsed - first).TotalMilliseconds:0} ms");
        Assert.Equal((1000, 3000, 0), (view.ProductsCreated, view.VariantsCreated, view.RowsRejected));
        Assert.Equal((0, 0, 3000), (again.ProductsCreated, again.ProductsUpdated, again.VariantsUnchanged));
    }

    private static string Products(int from, int count)
    {
        var csv = new StringBuilder("Handle,Title,Body (HTML),Vendor,Type,Tags,Published,Option1 Name,Option1 Value,Variant SKU,Variant Grams,Variant Price,Variant Compare At Price,Image Src\n");
        for (var i = from; i < from + count; i++)
            foreach (var size in new[] { "S", "M", "L" })
                csv.Append(CultureInfo.InvariantCulture, $"producto-{i},{(size == "S" ? $"Producto {i}" : "")},<p>Texto</p>,Marca,Tipo {i % 7},\"a, b\",true,Talle,{size},SKU-{i}-{size},100,{i + 10}.50,,https://fotos.ejemplo.com.ar/{i}.jpg\n");
        return csv.ToString();
    }
}
