using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;
using System.Xml.Linq;
using Hilo.Sandbox.Art;

namespace Hilo.Tests.Sandbox;

public class Drawing_garments
{
    public static TheoryData<Garment, Pattern> Wardrobe()
    {
        var data = new TheoryData<Garment, Pattern>();
        foreach (var garment in Enum.GetValues<Garment>())
            foreach (var pattern in Enum.GetValues<Pattern>()) data.Add(garment, pattern);
        return data;
    }

    [Theory, MemberData(nameof(Wardrobe))]
    public void Every_garment_is_well_formed_SVG_and_a_sound_PNG(Garment garment, Pattern pattern)
    {
        var picture = new GarmentPicture(garment, Dye.Of("verde monte"), pattern);

        Assert.Equal("svg", XDocument.Parse(GarmentArt.Svg(picture)).Root!.Name.LocalName);
        var (width, height, pixels) = Png.Decode(GarmentArt.Png(picture, 120));

        Assert.Equal((120, 150), (width, height));
        // The sheet at the corner and the cloth are different things.
        Assert.True(pixels.Chunk(3).Count(p => Distance(p, pixels[..3]) > 90) > 1_200);
    }

    [Fact]
    public void The_same_picture_is_the_same_bytes_and_a_close_up_is_not()
    {
        var picture = new GarmentPicture(Garment.Jacket, Dye.Of("azul clásico"));

        Assert.Equal(GarmentArt.Png(picture, 80), GarmentArt.Png(picture, 80));
        Assert.NotEqual(GarmentArt.Png(picture, 80), GarmentArt.Png(picture with { CloseUp = true }, 80));
    }

    [Fact]
    public void The_shop_words_lead_to_garments_and_colours()
    {
        Assert.Equal(Enum.GetValues<Garment>().Length, Garments.Names.Select(name => Garments.TryParse(name, out var garment) ? garment : default).Distinct().Count());
        Assert.Equal(Dye.Names.Count, Dye.Names.Select(Dye.Of).Distinct().Count());
        Assert.Equal(new GarmentPicture(Garment.Puffer, Dye.Of("verde oliva")), GarmentPicture.Of("campera", "Verde oliva", "Campera inflable Uriburu"));
        Assert.Equal(new GarmentPicture(Garment.Belt, Dye.Of("suela")), GarmentPicture.Of("cinturon", "SUELA", "Trenzado Gaucho"));
        Assert.Equal(Pattern.Stripes, GarmentPicture.Of("remera", "azul", "Remera a rayas Quequén").Pattern);
    }

    [Fact]
    public void Coverage_is_exact_at_the_edges()
    {
        var coverage = new Coverage(4, 4);
        coverage.Add([new Spot(.5, 1), new Spot(2.25, 1), new Spot(2.25, 2.5), new Spot(.5, 2.5)]);
        var rows = new Dictionary<int, float[]>();
        coverage.Drain((y, column, row) => rows[y] = [.. new float[column], .. row]);

        Assert.Equal([.5f, 1, .25f, 0], rows[1]);
        Assert.Equal([.25f, .5f, .125f, 0], rows[2]);
    }

    private static int Distance(byte[] a, byte[] b) => Math.Abs(a[0] - b[0]) + Math.Abs(a[1] - b[1]) + Math.Abs(a[2] - b[2]);
}

/// <summary>Reads back what the writer writes, and checks every checksum on the way.</summary>
internal static class Png
{
    public static (int Width, int Height, byte[] Pixels) Decode(byte[] png)
    {
        Assert.Equal([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A], png[..8]);
        var (width, height, names) = (0, 0, new List<string>());
        using var packed = new MemoryStream();
        for (var at = 8; at < png.Length;)
        {
            var length = BinaryPrimitives.ReadInt32BigEndian(png.AsSpan(at));
            var name = Encoding.ASCII.GetString(png, at + 4, 4);
            Assert.Equal(BinaryPrimitives.ReadUInt32BigEndian(png.AsSpan(at + 8 + length)), Crc(png.AsSpan(at + 4, length + 4)));
            names.Add(name);
            if (name == "IHDR") (width, height) = (BinaryPrimitives.ReadInt32BigEndian(png.AsSpan(at + 8)), BinaryPrimitives.ReadInt32BigEndian(png.AsSpan(at + 12)));
            if (name == "IDAT") packed.Write(png, at + 8, length);
            at += length + 12;
        }
        Assert.Equal(["IHDR", "IDAT", "IEND"], names);
        packed.Position = 0;
        using var zlib = new ZLibStream(packed, CompressionMode.Decompress);
        using var raw = new MemoryStream();
        zlib.CopyTo(raw);
        var (rows, stride) = (raw.ToArray(), width * 3);
        Assert.Equal((stride + 1) * height, rows.Length);
        var pixels = new byte[stride * height];
        for (var y = 0; y < height; y++)
            for (var x = 0; x < stride; x++)
                pixels[y * stride + x] = (byte)(rows[y * (stride + 1) + 1 + x] + (y == 0 ? 0 : pixels[(y - 1) * stride + x]));
        return (width, height, pixels);
    }

    /// <summary>Bit by bit, as the standard says it, so that it shares no table with the writer.</summary>
    private static uint Crc(ReadOnlySpan<byte> bytes)
    {
        var crc = uint.MaxValue;
        foreach (var value in bytes)
        {
            crc ^= value;
            for (var bit = 0; bit < 8; bit++) crc = (crc & 1) == 1 ? 0xEDB88320 ^ crc >> 1 : crc >> 1;
        }
        return ~crc;
    }
}
