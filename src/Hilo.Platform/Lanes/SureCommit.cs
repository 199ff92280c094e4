namespace Hilo.Platform;

/// <summary>Commits and, when the connection breaks in that very moment, asks PostgreSQL what became of the transaction.</summary>
/// <remarks>On SQLite the answer of COMMIT is final.</remarks>
internal sealed class SureCommit(IDatabase database)
{
    private static readonly TimeSpan AskAgain = TimeSpan.FromMilliseconds(100);
    private const int Questions = 100;

    public async Task CommitAsync(DbSession session)
    {
        if (database.Dialect == Dialect.Sqlite)
        {
            await session.CommitAsync(CancellationToken.None);
            return;
        }
        var xid = (await session.QueryAsync($"select pg_current_xact_id_if_assigned()::text", row => row.Text(0), CancellationToken.None))[0];
        try
        {
            await session.CommitAsync(CancellationToken.None);
        }
        catch (Exception e) when (xid is not null && Conflicts.LostConnection(e))
        {
            if (!await WasCommittedAsync(xid)) throw;
        }
    }

    internal async Task<bool> WasCommittedAsync(string xid)
    {
        for (var question = 1; ; question++)
        {
            try
            {
                await using var connection = database.Rent();
                await connection.OpenAsync();
                await using var ask = connection.CreateCommand();
                ask.CommandText = "select pg_xact_status($1::text::xid8)";
                ask.Parameters.Add(new Npgsql.NpgsqlParameter { Value = xid });
                var status = await ask.ExecuteScalarAsync() as string;
                if (status != "in progress") return status == "committed";
            }
            catch (Exception e) when (question < Questions && Conflicts.LostConnection(e))
            {
                // The server is coming back.
            }
            // A lost connection like any other: neither tried again nor said to be done.
            if (question == Questions) throw new Npgsql.NpgsqlException($"Nobody could say whether transaction {xid} was committed.");
            await Task.Delay(AskAgain);
        }
    }
}
