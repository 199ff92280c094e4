namespace Hilo.Platform;

/// <summary>The idempotency keys of one group: who is new, who gets a stored answer, who repeats a neighbor.</summary>
internal sealed class LaneKeys<TCommand, TAnswer>
{
    private readonly List<(LaneItem<TCommand, TAnswer> Item, LaneItem<TCommand, TAnswer> First)> repeats = [];
    private readonly List<(LaneItem<TCommand, TAnswer> Item, KeyAlreadyUsedException Used)> used = [];
    private readonly Dictionary<LaneItem<TCommand, TAnswer>, StoredAnswer> kept = [];
    private IReadOnlyList<Result<TAnswer>> answers = [];

    public List<LaneItem<TCommand, TAnswer>> Fresh { get; } = [];

    public static async Task<LaneKeys<TCommand, TAnswer>> ReadAsync(DbSession session, IReadOnlyList<LaneItem<TCommand, TAnswer>> group)
    {
        var keys = new LaneKeys<TCommand, TAnswer>();
        var first = new Dictionary<(string, string), LaneItem<TCommand, TAnswer>>();
        foreach (var item in group)
        {
            if (item.Key is not { } key) keys.Fresh.Add(item);
            else if (first.TryAdd((key.Scope, key.Key), item)) keys.Fresh.Add(item);
            else keys.repeats.Add((item, first[(key.Scope, key.Key)]));
        }
        if (first.Count == 0) return keys;
        foreach (var (name, exception) in await KnownAsync(session, [.. first.Keys]))
        {
            keys.Fresh.Remove(first[name]);
            foreach (var item in group.Where(i => i.Key is { } key && (key.Scope, key.Key) == name)) keys.used.Add((item, exception));
            keys.repeats.RemoveAll(r => r.First == first[name]);
        }
        return keys;
    }

    /// <summary>Writes the rows of the new keys. Another process that wrote the same key meanwhile makes this fail, and the group, run again, finds its answer.</summary>
    public async Task KeepAsync(DbSession session, IReadOnlyList<Result<TAnswer>> given)
    {
        answers = given;
        for (var i = 0; i < Fresh.Count; i++)
            if (Fresh[i].Key is { } key && key.Answer(given[i]) is { } answer) kept.Add(Fresh[i], answer);
        if (kept.Count == 0) return;
        await session.WriteKeysAsync([.. kept.Select(k => (k.Key.Key!.Scope, k.Key.Key.Key, k.Key.Key.RequestHash, k.Value))]);
    }

    /// <summary>After the commit.</summary>
    public void AnswerAll()
    {
        for (var i = 0; i < Fresh.Count; i++) Fresh[i].Answer(answers[i]);
        foreach (var (item, exception) in used) item.Fail(exception);
        foreach (var (item, first) in repeats)
        {
            if (kept.TryGetValue(first, out var answer)) item.Fail(new KeyAlreadyUsedException(first.Key!.RequestHash, answer));
            else item.Answer(answers[Fresh.IndexOf(first)]);
        }
    }

    private static async Task<List<((string, string) Name, KeyAlreadyUsedException Exception)>> KnownAsync(DbSession session, (string Scope, string Key)[] names) =>
        await session.QueryAsync(
            session.Dialect == Dialect.Postgres
                ? Sql.Of($"""
                    select scope, key, request_hash, status, content_type, body, location from platform_idempotency
                     where (scope, key) in (select * from unnest({names.Select(n => n.Scope).ToArray()}, {names.Select(n => n.Key).ToArray()}))
                    """)
                : Sql.Of($"""
                    select scope, key, request_hash, status, content_type, body, location from platform_idempotency
                     where (scope, key) in (select json_extract(value, '$[0]'), json_extract(value, '$[1]') from json_each({LaneKeySql.Json(names)}))
                    """),
            row => ((row.GetString(0), row.GetString(1)), new KeyAlreadyUsedException(row.GetFieldValue<byte[]>(2),
                row.IsDBNull(3) ? null : new StoredAnswer(row.GetInt32(3), row.GetString(4), row.GetFieldValue<byte[]>(5), row.Text(6)))),
            CancellationToken.None);
}

internal static class LaneKeySql
{
    public static string Json((string Scope, string Key)[] names) =>
        System.Text.Json.JsonSerializer.Serialize(names.Select(n => new[] { n.Scope, n.Key }));

    public static async Task WriteKeysAsync(this DbSession session, (string Scope, string Key, byte[] Hash, StoredAnswer Answer)[] rows)
    {
        var cancel = CancellationToken.None;
        if (session.Dialect == Dialect.Postgres)
        {
            await session.ExecuteAsync($"""
                insert into platform_idempotency (scope, key, request_hash, state, status, content_type, body, location, created_at)
                select u.scope, u.key, u.hash, 'done', u.status, u.content_type, u.body, u.location, {session.NowSql:raw}
                  from unnest({rows.Select(r => r.Scope).ToArray()}, {rows.Select(r => r.Key).ToArray()}, {rows.Select(r => r.Hash).ToArray()},
                              {rows.Select(r => (long)r.Answer.Status).ToArray()}, {rows.Select(r => r.Answer.ContentType).ToArray()}, {rows.Select(r => r.Answer.Body).ToArray()},
                              {rows.Select(r => r.Answer.Location).ToArray()}::text[])
                       as u(scope, key, hash, status, content_type, body, location)
                """, cancel);
            return;
        }
        var statement = await session.SqliteAsync($"""
            insert into platform_idempotency (scope, key, request_hash, state, status, content_type, body, location, created_at)
            values ($1, $2, $3, 'done', $4, $5, $6, $7, {session.NowSql})
            """, cancel);
        foreach (var (scope, key, hash, answer) in rows)
        {
            statement.Bind(scope, key, hash, answer.Status, answer.ContentType, answer.Body, answer.Location);
            statement.Run();
        }
    }
}
