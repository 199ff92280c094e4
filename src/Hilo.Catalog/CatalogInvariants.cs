using Hilo.Platform;

namespace Hilo.Catalog;

/// <summary>What must always be true of the catalog beyond what the tables themselves forbid.</summary>
internal static class CatalogInvariants
{
    public static IServiceCollection AddCatalogInvariants(this IServiceCollection services) => services
        .AddInvariant("Every variant that is sold has a regular price on the default list", _ => $"""
            select v.sku || ' is published without a price' from catalog_variants v join catalog_products p on p.id = v.product_id
             where p.status = 'published' and v.retired_at is null and not exists (
               select 1 from catalog_prices r join catalog_price_lists l on l.id = r.price_list_id
                where l.is_default and r.variant_id = v.id and r.min_quantity = 1000 and not r.is_temporary and r.valid_to is null)
             limit 100
            """)
        .AddInvariant("A variant has one regular price per list and quantity at every moment", _ => $"""
            select v.sku || ' has two regular prices at once on ' || l.name from catalog_prices a
              join catalog_prices b on b.price_list_id = a.price_list_id and b.variant_id = a.variant_id and b.min_quantity = a.min_quantity and a.id < b.id
              join catalog_variants v on v.id = a.variant_id join catalog_price_lists l on l.id = a.price_list_id
             where not a.is_temporary and not b.is_temporary
               and (a.valid_to is null or a.valid_to > a.valid_from) and (b.valid_to is null or b.valid_to > b.valid_from)
               and (b.valid_to is null or a.valid_from < b.valid_to) and (a.valid_to is null or b.valid_from < a.valid_to)
             limit 100
            """)
        .AddInvariant("A variant's own picture is one of its product's", _ => $"""
            select v.sku || ' shows a picture of another product' from catalog_variants v join catalog_pictures p on p.id = v.picture_id where p.product_id <> v.product_id limit 100
            """)
        .AddInvariant("Every category can be reached from the top", _ => $"""
            with recursive reached(id) as (
              select id from catalog_categories where parent_id is null union all select c.id from catalog_categories c join reached r on c.parent_id = r.id)
            select c.name || ' is inside itself' from catalog_categories c where c.id not in (select id from reached) limit 100
            """);
}
