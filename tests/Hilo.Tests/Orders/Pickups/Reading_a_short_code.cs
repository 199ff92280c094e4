using Hilo.Orders;

namespace Hilo.Tests.Orders.Pickups;

public class Reading_a_short_code
{
    [Theory]
    [InlineData("K7MP-3QXD")]
    [InlineData(" k7mp 3qxd ")]
    [InlineData("k7mp3qxd")]
    [InlineData("K7MP.3QXD")]
    public void Forgives_how_it_was_typed(string typed) => Assert.Equal("K7MP-3QXD", ShortCode.Read(typed));

    [Theory]
    [InlineData("K7MP-3QX")]
    [InlineData("K7MP-3QXDA")]
    [InlineData("K0MP-3QXD")]
    [InlineData("R-10482")]
    [InlineData("")]
    public void Knows_what_is_no_code(string typed) => Assert.Null(ShortCode.Read(typed));

    [Fact]
    public void Every_new_code_reads_back_and_differs()
    {
        var codes = Enumerable.Range(0, 1000).Select(_ => ShortCode.New()).ToList();

        Assert.All(codes, code => Assert.Equal(code, ShortCode.Read(code)));
        Assert.Equal(codes.Count, codes.Distinct().Count());
    }
}
