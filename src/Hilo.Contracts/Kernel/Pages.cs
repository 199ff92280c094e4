namespace Hilo;

/// <summary>One page of a list. Pass <see cref="Next"/> back as <c>cursor</c> for the page after it.</summary>
/// <param name="Next">Null on the last page. Opaque: its form may change.</param>
/// <param name="Total">Known only where counting is cheap.</param>
public sealed record PageOf<T>(IReadOnlyList<T> Items, string? Next, int? Total = null);
