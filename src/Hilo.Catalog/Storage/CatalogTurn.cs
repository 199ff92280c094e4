using Hilo.Platform;

namespace Hilo.Catalog;

/// <summary>Whoever changes the catalog waits for its turn, so that what was looked up (a free handle, an open price) stays true until the commit.</summary>
internal static class CatalogTurn
{
    public static async Task TakeAsync(DbSession session, CancellationToken cancel)
    {
        await session.BeginAsync(cancel);
        // On SQLite the transaction itself is the turn.
        if (session.Dialect == Dialect.Postgres)
            await session.QueryAsync($"select id from catalog_turn where id = 1 for update", row => row.GetInt32(0), cancel);
    }
}
