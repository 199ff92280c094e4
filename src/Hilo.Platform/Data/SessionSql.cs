using System.Data;
using System.Data.Common;

namespace Hilo.Platform;

/// <summary>Hand-written SQL in a session: <c>await session.ExecuteAsync($"update … where id = {id}", cancel)</c>.</summary>
public static class SessionSql
{
    extension(DbSession session)
    {
        /// <summary>Changes rows, in the session's transaction, which it opens when needed. Answers how many.</summary>
        public async Task<int> ExecuteAsync(Sql sql, CancellationToken cancel)
        {
            await session.BeginAsync(cancel);
            await using var command = session.CreateCommand();
            sql.FillIn(command, session.Dialect);
            return await command.ExecuteNonQueryAsync(cancel);
        }

        /// <summary>Reads rows, inside the transaction when one is open.</summary>
        public async Task<List<T>> QueryAsync<T>(Sql sql, Func<DbDataReader, T> read, CancellationToken cancel)
        {
            var opened = await OpenAsync(session, cancel);
            try
            {
                await using var command = session.CreateCommand();
                sql.FillIn(command, session.Dialect);
                await using var rows = await command.ExecuteReaderAsync(cancel);
                var found = new List<T>();
                while (await rows.ReadAsync(cancel)) found.Add(read(rows));
                return found;
            }
            finally
            {
                if (opened) await session.Connection.CloseAsync();
            }
        }

        /// <summary>Reads the rows of many keys: with one statement where a round trip costs, with one prepared statement run for each where it does not.</summary>
        public async Task<List<T>> QueryEachAsync<TKey, T>(
            IReadOnlyList<TKey> keys, Func<IReadOnlyList<TKey>, Sql> postgres, Func<TKey, Sql> sqlite, Func<DbDataReader, T> read, CancellationToken cancel)
        {
            if (keys.Count == 0) return [];
            if (session.Dialect == Dialect.Postgres) return await session.QueryAsync(postgres(keys), read, cancel);
            if (keys.Count == 1) return await session.QueryAsync(sqlite(keys[0]), read, cancel);
            var all = new List<T>();
            foreach (var key in keys.Distinct()) all.AddRange(await session.QueryAsync(sqlite(key), read, cancel));
            return all;
        }

        /// <summary>Changes the rows of many keys, by the same two ways, in the session's transaction.</summary>
        public async Task ExecuteEachAsync<TKey>(IReadOnlyList<TKey> keys, Func<IReadOnlyList<TKey>, Sql> postgres, Func<TKey, Sql> sqlite, CancellationToken cancel)
        {
            if (keys.Count == 0) return;
            if (session.Dialect == Dialect.Postgres) await session.ExecuteAsync(postgres(keys), cancel);
            else foreach (var key in keys) await session.ExecuteAsync(sqlite(key), cancel);
        }

        /// <summary>Changes rows and reads what they return, in the session's transaction, which it opens when needed.</summary>
        public async Task<List<T>> ChangeAsync<T>(Sql sql, Func<DbDataReader, T> read, CancellationToken cancel)
        {
            await session.BeginAsync(cancel);
            return await session.QueryAsync(sql, read, cancel);
        }
    }

    private static async Task<bool> OpenAsync(DbSession session, CancellationToken cancel)
    {
        if (session.Connection.State == ConnectionState.Open) return false;
        await session.Connection.OpenAsync(cancel);
        return true;
    }
}
