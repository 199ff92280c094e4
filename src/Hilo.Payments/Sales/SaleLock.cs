using System.Buffers.Binary;
using Hilo.Platform;

namespace Hilo.Payments.Sales;

/// <summary>One at a time per sale: whoever opens an attempt, applies what a provider says or plans a refund decides about the whole sale,
/// also about rows that do not exist yet, so a row lock would not do.</summary>
internal static class SaleLock
{
    /// <summary>Held until the session's transaction ends. On SQLite the one writer is the lock.</summary>
    public static Task LockSaleAsync(this DbSession session, SaleId sale, CancellationToken cancel) => session.LockSalesAsync([sale], cancel);

    /// <summary>Many at once, in one order for everybody.</summary>
    public static async Task LockSalesAsync(this DbSession session, IReadOnlyList<SaleId> sales, CancellationToken cancel)
    {
        await session.BeginAsync(cancel);
        if (session.Dialect != Dialect.Postgres || sales.Count == 0) return;
        long[] keys = [.. sales.Select(KeyOf).Order()];
        await session.QueryAsync($"select 1 from (select pg_advisory_xact_lock(key) from unnest({keys}) with ordinality as k(key, place) order by place) locked", _ => true, cancel);
    }

    private static long KeyOf(SaleId sale)
    {
        Span<byte> bytes = stackalloc byte[16];
        sale.Value.TryWriteBytes(bytes, bigEndian: true, out _);
        // The first half of a version 7 id is time: only the second half is told apart well.
        return BinaryPrimitives.ReadInt64BigEndian(bytes[8..]) ^ BinaryPrimitives.ReadInt64BigEndian(bytes);
    }
}
