using System.Text;
using Hilo.Inventory;

namespace Hilo.Tests.Inventory;

public class Reading_stock_files
{
    private static List<BulkRow> Read(string text) => Read(Encoding.UTF8.GetBytes(text));

    private static List<BulkRow> Read(byte[] bytes)
    {
        Assert.False(StockCsv.Read(bytes).Refused(out _, out var rows));
        return rows;
    }

    private static string Refusal(string text)
    {
        Assert.True(StockCsv.Read(Encoding.UTF8.GetBytes(text)).Refused(out var problem, out _));
        Assert.Equal(("stock.unreadable_csv", 422), (problem.Code, problem.Status));
        return problem.Detail;
    }

    [Theory]
    [InlineData("sku;location;on_hand\nREM-1;PAL;12\n")]
    [InlineData("sku,location,on_hand\r\nREM-1,PAL,12\r\n")]
    [InlineData("sku\tlocation\ton_hand\nREM-1\tPAL\t12")]
    [InlineData("\uFEFFSKU; Location ;On_Hand\n\n REM-1 ; PAL ; 12 \n;;\n")]
    [InlineData("nombre;on_hand;sku;location\n\"uno; dos\"\"\nmás\";12;REM-1;PAL\n")]
    [InlineData("código;depósito;cantidad\nREM-1;PAL;12,0")]
    public void Takes_the_columns_as_spreadsheets_write_them(string text)
    {
        var row = Assert.Single(Read(text));
        Assert.Equal(("REM-1", "PAL", Quantity.Units(12)), (row.Sku, row.Location, row.Quantity));
    }

    [Fact]
    public void Reads_the_alphabet_of_windows_too()
    {
        var row = Assert.Single(Read(Encoding.Latin1.GetBytes("código;ubicación;stock\nÑANDÚ-1;CÓRDOBA;3\n")));
        Assert.Equal(("ÑANDÚ-1", "CÓRDOBA"), (row.Sku, row.Location));
    }

    [Theory]
    [InlineData("12", 12000)]
    [InlineData("0", 0)]
    [InlineData("-3", -3000)]
    [InlineData("0,5", 500)]
    [InlineData("1.25", 1250)]
    [InlineData("1.500", null)]
    [InlineData("1,500", null)]
    [InlineData("=1+1", null)]
    [InlineData("doce", null)]
    [InlineData("", null)]
    [InlineData("1e9", null)]
    [InlineData("99999999999999999999", null)]
    public void Never_guesses_a_quantity(string text, int? thousandths) =>
        Assert.Equal(thousandths is { } t ? new Quantity(t) : null, Assert.Single(Read($"sku;location;on_hand\nA;B;{text}")).Quantity);

    [Fact]
    public void Numbers_lines_as_an_editor_does() =>
        Assert.Equal([3, 4, 6], Read("sku;location;on_hand\n\nA;X;1\n\"B\nB\";X;2\nC;X\n").Select(r => r.Line));

    [Fact]
    public void Says_what_is_wrong_with_the_whole_file()
    {
        Assert.Contains("empty", Refusal(""), StringComparison.Ordinal);
        Assert.Contains("sku-location-on_hand", Refusal("sku-location-on_hand\nA-B-1"), StringComparison.Ordinal);
        Assert.Contains("spreadsheet", Refusal("PK\u0003\u0004"), StringComparison.Ordinal);
        Assert.Contains("10000", Refusal("sku;location;on_hand\n" + string.Concat(Enumerable.Repeat("A;B;1\n", 10_001))), StringComparison.Ordinal);
        Assert.True(Refusal(new string('x', 500_000)).Length < 300);
    }

    [Fact]
    public void Names_a_line_that_cannot_be_read_and_goes_on_behind_it() =>
        Assert.Equal(
            [("A", false), ("", true), ("C", false), ("D\0", true), ("E", false)],
            Read("sku;location;on_hand\nA;X;1\n\"B;X;1\nC;X;2\nD\0;X;1\nE;X;3\n" + new string(' ', 5_000)).Select(r => (r.Sku, r.Fault is not null)));
}
