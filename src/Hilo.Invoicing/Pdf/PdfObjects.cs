using System.Globalization;
using System.IO.Compression;
using System.Text;

namespace Hilo.Invoicing;

/// <summary>The numbered objects of a PDF file. The same objects in the same order are the same bytes.</summary>
internal sealed class PdfObjects
{
    private readonly List<byte[]> objects = [];

    public int Add(string text)
    {
        objects.Add(Encoding.Latin1.GetBytes(text));
        return objects.Count;
    }

    /// <summary>A number for something that is written later.</summary>
    public int Reserve()
    {
        objects.Add([]);
        return objects.Count;
    }

    public void Set(int number, string text) => objects[number - 1] = Encoding.Latin1.GetBytes(text);

    /// <param name="content">Packed already, as <paramref name="filter"/> says.</param>
    public int AddPacked(string entries, string filter, byte[] content, string more = "")
    {
        var head = Encoding.Latin1.GetBytes(string.Create(CultureInfo.InvariantCulture, $"<< {entries} /Filter /{filter} /Length {content.Length}{more} >>\nstream\n"));
        objects.Add([.. head, .. content, .. "\nendstream"u8]);
        return objects.Count;
    }

    /// <param name="plainLength">Fonts say how long they are unpacked.</param>
    public int AddStream(string entries, byte[] content, bool plainLength = false)
    {
        return AddPacked(entries, "FlateDecode", Packed(content), plainLength ? string.Create(CultureInfo.InvariantCulture, $" /Length1 {content.Length}") : "");
    }

    /// <summary>For <c>FlateDecode</c>.</summary>
    public static byte[] Packed(byte[] content)
    {
        using var packed = new MemoryStream();
        using (var deflate = new ZLibStream(packed, CompressionLevel.SmallestSize, leaveOpen: true)) deflate.Write(content);
        return packed.ToArray();
    }

    public byte[] ToFile(int root, int info)
    {
        using var file = new MemoryStream();
        file.Write("%PDF-1.7\n%\xE2\xE3\xCF\xD3\n"u8);
        var offsets = new List<long>();
        for (var i = 0; i < objects.Count; i++)
        {
            offsets.Add(file.Length);
            file.Write(Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{i + 1} 0 obj\n")));
            file.Write(objects[i]);
            file.Write("\nendobj\n"u8);
        }
        var start = file.Length;
        var table = new StringBuilder(string.Create(CultureInfo.InvariantCulture, $"xref\n0 {objects.Count + 1}\n0000000000 65535 f \n"));
        foreach (var offset in offsets) table.Append(CultureInfo.InvariantCulture, $"{offset:D10} 00000 n \n");
        table.Append(CultureInfo.InvariantCulture, $"trailer\n<< /Size {objects.Count + 1} /Root {root} 0 R /Info {info} 0 R >>\nstartxref\n{start}\n%%EOF\n");
        file.Write(Encoding.ASCII.GetBytes(table.ToString()));
        return file.ToArray();
    }
}
