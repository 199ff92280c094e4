using System.Collections.Concurrent;
using System.Text;

namespace Hilo.Platform;

/// <summary>Snake case names of members, types and enum values: one spelling in the database and in the API.</summary>
public static class Words
{
    private static readonly ConcurrentDictionary<string, string> Known = new(StringComparer.Ordinal);

    /// <summary><c>HeldUntil</c> becomes <c>held_until</c>; what is snake case already stays.</summary>
    public static string Snake(string name) => Known.GetOrAdd(name, static text =>
    {
        var snake = new StringBuilder(text.Length + 8);
        for (var i = 0; i < text.Length; i++)
        {
            var startsWord = i > 0 && char.IsUpper(text[i]) && text[i - 1] != '_'
                && (!char.IsUpper(text[i - 1]) || (i + 1 < text.Length && char.IsLower(text[i + 1])));
            if (startsWord) snake.Append('_');
            snake.Append(char.ToLowerInvariant(text[i]));
        }
        return snake.ToString();
    });

    public static string Of<T>(T value) where T : struct, Enum => EnumWords<T>.ByValue[value];

    public static T Parse<T>(string word) where T : struct, Enum =>
        EnumWords<T>.ByWord.TryGetValue(word, out var value) ? value : throw new FormatException($"'{word}' is no {typeof(T).Name}.");

    internal static string Of(Enum value) => Snake(value.ToString());

    private static class EnumWords<T> where T : struct, Enum
    {
        public static readonly Dictionary<T, string> ByValue = Enum.GetValues<T>().ToDictionary(v => v, v => Snake(v.ToString()));
        public static readonly Dictionary<string, T> ByWord = ByValue.ToDictionary(p => p.Value, p => p.Key, StringComparer.Ordinal);
    }
}
