using System.Text;

namespace Hilo.Inventory;

/// <summary>Splits the text of a CSV into records: quoted cells may hold delimiters, line breaks and doubled quotes.</summary>
internal static class CsvText
{
    /// <returns>Each record with the line it starts at. The last one is null when a quote was never closed.</returns>
    public static IEnumerable<(int Line, List<string>? Cells)> Records(string text, char delimiter)
    {
        List<string> cells = [];
        var cell = new StringBuilder();
        var (line, start, quoted, any) = (1, 1, false, false);
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (c == '\n') line++;
            if (quoted)
            {
                if (c != '"') cell.Append(c);
                else if (i + 1 < text.Length && text[i + 1] == '"') cell.Append(text[i++]);
                else quoted = false;
            }
            else if (c == '"' && cell.Length == 0) (quoted, any) = (true, true);
            else if (c == delimiter)
            {
                cells.Add(Take());
                any = true;
            }
            else if (c == '\n')
            {
                if (any || cell.Length > 0) yield return (start, [.. cells, Take()]);
                cells.Clear();
                cell.Clear();
                (start, any) = (line, false);
            }
            else if (c != '\r') cell.Append(c);
        }
        if (quoted) yield return (start, null);
        else if (any || cell.Length > 0) yield return (start, [.. cells, Take()]);

        string Take()
        {
            var taken = cell.ToString().Trim();
            cell.Clear();
            return taken;
        }
    }
}
