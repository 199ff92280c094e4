namespace Hilo;

/// <summary>Something that happened: written in the transaction of the change that it tells, delivered at least once.</summary>
/// <remarks>Holds ids, codes, amounts and quantities, never names, addresses, phones, message texts or documents.
/// Fields are only added, with a default; a changed meaning is a new type.</remarks>
public interface IEvent
{
    /// <summary>The aggregate it tells of; events of one subject keep their order.</summary>
    Guid Subject { get; }
}

/// <summary>An event that belongs to a customer's thread.</summary>
public interface ICustomerEvent : IEvent
{
    CustomerId? CustomerId { get; }
}

/// <summary>An event that happened on a sales channel.</summary>
public interface ISalesChannelEvent : IEvent
{
    SalesChannelId? SalesChannelId { get; }
}

/// <summary>An event that happened at a location.</summary>
public interface ILocationEvent : IEvent
{
    LocationId? LocationId { get; }
}

/// <summary>The registered name of an event: a renamed class still reads old rows.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class EventNameAttribute(string name) : Attribute
{
    /// <summary><c>capability.what_happened</c>, never changed once published.</summary>
    public string Name { get; } = name;
}
