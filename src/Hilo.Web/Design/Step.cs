namespace Hilo.Web.Design;

/// <summary>One knot of the stepper.</summary>
public sealed record Step(string Name, bool IsDone = false, bool IsNow = false, string? Note = null, string? Href = null);
