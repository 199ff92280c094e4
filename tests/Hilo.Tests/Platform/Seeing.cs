using System.Collections.Concurrent;
using Hilo.Platform;

namespace Hilo.Tests.Platform;

/// <summary>Writes down every event that it gets, in the transaction of the checkpoint; fails when the story says so.</summary>
internal sealed class WhenNoteWritten(DbSession session, Faults faults) : IListen<NoteWritten>
{
    public async Task HandleAsync(NoteWritten happened, EventFacts facts, CancellationToken cancel)
    {
        await session.ExecuteAsync($"""
            insert into notes_seen (event_id, note_id, number, position, nth) values ({facts.Id}, {happened.NoteId}, {happened.Number}, {facts.Position}, (select count(*) from notes_seen))
            """, cancel);
        faults.ThrowFor(happened.NoteId);
    }
}

/// <summary>Notes whose events cannot be handled at the moment.</summary>
internal sealed class Faults
{
    private readonly ConcurrentDictionary<NoteId, int> broken = new();

    public int Thrown { get; private set; }

    public void Break(NoteId note) => broken[note] = 0;

    public void Mend(NoteId note) => broken.TryRemove(note, out _);

    public void ThrowFor(NoteId note)
    {
        if (!broken.ContainsKey(note)) return;
        Thrown++;
        throw new InvalidOperationException("the printer is on fire");
    }
}
