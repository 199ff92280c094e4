using System.Data.Common;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace Hilo.Platform;

/// <summary>An unsafe call of the API is one transaction and one answer: the answer is held back until the commit, and kept for a repeated key.</summary>
internal sealed class OneTransaction(RequestDelegate next, RunningKeys running, TimeProvider clock)
{
    private const int Tries = 3;

    public async Task InvokeAsync(HttpContext http)
    {
        if (IsSafe(http.Request.Method) || http.GetEndpoint() is not RouteEndpoint endpoint || !EndpointCheck.IsOfTheApi(endpoint))
        {
            await next(http);
            return;
        }
        http.Request.EnableBuffering(64 * 1024, http.Features.Get<IHttpMaxRequestBodySizeFeature>()?.MaxRequestBodySize ?? BodyLimit.Usual);
        var (key, refusal) = endpoint.Metadata.GetMetadata<NotKept>() is null ? await KeyOfAsync(http, endpoint) : (null, null);
        if (refusal is not null) await ProblemBoundary.WriteAsync(http, refusal);
        else if (key is null) await RunAsync(http, null);
        else if (!running.TryEnter(key)) await ProblemBoundary.WriteAsync(http, IdempotencyProblems.InProgress);
        else
        {
            try
            {
                await OnceAsync(http, key);
            }
            finally
            {
                running.Leave(key);
            }
        }
    }

    private async Task OnceAsync(HttpContext http, IdempotencyKey key)
    {
        var (answer, refusal) = http.GetEndpoint()!.Metadata.GetMetadata<KeyInLane>() is null ? await SessionOf(http).FindAsync(key, clock.GetUtcNow(), http.RequestAborted) : (null, null);
        if (refusal is not null) await ProblemBoundary.WriteAsync(http, refusal);
        else if (answer is not null) await ReplayAsync(http, answer);
        else
        {
            http.Features.Set(key);
            await RunAsync(http, key);
        }
    }

    /// <summary>Runs the endpoint; a lost race with another transaction runs it again in a fresh scope.</summary>
    private async Task RunAsync(HttpContext http, IdempotencyKey? key)
    {
        var (wire, services) = (http.Features.Get<IHttpResponseBodyFeature>()!, http.RequestServices);
        using var held = new MemoryStream();
        http.Features.Set<IHttpResponseBodyFeature>(new StreamResponseBodyFeature(held));
        KeptAnswer? theirs = null;
        try
        {
            for (var attempt = 1; ; attempt++)
            {
                await using var scope = attempt == 1 ? default(AsyncServiceScope?) : services.CreateAsyncScope();
                if (scope is { } fresh) http.RequestServices = fresh.ServiceProvider;
                try
                {
                    theirs = await AttemptAsync(http, key, held);
                    break;
                }
                catch (Exception e) when (attempt < Tries && (LostARace(e) || Conflicts.IsTaken(e)) && key is not { IsKept: true })
                {
                    http.Response.Clear();
                    held.SetLength(0);
                    http.Request.Body.Position = 0;
                }
            }
        }
        finally
        {
            http.RequestServices = services;
            http.Features.Set(wire);
        }
        if (theirs is not null) await ReplayAsync(http, theirs);
        else if (held.Length > 0)
        {
            held.Position = 0;
            await held.CopyToAsync(http.Response.Body, http.RequestAborted);
        }
    }

    /// <returns>Null, or the answer of another node that was faster with the same key.</returns>
    private async Task<KeptAnswer?> AttemptAsync(HttpContext http, IdempotencyKey? key, MemoryStream held)
    {
        var session = SessionOf(http);
        session.Facts = FactsOf(http);
        try
        {
            await next(http);
            if (http.Response.StatusCode >= 400)
            {
                await session.RollbackAsync(CancellationToken.None);
                if (key is { IsHeld: true }) await session.LetGoAsync(key);
                return null;
            }
            if (key is { IsKept: false } && !await session.KeepAsync(key, AnswerOf(http.Response, held), clock.GetUtcNow(), http.RequestAborted))
            {
                await session.RollbackAsync(CancellationToken.None);
                var (answer, refusal) = await session.FindAsync(key, clock.GetUtcNow(), http.RequestAborted);
                return answer ?? throw new ProblemException(refusal ?? IdempotencyProblems.InProgress);
            }
            await session.CommitAsync(CancellationToken.None);
            return null;
        }
        catch (KeyAlreadyUsedException used)
        {
            if (!used.RequestHash.AsSpan().SequenceEqual(key!.RequestHash)) throw new ProblemException(IdempotencyProblems.KeyReused);
            return used.Answer is { } first ? new KeptAnswer(first.Status, first.ContentType, first.Body, first.Location) : throw new ProblemException(IdempotencyProblems.InProgress);
        }
        catch
        {
            // At once and not at the end of the scope: on SQLite others wait for this writer.
            await session.RollbackAsync(CancellationToken.None);
            throw;
        }
    }

    private static async Task<(IdempotencyKey? Key, Problem? Refusal)> KeyOfAsync(HttpContext http, RouteEndpoint endpoint)
    {
        var sent = http.Request.Headers["Idempotency-Key"].ToString();
        if (sent.Length == 0) return (null, endpoint.Metadata.GetMetadata<KeyRequired>() is null ? null : IdempotencyProblems.KeyMissing);
        if (sent.Length > 200 || sent.AsSpan().ContainsAnyExceptInRange('!', '~')) return (null, IdempotencyProblems.KeyInvalid);
        var hash = await SHA256.HashDataAsync(http.Request.Body, http.RequestAborted);
        http.Request.Body.Position = 0;
        return (new IdempotencyKey($"{FactsOf(http).Actor} {http.Request.Method} {http.Request.Path}{http.Request.QueryString}", sent, hash), null);
    }

    private static KeptAnswer AnswerOf(HttpResponse response, MemoryStream held) =>
        new(response.StatusCode, response.ContentType, held.Length == 0 ? null : held.ToArray(), response.Headers.Location.ToString() is { Length: > 0 } location ? location : null);

    private static async Task ReplayAsync(HttpContext http, KeptAnswer answer)
    {
        http.Response.Clear();
        http.Response.StatusCode = answer.Status;
        http.Response.Headers["Idempotency-Replayed"] = "true";
        if (answer.Location is { } location) http.Response.Headers.Location = location;
        http.Response.ContentType = answer.ContentType;
        if (answer.Body is { } body) await http.Response.Body.WriteAsync(body, http.RequestAborted);
    }

    internal static Facts FactsOf(HttpContext http) => new()
    {
        Actor = CurrentStaff.Of(http.User) is { } staff ? $"staff:{staff.Id}" : CurrentShopper.Of(http.User) is { } shopper ? $"shopper:{shopper.Id}" : "guest",
        CorrelationId = Trace.Correlation,
    };

    private static DbSession SessionOf(HttpContext http) => http.RequestServices.GetRequiredService<DbSession>();

    private static bool IsSafe(string method) =>
        HttpMethods.IsGet(method) || HttpMethods.IsHead(method) || HttpMethods.IsOptions(method) || HttpMethods.IsTrace(method);

    private static bool LostARace(Exception e) => e switch
    {
        PostgresException { SqlState: PostgresErrorCodes.SerializationFailure or PostgresErrorCodes.DeadlockDetected } => true,
        SqliteException { SqliteErrorCode: 5 or 6 } => true,
        _ => e.InnerException is DbException inner && LostARace(inner),
    };
}
