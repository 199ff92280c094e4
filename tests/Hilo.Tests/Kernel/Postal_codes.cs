using System.Text.Json;

namespace Hilo.Tests.Kernel;

public class Postal_codes
{
    [Theory]
    [InlineData("1425", "1425")]
    [InlineData(" c1425dka ", "C1425DKA")]
    [InlineData("C 1425-DKA", "C1425DKA")]
    [InlineData("x5000", "X5000")]
    public void Are_read_in_every_usual_spelling(string text, string written)
    {
        Assert.True(PostalCode.TryParse(text, out var code));
        Assert.Equal(written, code.ToString());
        Assert.Equal(code, JsonSerializer.Deserialize<PostalCode>(JsonSerializer.Serialize(code)));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("0999")]
    [InlineData("142")]
    [InlineData("14255")]
    [InlineData("I1425")]
    [InlineData("1425DKA")]
    [InlineData("C1425DK")]
    [InlineData("C1425D1A")]
    [InlineData("١٤٢٥")]
    [InlineData("C1425DKA; drop table orders")]
    public void Are_refused_when_they_are_none(string? text) => Assert.False(PostalCode.TryParse(text, out _));

    [Fact]
    public void Take_the_province_of_the_address_unless_they_name_their_own()
    {
        Assert.True(PostalCode.TryParse("5000", out var digits));
        Assert.True(PostalCode.TryParse("C1425DKA", out var whole));
        Assert.Equal('X', digits.In("X").Province);
        Assert.Equal('C', whole.In("X").Province);
        Assert.Null(digits.In("Córdoba").Province);
    }
}
