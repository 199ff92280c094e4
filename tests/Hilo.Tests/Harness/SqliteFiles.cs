using Hilo.Tests;

[assembly: AssemblyFixture(typeof(SqliteFiles))]

namespace Hilo.Tests;

/// <summary>The folder of this run's SQLite files, removed at its end.</summary>
public sealed class SqliteFiles : IDisposable
{
    private static readonly string Folder = Path.Combine(Path.GetTempPath(), $"hilo-tests-{Environment.ProcessId}");
    private static int count;

    public static string New()
    {
        Directory.CreateDirectory(Folder);
        return $"Data Source={Path.Combine(Folder, $"{Interlocked.Increment(ref count)}.db")}";
    }

    public static string PathOf(string connectionString) => connectionString["Data Source=".Length..];

    public void Dispose()
    {
        if (Directory.Exists(Folder)) Directory.Delete(Folder, recursive: true);
    }
}
