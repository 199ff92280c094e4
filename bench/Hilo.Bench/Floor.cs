using System.Data.Common;
using System.Diagnostics;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace Hilo.Bench;

/// <summary>What the database alone can do: the rows of one paid order of two lines, one transaction each, a prepared statement per row, without a server, rules or events that anybody reads.</summary>
internal static class Floor
{
    private const int Variants = 800;

    private static readonly string[] Tables =
    [
        "create table stock (variant_id bigint primary key, on_hand bigint not null, allocated bigint not null, version bigint not null)",
        "create table ledger (id bigint primary key, variant_id bigint not null, order_id bigint not null, quantity bigint not null, reason text not null, at bigint not null)",
        "create table orders (id bigint primary key, number text not null, channel bigint not null, sale bigint not null, state text not null, contact text, total bigint not null, taxes text not null, placed_at bigint not null)",
        "create index orders_placed on orders (placed_at)",
        "create table lines (id bigint primary key, order_id bigint not null, variant_id bigint not null, sku text not null, title text not null, quantity bigint not null, price bigint not null)",
        "create index lines_order on lines (order_id)",
        "create table work (id bigint primary key, order_id bigint not null, location bigint not null, state text not null, due_at bigint not null)",
        "create table payments (id bigint primary key, sale bigint not null, tender text not null, amount bigint not null, captured bigint not null, at bigint not null)",
        "create index payments_sale on payments (sale)",
        "create table events (id bigint primary key, type text not null, subject bigint not null, at bigint not null, payload text not null)",
        "create table keys (scope text not null, key text not null, answer text not null, primary key (scope, key))",
    ];

    // $1 order, $2 and $3 variants, $4 now. One statement per row, as a script would send them.
    private static readonly string[] Statements =
    [
        "update stock set allocated = allocated + 1000, version = version + 1 where variant_id = $2 and on_hand - allocated >= 1000",
        "update stock set allocated = allocated + 1000, version = version + 1 where variant_id = $3 and on_hand - allocated >= 1000",
        "insert into ledger values ($1 * 2, $2, $1, 1000, 'allocated', $4)",
        "insert into ledger values ($1 * 2 + 1, $3, $1, 1000, 'allocated', $4)",
        "insert into orders values ($1, 'H-' || $1, 1, $1, 'open', 'buyer@bench.example', 3080000, '[{\"taxCode\":\"vat21\",\"net\":2545454,\"vat\":534546}]', $4)",
        "insert into lines values ($1 * 2, $1, $2, 'REM-' || $2, 'Remera de algodón', 1000, 1540000)",
        "insert into lines values ($1 * 2 + 1, $1, $3, 'REM-' || $3, 'Remera de algodón', 1000, 1540000)",
        "insert into work values ($1, $1, 1, 'open', $4)",
        "insert into payments values ($1, $1, 'cash', 3080000, 3080000, $4)",
        "insert into events values ($1 * 3, 'orders.order_placed', $1, $4, '{\"total\":3080000,\"currency\":\"ARS\",\"delivery\":\"pickup\"}')",
        "insert into events values ($1 * 3 + 1, 'orders.order_paid', $1, $4, '{\"total\":3080000,\"currency\":\"ARS\",\"tender\":\"cash\"}')",
        "insert into events values ($1 * 3 + 2, 'payments.payment_captured', $1, $4, '{\"amount\":3080000,\"currency\":\"ARS\",\"tender\":\"cash\"}')",
        "insert into keys values ('staff', 'k' || $1, '{\"id\":1}')",
    ];

    /// <param name="connection">An empty PostgreSQL database; null: a SQLite file of its own, WAL with <c>synchronous=FULL</c>.</param>
    public static async Task<int> RunAsync(string? connection, int clients, int seconds, int warmUp, CancellationToken cancel)
    {
        var folder = Directory.CreateTempSubdirectory("hilo-floor-").FullName;
        try
        {
            Func<Task<DbConnection>> open = connection is null ? () => OpenSqliteAsync(Path.Combine(folder, "floor.db")) : () => OpenPostgresAsync(connection);
            await using (var maker = await open()) await MakeAsync(maker, cancel);
            // SQLite has one writer: waiting in line costs less than its own retries.
            using var turn = connection is null ? new SemaphoreSlim(1, 1) : null;
            var (began, end) = (Stopwatch.GetTimestamp(), TimeSpan.FromSeconds(warmUp + seconds));
            var (done, next) = (0L, 0L);
            await Task.WhenAll(Enumerable.Range(0, clients).Select(client => Task.Run(async () =>
            {
                await using var mine = await open();
                Statement[] statements = [.. Statements.Select(sql => Prepare(mine, sql))];
                var random = new Random(client);
                while (Stopwatch.GetElapsedTime(began) is var at && at < end && !cancel.IsCancellationRequested)
                {
                    if (turn is not null) await turn.WaitAsync(cancel);
                    try
                    {
                        await PlaceAsync(mine, statements, Interlocked.Increment(ref next), random, cancel);
                    }
                    finally
                    {
                        turn?.Release();
                    }
                    if (at.TotalSeconds >= warmUp) Interlocked.Increment(ref done);
                }
            }, cancel)));
            Console.WriteLine($"floor, {clients} clients: {done / seconds} orders/s");
            return 0;
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task PlaceAsync(DbConnection connection, Statement[] statements, long order, Random random, CancellationToken cancel)
    {
        var (one, other) = (random.Next(Variants), random.Next(Variants));
        await using var transaction = connection is SqliteConnection sqlite ? sqlite.BeginTransaction(deferred: false) : await connection.BeginTransactionAsync(cancel);
        // Variants in one order for everybody, or they lock each other out.
        long[] values = [order, Math.Min(one, other), Math.Max(one, other), TimeProvider.System.GetUtcNow().UtcTicks];
        foreach (var (command, used) in statements)
        {
            command.Transaction = transaction;
            for (var i = 0; i < used.Length; i++) command.Parameters[i].Value = values[used[i]];
            await command.ExecuteNonQueryAsync(cancel);
        }
        await transaction.CommitAsync(cancel);
    }

    /// <summary>Made once per connection, so that each is parsed once.</summary>
    private static Statement Prepare(DbConnection connection, string sql)
    {
        var command = connection.CreateCommand();
        command.CommandText = sql;
        // SQLite knows only parameters that the statement uses, PostgreSQL takes them by place.
        int[] used = [.. Enumerable.Range(0, 4).Where(i => command is not SqliteCommand || sql.Contains($"${i + 1}", StringComparison.Ordinal))];
        foreach (var i in used)
        {
            var parameter = command.CreateParameter();
            parameter.Value = 0L;
            if (command is SqliteCommand) parameter.ParameterName = $"${i + 1}";
            command.Parameters.Add(parameter);
        }
        return new Statement(command, used);
    }

    /// <param name="Used">Which of order, two variants and time it takes.</param>
    private sealed record Statement(DbCommand Command, int[] Used);

    private static async Task MakeAsync(DbConnection connection, CancellationToken cancel)
    {
        foreach (var sql in Tables) await RunAsync(sql);
        for (var variant = 0; variant < Variants; variant++) await RunAsync($"insert into stock values ({variant}, 10000000000, 0, 1)");

        async Task RunAsync(string sql)
        {
            await using var command = connection.CreateCommand();
            command.CommandText = sql;
            await command.ExecuteNonQueryAsync(cancel);
        }
    }

    private static async Task<DbConnection> OpenSqliteAsync(string path)
    {
        var connection = new SqliteConnection($"Data Source={path};Pooling=False");
        await connection.OpenAsync();
        await using var pragmas = connection.CreateCommand();
        pragmas.CommandText = "pragma busy_timeout = 5000; pragma journal_mode = wal; pragma synchronous = full; pragma cache_size = -65536;";
        await pragmas.ExecuteNonQueryAsync();
        return connection;
    }

    private static async Task<DbConnection> OpenPostgresAsync(string connection)
    {
        var opened = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(connection) { MaxAutoPrepare = 50, AutoPrepareMinUsages = 2, MaxPoolSize = 200 }.ToString());
        await opened.OpenAsync();
        return opened;
    }
}
