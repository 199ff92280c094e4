namespace Hilo.Platform;

/// <summary>The key of this call. An endpoint that hands a command to a lane takes it as a parameter (<c>IdempotencyKey? key</c>) and lets the command carry it.</summary>
/// <param name="Scope">Caller and address: two callers, or two addresses, never share a key.</param>
public sealed record IdempotencyKey(string Scope, string Key, byte[] RequestHash)
{
    /// <summary>Set by whoever wrote the answer in the command's own transaction, so that it is not written twice.</summary>
    public bool IsKept { get; set; }

    public static ValueTask<IdempotencyKey?> BindAsync(HttpContext http) => ValueTask.FromResult(http.Features.Get<IdempotencyKey>());
}

/// <summary>The first answer, given again to a repeated call.</summary>
public sealed record KeptAnswer(int Status, string? ContentType, byte[]? Body, string? Location)
{
    /// <summary>The answer as an endpoint would give it with <c>TypedResults</c>.</summary>
    public static KeptAnswer Json<T>(int status, T value, string? location = null) =>
        new(status, "application/json; charset=utf-8", System.Text.Json.JsonSerializer.SerializeToUtf8Bytes(value, HiloJson.Tolerant), location);
}
