using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Hilo.Platform;

/// <summary>Tells errors that a second try may cure from those that it cannot.</summary>
internal static class Conflicts
{
    /// <summary>Two transactions met (deadlock, serialization, an edit of the same record): the same work may succeed when done again from the start.</summary>
    public static bool MayPass(Exception e) => e switch
    {
        DbUpdateConcurrencyException => true,
        PostgresException postgres => postgres.SqlState is PostgresErrorCodes.SerializationFailure or PostgresErrorCodes.DeadlockDetected || SameKey(postgres),
        SqliteException sqlite => sqlite.SqliteErrorCode is 5 or 6,
        { InnerException: { } inner } => MayPass(inner),
        _ => false,
    };

    /// <summary>A name that was free a moment ago was taken by somebody else: done again, the same work sees it, and says so.</summary>
    public static bool IsTaken(Exception e) => e switch
    {
        PostgresException postgres => postgres.SqlState == PostgresErrorCodes.UniqueViolation,
        SqliteException sqlite => sqlite.SqliteExtendedErrorCode is 2067 or 1555, // Of a unique index, of a primary key.
        { InnerException: { } inner } => IsTaken(inner),
        _ => false,
    };

    /// <summary>The database did not answer: nothing is known about the statement, and nothing is wrong with the data.</summary>
    public static bool LostConnection(Exception e) => e switch
    {
        PostgresException postgres => postgres.SqlState.StartsWith("57P", StringComparison.Ordinal) || postgres.SqlState.StartsWith("08", StringComparison.Ordinal)
            || postgres.SqlState.StartsWith("53", StringComparison.Ordinal),
        NpgsqlException => true,
        { InnerException: { } inner } => LostConnection(inner),
        _ => false,
    };

    /// <summary>The disk is full or gone: nothing is wrong with what was asked, and it may be asked again.</summary>
    public static bool CannotWrite(Exception e) => e switch
    {
        // Full, input or output error, cannot open, read only.
        SqliteException sqlite => sqlite.SqliteErrorCode is 13 or 10 or 14 or 8,
        IOException io => io.HResult == NoSpaceLeft,
        { InnerException: { } inner } => CannotWrite(inner),
        _ => false,
    };

    private const int NoSpaceLeft = 28;

    // Another node wrote the answer of the same idempotency key in this very moment: the next try finds it.
    private static bool SameKey(PostgresException postgres) =>
        postgres is { SqlState: PostgresErrorCodes.UniqueViolation, TableName: "platform_idempotency" };
}
