using Hilo.Platform;

namespace Hilo.Tests.Platform;

public class Naming_events
{
    [Fact]
    public void Refuses_two_events_of_one_name() => Assert.Contains("are both named notes.written",
        Assert.Throws<InvalidOperationException>(() => new EventTypes([typeof(NoteWritten), typeof(Again<int>)])).Message);

    [Fact]
    public void Refuses_an_event_without_a_name() => Assert.Contains("needs an [EventName]",
        Assert.Throws<InvalidOperationException>(() => new EventTypes([typeof(Nameless<int>)])).Message);

    [Fact]
    public void Knows_every_event_of_the_contracts() =>
        Assert.All(new EventTypes([new EventAssembly(typeof(IEvent).Assembly)]).Names, name => Assert.Matches("^[a-z_]+\\.[a-z_]+$", name));

    // Generic, so that looking through the assembly does not find them.
    [EventName("notes.written")]
    private sealed record Again<T>(Guid Subject) : IEvent;

    private sealed record Nameless<T>(Guid Subject) : IEvent;
}
