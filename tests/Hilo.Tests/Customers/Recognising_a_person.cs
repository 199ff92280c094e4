using Hilo.Customers;

namespace Hilo.Tests.Customers;

public class Recognising_a_person
{
    [Theory]
    [InlineData(" Sofia.B@Ejemplo.com.ar ", "sofia.b@ejemplo.com.ar")]
    [InlineData("sofia+compras@ejemplo.com.ar", "sofia@ejemplo.com.ar")]
    [InlineData("ana@ñandu.com.ar", "ana@xn--andu-fqa.com.ar")]
    [InlineData("+tag@ejemplo.com", "+tag@ejemplo.com")]
    public void Spellings_of_one_mailbox_share_a_key(string written, string key) => Assert.Equal(key, EmailKey.Of(written));

    [Theory]
    [InlineData("sin-arroba")]
    [InlineData("@ejemplo.com")]
    [InlineData("sofia@")]
    [InlineData("so fia@ejemplo.com")]
    public void A_text_that_is_no_address_has_no_key(string written) => Assert.Null(EmailKey.Of(written));

    [Theory]
    [InlineData("11 5555-0142", "1155550142")]
    [InlineData("15 5555 0142", "1155550142")]
    [InlineData("5555-0142", "1155550142")]
    [InlineData("011 15 5555-0142", "1155550142")]
    [InlineData("+54 9 11 5555-0142", "1155550142")]
    [InlineData("0054 11 5555 0142", "1155550142")]
    [InlineData("54 9 341 555 0187", "3415550187")]
    [InlineData("0341 15 555-0187", "3415550187")]
    [InlineData("02262 15 42-1234", "2262421234")]
    [InlineData("(0294) 4421234", "2944421234")]
    public void Spellings_of_one_line_share_a_key(string written, string key) => Assert.Equal(key, ArgentinePhone.KeyOf(written, branchArea: "11"));

    [Theory]
    [InlineData("0800 555 0142")]
    [InlineData("1111111111")]
    [InlineData("0000000000")]
    [InlineData("123")]
    [InlineData("+1 212 555 0142")]
    [InlineData("")]
    public void Numbers_that_link_nobody_have_no_key(string written) => Assert.Null(ArgentinePhone.KeyOf(written));

    [Fact]
    public void A_short_number_needs_the_area_of_its_branch() => Assert.Null(ArgentinePhone.KeyOf("5555-0142"));
}
