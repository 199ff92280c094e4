namespace Hilo.Web.Frames;

/// <summary>One entry of the back office's rail.</summary>
/// <param name="Group">A small heading above it, where a new group begins.</param>
public sealed record RailLink(string Name, string Href, string Icon, int? Count = null, string? Group = null);
