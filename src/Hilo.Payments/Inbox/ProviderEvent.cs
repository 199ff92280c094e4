using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Hilo.Payments.Inbox;

internal enum ProviderEventTrigger { Apply, Ignore, Fail, GiveUp, Replay }

/// <summary>One webhook delivery, stored raw before anybody looked into it.</summary>
internal sealed class ProviderEvent
{
    private const int MostTries = 10;

    internal static readonly Transitions<ProviderEventState, ProviderEventTrigger> Life = new(start: ProviderEventState.Received)
    {
        [ProviderEventState.Received, ProviderEventTrigger.Apply] = ProviderEventState.Applied,
        [ProviderEventState.Received, ProviderEventTrigger.Ignore] = ProviderEventState.IgnoredUnknown,
        [ProviderEventState.Received, ProviderEventTrigger.Fail] = ProviderEventState.Failing,
        [ProviderEventState.Received, ProviderEventTrigger.GiveUp] = ProviderEventState.Dead,
        [ProviderEventState.Failing, ProviderEventTrigger.Apply] = ProviderEventState.Applied,
        [ProviderEventState.Failing, ProviderEventTrigger.Ignore] = ProviderEventState.IgnoredUnknown,
        [ProviderEventState.Failing, ProviderEventTrigger.Fail] = ProviderEventState.Failing,
        [ProviderEventState.Failing, ProviderEventTrigger.GiveUp] = ProviderEventState.Dead,
        [ProviderEventState.Failing, ProviderEventTrigger.Replay] = ProviderEventState.Received,
        [ProviderEventState.Dead, ProviderEventTrigger.Replay] = ProviderEventState.Received,
        [ProviderEventState.Applied, ProviderEventTrigger.Replay] = ProviderEventState.Received,
        [ProviderEventState.IgnoredUnknown, ProviderEventTrigger.Replay] = ProviderEventState.Received,
    };

    public required ProviderEventId Id { get; init; }
    public required string Provider { get; init; }

    /// <summary>Our account at the provider; one merchant may have several.</summary>
    public required string Account { get; init; }

    public required string DedupeKey { get; init; }

    /// <summary>The provider's own word for what it tells of.</summary>
    public required string Kind { get; init; }

    /// <summary>The provider's id of what changed. A hint: what is true is read at the provider.</summary>
    public string? Resource { get; init; }

    /// <summary>The headers that prove where the body came from.</summary>
    public required string Proof { get; init; }

    public required byte[] Body { get; init; }
    public required DateTimeOffset ReceivedAt { get; init; }
    public ProviderEventState State { get; private set; }
    public int Tries { get; private set; }
    public DateTimeOffset? DueAt { get; set; }
    public DateTimeOffset? SettledAt { get; private set; }
    public string? Error { get; private set; }
    public PaymentAttemptId? AttemptId { get; set; }
    public int Version { get; private set; } = 1;

    public bool TrySettle(ProviderEventTrigger trigger, DateTimeOffset now)
    {
        if (!Life.Allows(State, trigger, out var next)) return false;
        (State, SettledAt, DueAt, Error, Version) = (next, now, null, null, Version + 1);
        return true;
    }

    /// <summary>Tries again later, and after the last try waits for a person.</summary>
    public void Fail(string error, DateTimeOffset now)
    {
        Tries++;
        var trigger = Tries >= MostTries ? ProviderEventTrigger.GiveUp : ProviderEventTrigger.Fail;
        if (!Life.Allows(State, trigger, out var next)) return;
        (State, Error, Version) = (next, error, Version + 1);
        DueAt = next == ProviderEventState.Dead ? null : now + TimeSpan.FromSeconds(Math.Min(3600, 2 << Tries));
    }

    public bool TryReplay(DateTimeOffset now)
    {
        if (!Life.Allows(State, ProviderEventTrigger.Replay, out var next)) return false;
        (State, Tries, DueAt, SettledAt, Error, Version) = (next, 0, now, null, null, Version + 1);
        return true;
    }
}

internal sealed class ProviderEventMapping : IEntityTypeConfiguration<ProviderEvent>
{
    public void Configure(EntityTypeBuilder<ProviderEvent> row) => row.ToTable("payments_provider_events").Property(e => e.Version).IsConcurrencyToken();
}
