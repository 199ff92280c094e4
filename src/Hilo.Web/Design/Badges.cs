namespace Hilo.Web.Design;

/// <summary>Tone and ring as CSS classes, and the word. The ring says how far along a thing is; a triangle asks for a person; a struck word no longer runs.</summary>
public readonly record struct BadgeLook(string Class, string Word);

/// <summary>The one map from states to badges. A new state gets its look here, never on a page.</summary>
internal static class Badges
{
    public static BadgeLook Waits(string word) => new("warn", word);

    public static BadgeLook WaitsHalf(string word) => new("warn q2", word);

    public static BadgeLook Few(string word) => new("warn q1", word);

    public static BadgeLook New(string word) => new("info", word);

    public static BadgeLook Begun(string word) => new("info q1", word);

    public static BadgeLook Half(string word) => new("info q2", word);

    public static BadgeLook Almost(string word) => new("info q3", word);

    public static BadgeLook Done(string word) => new("ok q4", word);

    public static BadgeLook NeedsAPerson(string word) => new("bad", word);

    public static BadgeLook Over(string word) => new("q4", word);

    public static BadgeLook Struck(string word) => new("void", word);

    public static BadgeLook Plain(string word) => new("plain", word);
}
