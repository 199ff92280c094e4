using System.Globalization;
using System.Text;
using QRCoder;

namespace Hilo.Invoicing;

/// <summary>Where a text stands against its x.</summary>
internal enum At { Left, Center, Right }

/// <summary>Pages drawn from the top left corner, in points.</summary>
internal sealed class PdfPaper(double width, double height, string title)
{
    private const string Black = "0 0 0";
    private readonly List<StringBuilder> pages = [];
    private readonly List<double> heights = [];
    private readonly List<PdfPicture> pictures = [];

    public PdfFont Regular { get; } = PdfFont.Of("F1", "regular");

    public PdfFont Bold { get; } = PdfFont.Of("F2", "bold");

    public double Width => width;

    public double Height => heights.Count > 0 ? heights[^1] : height;

    public int Pages => pages.Count;

    public void NewPage()
    {
        pages.Add(new StringBuilder());
        heights.Add(height);
    }

    /// <summary>Draws on an earlier page again, such as “page 1 of 3”.</summary>
    public void OnPage(int index, Action draw)
    {
        var (page, own) = (pages[^1], pages[index]);
        pages[^1] = own;
        draw();
        pages[^1] = page;
    }

    /// <summary>Cuts a roll where its text ends: everything drawn moves up with the edge.</summary>
    public void CutAt(double end)
    {
        pages[^1].Insert(0, string.Create(CultureInfo.InvariantCulture, $"1 0 0 1 0 {N(end - height)} cm\n"));
        heights[^1] = end;
    }

    public void Text(double x, double y, string text, double size, PdfFont? font = null, At at = At.Left, string color = Black)
    {
        var used = font ?? Regular;
        var left = at switch { At.Left => x, At.Center => x - used.WidthOf(text) * size / 2, _ => x - used.WidthOf(text) * size };
        Write($"BT {color} rg /{used.Name} {N(size)} Tf {N(left)} {Up(y)} Td {used.Encode(text)} Tj ET");
    }

    /// <summary>Breaks at words; answers the y behind the last line.</summary>
    public double Lines(double x, double y, string text, double size, double room, double leading, PdfFont? font = null, At at = At.Left, string color = Black)
    {
        foreach (var line in Broken(text, size, room, font ?? Regular))
        {
            Text(x, y, line, size, font, at, color);
            y += leading;
        }
        return y;
    }

    public IReadOnlyList<string> Broken(string text, double size, double room, PdfFont font)
    {
        var lines = new List<string>();
        var line = "";
        foreach (var word in text.Split(' ', StringSplitOptions.RemoveEmptyEntries).SelectMany(word => Pieces(word, size, room, font)))
        {
            var longer = line.Length == 0 ? word : $"{line} {word}";
            if (line.Length > 0 && font.WidthOf(longer) * size > room)
            {
                lines.Add(line);
                line = word;
            }
            else line = longer;
        }
        lines.Add(line);
        return lines;
    }

    public void Line(double x1, double y1, double x2, double y2, double thick = 0.6, string color = Black, string? dash = null) =>
        Write($"{color} RG {N(thick)} w [{dash}] 0 d {N(x1)} {Up(y1)} m {N(x2)} {Up(y2)} l S [] 0 d");

    public void Box(double x, double y, double wide, double high, double thick = 0.8, string color = Black) =>
        Write($"{color} RG {N(thick)} w {N(x)} {Up(y + high)} {N(wide)} {N(high)} re S");

    public void Fill(double x, double y, double wide, double high, string color) => Write($"{color} rg {N(x)} {Up(y + high)} {N(wide)} {N(high)} re f");

    /// <summary>As large as it may be inside of <paramref name="room"/>; answers its sides.</summary>
    public (double Wide, double High) Picture(PdfPicture picture, double x, double y, (double Wide, double High) room, At at = At.Left)
    {
        var scale = Math.Min(room.Wide / picture.Width, room.High / picture.Height);
        var (wide, high) = (picture.Width * scale, picture.Height * scale);
        var left = at switch { At.Left => x, At.Center => x - wide / 2, _ => x - wide };
        if (!pictures.Contains(picture)) pictures.Add(picture);
        Write($"q {N(wide)} 0 0 {N(high)} {N(left)} {Up(y + high)} cm /P{pictures.IndexOf(picture)} Do Q");
        return (wide, high);
    }

    /// <summary>Error correction M, with its quiet zone of four modules inside of <paramref name="side"/>.</summary>
    public void Qr(double x, double y, double side, string text)
    {
        using var data = QRCodeGenerator.GenerateQrCode(text, QRCodeGenerator.ECCLevel.M);
        var modules = data.ModuleMatrix;
        var module = side / modules.Count;
        var drawn = new StringBuilder(Black + " rg ");
        for (var row = 0; row < modules.Count; row++)
        {
            for (var column = 0; column < modules.Count; column++)
            {
                if (!modules[row][column]) continue;
                var end = column;
                while (end + 1 < modules.Count && modules[row][end + 1]) end++;
                drawn.Append(CultureInfo.InvariantCulture, $"{N(x + column * module)} {Up(y + (row + 1) * module)} {N((end - column + 1) * module)} {N(module)} re ");
                column = end;
            }
        }
        Write(drawn + "f");
    }

    /// <summary>Across the page, behind everything drawn later.</summary>
    public void Watermark(string text, double size, double degrees)
    {
        var (cos, sin) = (Math.Cos(degrees * Math.PI / 180), Math.Sin(degrees * Math.PI / 180));
        var half = Bold.WidthOf(text) * size / 2;
        var (x, y) = (width / 2 - half * cos, Height / 2 - half * sin);
        Write($"BT 0.92 0.92 0.91 rg /{Bold.Name} {N(size)} Tf {N(cos)} {N(sin)} {N(-sin)} {N(cos)} {N(x)} {N(y)} Tm {Bold.Encode(text)} Tj ET");
    }

    public byte[] ToFile()
    {
        var objects = new PdfObjects();
        var (catalog, tree) = (objects.Reserve(), objects.Reserve());
        // Contents first: only then is known which glyphs the fonts need.
        var contents = pages.ConvertAll(p => objects.AddStream("", Encoding.Latin1.GetBytes(p.ToString())));
        var (regular, bold) = (Regular.WriteTo(objects), Bold.WriteTo(objects));
        var shown = pictures.Count == 0 ? "" : string.Create(CultureInfo.InvariantCulture, $" /XObject << {string.Join(' ', pictures.Select((picture, i) => $"/P{i} {picture.WriteTo(objects)} 0 R"))} >>");
        var kids = contents.Select((content, i) => objects.Add(
            $"<< /Type /Page /Parent {tree} 0 R /MediaBox [0 0 {N(width)} {N(heights[i])}] /Resources << /Font << /F1 {regular} 0 R /F2 {bold} 0 R >>{shown} >> /Contents {content} 0 R >>")).ToList();
        objects.Set(tree, $"<< /Type /Pages /Count {kids.Count} /Kids [{string.Join(' ', kids.Select(k => $"{k} 0 R"))}] >>");
        objects.Set(catalog, $"<< /Type /Catalog /Pages {tree} 0 R /Lang (es-AR) /ViewerPreferences << /DisplayDocTitle true >> >>");
        var info = objects.Add($"<< /Title <FEFF{Convert.ToHexString(Encoding.BigEndianUnicode.GetBytes(title))}> /Producer (Hilo) >>");
        return objects.ToFile(catalog, info);
    }

    private static IEnumerable<string> Pieces(string word, double size, double room, PdfFont font)
    {
        while (font.WidthOf(word) * size > room && word.Length > 1)
        {
            var fits = word.Length - 1;
            while (fits > 1 && font.WidthOf(word[..fits]) * size > room) fits--;
            yield return word[..fits];
            word = word[fits..];
        }
        yield return word;
    }

    private void Write(FormattableString operators) => Write(operators.ToString(CultureInfo.InvariantCulture));

    private void Write(string operators) => pages[^1].Append(operators).Append('\n');

    private string Up(double y) => N(height - y);

    private static string N(double number) => Math.Round(number, 3, MidpointRounding.AwayFromZero).ToString("0.###", CultureInfo.InvariantCulture);
}
