using System.Data;
using Microsoft.Data.Sqlite;

namespace Hilo.Platform;

/// <summary>A connection that keeps its statements prepared, whoever wrote them: EF Core makes a new command for every query, and SQLite would parse each again.</summary>
/// <remarks>Parsing a query of some joins costs several times what running it does. Like every SQLite connection it serves one caller at a time.</remarks>
internal sealed class RememberingConnection(string connectionString) : SqliteConnection(connectionString)
{
    // The program has some hundreds of statements; lists of values in a statement make variants of some of them.
    private const int Most = 500;
    private readonly Dictionary<string, SqliteCommand> idle = new(StringComparer.Ordinal);

    private readonly Dictionary<string, SqliteStatement> statements = new(StringComparer.Ordinal);

    /// <summary>Of the few that write rows by hand; none is ever given back.</summary>
    public SqliteStatement Statement(string text)
    {
        if (!statements.TryGetValue(text, out var statement)) statements.Add(text, statement = new SqliteStatement(Handle!, text));
        return statement;
    }

    public override SqliteCommand CreateCommand() => new RememberedCommand(this) { Transaction = Transaction, CommandTimeout = DefaultTimeout };

    private SqliteCommand Take(string text) => idle.Remove(text, out var prepared) ? prepared : new SqliteCommand(text, this);

    private void GiveBack(SqliteCommand prepared)
    {
        prepared.Parameters.Clear();
        prepared.Transaction = null;
        if (State == ConnectionState.Open && idle.Count < Most && idle.TryAdd(prepared.CommandText, prepared)) return;
        prepared.Dispose();
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            foreach (var prepared in idle.Values) prepared.Dispose();
            idle.Clear();
            foreach (var statement in statements.Values) statement.Close();
            statements.Clear();
        }
        base.Dispose(disposing);
    }

    /// <summary>Looks like a new command, and runs a prepared one.</summary>
    private sealed class RememberedCommand : SqliteCommand
    {
        private readonly RememberingConnection owner;
        private SqliteCommand? running;

        public RememberedCommand(RememberingConnection owner)
        {
            this.owner = owner;
            Connection = owner;
        }

        public override SqliteDataReader ExecuteReader(CommandBehavior behavior)
        {
            if (running is not null && !string.Equals(running.CommandText, CommandText, StringComparison.Ordinal)) LetGo();
            running ??= owner.Take(CommandText);
            running.Transaction = Transaction;
            running.CommandTimeout = CommandTimeout;
            running.Parameters.Clear();
            foreach (SqliteParameter parameter in Parameters) running.Parameters.Add(parameter);
            try
            {
                return running.ExecuteReader(behavior);
            }
            catch
            {
                // Whatever state it is in: prepared anew the next time.
                running.Dispose();
                running = null;
                throw;
            }
        }

        protected override void Dispose(bool disposing)
        {
            if (disposing) LetGo();
            base.Dispose(disposing);
        }

        private void LetGo()
        {
            if (running is null) return;
            var done = running;
            running = null;
            owner.GiveBack(done);
        }
    }
}
