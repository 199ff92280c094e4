namespace Hilo.Platform;

/// <summary>Who is acting, where and as part of what. Filled by the HTTP edge or by what runs in the background; every event takes it.</summary>
public sealed record Facts
{
    /// <summary><c>staff:{id}</c>, <c>shopper:{id}</c>, <c>cart:{id}</c>, <c>consumer:orders</c>, <c>sweeper:ExpireHolds</c> or <c>system</c>.</summary>
    public string Actor { get; init; } = "system";

    /// <summary>One per request, inherited by everything that follows from it.</summary>
    public Guid? CorrelationId { get; init; }

    public SalesChannelId? SalesChannelId { get; init; }

    public LocationId? LocationId { get; init; }

    public Cause Cause => new(Actor, CorrelationId);

    public static Facts Of(Cause cause) => new() { Actor = cause.Actor, CorrelationId = cause.CorrelationId };
}
