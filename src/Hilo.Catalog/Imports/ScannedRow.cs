using System.IO.Compression;
using System.Text;
using Hilo.Platform;

namespace Hilo.Catalog;

/// <summary>A row with what only a look at the whole file can know.</summary>
/// <param name="SkuAt">The line that has the same SKU already; zero where there is none.</param>
/// <param name="OptionsAt">The line that has the same options of the same product already.</param>
/// <param name="Continues">Rows of the same product stand further up, apart from this one.</param>
internal sealed record ScannedRow(CsvRow Row, int SkuAt = 0, int GtinAt = 0, int OptionsAt = 0, bool Continues = false)
{
    /// <summary>Small enough to stay in the database until the import is over: any node goes on from there.</summary>
    public static byte[] Pack(IEnumerable<ScannedRow> rows)
    {
        using var packed = new MemoryStream();
        using (var to = new BinaryWriter(new DeflateStream(packed, CompressionLevel.Fastest), Encoding.UTF8))
        {
            foreach (var (row, sku, gtin, options, continues) in rows)
            {
                to.Write7BitEncodedInt(row.Line);
                to.Write((byte)row.Fault);
                to.Write(continues);
                foreach (var number in (ReadOnlySpan<int>)[sku, gtin, options, row.Cells.Count]) to.Write7BitEncodedInt(number);
                foreach (var cell in row.Cells) to.Write(cell);
            }
            to.Write7BitEncodedInt(0);
        }
        return packed.ToArray();
    }

    public static IEnumerable<ScannedRow> Unpack(byte[] packed)
    {
        using var from = new BinaryReader(new DeflateStream(new MemoryStream(packed), CompressionMode.Decompress), Encoding.UTF8);
        while (from.Read7BitEncodedInt() is > 0 and var line)
        {
            var (fault, continues) = ((CsvFault)from.ReadByte(), from.ReadBoolean());
            var (sku, gtin, options) = (from.Read7BitEncodedInt(), from.Read7BitEncodedInt(), from.Read7BitEncodedInt());
            var cells = new string[from.Read7BitEncodedInt()];
            for (var i = 0; i < cells.Length; i++) cells[i] = from.ReadString();
            yield return new ScannedRow(new CsvRow(line, cells, fault), sku, gtin, options, continues);
        }
    }
}
