using System.Data;
using System.Data.Common;

namespace Hilo.Platform;

/// <summary>One request's or one background job's share of the database: one connection, at most one transaction, used by every capability it touches.</summary>
/// <remarks>Saving writes, committing is done once by whoever owns the scope: the endpoint filter, the consumer runner, the lane.
/// Reads before the first save are outside the transaction; read-then-decide on counters calls <see cref="BeginAsync"/> first.</remarks>
public sealed class DbSession(IDatabase database, EventWriter events, LogSignals signals) : IAsyncDisposable
{
    private readonly List<ModuleDb> joined = [];
    private readonly List<EventRow> published = [];
    private DbConnection? rented;
    private DbTransaction? transaction;
    private WriteTurn? turn;
    private bool wroteEvents;

    public Dialect Dialect => database.Dialect;

    /// <summary>SQL for the database's own time in UTC ticks.</summary>
    public string NowSql => database.NowSql;

    /// <summary>Taken by every event that is published from here on.</summary>
    public Facts Facts { get; set; } = new();

    /// <summary>Another one while a transaction is open, where the write turn brings its own.</summary>
    public DbConnection Connection => turn?.Connection ?? (rented ??= database.Rent());

    public bool HasTransaction => transaction is not null;

    internal void Join(ModuleDb db)
    {
        db.JoinConnection(Connection);
        if (transaction is not null) db.JoinTransaction(transaction);
        joined.Add(db);
    }

    /// <summary>Tells the log. Written when the session commits, after every change of the same transaction.</summary>
    /// <param name="facts">The session's own unless given: a lane carries those of each caller.</param>
    public void Publish(IEvent happened, Facts? facts = null) => published.Add(events.Row(happened, facts ?? Facts));

    /// <summary>Opened by the first save or statement, or earlier by a handler that must read under lock.</summary>
    public async ValueTask<DbTransaction> BeginAsync(CancellationToken cancel)
    {
        if (transaction is not null) return transaction;
        await RestAsync();
        try
        {
            turn = await database.WriteTurnAsync(cancel);
            transaction = await database.BeginAsync(Connection, cancel);
        }
        catch
        {
            EndTurn();
            Resume();
            throw;
        }
        foreach (var db in joined)
        {
            if (turn is not null) db.JoinConnection(turn.Connection);
            db.JoinTransaction(transaction);
        }
        return transaction;
    }

    /// <summary>Gives the connection that this session reads with to others while it waits. Until <see cref="Resume"/> nothing is asked.</summary>
    /// <remarks>SQLite, where every connection in use has read the schema and keeps pages: a thousand who wait in a lane need none. On PostgreSQL reads hold one only while they run.</remarks>
    internal async ValueTask RestAsync()
    {
        if (database.Dialect != Dialect.Sqlite || transaction is not null || rented is null) return;
        foreach (var db in joined) db.JoinConnection(null);
        var resting = rented;
        rented = null;
        await database.ReturnAsync(resting);
    }

    internal void Resume()
    {
        if (rented is not null || transaction is not null) return;
        foreach (var db in joined) db.JoinConnection(Connection);
    }

    /// <summary>Writes published events that still wait. Called by the commit; earlier only where their positions must be taken before another statement.</summary>
    public async Task FlushEventsAsync(CancellationToken cancel)
    {
        if (published.Count == 0) return;
        await BeginAsync(cancel);
        await events.InsertAsync(this, published, cancel);
        published.Clear();
        wroteEvents = true;
    }

    /// <summary>Saves what every context of this session tracks: a consumer saves once for a whole group of events.</summary>
    internal async Task SaveAsync(CancellationToken cancel)
    {
        // A save may make another capability join: by index.
        for (var i = 0; i < joined.Count; i++) await joined[i].SaveChangesAsync(cancel);
    }

    /// <summary>Makes everything since the begin durable, at once. A session can go on afterwards with another transaction.</summary>
    public async Task CommitAsync(CancellationToken cancel)
    {
        if (joined.Find(db => db.ChangeTracker.HasChanges()) is { } forgotten)
            throw new InvalidOperationException($"{forgotten.GetType().Name} holds changes that nobody saved: call SaveChangesAsync before the commit.");
        await FlushEventsAsync(cancel);
        if (transaction is null) return;
        await transaction.CommitAsync(cancel);
        var tells = wroteEvents;
        await EndAsync(contextsAlive: true);
        if (tells) signals.EventsWritten();
    }

    /// <summary>Forgets everything since the begin, published events included.</summary>
    /// <remarks>Contexts keep what they tracked: after a rollback work goes on in a fresh scope.</remarks>
    public async Task RollbackAsync(CancellationToken cancel)
    {
        published.Clear();
        if (transaction is null) return;
        try
        {
            await transaction.RollbackAsync(cancel);
        }
        finally
        {
            await EndAsync(contextsAlive: true);
        }
    }

    /// <summary>A command on this session's connection and transaction, if one is open.</summary>
    public DbCommand CreateCommand()
    {
        var command = Connection.CreateCommand();
        command.Transaction = transaction;
        return command;
    }

    /// <summary>SQLite only: a statement that changes rows, to be bound and run as often as wanted, in the transaction that it opens when needed.</summary>
    public async ValueTask<SqliteStatement> SqliteAsync(string text, CancellationToken cancel)
    {
        await BeginAsync(cancel);
        return ((RememberingConnection)Connection).Statement(text);
    }

    /// <remarks>Never touches a context: the container has disposed of them before the session.</remarks>
    public async ValueTask DisposeAsync()
    {
        try
        {
            await EndAsync(contextsAlive: false);
        }
        finally
        {
            if (rented is not null) await database.ReturnAsync(rented);
            rented = null;
        }
    }

    private async ValueTask EndAsync(bool contextsAlive)
    {
        var ending = transaction;
        (transaction, wroteEvents) = (null, false);
        try
        {
            if (contextsAlive && ending is not null)
                foreach (var db in joined) db.LeaveTransaction();
            if (ending is not null) await ending.DisposeAsync();
            if (database.Dialect == Dialect.Postgres && rented is { State: not ConnectionState.Closed }) await rented.CloseAsync();
        }
        finally
        {
            var hadOwn = turn is not null;
            EndTurn();
            if (hadOwn && contextsAlive)
                foreach (var db in joined) db.JoinConnection(Connection);
        }
    }

    private void EndTurn()
    {
        turn?.Dispose();
        turn = null;
    }
}
