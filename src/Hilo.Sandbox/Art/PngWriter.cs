using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;

namespace Hilo.Sandbox.Art;

/// <summary>The smallest honest PNG: 8 bits a sample, each row as its difference from the row above.</summary>
internal static class PngWriter
{
    private static readonly uint[] Table = [.. Enumerable.Range(0, 256).Select(Entry)];

    /// <param name="samples">Three for red, green and blue; a fourth one is opacity.</param>
    public static byte[] Write(byte[] pixels, int width, int height, int samples = 3)
    {
        using var png = new MemoryStream();
        png.Write([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]);
        var header = new byte[13];
        BinaryPrimitives.WriteInt32BigEndian(header, width);
        BinaryPrimitives.WriteInt32BigEndian(header.AsSpan(4), height);
        (header[8], header[9]) = (8, (byte)(samples == 4 ? 6 : 2));
        Chunk(png, "IHDR", header);
        Chunk(png, "IDAT", Deflate(pixels, width * samples, height));
        Chunk(png, "IEND", []);
        return png.ToArray();
    }

    public static uint Crc(ReadOnlySpan<byte> bytes)
    {
        var crc = uint.MaxValue;
        foreach (var value in bytes) crc = Table[(crc ^ value) & 0xFF] ^ crc >> 8;
        return ~crc;
    }

    private static byte[] Deflate(byte[] pixels, int stride, int height)
    {
        using var packed = new MemoryStream();
        using (var zlib = new ZLibStream(packed, CompressionLevel.Fastest, leaveOpen: true))
        {
            var row = new byte[stride + 1];
            row[0] = 2; // Filter "up".
            for (var y = 0; y < height; y++)
            {
                for (var x = 0; x < stride; x++) row[x + 1] = (byte)(pixels[y * stride + x] - (y == 0 ? 0 : pixels[(y - 1) * stride + x]));
                zlib.Write(row);
            }
        }
        return packed.ToArray();
    }

    private static void Chunk(MemoryStream png, string type, byte[] content)
    {
        Span<byte> number = stackalloc byte[4];
        BinaryPrimitives.WriteInt32BigEndian(number, content.Length);
        png.Write(number);
        var start = (int)png.Position;
        png.Write(Encoding.ASCII.GetBytes(type));
        png.Write(content);
        BinaryPrimitives.WriteUInt32BigEndian(number, Crc(png.GetBuffer().AsSpan(start, content.Length + 4)));
        png.Write(number);
    }

    private static uint Entry(int value)
    {
        var crc = (uint)value;
        for (var bit = 0; bit < 8; bit++) crc = (crc & 1) == 1 ? 0xEDB88320 ^ crc >> 1 : crc >> 1;
        return crc;
    }
}
