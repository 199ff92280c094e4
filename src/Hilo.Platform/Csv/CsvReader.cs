using System.Text;

namespace Hilo.Platform;

/// <summary>One record of a CSV.</summary>
/// <param name="Line">Where it begins; the first line of the file is 1.</param>
/// <param name="Fault">Why it cannot be trusted; reading went on with the next line.</param>
public sealed record CsvRow(int Line, IReadOnlyList<string> Cells, CsvFault Fault = CsvFault.None)
{
    public bool IsBlank => Fault == CsvFault.None && Cells.All(string.IsNullOrWhiteSpace);
}

public enum CsvFault
{
    None,

    /// <summary>A quote is opened and never closed.</summary>
    OpenQuote,

    /// <summary>A quote is closed in the middle of a cell.</summary>
    StrayQuote,

    /// <summary>More text than a row can hold: usually a quote that swallows the rows behind it.</summary>
    TooLong,

    /// <summary>Characters that no text has.</summary>
    Control,
}

/// <summary>Reads records one by one, in memory that does not grow with the file. A broken record never takes the rows behind it along.</summary>
public sealed class CsvReader : IDisposable
{
    public const int LongestRecord = 1024 * 1024;

    private static readonly System.Buffers.SearchValues<char> ControlCharacters = System.Buffers.SearchValues.Create(
        string.Concat(Enumerable.Range(0, 0x20).Select(c => (char)c).Where(c => c is not ('\t' or '\n' or '\v' or '\f' or '\r'))));

    private readonly TextReader text;
    private readonly StringBuilder quoted = new();
    private char[] buffer = new char[64 * 1024];
    private int start;
    private int filled;
    private int line = 1;
    private bool atEnd;

    public CsvReader(TextReader text)
    {
        this.text = text;
        Delimiter = Recognize();
    }

    /// <summary>Taken from the first line: comma, semicolon, tab or bar.</summary>
    public char Delimiter { get; }

    /// <summary>Null behind the last record.</summary>
    public CsvRow? Read()
    {
        Compact();
        if (!Has(start)) return null;
        var (first, at, cells) = (line, start, new List<string>());
        int? secondLine = null;
        while (true)
        {
            var from = at;
            while (Has(at) && buffer[at] == ' ') at++;
            if (Has(at) && buffer[at] == '"')
            {
                if (Quoted(ref at, ref secondLine) is not CsvFault.None and var fault) return Resume(first, cells, fault, secondLine);
                cells.Add(quoted.ToString());
            }
            else
            {
                while (Has(at) && buffer[at] != Delimiter && buffer[at] is not ('\n' or '\r')) at++;
                cells.Add(new string(buffer, from, at - from));
            }
            if (at - start >= LongestRecord) return Resume(first, cells, CsvFault.TooLong, secondLine);
            if (Has(at) && buffer[at] == Delimiter)
            {
                at++;
                continue;
            }
            if (Has(at)) at = BehindLineEnd(at);
            var fits = !buffer.AsSpan(start, at - start).ContainsAny(ControlCharacters);
            start = at;
            return new CsvRow(first, cells, fits ? CsvFault.None : CsvFault.Control);
        }
    }

    public void Dispose() => text.Dispose();

    /// <summary>Reads a quoted cell up to its delimiter or line end.</summary>
    private CsvFault Quoted(ref int at, ref int? secondLine)
    {
        quoted.Clear();
        at++;
        while (true)
        {
            if (!Has(at)) return at - start >= LongestRecord ? CsvFault.TooLong : CsvFault.OpenQuote;
            var c = buffer[at];
            if (c is '\n' or '\r')
            {
                at = BehindLineEnd(at);
                secondLine ??= at - start;
                quoted.Append('\n');
                continue;
            }
            at++;
            if (c != '"') quoted.Append(c);
            else if (Has(at) && buffer[at] == '"')
            {
                quoted.Append('"');
                at++;
            }
            else break;
        }
        while (Has(at) && buffer[at] == ' ') at++;
        return !Has(at) || buffer[at] == Delimiter || buffer[at] is '\n' or '\r' ? CsvFault.None : CsvFault.StrayQuote;
    }

    /// <summary>Goes on behind the first line of a broken record: what follows is judged for itself.</summary>
    private CsvRow Resume(int first, List<string> cells, CsvFault fault, int? secondLine)
    {
        line = first;
        if (secondLine is { } known) (start, line) = (start + known, first + 1);
        else
            while (true)
            {
                var end = buffer.AsSpan(start, filled - start).IndexOfAny('\n', '\r');
                if (end >= 0)
                {
                    start = BehindLineEnd(start + end);
                    break;
                }
                start = filled;
                Compact();
                if (!Has(start)) break;
            }
        return new CsvRow(first, cells, fault);
    }

    private int BehindLineEnd(int at)
    {
        line++;
        return buffer[at] == '\r' && Has(at + 1) && buffer[at + 1] == '\n' ? at + 2 : at + 1;
    }

    private bool Has(int at)
    {
        while (at >= filled)
        {
            if (atEnd || at - start >= LongestRecord) return false;
            if (filled == buffer.Length) Array.Resize(ref buffer, buffer.Length * 2);
            var read = text.Read(buffer, filled, buffer.Length - filled);
            if (read == 0) atEnd = true;
            filled += read;
        }
        return true;
    }

    private void Compact()
    {
        if (start < buffer.Length / 2) return;
        buffer.AsSpan(start, filled - start).CopyTo(buffer);
        (filled, start) = (filled - start, 0);
    }

    private char Recognize()
    {
        char? said = null;
        // Excel's own hint about the delimiter is no row.
        if (Has(4) && buffer.AsSpan(0, 4).Equals("sep=", StringComparison.OrdinalIgnoreCase) && buffer[4] is not ('\n' or '\r'))
        {
            said = buffer[4];
            var end = 5;
            while (Has(end) && buffer[end] is not ('\n' or '\r')) end++;
            start = Has(end) ? BehindLineEnd(end) : end;
        }
        if (said is ',' or ';' or '\t' or '|') return said.Value;
        // The first line that says something is the one with the headings.
        while (Has(start) && buffer[start] is ('\n' or '\r')) start = BehindLineEnd(start);
        var (best, most) = (',', 0);
        foreach (var candidate in ",;\t|")
        {
            var (count, isQuoted) = (0, false);
            for (var at = start; Has(at) && (isQuoted || buffer[at] is not ('\n' or '\r')); at++)
            {
                if (buffer[at] == '"') isQuoted = !isQuoted;
                else if (buffer[at] == candidate && !isQuoted) count++;
            }
            if (count > most) (best, most) = (candidate, count);
        }
        return best;
    }
}
