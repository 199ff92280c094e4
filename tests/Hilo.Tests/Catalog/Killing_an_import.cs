using System.Diagnostics;
using System.Globalization;
using System.Text;
using Hilo.Catalog;
using Microsoft.Extensions.DependencyInjection;

namespace Hilo.Tests.Catalog;

/// <summary>A process that brings a file in is killed in the middle; another one ends it.</summary>
public class Killing_an_import
{
    private const int Products = 1_250;
    private const int Sizes = 4;

    [Theory, EveryDatabase]
    public async Task Leaves_nothing_half_done_and_every_row_goes_in_exactly_once(Database database)
    {
        var (connection, folder) = (await database.EmptyAsync(), Directory.CreateTempSubdirectory("hilo-kill-").FullName);
        var file = Path.Combine(folder, "productos.csv");
        await File.WriteAllTextAsync(file, Rows());
        await using var node = new Node(connection, Shelf.Modules);
        await node.Services.GetRequiredService<Hilo.Platform.Migrations>().ApplyAsync(CancellationToken.None);

        using (var process = Start(connection, folder, file))
        {
            // As soon as something is in, and long before everything is.
            await Eventually(async () => process.HasExited || await CreatedAsync(node) > 0);
            process.Kill();
            await process.WaitForExitAsync();
        }
        var atDeath = await CreatedAsync(node);

        var imports = node.Services.GetRequiredService<CatalogImports>();
        ImportId? left = null;
        await Eventually(async () => (left = await imports.NextAsync(CancellationToken.None)) is not null);
        while (await imports.StepAsync(left!.Value, CancellationToken.None))
        {
        }

        var view = await imports.ViewAsync(left.Value, CancellationToken.None);
        Assert.InRange(atDeath, 1, Products - 1);
        Assert.Equal((ImportState.Finished, Products, Products * Sizes, Products * Sizes, 0), (view.State, view.ProductsCreated, view.VariantsCreated, view.RowsRead, view.RowsRejected));
        Assert.Equal([(long)Products * Sizes], await node.QueryAsync($"select count(*) from catalog_variants", row => row.GetInt64(0)));
        Assert.Equal([(long)Products * Sizes], await node.QueryAsync($"select count(*) from catalog_prices", row => row.GetInt64(0)));
        Assert.Equal([(long)Products], await node.QueryAsync($"select count(*) from events where type = 'catalog.product_saved'", row => row.GetInt64(0)));
    }

    private static async Task<int> CreatedAsync(Node node) =>
        (await node.QueryAsync($"select products_created from catalog_imports", row => row.GetInt32(0))).SingleOrDefault();

    private static Process Start(string connection, string folder, string file)
    {
        var start = new ProcessStartInfo(ServerProgram.File, ["import", file, "--data", folder, "--json"]) { UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment["ConnectionStrings__Hilo"] = connection;
        return Process.Start(start)!;
    }

    private static string Rows()
    {
        var csv = new StringBuilder("Handle,Title,Body (HTML),Vendor,Type,Published,Option1 Name,Option1 Value,Variant SKU,Variant Price,Image Src\n");
        for (var i = 0; i < Products; i++)
            for (var size = 0; size < Sizes; size++)
                csv.Append(CultureInfo.InvariantCulture, $"producto-{i},{(size == 0 ? $"Producto {i}" : "")},<p>{new string('x', 300)}</p>,Marca,Tipo {i % 9},true,Talle,T{size},SKU-{i}-{size},{i + 10}.50,\n");
        return csv.ToString();
    }

    private static async Task Eventually(Func<Task<bool>> holds)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(2));
        while (!await holds()) await Task.Delay(5, patience.Token);
    }
}
