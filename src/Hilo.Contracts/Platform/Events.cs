namespace Hilo;

[EventName("staff.joined")]
public sealed record StaffJoined(StaffId StaffId, StaffRole Role) : IEvent
{
    public Guid Subject => StaffId.Value;
}

[EventName("staff.changed")]
public sealed record StaffChanged(StaffId StaffId, StaffRole Role, bool IsActive) : IEvent
{
    public Guid Subject => StaffId.Value;
}

[EventName("staff.signed_in")]
public sealed record StaffSignedIn(StaffId StaffId, SessionId SessionId) : IEvent
{
    public Guid Subject => StaffId.Value;
}

[EventName("staff.locked_out")]
public sealed record StaffLockedOut(StaffId StaffId, int FailedTries, DateTimeOffset Until) : IEvent
{
    public Guid Subject => StaffId.Value;
}

[EventName("merchant.changed")]
public sealed record MerchantChanged(Guid Subject, int Version) : IEvent;
