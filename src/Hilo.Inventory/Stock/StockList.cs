using Hilo.Platform;

namespace Hilo.Inventory;

/// <summary>Levels and movements for lists, with keyset paging on both databases.</summary>
internal sealed class StockList(DbSession session, ISellables sellables)
{
    private const string Columns = """
        s.variant_id, s.location_id, l.name, s.on_hand, s.reserved, s.allocated, s.leased, s.unsellable, s.safety, s.changed_at
        """;

    private const string From = "inventory_stock_levels s join inventory_locations l on l.id = s.location_id";

    private sealed record Row(VariantId Variant, LocationId Location, string LocationName, StockCounts Counts, Quantity Safety, DateTimeOffset ChangedAt);

    public async Task<StockLevelView?> FindAsync(LevelKey key, CancellationToken cancel) => (await ViewAsync(await session.QueryAsync(
        $"select {Columns:raw} from {From:raw} where s.variant_id = {key.Variant} and s.location_id = {key.Location}", Read, cancel), cancel)).SingleOrDefault();

    /// <summary>In the order of variant and location, after <paramref name="after"/>.</summary>
    public async Task<List<StockLevelView>> PageAsync(VariantId? variant, LocationId? location, LevelKey? after, int limit, CancellationToken cancel)
    {
        var from = after ?? default;
        var rows = (variant, location) switch
        {
            ({ } v, { } l) => await session.QueryAsync($"""
                select {Columns:raw} from {From:raw} where s.variant_id = {v} and s.location_id = {l} and (s.variant_id, s.location_id) > ({from.Variant}, {from.Location})
                 limit {limit}
                """, Read, cancel),
            ({ } v, null) => await session.QueryAsync($"""
                select {Columns:raw} from {From:raw} where s.variant_id = {v} and s.location_id > {from.Location} order by s.location_id limit {limit}
                """, Read, cancel),
            (null, { } l) => await session.QueryAsync($"""
                select {Columns:raw} from {From:raw} where s.location_id = {l} and s.variant_id > {from.Variant} order by s.variant_id limit {limit}
                """, Read, cancel),
            _ => await session.QueryAsync($"""
                select {Columns:raw} from {From:raw} where (s.variant_id, s.location_id) > ({from.Variant}, {from.Location}) order by s.variant_id, s.location_id limit {limit}
                """, Read, cancel),
        };
        return await ViewAsync(rows, cancel);
    }

    /// <summary>Of these variants only.</summary>
    public async Task<List<StockLevelView>> PageAsync(IReadOnlyList<VariantId> variants, LocationId? location, LevelKey? after, int limit, CancellationToken cancel)
    {
        var from = after ?? default;
        var of = session.Dialect == Dialect.Postgres ? Sql.Of($"s.variant_id = any({variants})") : AnyOf(variants);
        var sql = Sql.Of($"select {Columns:raw} from {From:raw} where {of} and (s.variant_id, s.location_id) > ({from.Variant}, {from.Location})");
        if (location is { } one) sql.Add($" and s.location_id = {one}");
        sql.Add($" order by s.variant_id, s.location_id limit {limit}");
        return await ViewAsync(await session.QueryAsync(sql, Read, cancel), cancel);
    }

    private static Sql AnyOf(IReadOnlyList<VariantId> variants)
    {
        var sql = Sql.Of($"s.variant_id in ({variants[0]}");
        foreach (var variant in variants.Skip(1)) sql.Add($", {variant}");
        return sql.Add($")");
    }

    private async Task<List<StockLevelView>> ViewAsync(List<Row> rows, CancellationToken cancel)
    {
        if (rows.Count == 0) return [];
        var names = await sellables.NameAsync([.. rows.Select(r => r.Variant).Distinct()], cancel);
        return rows.ConvertAll(row =>
        {
            var name = names.GetValueOrDefault(row.Variant);
            var counts = row.Counts;
            return new StockLevelView(
                row.Variant, name?.Sku ?? "", name?.Title ?? "", name?.VariantTitle ?? "", row.Location, row.LocationName,
                counts.OnHand, counts.Reserved, counts.Allocated, counts.Leased, counts.Unsellable, row.Safety,
                Quantity.Max(counts.Free - row.Safety, Quantity.Zero), row.ChangedAt);
        });
    }

    private static Row Read(System.Data.Common.DbDataReader row) => new(
        row.Id<VariantId>(0), row.Id<LocationId>(1), row.GetString(2),
        new StockCounts(row.Quantity(3), row.Quantity(4), row.Quantity(5), row.Quantity(6), row.Quantity(7)), row.Quantity(8), row.Instant(9));
}
