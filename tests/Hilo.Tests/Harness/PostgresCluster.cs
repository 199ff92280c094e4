using System.Diagnostics;
using Hilo.Tests;
using Npgsql;

[assembly: AssemblyFixture(typeof(PostgresCluster))]

namespace Hilo.Tests;

/// <summary>The PostgreSQL of this run: the one that <c>HILO_TEST_POSTGRES</c> names, or a private cluster on a unix socket, started at the first use and stopped at the end.</summary>
public sealed class PostgresCluster : IAsyncDisposable
{
    private static readonly string Folder = Path.Combine(Path.GetTempPath(), $"hilo-tests-pg-{Environment.ProcessId}");
    private static readonly Lazy<Task<string>> Server = new(StartAsync);
    private static int count;

    /// <summary>Why there is no PostgreSQL here; null when there is.</summary>
    public static string? Missing => Given is not null || Binaries is not null
        ? null
        : "PostgreSQL is missing: install Debian's postgresql or set HILO_TEST_POSTGRES to a connection string.";

    /// <summary>The folder of initdb, pg_ctl, pg_dump, psql.</summary>
    public static string? Binaries => Directory.Exists("/usr/lib/postgresql")
        ? Directory.GetDirectories("/usr/lib/postgresql").Select(d => Path.Combine(d, "bin")).Where(d => File.Exists(Path.Combine(d, "initdb"))).Order().LastOrDefault()
        : null;

    private static string? Given => Environment.GetEnvironmentVariable("HILO_TEST_POSTGRES") is { Length: > 0 } given ? given : null;

    public static async Task<string> EmptyAsync()
    {
        var name = $"hilo_test_{Environment.ProcessId}_{Interlocked.Increment(ref count)}";
        await CreateAsync(name, template: null);
        return await ConnectionToAsync(name);
    }

    internal static async Task CreateAsync(string name, string? template)
    {
        await using var connection = new NpgsqlConnection(await Server.Value);
        await connection.OpenAsync();
        // Files are copied, which costs a third of writing them through the log. The same collation whatever the machine's locale, so that a sorted list is sorted alike everywhere.
        await using var create = new NpgsqlCommand($"""create database {name} template {template ?? "template0"} strategy file_copy encoding 'UTF8'""", connection);
        await create.ExecuteNonQueryAsync();
    }

    /// <remarks>Few connections: each is a process of the server that reads the schema anew, and they were a tenth of all tests' processor time.</remarks>
    internal static async Task<string> ConnectionToAsync(string name) =>
        new NpgsqlConnectionStringBuilder(await Server.Value) { Database = name, MaxPoolSize = 4, Pooling = true }.ToString();

    public async ValueTask DisposeAsync()
    {
        if (!Server.IsValueCreated || Given is not null) return;
        NpgsqlConnection.ClearAllPools();
        await RunAsync("pg_ctl", "-D", $"{Folder}/data", "-m", "immediate", "stop");
        Directory.Delete(Folder, recursive: true);
    }

    private static async Task<string> StartAsync()
    {
        if (Given is { } given) return given;
        if (Missing is { } why) throw new InvalidOperationException(why);
        Directory.CreateDirectory(Folder);
        if (Environment.IsPrivilegedProcess) await ExecuteAsync("chown", "postgres", Folder);
        await RunAsync("initdb", "-D", $"{Folder}/data", "-U", "hilo", "-A", "trust", "-E", "UTF8", "--locale=C.UTF-8", "--no-instructions");
        // No test pulls the plug of the machine, and a server that is killed loses nothing by this: what it wrote is with the kernel.
        await RunAsync("pg_ctl", "-D", $"{Folder}/data", "-l", $"{Folder}/log", "-w",
            "-o", $"-c listen_addresses='' -c unix_socket_directories='{Folder}' -c max_connections=300 -c shared_buffers=256MB -c fsync=off -c full_page_writes=off -c autovacuum=off -c jit=off -c wal_level=minimal -c max_wal_senders=0 -c max_wal_size=8GB", "start");
        var connection = $"Host={Folder};Username=hilo;Database=postgres";
        await using var check = new NpgsqlConnection(connection);
        await check.OpenAsync();
        await using var ask = new NpgsqlCommand("show data_directory", check);
        // A leftover socket must not lead to another process's server.
        if ((string?)await ask.ExecuteScalarAsync() != $"{Folder}/data") throw new InvalidOperationException("Connected to a foreign PostgreSQL.");
        return connection;
    }

    // initdb and the server refuse to run as root.
    internal static Task RunAsync(string program, params string[] arguments) => Environment.IsPrivilegedProcess
        ? ExecuteAsync("runuser", ["-u", "postgres", "--", Path.Combine(Binaries!, program), .. arguments])
        : ExecuteAsync(Path.Combine(Binaries!, program), arguments);

    internal static async Task ExecuteAsync(string program, params string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments) { WorkingDirectory = "/tmp", RedirectStandardOutput = true, UseShellExecute = false };
        using var process = Process.Start(start)!;
        await process.WaitForExitAsync();
        if (process.ExitCode != 0) throw new InvalidOperationException($"{program} {string.Join(' ', arguments)} ended with {process.ExitCode}.");
    }
}
