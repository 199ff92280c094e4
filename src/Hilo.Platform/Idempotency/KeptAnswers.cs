using System.Security.Cryptography;

namespace Hilo.Platform;

/// <summary>The table of first answers. A row is written in the transaction of the change that it answers.</summary>
public static class KeptAnswers
{
    /// <summary>A handler that calls the outside says so before its first commit: from then on a repeated call reads <c>idempotency.in_progress</c>.</summary>
    /// <returns>False when another node holds the key.</returns>
    public static async Task<bool> HoldAsync(this DbSession session, IdempotencyKey key, DateTimeOffset now, CancellationToken cancel) =>
        key.IsHeld = await session.ExecuteAsync(
            $"""
            insert into platform_idempotency (scope, key, request_hash, state, created_at) values ({key.Scope}, {key.Key}, {key.RequestHash}, 'running', {now})
            on conflict (scope, key) do update set created_at = excluded.created_at
             where platform_idempotency.state = 'running' and platform_idempotency.created_at < {now - Abandoned}
            """, cancel) == 1;

    /// <summary>A refused call lets go of its key, so that it can be tried again at once.</summary>
    internal static async Task LetGoAsync(this DbSession session, IdempotencyKey key)
    {
        await session.ExecuteAsync($"delete from platform_idempotency where scope = {key.Scope} and key = {key.Key} and state = 'running'", CancellationToken.None);
        await session.CommitAsync(CancellationToken.None);
    }

    /// <summary>Keeps an answer. False when another node answered this key first: roll back and give theirs.</summary>
    internal static async Task<bool> KeepAsync(this DbSession session, IdempotencyKey key, KeptAnswer answer, DateTimeOffset now, CancellationToken cancel)
    {
        var kept = await session.ExecuteAsync(
            $"""
            insert into platform_idempotency (scope, key, request_hash, state, status, content_type, body, location, created_at)
            values ({key.Scope}, {key.Key}, {key.RequestHash}, 'done', {(long)answer.Status}, {answer.ContentType}, {answer.Body}, {answer.Location}, {now})
            on conflict (scope, key) do update
               set state = 'done', status = excluded.status, content_type = excluded.content_type, body = excluded.body, location = excluded.location
             where platform_idempotency.state = 'running' and platform_idempotency.request_hash = excluded.request_hash
            """, cancel) == 1;
        key.IsKept = kept;
        return kept;
    }

    /// <summary>What is known of a key: the first answer, a refusal, or nothing.</summary>
    internal static async Task<(KeptAnswer? Answer, Problem? Refusal)> FindAsync(this DbSession session, IdempotencyKey key, DateTimeOffset now, CancellationToken cancel)
    {
        var rows = await session.QueryAsync(
            $"select request_hash, state, status, content_type, body, location, created_at from platform_idempotency where scope = {key.Scope} and key = {key.Key}",
            row => (
                Hash: row.GetFieldValue<byte[]>(0),
                IsDone: row.GetString(1) == "done",
                Answer: new KeptAnswer((int)(row.Number(2) ?? 0), row.Text(3), row.IsDBNull(4) ? null : row.GetFieldValue<byte[]>(4), row.Text(5)),
                At: row.Instant(6)),
            cancel);
        if (rows is not [var found]) return (null, null);
        if (!CryptographicOperations.FixedTimeEquals(found.Hash, key.RequestHash)) return (null, IdempotencyProblems.KeyReused);
        if (found.IsDone) return (found.Answer, null);
        // A process that died between two transactions left its key behind; whoever calls again takes it over.
        return found.At < now - Abandoned ? (null, null) : (null, IdempotencyProblems.InProgress);
    }

    private static readonly TimeSpan Abandoned = TimeSpan.FromMinutes(2);
}
