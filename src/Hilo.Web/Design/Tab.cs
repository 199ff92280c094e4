namespace Hilo.Web.Design;

/// <summary>A saved view with its own address.</summary>
public sealed record Tab(string Name, string Href, bool IsCurrent = false, int? Count = null);
