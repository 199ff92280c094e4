using System.Diagnostics;
using System.Globalization;
using Npgsql;

namespace Hilo.Journeys.Crashes;

/// <summary>A PostgreSQL that belongs to one test, so that it may be killed: a private cluster on a unix socket.</summary>
internal sealed class OwnPostgres : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);
    private readonly string folder;
    private readonly string? options;

    private OwnPostgres(string folder, string? options) => (this.folder, this.options) = (folder, options);

    public string ConnectionString => $"Host={folder};Username=hilo;Database=hilo";

    private string Data => Path.Combine(folder, "data");

    /// <param name="options">Further settings of the server, such as <c>-c max_connections=20</c>.</param>
    public static async Task<OwnPostgres> StartAsync(string? options = null)
    {
        var cluster = new OwnPostgres(Directory.CreateTempSubdirectory("hilo-pg-").FullName, options);
        if (Environment.IsPrivilegedProcess) await PostgresCluster.ExecuteAsync("chown", "postgres", cluster.folder);
        await PostgresCluster.RunAsync("initdb", "-D", cluster.Data, "-U", "hilo", "-A", "trust", "-E", "UTF8", "--locale=C.UTF-8", "--no-instructions");
        await cluster.UpAsync();
        await cluster.CreateAsync("hilo");
        return cluster;
    }

    public async Task CreateAsync(string database)
    {
        await using var connection = new NpgsqlConnection($"Host={folder};Username=hilo;Database=postgres;Pooling=False");
        await connection.OpenAsync();
        await using var ask = new NpgsqlCommand("show data_directory", connection);
        if ((string?)await ask.ExecuteScalarAsync() != Data) throw new InvalidOperationException("Connected to a foreign PostgreSQL.");
        await using var create = new NpgsqlCommand($"create database {database}", connection);
        await create.ExecuteNonQueryAsync();
    }

    /// <summary>SIGKILL to the postmaster: no checkpoint, no farewell. Its children notice and leave.</summary>
    public async Task KillAsync()
    {
        var lines = await File.ReadAllLinesAsync(Path.Combine(Data, "postmaster.pid"));
        using var postmaster = Process.GetProcessById(int.Parse(lines[0], CultureInfo.InvariantCulture));
        postmaster.Kill();
        await postmaster.WaitForExitAsync();
    }

    /// <summary>Stops without a checkpoint and without waiting for anybody, as a machine that is switched off.</summary>
    public Task StopAsync() => PostgresCluster.RunAsync("pg_ctl", "-D", Data, "-m", "immediate", "-w", "stop");

    /// <summary>Starts; after a kill as soon as the last child of the old server is gone.</summary>
    public async Task UpAsync()
    {
        var since = Stopwatch.StartNew();
        while (true)
        {
            try
            {
                await PostgresCluster.RunAsync("pg_ctl", "-D", Data, "-l", Path.Combine(folder, "log"), "-w", "-o",
                    $"-c listen_addresses='' -c unix_socket_directories='{folder}' -c max_connections=200 -c shared_buffers=128MB {options}", "start");
                return;
            }
            catch (InvalidOperationException) when (since.Elapsed < Patience)
            {
                await Task.Delay(TimeSpan.FromMilliseconds(50));
            }
        }
    }

    public async ValueTask DisposeAsync()
    {
        // Not again: a story that ended while it was away says why, and this would hide it.
        if (File.Exists(Path.Combine(Data, "postmaster.pid"))) await StopAsync();
        Directory.Delete(folder, recursive: true);
    }
}
