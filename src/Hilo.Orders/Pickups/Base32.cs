namespace Hilo.Orders;

/// <summary>Five bits a character, in characters that a QR stores compactly (RFC 4648 without padding). Lengths are multiples of five bytes.</summary>
internal static class Base32
{
    private const string Alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    public static string Write(ReadOnlySpan<byte> bytes)
    {
        var text = new char[bytes.Length * 8 / 5];
        for (var i = 0; i < text.Length; i++)
        {
            var (at, shift) = (i * 5 / 8, i * 5 % 8);
            var pair = (bytes[at] << 8) | (at + 1 < bytes.Length ? bytes[at + 1] : 0);
            text[i] = Alphabet[(pair >> (11 - shift)) & 31];
        }
        return new string(text);
    }

    /// <summary>Capital letters or small ones; anything else is refused.</summary>
    public static bool TryRead(ReadOnlySpan<char> text, Span<byte> into)
    {
        if (text.Length * 5 != into.Length * 8) return false;
        var (waiting, bits, written) = (0, 0, 0);
        foreach (var c in text)
        {
            var value = Alphabet.IndexOf(char.ToUpperInvariant(c), StringComparison.Ordinal);
            if (value < 0) return false;
            (waiting, bits) = ((waiting << 5) | value, bits + 5);
            if (bits < 8) continue;
            bits -= 8;
            into[written++] = (byte)(waiting >> bits);
            waiting &= (1 << bits) - 1;
        }
        return true;
    }
}
