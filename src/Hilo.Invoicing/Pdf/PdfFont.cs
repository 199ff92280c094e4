using System.Globalization;
using System.Text;

namespace Hilo.Invoicing;

/// <summary>A font of a document: how wide its texts are, and how they are written into a page.</summary>
internal abstract class PdfFont(string name)
{
    /// <summary>As pages call it: F1, F2.</summary>
    public string Name => name;

    /// <summary>In points, at one point size.</summary>
    public abstract double WidthOf(string text);

    /// <summary>The string operand that shows a text.</summary>
    public abstract string Encode(string text);

    /// <summary>Adds its objects and answers the number of the font's.</summary>
    public abstract int WriteTo(PdfObjects objects);

    /// <summary>The embedded one where the build had it, else a font that every reader has.</summary>
    public static PdfFont Of(string name, string weight)
    {
        using var font = typeof(PdfFont).Assembly.GetManifestResourceStream($"fonts/{weight}");
        if (font is null) return new StandardFont(name, isBold: weight != "regular");
        using var bytes = new MemoryStream();
        font.CopyTo(bytes);
        return new EmbeddedFont(name, new TrueType(bytes.ToArray()));
    }
}

/// <summary>A TrueType font inside the document, reduced to the glyphs that it shows; its texts can be searched and copied.</summary>
internal sealed class EmbeddedFont(string name, TrueType font) : PdfFont(name)
{
    private readonly SortedDictionary<int, int> used = [];

    public override double WidthOf(string text) => text.EnumerateRunes().Sum(r => font.WidthOf(font.GlyphOf(r.Value))) / 1000.0;

    public override string Encode(string text)
    {
        var hex = new StringBuilder("<");
        foreach (var rune in text.EnumerateRunes())
        {
            var glyph = font.GlyphOf(rune.Value);
            used[glyph] = rune.Value;
            hex.Append(CultureInfo.InvariantCulture, $"{glyph:X4}");
        }
        return hex.Append('>').ToString();
    }

    public override int WriteTo(PdfObjects objects)
    {
        var family = $"HILOAA+Archivo-{Name}";
        var file = objects.AddStream("", font.Subset(used.Keys), plainLength: true);
        var box = string.Join(' ', font.Box);
        var descriptor = objects.Add(
            $"<< /Type /FontDescriptor /FontName /{family} /Flags 32 /FontBBox [{box}] /ItalicAngle 0 /Ascent {font.Ascent} /Descent {font.Descent} /CapHeight {font.Ascent} /StemV 80 /FontFile2 {file} 0 R >>");
        var widths = string.Join(' ', used.Keys.Select(glyph => string.Create(CultureInfo.InvariantCulture, $"{glyph} [{font.WidthOf(glyph)}]")));
        var descendant = objects.Add(
            $"<< /Type /Font /Subtype /CIDFontType2 /BaseFont /{family} /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> /FontDescriptor {descriptor} 0 R /DW 500 /W [{widths}] /CIDToGIDMap /Identity >>");
        var toUnicode = objects.AddStream("", Encoding.ASCII.GetBytes(ToUnicode()));
        return objects.Add($"<< /Type /Font /Subtype /Type0 /BaseFont /{family} /Encoding /Identity-H /DescendantFonts [{descendant} 0 R] /ToUnicode {toUnicode} 0 R >>");
    }

    private string ToUnicode()
    {
        var map = new StringBuilder("/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def /CMapName /Adobe-Identity-UCS def /CMapType 2 def 1 begincodespacerange <0000> <FFFF> endcodespacerange\n");
        foreach (var part in used.Chunk(100))
        {
            map.Append(CultureInfo.InvariantCulture, $"{part.Length} beginbfchar\n");
            foreach (var (glyph, rune) in part) map.Append(CultureInfo.InvariantCulture, $"<{glyph:X4}> <{Convert.ToHexString(Encoding.BigEndianUnicode.GetBytes(char.ConvertFromUtf32(rune)))}>\n");
            map.Append("endbfchar\n");
        }
        return map.Append("endcmap CMapName currentdict /CMap defineresource pop end end").ToString();
    }
}

/// <summary>Helvetica, which every reader brings along: for builds without npm.</summary>
internal sealed class StandardFont(string name, bool isBold) : PdfFont(name)
{
    // Widths of the printable ASCII characters, from Adobe's metrics; accented letters are as wide as their base.
    private const string Plain = "278 278 355 556 556 889 667 191 333 333 389 584 278 333 278 278 556 556 556 556 556 556 556 556 556 556 278 278 584 584 584 556 1015 667 667 722 722 667 611 778 722 278 500 667 556 833 722 778 667 778 722 667 611 722 667 944 667 667 611 278 278 278 469 556 333 556 556 500 556 556 278 556 556 222 222 500 222 833 556 556 556 556 333 500 278 556 500 722 500 500 500 334 260 334 584";
    private const string Bold = "278 333 474 556 556 889 722 238 333 333 389 584 278 333 278 278 556 556 556 556 556 556 556 556 556 556 333 333 584 584 584 611 975 722 722 722 722 667 611 778 722 278 556 722 611 833 722 778 667 778 722 667 611 722 667 944 667 667 611 333 278 333 584 556 333 556 611 556 611 556 333 611 611 278 278 556 278 889 611 611 611 611 389 556 333 611 556 778 556 556 500 389 280 389 584";
    private static readonly int[][] Widths = [[.. Plain.Split(' ').Select(w => int.Parse(w, CultureInfo.InvariantCulture))], [.. Bold.Split(' ').Select(w => int.Parse(w, CultureInfo.InvariantCulture))]];

    public override double WidthOf(string text) => text.Sum(c => Base(c) is >= ' ' and <= '~' and var known ? Widths[isBold ? 1 : 0][known - ' '] : 556) / 1000.0;

    public override string Encode(string text) => $"<{Convert.ToHexString(Encoding.Latin1.GetBytes(text))}>";

    public override int WriteTo(PdfObjects objects) =>
        objects.Add($"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica{(isBold ? "-Bold" : "")} /Encoding /WinAnsiEncoding >>");

    private static char Base(char c) => c < 128 ? c : c.ToString().Normalize(NormalizationForm.FormD)[0];
}
