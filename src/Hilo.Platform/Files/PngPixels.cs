using System.Buffers.Binary;
using System.IO.Compression;

namespace Hilo.Platform;

/// <summary>The pixels of a PNG (W3C Portable Network Graphics, third edition), eight bits a sample, row by row.</summary>
/// <param name="Colors">Red, green and blue of each pixel.</param>
/// <param name="Opacity">One byte a pixel; null where nothing shines through.</param>
public sealed record PngPixels(int Width, int Height, byte[] Colors, byte[]? Opacity)
{
    // Chapter 8.1: the seven passes of an interlaced picture. First column and row, then the steps.
    private static readonly (int X, int Y, int StepX, int StepY)[] Interlaced = [(0, 0, 8, 8), (4, 0, 8, 8), (0, 4, 4, 8), (2, 0, 4, 4), (0, 2, 2, 4), (1, 0, 2, 2), (0, 1, 1, 2)];

    /// <summary>Null where it is no PNG, is cut, or breaks its own rules. Its sides are the caller's to judge before: they decide how much memory this takes.</summary>
    public static PngPixels? Read(byte[] png)
    {
        try
        {
            return Header.Of(png) is { } header ? Decode(header, png) : null;
        }
        catch (Exception e) when (e is InvalidDataException or EndOfStreamException or ArgumentException or IndexOutOfRangeException)
        {
            return null;
        }
    }

    /// <summary>The same picture in at most this many columns, each pixel the mean of those that it covers. Whole numbers alone, so that it comes out the same everywhere.</summary>
    public PngPixels NoWiderThan(int columns)
    {
        if (Width <= columns) return this;
        var rows = Math.Max(1, (int)((long)Height * columns / Width));
        var (colors, opacity) = (new byte[columns * rows * 3], Opacity is null ? null : new byte[columns * rows]);
        for (var y = 0; y < rows; y++)
            for (var x = 0; x < columns; x++) Mean(x * Width / columns, (x + 1) * Width / columns, (int)((long)y * Height / rows), (int)((long)(y + 1) * Height / rows), y * columns + x, colors, opacity);
        return new PngPixels(columns, rows, colors, opacity);
    }

    private void Mean(int left, int right, int top, int bottom, int to, byte[] colors, byte[]? opacity)
    {
        // What cannot be seen has no say in the color.
        long red = 0, green = 0, blue = 0, seen = 0;
        for (var y = top; y < bottom; y++)
            for (var x = left; x < right; x++)
            {
                var at = y * Width + x;
                var share = Opacity is null ? 255 : Opacity[at];
                red += Colors[at * 3] * share;
                green += Colors[at * 3 + 1] * share;
                blue += Colors[at * 3 + 2] * share;
                seen += share;
            }
        if (seen > 0) (colors[to * 3], colors[to * 3 + 1], colors[to * 3 + 2]) = ((byte)(red / seen), (byte)(green / seen), (byte)(blue / seen));
        if (opacity is not null) opacity[to] = (byte)(seen / ((right - left) * (bottom - top)));
    }

    private static PngPixels? Decode(Header header, byte[] png)
    {
        var (palette, clear, packed) = ((byte[]?)null, (byte[]?)null, new MemoryStream());
        foreach (var (type, content) in Chunks(png))
        {
            if (type == "PLTE") palette = content.ToArray();
            else if (type == "tRNS") clear = content.ToArray();
            else if (type == "IDAT") packed.Write(content.Span);
        }
        if (header.ColorType == 3 && palette is null) return null;
        packed.Position = 0;
        using var rows = new ZLibStream(packed, CompressionMode.Decompress);
        var (colors, opacity) = (new byte[header.Width * header.Height * 3], new byte[header.Width * header.Height]);
        foreach (var pass in header.IsInterlaced ? Interlaced : [(0, 0, 1, 1)]) Pass(header, pass, rows, palette, clear, colors, opacity);
        return new PngPixels(header.Width, header.Height, colors, opacity.AsSpan().ContainsAnyExcept((byte)255) ? opacity : null);
    }

    private static void Pass(Header header, (int X, int Y, int StepX, int StepY) pass, Stream rows, byte[]? palette, byte[]? clear, byte[] colors, byte[] opacity)
    {
        var columns = (header.Width - pass.X + pass.StepX - 1) / pass.StepX;
        if (columns <= 0) return;
        var length = (columns * header.Samples * header.Depth + 7) / 8;
        // Filters look one whole pixel back, or one byte where pixels are smaller.
        var back = Math.Max(1, header.Samples * header.Depth / 8);
        var (row, above) = (new byte[length + 1], new byte[length + 1]);
        for (var y = pass.Y; y < header.Height; y += pass.StepY)
        {
            rows.ReadExactly(row);
            Unfilter(row, above, back);
            for (var i = 0; i < columns; i++) header.Put(row.AsSpan(1), i, y * header.Width + pass.X + i * pass.StepX, palette, clear, colors, opacity);
            (row, above) = (above, row);
        }
    }

    /// <summary>Chapter 9: each byte was written as its difference from its neighbors. The first byte names the way.</summary>
    private static void Unfilter(byte[] row, byte[] above, int back)
    {
        for (var i = 1; i < row.Length; i++)
        {
            var (left, up, corner) = (i > back ? row[i - back] : 0, above[i], i > back ? above[i - back] : 0);
            row[i] += row[0] switch
            {
                0 => 0,
                1 => (byte)left,
                2 => up,
                3 => (byte)((left + up) / 2),
                4 => (byte)Nearest(left, up, corner),
                _ => throw new InvalidDataException(),
            };
        }
    }

    private static int Nearest(int left, int up, int corner)
    {
        var guess = left + up - corner;
        var (fromLeft, fromUp, fromCorner) = (Math.Abs(guess - left), Math.Abs(guess - up), Math.Abs(guess - corner));
        return fromLeft <= fromUp && fromLeft <= fromCorner ? left : fromUp <= fromCorner ? up : corner;
    }

    private static IEnumerable<(string Type, ReadOnlyMemory<byte> Content)> Chunks(byte[] png)
    {
        for (var at = 8; at + 12 <= png.Length;)
        {
            var length = BinaryPrimitives.ReadInt32BigEndian(png.AsSpan(at));
            if (length < 0 || length > png.Length - at - 12) throw new InvalidDataException();
            yield return (System.Text.Encoding.ASCII.GetString(png, at + 4, 4), png.AsMemory(at + 8, length));
            at += 12 + length;
        }
    }

    private sealed record Header(int Width, int Height, int Depth, int ColorType, bool IsInterlaced)
    {
        public int Samples => ColorType switch { 2 => 3, 4 => 2, 6 => 4, _ => 1 };

        public static Header? Of(byte[] png)
        {
            if (FileKind.Of(png) != FileKind.Png || png.Length < 29) return null;
            var header = new Header(BinaryPrimitives.ReadInt32BigEndian(png.AsSpan(16)), BinaryPrimitives.ReadInt32BigEndian(png.AsSpan(20)), png[24], png[25], png[28] == 1);
            var isKnown = header.ColorType switch
            {
                0 => header.Depth is 1 or 2 or 4 or 8 or 16,
                3 => header.Depth is 1 or 2 or 4 or 8,
                2 or 4 or 6 => header.Depth is 8 or 16,
                _ => false,
            };
            return isKnown && header.Width > 0 && header.Height > 0 ? header : null;
        }

        /// <summary>Writes the pixel of a row to its place.</summary>
        public void Put(ReadOnlySpan<byte> row, int index, int to, byte[]? palette, byte[]? clear, byte[] colors, byte[] opacity)
        {
            var first = index * Samples;
            byte red, green, blue, share = 255;
            if (ColorType == 3)
            {
                var entry = Raw(row, first);
                (red, green, blue) = (palette![entry * 3], palette[entry * 3 + 1], palette[entry * 3 + 2]);
                if (clear is not null && entry < clear.Length) share = clear[entry];
            }
            else
            {
                red = Byte(row, first);
                (green, blue) = Samples >= 3 ? (Byte(row, first + 1), Byte(row, first + 2)) : (red, red);
                if (ColorType is 4 or 6) share = Byte(row, first + Samples - 1);
                else if (clear is not null && IsThatColor(row, first, clear)) share = 0;
            }
            (colors[to * 3], colors[to * 3 + 1], colors[to * 3 + 2], opacity[to]) = (red, green, blue, share);
        }

        /// <summary>One color may be named as the one that cannot be seen.</summary>
        private bool IsThatColor(ReadOnlySpan<byte> row, int first, byte[] clear)
        {
            for (var i = 0; i < Samples; i++)
                if (Raw(row, first + i) != BinaryPrimitives.ReadUInt16BigEndian(clear.AsSpan(i * 2))) return false;
            return true;
        }

        private byte Byte(ReadOnlySpan<byte> row, int sample) => Depth switch
        {
            16 => row[sample * 2],
            8 => row[sample],
            _ => (byte)(Raw(row, sample) * 255 / ((1 << Depth) - 1)),
        };

        private int Raw(ReadOnlySpan<byte> row, int sample) => Depth switch
        {
            16 => BinaryPrimitives.ReadUInt16BigEndian(row[(sample * 2)..]),
            8 => row[sample],
            _ => (row[sample * Depth / 8] >> (8 - Depth - sample * Depth % 8)) & ((1 << Depth) - 1),
        };
    }
}
