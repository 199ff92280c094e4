using Hilo.Platform;
using Microsoft.Extensions.DependencyInjection;

namespace Hilo.Tests.Platform;

/// <summary>A printer outside: remembers what it printed, and whether a transaction was open while it worked.</summary>
internal sealed class Printer
{
    public List<(EventId Event, int Number)> Printed { get; } = [];

    public bool SawTransaction { get; set; }

    public int FailuresLeft { get; set; }
}

internal sealed class WhenNoteWrittenPrint(DbSession session, Printer printer) : IListenOutside<NoteWritten>
{
    public Task HandleAsync(NoteWritten happened, EventFacts facts, CancellationToken cancel)
    {
        printer.SawTransaction |= session.HasTransaction;
        printer.Printed.Add((facts.Id, happened.Number));
        return printer.FailuresLeft-- > 0 ? throw new HttpRequestException("no answer") : Task.CompletedTask;
    }
}

/// <summary>Counts notes in memory.</summary>
internal sealed class NoteCount : IFollowLog
{
    public bool Loaded { get; private set; }

    public List<int> Followed { get; } = [];

    public TaskCompletionSource Four { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public Task StartAsync(CancellationToken cancel)
    {
        Loaded = true;
        return Task.CompletedTask;
    }

    public Task FollowAsync(IReadOnlyList<LoggedEvent> happened, CancellationToken cancel)
    {
        Followed.AddRange(happened.Select(e => ((NoteWritten)e.Event!).Number));
        if (Followed.Contains(4)) Four.TrySetResult();
        return Task.CompletedTask;
    }
}

public class Calling_the_outside_from_the_log
{
    private readonly Printer printer = new();

    [Theory, EveryDatabase]
    public async Task Holds_no_transaction_and_repeats_a_failed_call_under_the_same_event_id(Database database)
    {
        var clock = new TestClock();
        await using var node = await (await Node.OnAsync(database, s => s.AddNotes().AddSingleton(printer).OnOutside<NoteWritten, WhenNoteWrittenPrint>(), clock)).StartAsync();
        printer.FailuresLeft = 1;

        await PublishAsync(node, 1);
        await node.SettleAsync();
        clock.Advance(TimeSpan.FromSeconds(2));
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        while ((await node.DoAsync(s => s.GetRequiredService<HeldEvents>().ListAsync("notes.outside", 1, CancellationToken.None))).Count > 0) await Task.Delay(5, patience.Token);

        Assert.Equal(2, printer.Printed.Count);
        Assert.Single(printer.Printed.Distinct());
        Assert.False(printer.SawTransaction);
        Assert.Contains((await node.Services.GetRequiredService<LogHealth>().ReadAsync(CancellationToken.None)).Consumers, c => c is { Name: "notes.outside", Held: 0, IsHeld: true });
    }

    [Theory, EveryDatabase]
    public async Task A_follower_is_loaded_before_the_program_serves_and_then_gets_every_event(Database database)
    {
        await using var node = await Node.OnAsync(database, s => s.AddNotes().Follow<NoteCount>());
        await PublishAsync(node, 1);
        var count = node.Services.GetRequiredService<NoteCount>();

        await node.StartAsync();
        Assert.True(count.Loaded);
        foreach (var number in new[] { 2, 3, 4 }) await PublishAsync(node, number);
        await count.Four.Task.WaitAsync(TimeSpan.FromSeconds(30));

        // On PostgreSQL the first event may have had no position yet when the follower started, so it may come again: followers are idempotent.
        Assert.Equal([2, 3, 4], count.Followed.SkipWhile(number => number == 1));
    }

    private static Task PublishAsync(Node node, int number) => node.DoAsync(services =>
    {
        services.GetRequiredService<DbSession>().Publish(new NoteWritten(IId<NoteId>.New(), number));
        return Task.CompletedTask;
    });
}
