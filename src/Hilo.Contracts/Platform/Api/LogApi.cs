using System.Text.Json;

namespace Hilo;

/// <summary>One event of the log as operators and integrators see it.</summary>
/// <param name="Payload">Ids, codes, amounts and quantities; never names, addresses or texts.</param>
public sealed record EventView(
    EventId Id, long Position, string Type, DateTimeOffset At, Guid Subject, string Actor, CustomerId? CustomerId, SalesChannelId? SalesChannelId, LocationId? LocationId,
    Guid? CorrelationId, JsonElement Payload);

/// <param name="Unnumbered">Written and not yet in the log's order; more than a moment means that no node numbers them.</param>
public sealed record LogView(long Head, int Unnumbered, DateTimeOffset? OldestUnnumberedAt, IReadOnlyList<ConsumerView> Consumers);

/// <param name="Lag">Events between it and the head of the log.</param>
/// <param name="Held">Set aside after a failure, and those that wait behind them.</param>
/// <param name="Parked">Tried often enough: they wait for a person.</param>
public sealed record ConsumerView(string Name, long Position, long Lag, int Held, int Parked, bool IsRunning);

public sealed record HeldEventView(string Consumer, long Position, string Type, Guid Subject, string State, int Attempts, DateTimeOffset? NextTryAt, string? Error);

/// <summary>One message of an event stream: something that its reader may look at has changed. The message's id is the position in the log; sent back as
/// <c>Last-Event-ID</c> it resumes there. Besides <c>message</c> there are <c>open</c> and <c>reset</c> (look at everything once) and <c>beat</c> (nothing happened).</summary>
/// <param name="Types">Registered names of what happened.</param>
public sealed record LiveChange(IReadOnlyList<string> Types);
