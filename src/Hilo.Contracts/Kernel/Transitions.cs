namespace Hilo;

/// <summary>The life of a record as a table of allowed moves: a pair that is not written is refused.</summary>
public sealed class Transitions<TState, TTrigger>(TState start)
    where TState : struct, Enum
    where TTrigger : struct, Enum
{
    private readonly Dictionary<(TState From, TTrigger Trigger), TState> moves = [];

    public TState Start { get; } = start;

    public TState this[TState from, TTrigger trigger]
    {
        set => moves.Add((from, trigger), value);
    }

    public IEnumerable<(TState From, TTrigger Trigger, TState To)> Moves => moves.Select(m => (m.Key.From, m.Key.Trigger, m.Value));

    public bool Allows(TState from, TTrigger trigger, out TState to) => moves.TryGetValue((from, trigger), out to);

    /// <summary>States that no sequence of moves reaches: a test asserts that there are none.</summary>
    public IReadOnlyList<TState> Unreachable()
    {
        var reached = new HashSet<TState> { Start };
        while (moves.Any(m => reached.Contains(m.Key.From) && reached.Add(m.Value)))
        {
        }
        return [.. Enum.GetValues<TState>().Where(s => !reached.Contains(s))];
    }
}
