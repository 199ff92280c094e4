using System.Buffers.Binary;

namespace Hilo.Invoicing;

/// <summary>As much of a TrueType file as a document needs: glyphs of characters, their widths, and a copy with only the glyphs that are shown.</summary>
internal sealed class TrueType
{
    // Hinting goes along; names, kerning and tables for other systems stay out.
    private static readonly string[] Kept = ["cvt ", "fpgm", "glyf", "head", "hhea", "hmtx", "loca", "maxp", "prep"];
    private readonly byte[] file;
    private readonly Dictionary<string, (int Offset, int Length)> tables = new(StringComparer.Ordinal);
    private readonly Dictionary<int, int> glyphs = [];
    private readonly int unitsPerEm;
    private readonly int metrics;
    private readonly int count;
    private readonly bool longOffsets;

    public TrueType(byte[] file)
    {
        this.file = file;
        for (var i = 0; i < U16(4); i++)
        {
            var entry = 12 + i * 16;
            tables[System.Text.Encoding.ASCII.GetString(file, entry, 4)] = (S32(entry + 8), S32(entry + 12));
        }
        var head = tables["head"].Offset;
        unitsPerEm = U16(head + 18);
        longOffsets = U16(head + 50) == 1;
        Box = [Scaled(S16(head + 36)), Scaled(S16(head + 38)), Scaled(S16(head + 40)), Scaled(S16(head + 42))];
        var hhea = tables["hhea"].Offset;
        (Ascent, Descent, metrics) = (Scaled(S16(hhea + 4)), Scaled(S16(hhea + 6)), U16(hhea + 34));
        count = U16(tables["maxp"].Offset + 4);
        ReadCharacters();
    }

    public int[] Box { get; }

    public int Ascent { get; }

    public int Descent { get; }

    public int GlyphOf(int character) => glyphs.GetValueOrDefault(character);

    /// <summary>In thousandths of the size.</summary>
    public int WidthOf(int glyph) => Scaled(U16(tables["hmtx"].Offset + Math.Min(glyph, metrics - 1) * 4));

    /// <summary>The same font, and glyphs keep their numbers; those that nobody shows are empty.</summary>
    public byte[] Subset(IEnumerable<int> shown)
    {
        var needed = new SortedSet<int> { 0 };
        foreach (var glyph in shown) Need(glyph, needed);
        var outlines = new MemoryStream();
        var offsets = new int[count + 1];
        for (var glyph = 0; glyph < count; glyph++)
        {
            offsets[glyph] = (int)outlines.Length;
            if (!needed.Contains(glyph)) continue;
            var (start, end) = OutlineOf(glyph);
            outlines.Write(file, start, end - start);
            while (outlines.Length % 4 != 0) outlines.WriteByte(0);
        }
        offsets[count] = (int)outlines.Length;
        var places = new byte[(count + 1) * 4];
        for (var i = 0; i <= count; i++) BinaryPrimitives.WriteInt32BigEndian(places.AsSpan(i * 4), offsets[i]);
        return Assemble(Kept.Where(tables.ContainsKey).Select(tag => (tag, tag switch
        {
            "glyf" => outlines.ToArray(),
            "loca" => places,
            "head" => LongHead(),
            _ => file.AsSpan(tables[tag].Offset, tables[tag].Length).ToArray(),
        })).ToList());
    }

    private byte[] LongHead()
    {
        var head = file.AsSpan(tables["head"].Offset, tables["head"].Length).ToArray();
        BinaryPrimitives.WriteInt16BigEndian(head.AsSpan(50), 1);
        return head;
    }

    /// <summary>A glyph and those that it is composed of.</summary>
    private void Need(int glyph, SortedSet<int> needed)
    {
        if (!needed.Add(glyph)) return;
        var (start, end) = OutlineOf(glyph);
        if (end == start || S16(start) >= 0) return;
        var at = start + 10;
        while (true)
        {
            var flags = U16(at);
            Need(U16(at + 2), needed);
            at += 4 + ((flags & 1) != 0 ? 4 : 2) + ((flags & 8) != 0 ? 2 : (flags & 0x40) != 0 ? 4 : (flags & 0x80) != 0 ? 8 : 0);
            if ((flags & 0x20) == 0) return;
        }
    }

    private (int Start, int End) OutlineOf(int glyph)
    {
        var (places, outlines) = (tables["loca"].Offset, tables["glyf"].Offset);
        return longOffsets
            ? (outlines + S32(places + glyph * 4), outlines + S32(places + glyph * 4 + 4))
            : (outlines + U16(places + glyph * 2) * 2, outlines + U16(places + glyph * 2 + 2) * 2);
    }

    private static byte[] Assemble(List<(string Tag, byte[] Bytes)> parts)
    {
        var written = new MemoryStream();
        var header = new byte[12 + parts.Count * 16];
        BinaryPrimitives.WriteInt32BigEndian(header, 0x00010000);
        BinaryPrimitives.WriteInt16BigEndian(header.AsSpan(4), (short)parts.Count);
        var power = 1;
        var log = 0;
        while (power * 2 <= parts.Count) (power, log) = (power * 2, log + 1);
        BinaryPrimitives.WriteInt16BigEndian(header.AsSpan(6), (short)(power * 16));
        BinaryPrimitives.WriteInt16BigEndian(header.AsSpan(8), (short)log);
        BinaryPrimitives.WriteInt16BigEndian(header.AsSpan(10), (short)((parts.Count - power) * 16));
        var offset = header.Length;
        for (var i = 0; i < parts.Count; i++)
        {
            var (tag, bytes) = parts[i];
            var entry = header.AsSpan(12 + i * 16);
            System.Text.Encoding.ASCII.GetBytes(tag, entry);
            BinaryPrimitives.WriteUInt32BigEndian(entry[4..], Sum(bytes));
            BinaryPrimitives.WriteInt32BigEndian(entry[8..], offset);
            BinaryPrimitives.WriteInt32BigEndian(entry[12..], bytes.Length);
            offset += (bytes.Length + 3) / 4 * 4;
        }
        written.Write(header);
        foreach (var (_, bytes) in parts)
        {
            written.Write(bytes);
            while (written.Length % 4 != 0) written.WriteByte(0);
        }
        return written.ToArray();
    }

    private static uint Sum(byte[] bytes)
    {
        uint sum = 0;
        for (var i = 0; i < bytes.Length; i++) unchecked { sum += (uint)bytes[i] << (24 - i % 4 * 8); }
        return sum;
    }

    /// <summary>Segments of the basic plane: all that Spanish needs.</summary>
    private void ReadCharacters()
    {
        var cmap = tables["cmap"].Offset;
        for (var i = 0; i < U16(cmap + 2); i++)
        {
            var table = cmap + S32(cmap + 4 + i * 8 + 4);
            if (U16(table) != 4) continue;
            var segments = U16(table + 6) / 2;
            var (ends, starts) = (table + 14, table + 16 + segments * 2);
            var (deltas, ranges) = (starts + segments * 2, starts + segments * 4);
            for (var s = 0; s < segments; s++)
            {
                var (start, end, delta, range) = (U16(starts + s * 2), U16(ends + s * 2), U16(deltas + s * 2), U16(ranges + s * 2));
                for (var c = start; c <= end && c != 0xFFFF; c++)
                {
                    var glyph = range == 0 ? c : U16(ranges + s * 2 + range + (c - start) * 2);
                    if (glyph != 0) glyphs[c] = range == 0 ? (c + delta) & 0xFFFF : (glyph + delta) & 0xFFFF;
                }
            }
            return;
        }
    }

    private int Scaled(int units) => (int)Math.Round(units * 1000.0 / unitsPerEm, MidpointRounding.AwayFromZero);

    private int U16(int at) => BinaryPrimitives.ReadUInt16BigEndian(file.AsSpan(at));

    private int S16(int at) => BinaryPrimitives.ReadInt16BigEndian(file.AsSpan(at));

    private int S32(int at) => BinaryPrimitives.ReadInt32BigEndian(file.AsSpan(at));
}
