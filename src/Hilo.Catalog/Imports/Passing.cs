using System.Data.Common;
using Microsoft.Data.Sqlite;

namespace Hilo.Catalog;

/// <summary>Failures that are the database's and not the row's: it is away, busy or full, and the same work succeeds later.</summary>
internal static class Passing
{
    public static bool Is(Exception e) => e switch
    {
        OperationCanceledException => true,
        // Busy, locked, out of memory, reading or writing failed, full, cannot open.
        SqliteException sqlite => sqlite.SqliteErrorCode is 5 or 6 or 7 or 10 or 13 or 14,
        DbException { IsTransient: true } => true,
        IOException or TimeoutException => true,
        _ => e.InnerException is { } inner && Is(inner),
    };
}
