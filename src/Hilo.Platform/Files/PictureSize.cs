using System.Buffers.Binary;

namespace Hilo.Platform;

/// <summary>Width and height of a picture from its first bytes, without decoding it.</summary>
public static class PictureSize
{
    /// <summary>Null where the form is not known or the bytes are cut.</summary>
    public static (int Width, int Height)? Of(ReadOnlySpan<byte> bytes) => bytes switch
    {
        [0x89, (byte)'P', (byte)'N', (byte)'G', ..] when bytes.Length >= 24 => (BinaryPrimitives.ReadInt32BigEndian(bytes[16..]), BinaryPrimitives.ReadInt32BigEndian(bytes[20..])),
        [(byte)'G', (byte)'I', (byte)'F', ..] when bytes.Length >= 10 => (BinaryPrimitives.ReadUInt16LittleEndian(bytes[6..]), BinaryPrimitives.ReadUInt16LittleEndian(bytes[8..])),
        [0xFF, 0xD8, ..] => OfJpeg(bytes),
        [(byte)'R', (byte)'I', (byte)'F', (byte)'F', ..] when bytes.Length >= 30 => OfWebp(bytes),
        _ => null,
    };

    private static (int, int)? OfJpeg(ReadOnlySpan<byte> bytes)
    {
        var at = 2;
        while (at + 9 < bytes.Length && bytes[at] == 0xFF)
        {
            var marker = bytes[at + 1];
            // Start of frame, of any coding; C4, C8 and CC are tables.
            if (marker is >= 0xC0 and <= 0xCF and not (0xC4 or 0xC8 or 0xCC))
                return (BinaryPrimitives.ReadUInt16BigEndian(bytes[(at + 7)..]), BinaryPrimitives.ReadUInt16BigEndian(bytes[(at + 5)..]));
            at += 2 + BinaryPrimitives.ReadUInt16BigEndian(bytes[(at + 2)..]);
        }
        return null;
    }

    private static (int, int)? OfWebp(ReadOnlySpan<byte> bytes) => bytes[12..16] switch
    {
        [(byte)'V', (byte)'P', (byte)'8', (byte)'X'] => (1 + Three(bytes[24..]), 1 + Three(bytes[27..])),
        [(byte)'V', (byte)'P', (byte)'8', (byte)' '] => (BinaryPrimitives.ReadUInt16LittleEndian(bytes[26..]) & 0x3FFF, BinaryPrimitives.ReadUInt16LittleEndian(bytes[28..]) & 0x3FFF),
        [(byte)'V', (byte)'P', (byte)'8', (byte)'L'] => Lossless(BinaryPrimitives.ReadUInt32LittleEndian(bytes[21..])),
        _ => null,
    };

    private static (int, int) Lossless(uint bits) => (1 + (int)(bits & 0x3FFF), 1 + (int)((bits >> 14) & 0x3FFF));

    private static int Three(ReadOnlySpan<byte> bytes) => bytes[0] | (bytes[1] << 8) | (bytes[2] << 16);
}
