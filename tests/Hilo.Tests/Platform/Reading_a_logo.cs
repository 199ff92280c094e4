using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;
using Hilo.Platform;
using Hilo.Sandbox.Art;

namespace Hilo.Tests.Platform;

public class Reading_a_logo
{
    // 3 x 3: each row of it is longer than one byte in some depths, and all passes of an interlaced one but the second are used.
    private static readonly byte[] Steps = [0, 1, 2, 3, 2, 1, 1, 3, 0];

    [Theory]
    [InlineData(0, 1), InlineData(0, 2), InlineData(0, 4), InlineData(0, 8), InlineData(0, 16), InlineData(2, 8), InlineData(2, 16)]
    [InlineData(3, 2), InlineData(3, 4), InlineData(3, 8), InlineData(4, 8), InlineData(4, 16), InlineData(6, 8), InlineData(6, 16)]
    public void Every_kind_of_png_gives_its_pixels(int colorType, int depth)
    {
        for (var filter = 0; filter <= 4; filter++)
            foreach (var interlaced in new[] { false, true })
            {
                var picture = PngPixels.Read(Png(colorType, depth, filter, interlaced));
                Assert.NotNull(picture);
                for (var i = 0; i < 9; i++)
                {
                    var step = depth == 1 ? Steps[i] & 1 : Steps[i];
                    var grey = colorType == 3 ? (byte)(step * 60) : depth < 8 ? (byte)(step * 255 / ((1 << depth) - 1)) : (byte)(step * 60);
                    Assert.Equal((grey, colorType is 2 or 6 or 3 ? (byte)(grey / 2) : grey), (picture.Colors[i * 3], picture.Colors[i * 3 + 1]));
                    if (colorType is 4 or 6) Assert.Equal((byte)(255 - step * 50), picture.Opacity![i]);
                    else Assert.Null(picture.Opacity);
                }
            }
    }

    [Fact]
    public void A_color_that_is_named_as_clear_is_not_seen()
    {
        Assert.Equal([255, 0, 255, 255, 255, 0, 0, 255, 255], PngPixels.Read(Png(0, 8, 0, false, clear: [0, 60]))!.Opacity!);
        Assert.Equal([10, 20, 255, 255, 255, 20, 20, 255, 10], PngPixels.Read(Png(3, 8, 0, false, clear: [10, 20]))!.Opacity!);
    }

    [Fact]
    public void A_wide_one_is_narrowed_to_the_mean_of_what_can_be_seen()
    {
        var half = new PngPixels(4, 2, [.. Pixel(200, 2), .. Pixel(100, 2), .. Pixel(100, 2), .. Pixel(100, 2)], [255, 255, 255, 255, 0, 0, 255, 255]).NoWiderThan(2);
        Assert.Equal((2, 1), (half.Width, half.Height));
        Assert.Equal([200, 200, 200, 100, 100, 100], half.Colors);
        Assert.Equal([127, 255], half.Opacity!);
        Assert.Same(half, half.NoWiderThan(2));
    }

    [Fact]
    public void What_is_no_whole_picture_is_refused_with_what_it_may_be()
    {
        var sign = ShopSign.Png(64);
        Assert.False(LogoPicture.Read(sign).Refused(out _, out var whole));
        Assert.Equal((64, 64), (whole.Width, whole.Height));
        foreach (var bad in (byte[][])
        [
            [], "<svg/>"u8.ToArray(), sign[..(sign.Length / 2)], Broken(sign), ShopSign.Png(16), Png(3, 8, 0, false, palette: false), [0xFF, 0xD8, 0xFF, 0xD9], Jpeg(64, 64, 4), Jpeg(64, 64, 3)[..^2], Jpeg(64, 4_000, 3),
        ]) Assert.Equal("merchant.logo_unfit", LogoPicture.Read(bad).Refused(out var problem, out _) ? problem.Code : "taken");
        Assert.False(LogoPicture.Read(Jpeg(64, 48, 3)).Refused(out _, out var color));
        Assert.False(color.IsGrey);
        Assert.False(LogoPicture.Read(Jpeg(64, 48, 1)).Refused(out _, out var grey));
        Assert.True(grey.IsGrey);
    }

    [Fact]
    public void Any_cut_and_any_wrong_byte_is_refused_or_read_but_never_throws()
    {
        var sign = ShopSign.Png(40);
        for (var length = 0; length < sign.Length; length += 3) _ = LogoPicture.Read(sign[..length]);
        for (var at = 8; at < sign.Length; at++)
            foreach (var value in new byte[] { 0, 1, 0x7F, 0x80, 0xFF })
            {
                var wrong = sign.ToArray();
                wrong[at] = value;
                _ = LogoPicture.Read(wrong);
            }
    }

    private static IEnumerable<byte> Pixel(byte grey, int times) => Enumerable.Repeat(grey, times * 3);

    private static byte[] Broken(byte[] png)
    {
        var broken = png.ToArray();
        for (var i = 60; i < 90; i++) broken[i] ^= 0x5A;
        return broken;
    }

    /// <summary>The frame of a JPEG, without a picture.</summary>
    private static byte[] Jpeg(int width, int height, byte parts) =>
        [0xFF, 0xD8, 0xFF, 0xC0, 0, (byte)(8 + parts * 3), 8, (byte)(height >> 8), (byte)height, (byte)(width >> 8), (byte)width, parts, .. new byte[parts * 3], 0xFF, 0xDA, 0, 2, 1, 2, 3, 0xFF, 0xD9];

    private static byte[] Png(int colorType, int depth, int filter, bool interlaced, byte[]? clear = null, bool palette = true)
    {
        using var png = new MemoryStream();
        png.Write([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]);
        Chunk(png, "IHDR", [0, 0, 0, 3, 0, 0, 0, 3, (byte)depth, (byte)colorType, 0, 0, (byte)(interlaced ? 1 : 0)]);
        if (colorType == 3 && palette) Chunk(png, "PLTE", [.. Enumerable.Range(0, 4).SelectMany(step => new[] { (byte)(step * 60), (byte)(step * 30), (byte)0 })]);
        if (clear is not null) Chunk(png, "tRNS", clear);
        using var packed = new MemoryStream();
        using (var zlib = new ZLibStream(packed, CompressionLevel.Fastest, leaveOpen: true))
        {
            (int X, int Y, int StepX, int StepY)[] passes = interlaced ? [(0, 0, 8, 8), (4, 0, 8, 8), (0, 4, 4, 8), (2, 0, 4, 4), (0, 2, 2, 4), (1, 0, 2, 2), (0, 1, 1, 2)] : [(0, 0, 1, 1)];
            foreach (var (x0, y0, dx, dy) in passes)
            {
                byte[] above = [];
                for (var y = y0; y < 3; y += dy)
                {
                    var row = Row(colorType, depth, Columns(x0, dx).Select(x => Steps[y * 3 + x]));
                    if (row.Length == 0) continue;
                    zlib.Write([(byte)filter, .. Filtered(row, above, filter, Math.Max(1, Samples(colorType) * depth / 8))]);
                    above = row;
                }
            }
        }
        Chunk(png, "IDAT", packed.ToArray());
        Chunk(png, "IEND", []);
        return png.ToArray();
    }

    private static IEnumerable<int> Columns(int first, int step)
    {
        for (var x = first; x < 3; x += step) yield return x;
    }

    private static int Samples(int colorType) => colorType switch { 2 => 3, 4 => 2, 6 => 4, _ => 1 };

    private static byte[] Row(int colorType, int depth, IEnumerable<byte> steps)
    {
        var bits = new StringBuilder();
        foreach (var step in steps)
        {
            var (tone, seen) = (step * 60, 255 - step * 50);
            int[] samples = colorType switch { 0 => [depth < 8 ? step : tone], 2 => [tone, tone / 2, 0], 3 => [step], 4 => [tone, seen], _ => [tone, tone / 2, 0, seen] };
            foreach (var sample in samples) bits.Append(Convert.ToString(depth == 16 ? sample << 8 | 0x5A : sample & ((1 << depth) - 1), 2).PadLeft(depth, '0'));
        }
        while (bits.Length % 8 != 0) bits.Append('0');
        return [.. bits.ToString().Chunk(8).Select(eight => Convert.ToByte(new string(eight), 2))];
    }

    private static byte[] Filtered(byte[] row, byte[] above, int filter, int back) => [.. row.Select((value, i) =>
    {
        int left = i >= back ? row[i - back] : 0, up = above.Length > 0 ? above[i] : 0, corner = i >= back && above.Length > 0 ? above[i - back] : 0;
        var guess = left + up - corner;
        var paeth = new[] { left, up, corner }.MinBy(near => Math.Abs(guess - near));
        return (byte)(value - filter switch { 0 => 0, 1 => left, 2 => up, 3 => (left + up) / 2, _ => paeth });
    })];

    private static void Chunk(MemoryStream png, string type, byte[] content)
    {
        var length = new byte[4];
        BinaryPrimitives.WriteInt32BigEndian(length, content.Length);
        png.Write(length);
        png.Write(Encoding.ASCII.GetBytes(type));
        png.Write(content);
        png.Write(new byte[4]); // Its check sum is not looked at: what is cut or wrong shows when it is unpacked.
    }
}
