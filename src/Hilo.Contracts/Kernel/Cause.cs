namespace Hilo;

/// <summary>Who set something off and as part of what, for one member of a group: what it writes and tells carries these.</summary>
public sealed record Cause(string Actor, Guid? CorrelationId);
