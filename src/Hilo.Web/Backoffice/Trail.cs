namespace Hilo.Web.Backoffice;

/// <summary>Where a list stands: the cursors that led here, kept in its address, so that the arrow back goes one page back and not to the start.</summary>
public readonly record struct Trail(string? Text)
{
    private const char Separator = '~';
    private const int Longest = 1500;

    /// <summary>The cursor of this page; the first page has none.</summary>
    public string? Cursor => Text is { Length: > 0 } ? Text[(Text.LastIndexOf(Separator) + 1)..] : null;

    public bool IsStart => Cursor is null;

    /// <summary>The page before; null leads to the first one.</summary>
    public string? Back => Text?.LastIndexOf(Separator) is > 0 and var at ? Text[..at] : null;

    public string On(string next)
    {
        var trail = Text is { Length: > 0 } ? Text + Separator + next : next;
        while (trail.Length > Longest && trail.IndexOf(Separator, StringComparison.Ordinal) is >= 0 and var first) trail = trail[(first + 1)..];
        return trail;
    }
}
