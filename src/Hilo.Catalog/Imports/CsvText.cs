using System.Text;

namespace Hilo.Catalog;

/// <summary>One record of a CSV file.</summary>
/// <param name="Line">Where it begins; the header is line 1.</param>
/// <param name="IsOpen">A quote was never closed: the rest of the file is inside it.</param>
internal sealed record CsvRow(int Line, IReadOnlyList<string> Cells, bool IsOpen = false)
{
    public bool IsBlank => Cells.All(string.IsNullOrWhiteSpace);
}

/// <summary>Reads CSV as retailers have it: any usual delimiter and encoding, quotes where they are needed or not.</summary>
internal static class CsvText
{
    public const int MostRows = 200_000;
    public const int MostColumns = 300;
    public const int LongestCell = 100_000;

    private static readonly Encoding StrictUtf8 = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>UTF-8 with or without mark, UTF-16 with mark, otherwise Windows-1252, which reads every byte that Excel in Spanish writes.</summary>
    public static Result<string> Decode(byte[] bytes)
    {
        var text = bytes switch
        {
            [0xEF, 0xBB, 0xBF, ..] => TryUtf8(bytes.AsSpan(3)),
            [0xFF, 0xFE, ..] => Encoding.Unicode.GetString(bytes, 2, bytes.Length - 2),
            [0xFE, 0xFF, ..] => Encoding.BigEndianUnicode.GetString(bytes, 2, bytes.Length - 2),
            _ => TryUtf8(bytes) ?? CodePagesEncodingProvider.Instance.GetEncoding(1252)!.GetString(bytes),
        };
        // A zip or another binary file decodes to something, but never without control characters.
        if (text is null || text.AsSpan().ContainsAny('\0', '\u0001', '\u0003')) return ImportProblems.NotCsv;
        return text;
    }

    /// <summary>The character between columns, taken from the header.</summary>
    public static char DelimiterOf(string text)
    {
        var header = text.AsSpan()[..HeaderEnd(text)];
        var best = ',';
        var most = 0;
        foreach (var candidate in ",;\t|")
        {
            var (count, quoted) = (0, false);
            foreach (var c in header)
            {
                if (c == '"') quoted = !quoted;
                else if (c == candidate && !quoted) count++;
            }
            if (count > most) (best, most) = (candidate, count);
        }
        return best;
    }

    public static IEnumerable<CsvRow> Rows(string text, char delimiter)
    {
        var (at, line) = (0, 1);
        // Excel's own hint about the delimiter is no row.
        if (text.StartsWith("sep=", StringComparison.OrdinalIgnoreCase)) (at, line) = (HeaderEnd(text, skipHint: false) + 1, 2);
        while (at < text.Length)
        {
            var (start, cells, cell) = (line, new List<string>(), new StringBuilder());
            var (quoted, ended) = (false, false);
            while (at < text.Length && !ended)
            {
                var c = text[at++];
                if (quoted)
                {
                    if (c == '\n') line++;
                    if (c != '"') cell.Append(c);
                    else if (at < text.Length && text[at] == '"') cell.Append(text[at++]);
                    else quoted = false;
                }
                else if (c == '"' && IsEmpty(cell))
                {
                    cell.Clear();
                    quoted = true;
                }
                else if (c == delimiter)
                {
                    cells.Add(cell.ToString());
                    cell.Clear();
                }
                else if (c == '\n') ended = true;
                else if (c != '\r' || (at < text.Length && text[at] != '\n')) cell.Append(c);
            }
            if (ended) line++;
            cells.Add(cell.ToString());
            yield return new CsvRow(start, cells, quoted);
        }
    }

    private static bool IsEmpty(StringBuilder cell)
    {
        for (var i = 0; i < cell.Length; i++)
            if (cell[i] != ' ') return false;
        return true;
    }

    private static int HeaderEnd(string text, bool skipHint = true)
    {
        var start = skipHint && text.StartsWith("sep=", StringComparison.OrdinalIgnoreCase) ? HeaderEnd(text, skipHint: false) + 1 : 0;
        var end = start < text.Length ? text.IndexOf('\n', start) : -1;
        return end < 0 ? text.Length : end;
    }

    private static string? TryUtf8(ReadOnlySpan<byte> bytes)
    {
        try
        {
            return StrictUtf8.GetString(bytes);
        }
        catch (DecoderFallbackException)
        {
            return null;
        }
    }
}
