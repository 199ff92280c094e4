using Hilo.Platform;

namespace Hilo.Catalog;

/// <summary>A file is kept for thirty days after it came in; its counts and problems stay. Parts of a file that never became an import go after a day.</summary>
internal sealed class ForgetImportFiles(DbSession session, TimeProvider clock) : ISweep
{
    private static readonly TimeSpan Kept = TimeSpan.FromDays(30);
    private static readonly TimeSpan Lost = TimeSpan.FromDays(1);

    public Task<int> SweepAsync(CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        return session.ExecuteAsync($"""
            delete from catalog_import_parts where import_id in (
              select p.import_id from catalog_import_parts p left join catalog_imports i on i.id = p.import_id
               where p.stored_at < {now - Lost} and (i.id is null or i.finished_at < {now - Kept}) limit 20)
            """, cancel);
    }
}
