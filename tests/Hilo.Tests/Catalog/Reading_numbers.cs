using Hilo.Catalog;

namespace Hilo.Tests.Catalog;

public class Reading_numbers
{
    [Theory]
    [InlineData("48900", 48900)]
    [InlineData("$ 48.900,00", 48900)]
    [InlineData("48,900.00", 48900)]
    [InlineData("1.234.567", 1234567)]
    [InlineData("9.99", 9.99)]
    [InlineData("9,99", 9.99)]
    [InlineData("0,400", 0.4)]
    [InlineData("-5", -5)]
    [InlineData("\u00a01 200,5 ", 1200.5)]
    [InlineData("ARS 10", 10)]
    public void Takes_what_can_be_read_one_way_only(string text, double value) =>
        Assert.Equal((decimal)value, NumberText.Read(text, DecimalMark.Detect, takesThree: false).Value);

    [Theory]
    [InlineData("48,900", "48,90", "48.900")]
    [InlineData("48.900", "48,90", "48.900")]
    [InlineData("1,234", "1,23", "1.234")]
    public void Refuses_to_guess_and_says_both_readings(string text, string small, string large)
    {
        var reading = NumberText.Read(text, DecimalMark.Detect, takesThree: false);

        Assert.Equal(("number.ambiguous", small, large), (reading.Code, reading.Facts[0], reading.Facts[1]));
    }

    [Theory]
    [InlineData("=1+1", "number.formula")]
    [InlineData("doce", "number.invalid")]
    [InlineData("1.23.45", "number.invalid")]
    [InlineData("1,2,3", "number.invalid")]
    [InlineData("12,", "number.invalid")]
    [InlineData("١٢", "number.invalid")]
    [InlineData("", "number.invalid")]
    public void Refuses_what_is_no_number(string text, string code) => Assert.Equal(code, NumberText.Read(text, DecimalMark.Detect, takesThree: false).Code);

    [Fact]
    public void The_rest_of_the_file_says_how_to_read_thousands_but_never_three_decimals_of_money()
    {
        var tally = new MarkTally();
        foreach (var cell in (string[])["48.900,00", "12,50", "100", "text, with comma"]) tally.Add(cell);
        var mark = tally.Mark;

        Assert.Equal(DecimalMark.Comma, mark);
        Assert.Equal(48_900, NumberText.Read("48.900", mark, takesThree: false).Value);
        Assert.Equal("number.ambiguous", NumberText.Read("48,900", mark, takesThree: false).Code);
        Assert.Equal("number.ambiguous", NumberText.Read("48,900.00", mark, takesThree: false).Code);
        Assert.Equal(48.9m, NumberText.Read("48,900", mark, takesThree: true).Value);
    }

    [Theory]
    [InlineData("7791234500017", true)]
    [InlineData("7791234500012", false)]
    [InlineData("96385074", true)]
    [InlineData("036000291452", true)]
    [InlineData("779123450001", false)]
    [InlineData("77912345000a7", false)]
    public void Knows_a_bar_code_by_its_check_digit(string gtin, bool isValid) => Assert.Equal(isValid, Gtin.IsValid(gtin));
}
