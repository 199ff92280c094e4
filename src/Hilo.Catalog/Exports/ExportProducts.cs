using System.IO.Pipelines;
using Hilo.Platform;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Hilo.Catalog;

/// <summary>Every product as a file that an import takes back without a change. Written page by page: memory does not grow with the catalog.</summary>
public sealed class ProductExport(SessionScopes sessions, TimeProvider clock)
{
    private const int PageSize = 500;
    private const int ColumnsAtOnce = 5_000;

    /// <summary>The format in which the shop's last products came, Hilo's own where none did.</summary>
    public Task<ImportFormat> UsualFormatAsync(CancellationToken cancel) => sessions.RunAsync(new Facts(), async (services, token) =>
        await services.GetRequiredService<CatalogDb>().Imports.AsNoTracking().Where(i => i.State == ImportState.Finished && !i.IsDryRun)
            .OrderByDescending(i => i.StartedAt).Select(i => i.Format).FirstOrDefaultAsync(token) ?? ImportFormat.Hilo, cancel);

    /// <returns>How many products were written.</returns>
    public async Task<int> WriteAsync(PipeWriter to, ImportFormat format, CancellationToken cancel)
    {
        var sheet = await SheetAsync(format, cancel);
        var csv = new CsvWriter(to, sheet.Delimiter);
        csv.Mark();
        csv.Row(sheet.Header);
        var (written, last) = (0, "");
        while (true)
        {
            var page = await sessions.RunAsync(new Facts(), (services, token) => PageAsync(services, last, token), cancel);
            foreach (var product in page)
                foreach (var row in sheet.RowsOf(product)) csv.Row(row);
            written += page.Count;
            await csv.FlushAsync(cancel, isLast: page.Count < PageSize);
            if (page.Count < PageSize) return written;
            last = page[^1].Product.Handle;
        }
    }

    private async Task<List<ExportedProduct>> PageAsync(IServiceProvider services, string last, CancellationToken cancel)
    {
        var (db, book, now) = (services.GetRequiredService<CatalogDb>(), services.GetRequiredService<PriceBook>(), clock.GetUtcNow());
        var products = await db.Products.Where(p => string.Compare(p.Handle, last) > 0).OrderBy(p => p.Handle).Take(PageSize).WholeAsync(db, cancel);
        var (list, categories) = (await book.DefaultAsync(cancel), await db.Categories.AsNoTracking().ToDictionaryAsync(c => c.Id, cancel));
        var open = await book.OpenAsync([.. products.SelectMany(p => p.Sold).Select(v => v.Id)], list.Id, cancel);
        return [.. products.Select(p => new ExportedProduct(
            p, list.Currency,
            p.Sold.ToDictionary(v => v.Id, v => open.Of(v.Id).FirstOrDefault(x => !x.IsTemporary && x.MinQuantity == Quantity.One && x.IsInForce(now))),
            [.. p.Categories.Select(c => Category.Path(c, categories).Reverse().Select(x => x.Name).ToList()).OrderByDescending(path => path.Count)]))];
    }

    /// <summary>The columns that this shop needs: those of the format, its attributes and what files brought that nobody uses.</summary>
    private async Task<ExportSheet> SheetAsync(ImportFormat format, CancellationToken cancel)
    {
        var attributes = await NamesAsync("select id, attributes from catalog_products where attributes <> '[]' and id > ", text => CatalogJson.Read<List<NamedText>>(text).Select(a => a.Name), cancel);
        var unused = await NamesAsync("select id, imported from catalog_variants where imported is not null and retired_at is null and id > ", text => CatalogJson.Read<Dictionary<string, string>>(text).Keys, cancel);
        return ExportSheet.Of(format, attributes, unused);
    }

    private async Task<List<string>> NamesAsync(string sql, Func<string, IEnumerable<string>> namesIn, CancellationToken cancel)
    {
        var names = new List<string>();
        var last = Guid.Empty;
        while (true)
        {
            var page = await sessions.RunAsync(new Facts(), (services, token) =>
            {
                var query = new Sql(0, 0);
                query.AppendLiteral(sql);
                query.AppendFormatted(last);
                query.AppendLiteral(" order by id limit ");
                query.AppendFormatted(ColumnsAtOnce);
                return services.GetRequiredService<DbSession>().QueryAsync(query, row => (Id: row.Uuid(0), Text: row.GetString(1)), token);
            }, cancel);
            foreach (var name in page.SelectMany(p => namesIn(p.Text)).Distinct())
                if (!names.Contains(name)) names.Add(name);
            if (page.Count < ColumnsAtOnce)
            {
                names.Sort(StringComparer.Ordinal);
                return names;
            }
            last = page[^1].Id;
        }
    }
}

internal static class ExportProducts
{
    public static void Map(RouteGroupBuilder products) => products.MapGet("/export", HandleAsync)
        .RequirePermission(Permissions.CatalogRead)
        .Produces(StatusCodes.Status200OK, contentType: "text/csv")
        .WithSummary("Every product as CSV, in Hilo's columns or as Shopify takes it; without format as the shop's last import came. Importing it again changes nothing.");

    private static async Task<EmptyHttpResult> HandleAsync(ProductExport export, HttpContext http, CancellationToken cancel, Word<ImportFormat>? format = null)
    {
        var chosen = format?.Value ?? await export.UsualFormatAsync(cancel);
        http.Response.ContentType = "text/csv; charset=utf-8";
        http.Response.Headers.ContentDisposition = $"attachment; filename=\"{(chosen == ImportFormat.Shopify ? "products" : "productos")}.csv\"";
        http.Response.Headers.CacheControl = "no-store";
        await export.WriteAsync(http.Response.BodyWriter, chosen, cancel);
        return TypedResults.Empty;
    }
}

/// <summary>What an export says of one product.</summary>
/// <param name="Prices">The regular one of one unit.</param>
/// <param name="Paths">Categories from the top down, the deepest first.</param>
internal sealed record ExportedProduct(Product Product, Currency Currency, IReadOnlyDictionary<VariantId, Price?> Prices, IReadOnlyList<List<string>> Paths);
