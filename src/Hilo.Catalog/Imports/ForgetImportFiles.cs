using Hilo.Platform;

namespace Hilo.Catalog;

/// <summary>A file is kept for thirty days after it came in, to look something up; its counts and problems stay.</summary>
internal sealed class ForgetImportFiles(DbSession session, TimeProvider clock) : ISweep
{
    private static readonly TimeSpan Kept = TimeSpan.FromDays(30);

    public Task<int> SweepAsync(CancellationToken cancel)
    {
        var before = clock.GetUtcNow() - Kept;
        return session.ExecuteAsync($"""
            delete from catalog_import_files where import_id in (
              select i.id from catalog_imports i join catalog_import_files f on f.import_id = i.id where i.finished_at < {before} limit 20)
            """, cancel);
    }
}
