using Microsoft.Extensions.Logging;
using Npgsql;

namespace Hilo.Platform;

/// <summary>Wakes the other nodes through PostgreSQL.</summary>
/// <remarks>Never inside a writing transaction: <c>NOTIFY</c> holds one lock of the whole database through the commit and would serialise all writers.</remarks>
internal sealed partial class Bell(PostgresDatabase database, LogSignals signals, Leases leases, Sequencer sequencer, ILogger<Bell> log)
{
    private static readonly TimeSpan AtMostEvery = TimeSpan.FromMilliseconds(20);
    private readonly string own = leases.Holder.ToString("N");

    public Task RunAsync(CancellationToken stop) => Task.WhenAll(KeepAsync(RingAsync, stop), KeepAsync(ListenAsync, stop));

    private async Task RingAsync(CancellationToken stop)
    {
        await using var connection = await OpenAsync(stop);
        await using var notify = new NpgsqlCommand("select pg_notify('hilo_log', $1)", connection) { Parameters = { new NpgsqlParameter<string>() } };
        while (true)
        {
            var seen = signals.Outgoing.Version;
            var (written, numbered) = signals.TakeOutgoing();
            // Written events concern only the sequencer: when it is here, it has been woken already.
            if (written && !sequencer.IsHolding) await SayAsync("written");
            if (numbered) await SayAsync("numbered");
            await Task.Delay(AtMostEvery, stop);
            await signals.Outgoing.WaitAsync(seen, TimeSpan.FromMinutes(1), stop);
        }

        Task SayAsync(string what)
        {
            ((NpgsqlParameter<string>)notify.Parameters[0]).TypedValue = $"{what} {own}";
            return notify.ExecuteNonQueryAsync(stop);
        }
    }

    private async Task ListenAsync(CancellationToken stop)
    {
        await using var connection = await OpenAsync(stop);
        connection.Notification += (_, heard) =>
        {
            if (heard.Payload.EndsWith(own, StringComparison.Ordinal)) return;
            if (heard.Payload.StartsWith("written", StringComparison.Ordinal)) signals.Written.Raise();
            else signals.Numbered.Raise();
        };
        await using (var listen = new NpgsqlCommand("listen hilo_log", connection)) await listen.ExecuteNonQueryAsync(stop);
        // Whatever was said while nobody listened.
        signals.Written.Raise();
        signals.Numbered.Raise();
        while (true) await connection.WaitAsync(stop);
    }

    private async Task<NpgsqlConnection> OpenAsync(CancellationToken stop)
    {
        var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(database.ConnectionString) { Pooling = false, KeepAlive = 30 }.ToString());
        await connection.OpenAsync(stop);
        return connection;
    }

    private async Task KeepAsync(Func<CancellationToken, Task> run, CancellationToken stop)
    {
        while (!stop.IsCancellationRequested)
        {
            try
            {
                await run(stop);
            }
            catch (OperationCanceledException) when (stop.IsCancellationRequested)
            {
                return;
            }
            catch (Exception e)
            {
                Silent(e);
                await Task.WhenAny(Task.Delay(TimeSpan.FromSeconds(1), stop));
            }
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "No word to or from the other nodes; they still look each second.")]
    private partial void Silent(Exception exception);
}
