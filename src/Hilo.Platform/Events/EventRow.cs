namespace Hilo.Platform;

/// <summary>One event on its way into the log.</summary>
internal sealed record EventRow(
    Guid Id, string Type, DateTimeOffset OccurredAt, SalesChannelId? SalesChannelId, LocationId? LocationId,
    string Actor, Guid Subject, short Slot, CustomerId? CustomerId, Guid? CorrelationId, string Payload);

/// <summary>The fixed share of a subject, for consumers that need more than one worker.</summary>
internal static class Slots
{
    public const int Count = 64;

    public static short Of(Guid subject)
    {
        Span<byte> bytes = stackalloc byte[16];
        subject.TryWriteBytes(bytes, bigEndian: true, out _);
        var hash = 2166136261u;
        foreach (var b in bytes) hash = (hash ^ b) * 16777619u;
        return (short)(hash % Count);
    }
}
