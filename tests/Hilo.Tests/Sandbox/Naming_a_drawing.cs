using Hilo.Sandbox.Art;
using Hilo.Sandbox.Pictures;

namespace Hilo.Tests.Sandbox;

public class Naming_a_drawing
{
    [Fact]
    public void An_address_names_garment_dye_and_pattern() =>
        Assert.Equal(new GarmentPicture(Garment.TShirt, Dye.Of("azul clásico"), Pattern.Stripes), ArtPath.Read("fotos.ejemplo/art/remera-a-rayas-quequen/remera/azul-clasico.png"));

    [Fact]
    public void A_close_up_is_asked_for_by_its_ending() =>
        Assert.Equal(new GarmentPicture(Garment.Trousers, Dye.Of("negro"), Pattern.Plain, CloseUp: true), ArtPath.Read("h/art/tandil/pantalon/negro-detalle.png"));

    [Theory]
    [InlineData("h/photos/young-man_925x.jpg")]
    [InlineData("h/art/liso/tractor/negro.png")]
    public void Any_other_address_names_none(string address) => Assert.Null(ArtPath.Read(address));
}
