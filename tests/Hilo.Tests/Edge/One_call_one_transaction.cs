using System.Net;
using System.Net.Http.Json;
using Hilo.Client;
using Hilo.Platform;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Hilo.Tests.Edge;

public class One_call_one_transaction
{
    private static readonly PostalAddress Rosario = new("San Martín", "Rosario", "S", "2000");
    private readonly TaskCompletionSource mayEnd = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource hasBegun = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int calls;

    private Task<EdgeServer> OpenAsync(Database database) => EdgeServer.OpenAsync(api =>
    {
        var probe = api.MapGroup("/probe").AllowAnyone().RequireIdempotencyKey();
        probe.MapPost("/entities", async Task<Created<string>> (PostalAddress address, PlatformDb db, CancellationToken cancel) =>
        {
            Interlocked.Increment(ref calls);
            var entity = await AddAsync(db, address.City, cancel);
            return TypedResults.Created($"/entities/{entity}", $"{entity}");
        });
        probe.MapPost("/refused", async Task<ProblemHttpResult> (PlatformDb db, CancellationToken cancel) =>
        {
            await AddAsync(db, "Refused", cancel);
            return EdgeProblems.WriteConflict.ToHttp();
        });
        probe.MapPost("/broken", async Task<Ok> (PlatformDb db, CancellationToken cancel) =>
        {
            await AddAsync(db, "Broken", cancel);
            throw new InvalidOperationException();
        });
        probe.MapPost("/raced", async Task<Ok<int>> (PlatformDb db, CancellationToken cancel) =>
        {
            await AddAsync(db, "Raced", cancel);
            return Interlocked.Increment(ref calls) < 3 ? throw new SqliteException("database is locked", 5) : TypedResults.Ok(calls);
        });
        probe.MapPost("/outside", async Task<Results<Ok, ProblemHttpResult>> (string? says, IdempotencyKey key, DbSession session, PlatformDb db, TimeProvider clock, CancellationToken cancel) =>
        {
            Assert.True(await session.HoldAsync(key, clock.GetUtcNow(), cancel));
            await AddAsync(db, "Asked", cancel);
            await session.CommitAsync(cancel);
            Interlocked.Increment(ref calls);
            hasBegun.TrySetResult();
            await mayEnd.Task;
            if (says == "no") return EdgeProblems.WriteConflict.ToHttp();
            await AddAsync(db, "Answered", cancel);
            return TypedResults.Ok();
        });
        probe.MapPost("/slow", async Task<Ok> (CancellationToken _) =>
        {
            hasBegun.TrySetResult();
            await mayEnd.Task;
            return TypedResults.Ok();
        });
    }, database);

    [Theory, EveryDatabase]
    public async Task Gives_a_repeated_call_the_first_answer(Database database)
    {
        await using var server = await OpenAsync(database);

        var first = await PostAsync(server, "/entities", Rosario, "once");
        var second = await PostAsync(server, "/entities", Rosario, "once");

        Assert.Equal((HttpStatusCode.Created, HttpStatusCode.Created, 1), (first.StatusCode, second.StatusCode, calls));
        Assert.Equal(await first.Content.ReadAsStringAsync(), await second.Content.ReadAsStringAsync());
        Assert.Equal(first.Headers.Location, second.Headers.Location);
        Assert.Equal(first.Content.Headers.ContentType, second.Content.Headers.ContentType);
        Assert.Equal("true", second.Headers.GetValues("Idempotency-Replayed").Single());
        Assert.False(first.Headers.Contains("Idempotency-Replayed"));
        Assert.Equal(["Rosario"], await CitiesAsync(server));
    }

    [Theory, EveryDatabase]
    public async Task Refuses_a_key_that_was_used_for_another_body_and_keeps_addresses_apart(Database database)
    {
        await using var server = await OpenAsync(database);
        await PostAsync(server, "/entities", Rosario, "once");

        var reused = await PostAsync(server, "/entities", Rosario with { City = "Salta" }, "once");
        var elsewhere = await PostAsync(server, "/entities?again=1", Rosario with { City = "Jujuy" }, "once");

        Assert.Equal(HttpStatusCode.UnprocessableEntity, reused.StatusCode);
        Assert.Contains("idempotency.key_reused", await reused.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Created, elsewhere.StatusCode);
        Assert.Equal(["Jujuy", "Rosario"], await CitiesAsync(server));
    }

    [Theory, EveryDatabase]
    public async Task Says_that_the_first_call_still_runs(Database database)
    {
        await using var server = await OpenAsync(database);

        var first = PostAsync(server, "/slow", null, "slow");
        await hasBegun.Task;
        var second = await PostAsync(server, "/slow", null, "slow");
        mayEnd.SetResult();

        Assert.Equal(HttpStatusCode.Conflict, second.StatusCode);
        Assert.Contains("idempotency.in_progress", await second.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await first).StatusCode);
        Assert.True((await PostAsync(server, "/slow", null, "slow")).Headers.Contains("Idempotency-Replayed"));
    }

    [Theory, EveryDatabase]
    public async Task Leaves_nothing_behind_when_refused_or_broken(Database database)
    {
        await using var server = await OpenAsync(database);

        Assert.Equal(HttpStatusCode.Conflict, (await PostAsync(server, "/refused", null, "a")).StatusCode);
        Assert.Equal(HttpStatusCode.InternalServerError, (await PostAsync(server, "/broken", null, "b")).StatusCode);

        Assert.Empty(await CitiesAsync(server));
        Assert.Equal(HttpStatusCode.Created, (await PostAsync(server, "/entities", Rosario, "c")).StatusCode);
    }

    [Theory, EveryDatabase]
    public async Task Holds_the_key_of_a_call_that_asks_the_outside_on_every_node(Database database)
    {
        await using var server = await OpenAsync(database);

        var first = PostAsync(server, "/outside", null, "outside");
        await hasBegun.Task;
        // As another node would: it knows nothing of what runs here, only what is committed.
        var session = server.Services.GetRequiredService<SessionScopes>();
        var states = await session.RunAsync(new Facts(), (services, cancel) =>
            services.GetRequiredService<DbSession>().QueryAsync($"select state from platform_idempotency", row => row.GetString(0), cancel), CancellationToken.None);
        Assert.Equal(["running"], states);
        mayEnd.SetResult();

        Assert.Equal(HttpStatusCode.OK, (await first).StatusCode);
        Assert.True((await PostAsync(server, "/outside", null, "outside")).Headers.Contains("Idempotency-Replayed"));
        Assert.Equal(["Answered", "Asked"], await CitiesAsync(server));

        // A refusal after the first commit lets go of the key: trying again asks again.
        Assert.Equal(HttpStatusCode.Conflict, (await PostAsync(server, "/outside?says=no", null, "no")).StatusCode);
        Assert.Contains("edit.raced", await (await PostAsync(server, "/outside?says=no", null, "no")).Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal(3, calls);
    }

    [Theory, EveryDatabase]
    public async Task Runs_again_after_a_lost_race_and_writes_once(Database database)
    {
        await using var server = await OpenAsync(database);

        var answer = await PostAsync(server, "/raced", null, "race");

        Assert.Equal("3", await answer.Content.ReadAsStringAsync());
        Assert.Equal(["Raced"], await CitiesAsync(server));
    }

    [Theory]
    [InlineData(null, "idempotency.key_missing")]
    [InlineData("with space", "idempotency.key_invalid")]
    public async Task Wants_a_key_that_can_be_read(string? key, string code)
    {
        await using var server = await OpenAsync(Database.Sqlite);

        var answer = await PostAsync(server, "/entities", Rosario, key);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Contains(code, await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal(0, calls);
    }

    [Theory, EveryDatabase]
    public async Task Answers_one_of_many_parallel_calls_with_one_key(Database database)
    {
        await using var server = await OpenAsync(database);

        var answers = await Task.WhenAll(Enumerable.Range(0, 16).Select(_ => PostAsync(server, "/entities", Rosario, "many")));

        Assert.All(answers, a => Assert.True(a.StatusCode is HttpStatusCode.Created or HttpStatusCode.Conflict));
        Assert.Contains(answers, a => a.StatusCode == HttpStatusCode.Created);
        Assert.Equal(["Rosario"], await CitiesAsync(server));
    }

    private static async Task<LegalEntityId> AddAsync(PlatformDb db, string city, CancellationToken cancel)
    {
        var entity = LegalEntity.From(new SaveLegalEntity("", "Hilo", VatCondition.Registered, Rosario with { City = city }), default);
        db.Add(entity);
        entity.Cuit = entity.Id.ToString();
        await db.SaveChangesAsync(cancel);
        return entity.Id;
    }

    private static Task<List<string>> CitiesAsync(EdgeServer server) => server.Services.GetRequiredService<SessionScopes>().RunAsync(new Facts(),
        (services, cancel) => services.GetRequiredService<PlatformDb>().LegalEntities.Select(e => e.City).OrderBy(c => c).ToListAsync(cancel), CancellationToken.None);

    private static Task<HttpResponseMessage> PostAsync(EdgeServer server, string path, object? body, string? key)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, "/api/v1/probe" + path);
        if (key is not null) request.Headers.TryAddWithoutValidation("Idempotency-Key", key);
        if (body is not null) request.Content = JsonContent.Create(body, options: HiloJson.Tolerant);
        return server.Http.SendAsync(request);
    }
}
