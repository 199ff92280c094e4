namespace Hilo;

/// <param name="Violations">Empty when it holds.</param>
public sealed record InvariantOutcome(string Name, bool Holds, IReadOnlyList<string> Violations, int Milliseconds);

public sealed record InvariantReport(bool AllHold, DateTimeOffset At, IReadOnlyList<InvariantOutcome> Invariants);
