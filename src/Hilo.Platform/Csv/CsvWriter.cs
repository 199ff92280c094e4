using System.Buffers;
using System.IO.Pipelines;
using System.Text;

namespace Hilo.Platform;

/// <summary>Writes CSV that spreadsheets open without running anything: cells that would begin a formula get an apostrophe before them.</summary>
public sealed class CsvWriter(PipeWriter to, char delimiter)
{
    private const int FlushAt = 64 * 1024;
    private static readonly SearchValues<char> NeedsQuotes = SearchValues.Create("\",;\t|\n\r");

    private readonly StringBuilder row = new();
    private long unflushed;

    /// <summary>So that spreadsheets read accents.</summary>
    public void Mark()
    {
        to.Write("\uFEFF"u8);
        unflushed += 3;
    }

    public void Row(IEnumerable<string?> cells)
    {
        row.Clear();
        foreach (var cell in cells)
        {
            if (row.Length > 0) row.Append(delimiter);
            Append(cell ?? "");
        }
        row.Append("\r\n");
        unflushed += Encoding.UTF8.GetBytes(row.ToString(), to);
    }

    /// <summary>Lets go of what was written, once it is worth a packet.</summary>
    public async ValueTask FlushAsync(CancellationToken cancel, bool isLast = false)
    {
        if (!isLast && unflushed < FlushAt) return;
        unflushed = 0;
        await to.FlushAsync(cancel);
    }

    /// <summary>What a spreadsheet would run, kept from running; <see cref="Plain"/> takes it back.</summary>
    public static string Neutral(string cell) => IsRisky(cell) ? "'" + cell : cell;

    /// <summary>A cell as it was before an export neutralised it.</summary>
    public static string Plain(string cell) => cell.Length > 1 && cell[0] == '\'' && IsRisky(cell[1..]) ? cell[1..] : cell;

    // An apostrophe of its own is doubled where it would be taken for ours.
    private static bool IsRisky(string cell) => cell.TrimStart('\'') is [var first, ..] && first is '=' or '+' or '-' or '@' or '\t' or '\r';

    private void Append(string cell)
    {
        var safe = Neutral(cell);
        if (!safe.AsSpan().ContainsAny(NeedsQuotes) && safe.AsSpan().Trim().Length == safe.Length)
        {
            row.Append(safe.Length == 0 && row.Length == 0 ? "\"\"" : safe);
            return;
        }
        row.Append('"').Append(safe.Replace("\"", "\"\"", StringComparison.Ordinal)).Append('"');
    }
}
