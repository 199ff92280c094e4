using System.Globalization;

namespace Hilo.Sandbox.Art;

internal readonly record struct Colour(byte R, byte G, byte B)
{
    public static readonly Colour White = new(255, 255, 255);
    public static readonly Colour Night = new(14, 16, 28);

    /// <summary>Six hexadecimal digits behind a #.</summary>
    public static Colour Parse(string hex)
    {
        if (hex is not { Length: 7 } || hex[0] != '#') throw new FormatException($"'{hex}' is not a colour such as #3E5C8A.");
        var value = uint.Parse(hex.AsSpan(1), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture);
        return new Colour((byte)(value >> 16), (byte)(value >> 8), (byte)value);
    }

    public Colour Mix(Colour other, double share) => new(Mix(R, other.R, share), Mix(G, other.G, share), Mix(B, other.B, share));

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"#{R:x2}{G:x2}{B:x2}");

    private static byte Mix(byte a, byte b, double share) => (byte)Math.Clamp(a + (b - a) * share + .5, 0, 255);
}
