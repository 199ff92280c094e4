using System.Data.Common;
using Hilo.Platform;

namespace Hilo.Catalog;

/// <summary>What a buyer pays, asked of the database in one statement: hot, so hand-written. <see cref="Price.InForce"/> says the same rule in memory.</summary>
internal sealed class Sellables(DbSession session, TimeProvider clock) : ISellables
{
    private const string FirstPicture = """
        coalesce((select x.renditions from catalog_pictures x where x.id = v.picture_id and x.state = 'stored'),
          (select x.renditions from catalog_pictures x where x.product_id = p.id and x.state = 'stored' order by x.rank limit 1))
        """;

    public async Task<IReadOnlyDictionary<VariantId, Sellable>> FindAsync(IReadOnlyCollection<VariantId> variants, SalesChannelId salesChannel, CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        var sql = new Sql(0, 0);
        sql.AppendLiteral($"""
            select v.id, v.product_id, v.sku, p.title, v.option_values, p.handle, r.amount_minor, r.former_minor, l.currency, v.tax_code, v.weight_grams, {FirstPicture}
              from catalog_variants v
              join catalog_products p on p.id = v.product_id and p.status = 'published'
              join catalog_prices r on r.id = (
                select c.id from catalog_prices c join catalog_price_lists k on k.id = c.price_list_id
                 where c.variant_id = v.id and c.min_quantity <= 1000 and c.valid_from <= 
            """);
        sql.AppendFormatted(now);
        sql.AppendLiteral(" and (c.valid_to is null or c.valid_to > ");
        sql.AppendFormatted(now);
        sql.AppendLiteral(") and k.location_group_id is null and k.customer_group_id is null and (k.sales_channel_id = ");
        sql.AppendFormatted(salesChannel);
        // A channel in another currency never falls back: its buyers would pay the wrong one.
        sql.AppendLiteral(" or (k.is_default and not exists (select 1 from catalog_price_lists o where o.currency <> k.currency and o.location_group_id is null and o.customer_group_id is null and o.sales_channel_id = ");
        sql.AppendFormatted(salesChannel);
        sql.AppendLiteral("""
            )))
                 order by k.is_default, c.min_quantity desc, c.is_temporary desc, c.valid_from desc limit 1)
              join catalog_price_lists l on l.id = r.price_list_id
             where v.retired_at is null and v.id 
            """);
        AppendAny(sql, variants);
        var found = await session.QueryAsync(sql, ReadSellable, cancel);
        return found.ToDictionary(s => s.Id);
    }

    public async Task<IReadOnlyDictionary<string, VariantId>> FindCodesAsync(IReadOnlyCollection<string> codes, CancellationToken cancel)
    {
        var found = new Dictionary<string, VariantId>(StringComparer.Ordinal);
        if (codes.Count == 0) return found;
        var sql = new Sql(0, 0);
        sql.AppendLiteral("select sku, id, 0 from catalog_variants where retired_at is null and sku ");
        AppendAny(sql, codes);
        sql.AppendLiteral(" union all select gtin, id, 1 from catalog_variants where retired_at is null and gtin ");
        AppendAny(sql, codes);
        // A SKU that looks like another variant's GTIN wins: the retailer chose it.
        foreach (var (code, id, _) in (await session.QueryAsync(sql, row => (row.GetString(0), row.Id<VariantId>(1), row.GetInt32(2)), cancel)).OrderBy(f => f.Item3))
            found.TryAdd(code, id);
        return found;
    }

    public async Task<IReadOnlyList<VariantId>> SearchAsync(string words, VariantId? from, int limit, CancellationToken cancel)
    {
        var sql = Sql.Of($"select v.id from catalog_variants v join catalog_products p on p.id = v.product_id where v.retired_at is null and v.id >= {from ?? default}");
        // Back-office look-ups are few: plain SQL, word by word.
        foreach (var word in Fold.Of(words).Split(' ', StringSplitOptions.RemoveEmptyEntries).Take(10))
        {
            var pattern = "%" + word.Replace(@"\", @"\\", StringComparison.Ordinal).Replace("%", @"\%", StringComparison.Ordinal).Replace("_", @"\_", StringComparison.Ordinal) + "%";
            sql.Add($@" and p.search_text like {pattern} escape '\'");
        }
        sql.Add($" order by v.id limit {limit}");
        return await session.QueryAsync(sql, row => row.Id<VariantId>(0), cancel);
    }

    public async Task<IReadOnlyDictionary<VariantId, VariantName>> NameAsync(IReadOnlyCollection<VariantId> variants, CancellationToken cancel)
    {
        var sql = new Sql(0, 0);
        sql.AppendLiteral($"select v.id, v.sku, p.title, v.option_values, p.handle, {FirstPicture}, v.gtin from catalog_variants v join catalog_products p on p.id = v.product_id where v.id ");
        AppendAny(sql, variants);
        var found = await session.QueryAsync(sql, row => new VariantName(row.Id<VariantId>(0), row.GetString(1), row.GetString(2), TitleOf(row, 3), row.GetString(4), PictureOf(row, 5), row.Text(6)), cancel);
        return found.ToDictionary(n => n.Id);
    }

    private static Sellable ReadSellable(DbDataReader row)
    {
        var currency = Currency.Parse(row.GetString(8));
        return new Sellable(
            row.Id<VariantId>(0), row.Id<ProductId>(1), row.GetString(2), row.GetString(3), TitleOf(row, 4), row.GetString(5),
            row.Money(6, currency), row.Number(7) is { } former ? new Money(former, currency) : null, (TaxCode)row.GetInt32(9), row.GetInt64(10), PictureOf(row, 11));
    }

    private static string TitleOf(DbDataReader row, int column) => row.GetString(column) is not "[]" and var values ? string.Join(" · ", CatalogJson.Read<List<string>>(values)) : "";

    private static string? PictureOf(DbDataReader row, int column) => row.Text(column) is { } renditions ? Picture.ThumbOf(CatalogJson.Read<List<Rendition>>(renditions)) : null;

    private void AppendAny<T>(Sql sql, IReadOnlyCollection<T> values)
    {
        if (session.Dialect == Dialect.Postgres)
        {
            sql.AppendLiteral("= any(");
            sql.AppendFormatted(values);
            sql.AppendLiteral(")");
            return;
        }
        sql.AppendLiteral("in (");
        var separator = "";
        foreach (var value in values)
        {
            sql.AppendLiteral(separator);
            sql.AppendFormatted(value);
            separator = ", ";
        }
        sql.AppendLiteral(")");
    }
}
