using System.Security.Cryptography;
using Hilo.Orders;

namespace Hilo.Tests.Orders.Pickups;

public class Signing_a_pass
{
    private static readonly ECDsa Key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
    private static readonly Dictionary<int, byte[]> Keys = new() { [7] = Key.ExportSubjectPublicKeyInfo() };
    private static readonly PassFacts Pass = new(7, IId<PickupPassId>.New(), PassFacts.EndOf(IId<FulfillmentOrderId>.New()), new DateTimeOffset(2026, 3, 7, 23, 0, 0, TimeSpan.Zero));

    [Fact]
    public void Is_read_back_with_the_public_key_alone() => Assert.Equal(Pass, PassText.Verify(PassText.Sign(Pass, Key), Keys));

    [Fact]
    public void Is_small_enough_for_a_QR_that_a_phone_reads_from_a_screen()
    {
        var text = PassText.Sign(Pass, Key);

        // 154 characters of this alphabet are version 6 with medium correction: 41 modules a side.
        Assert.InRange(text.Length, 1, 154);
        Assert.All(text, c => Assert.Contains(c, "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:"));
    }

    [Fact]
    public void Is_read_however_a_scanner_writes_letters() => Assert.Equal(Pass, PassText.Verify(PassText.Sign(Pass, Key).ToLowerInvariant(), Keys));

    [Fact]
    public void Is_refused_when_any_character_was_changed()
    {
        var text = PassText.Sign(Pass, Key);
        for (var i = 0; i < text.Length; i++)
        {
            var changed = text.ToCharArray();
            changed[i] = changed[i] == 'A' ? 'B' : 'A';
            Assert.Null(PassText.Verify(new string(changed), Keys));
        }
    }

    [Fact]
    public void Is_refused_when_another_key_signed_it_under_a_known_number()
    {
        using var forger = ECDsa.Create(ECCurve.NamedCurves.nistP256);

        Assert.Null(PassText.Verify(PassText.Sign(Pass, forger), Keys));
        Assert.Null(PassText.Verify(PassText.Sign(Pass with { KeyId = 8 }, Key), Keys));
    }

    [Theory]
    [InlineData("")]
    [InlineData("HP1.")]
    [InlineData("HP1.ÁÉÍ")]
    [InlineData("https://tienda.example/p/1")]
    public void Is_refused_when_it_is_something_else(string text) => Assert.Null(PassText.Verify(text, Keys));

    [Fact]
    public void A_text_of_the_right_length_and_wrong_characters_is_refused() => Assert.Null(PassText.Verify("HP1." + new string('1', 144), Keys));
}
