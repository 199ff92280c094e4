namespace Hilo.Platform;

/// <summary>The key of this call. An endpoint that hands a command to a lane takes it as a parameter (<c>IdempotencyKey? key</c>) and lets the command carry it.</summary>
/// <param name="Scope">Caller and address: two callers, or two addresses, never share a key.</param>
public sealed record IdempotencyKey(string Scope, string Key, byte[] RequestHash)
{
    /// <summary>Set by whoever wrote the answer in the command's own transaction, so that it is not written twice.</summary>
    public bool IsKept { get; set; }

    /// <summary>Set while the call is in the database as running: its handler commits more than once.</summary>
    internal bool IsHeld { get; set; }

    /// <summary>The key on its way through a lane: the group's transaction keeps what <paramref name="answer"/> makes of the command's outcome; refusals are not kept.</summary>
    public LaneKey<TAnswer> ForLane<TAnswer>(Func<TAnswer, StoredAnswer> answer)
    {
        IsKept = true;
        return new LaneKey<TAnswer>(Scope, Key, RequestHash, outcome => outcome.Refused(out _, out var done) ? null : answer(done));
    }

    public static ValueTask<IdempotencyKey?> BindAsync(HttpContext http) => ValueTask.FromResult(http.Features.Get<IdempotencyKey>());
}

/// <summary>The first answer, given again to a repeated call.</summary>
internal sealed record KeptAnswer(int Status, string? ContentType, byte[]? Body, string? Location);

public static class StoredAnswers
{
    extension(StoredAnswer)
    {
        /// <summary>The answer as an endpoint gives it with <c>TypedResults</c>: for a command that goes through a lane.</summary>
        public static StoredAnswer Json<T>(int status, T value, string? location = null) =>
            new(status, "application/json; charset=utf-8", System.Text.Json.JsonSerializer.SerializeToUtf8Bytes(value, HiloJson.Tolerant), location);
    }
}
