namespace Hilo.Platform;

/// <summary>Reads the one connection string that chooses the database.</summary>
public static class Databases
{
    /// <summary><c>Data Source=…</c> is SQLite, <c>Host=…</c> is PostgreSQL.</summary>
    public static IDatabase Open(string connectionString)
    {
        var keys = connectionString.Split(';', StringSplitOptions.RemoveEmptyEntries)
            .Select(part => part.Split('=', 2)[0].Trim());
        return keys.Any(key => key.Equals("Host", StringComparison.OrdinalIgnoreCase) || key.Equals("Server", StringComparison.OrdinalIgnoreCase))
            ? new PostgresDatabase(connectionString)
            : new SqliteDatabase(connectionString);
    }
}
