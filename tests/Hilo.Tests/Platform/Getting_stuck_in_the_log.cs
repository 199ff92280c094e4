using System.Text.Json;
using Hilo.Platform;
using Hilo.Tests.Edge;
using Microsoft.Extensions.DependencyInjection;

namespace Hilo.Tests.Platform;

/// <summary>Somebody who reads the log and does not come back.</summary>
public class Getting_stuck_in_the_log
{
    private readonly Hangs hangs = new();
    private readonly TestClock clock = new();

    [Theory, EveryDatabase]
    public async Task What_hangs_is_given_up_and_set_aside_while_others_go_on_and_is_caught_up_later(Database database)
    {
        await using var node = await (await Node.OnAsync(database, Modules, clock)).StartAsync();
        var (stuck, fine) = (IId<NoteId>.New(), IId<NoteId>.New());
        hangs.At = stuck;

        await PublishAsync(node, stuck, 1);
        await PublishAsync(node, fine, 2);
        await node.SettleAsync();

        Assert.Equal([2], await SeenAsync(node));
        Assert.Contains("not done after", Assert.Single(await HeldAsync(node)).Error);
        hangs.At = default;
        await CatchesUpAsync(node);
        Assert.Equal([2, 1], await SeenAsync(node));
    }

    /// <summary>What an HTTP client throws when nobody answers looks like a cancellation, and is none.</summary>
    [Theory, EveryDatabase]
    public async Task A_call_that_timed_out_is_a_failure_like_any_other(Database database)
    {
        await using var node = await (await Node.OnAsync(database, Modules, clock)).StartAsync();
        var (broken, fine) = (IId<NoteId>.New(), IId<NoteId>.New());
        (hangs.At, hangs.TimesOut) = (broken, true);

        await PublishAsync(node, broken, 1);
        await PublishAsync(node, fine, 2);
        await node.SettleAsync();

        Assert.Equal([2], await SeenAsync(node));
        Assert.Single(await HeldAsync(node));
        hangs.At = default;
        await CatchesUpAsync(node);
        Assert.Equal([2, 1], await SeenAsync(node));
    }

    /// <summary>One that does not even hear that it is given up: the others and the shop go on, and health names it.</summary>
    [Theory, EveryDatabase]
    public async Task Health_names_who_is_stuck_until_it_has_caught_up(Database database)
    {
        var gate = new Gate();
        await using var server = await EdgeServer.OpenAsync(database: database, clock: clock, build: builder => builder.Services
            .AddSingleton(gate).On<StaffJoined, WhenStaffJoined>("deaf").On<StaffJoined, Counts>("awake"));
        async Task JoinsAsync() => await server.Services.GetRequiredService<SessionScopes>().RunAsync(new Facts(), (services, _) =>
        {
            services.GetRequiredService<DbSession>().Publish(new StaffJoined(IId<StaffId>.New(), StaffRole.Store));
            return Task.CompletedTask;
        }, CancellationToken.None);

        await JoinsAsync();
        await gate.Entered.Task.WaitAsync(TimeSpan.FromSeconds(20));
        await JoinsAsync();
        await UntilAsync(() => Task.FromResult(gate.Counted == 2));
        Assert.Empty(await BehindAsync(server));
        clock.Advance(TimeSpan.FromMinutes(2));
        await UntilAsync(async () => await BehindAsync(server) is ["deaf"]);

        gate.Open.SetResult();
        await UntilAsync(async () => (await BehindAsync(server)).Length == 0);
    }

    private void Modules(IServiceCollection services) =>
        services.AddNotes().AddSingleton(hangs).AddSingleton(new ConsumerPatience(TimeSpan.FromMilliseconds(300))).On<NoteWritten, WhenNoteHangs>();

    private static Task PublishAsync(Node node, NoteId note, int number) => node.DoAsync(services =>
    {
        services.GetRequiredService<DbSession>().Publish(new NoteWritten(note, number));
        return Task.CompletedTask;
    });

    private static Task<List<int>> SeenAsync(Node node) => node.QueryAsync($"select number from notes_seen order by nth", r => r.GetInt32(0));

    private static Task<List<HeldEvent>> HeldAsync(Node node) => node.DoAsync(s => s.GetRequiredService<HeldEvents>().ListAsync(null, 100, CancellationToken.None));

    private async Task CatchesUpAsync(Node node)
    {
        clock.Advance(TimeSpan.FromSeconds(2));
        await UntilAsync(async () =>
        {
            node.Services.GetRequiredService<LogSignals>().Numbered.Raise();
            return (await HeldAsync(node)).Count == 0;
        });
    }

    private static async Task<string[]> BehindAsync(EdgeServer server)
    {
        using var health = JsonDocument.Parse(await server.Http.GetStringAsync("/health/ready"));
        return [.. health.RootElement.GetProperty("log").GetProperty("behind").EnumerateArray().Select(name => name.GetString()!)];
    }

    private static async Task UntilAsync(Func<Task<bool>> holds)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        while (!await holds()) await Task.Delay(20, patience.Token);
    }

    private sealed class Hangs
    {
        public NoteId At { get; set; }

        public bool TimesOut { get; set; }
    }

    /// <summary>Hangs when its row is already written: on SQLite everybody else waits for that writer.</summary>
    private sealed class WhenNoteHangs(DbSession session, Hangs hangs) : IListen<NoteWritten>
    {
        public async Task HandleAsync(NoteWritten happened, EventFacts facts, CancellationToken cancel)
        {
            await session.ExecuteAsync($"""
                insert into notes_seen (event_id, note_id, number, position, nth) values ({facts.Id}, {happened.NoteId}, {happened.Number}, {facts.Position}, (select count(*) from notes_seen))
                """, cancel);
            if (happened.NoteId != hangs.At) return;
            if (hangs.TimesOut) throw new TaskCanceledException("Nobody answered.");
            await Task.Delay(Timeout.Infinite, cancel);
        }
    }

    private sealed class Gate
    {
        public int Counted;

        public TaskCompletionSource Entered { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public TaskCompletionSource Open { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }

    private sealed class WhenStaffJoined(Gate gate) : IListen<StaffJoined>
    {
        public Task HandleAsync(StaffJoined happened, EventFacts facts, CancellationToken cancel)
        {
            gate.Entered.TrySetResult();
            return gate.Open.Task;
        }
    }

    private sealed class Counts(Gate gate) : IListen<StaffJoined>
    {
        public Task HandleAsync(StaffJoined happened, EventFacts facts, CancellationToken cancel)
        {
            Interlocked.Increment(ref gate.Counted);
            return Task.CompletedTask;
        }
    }
}
