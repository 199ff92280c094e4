using Hilo.Web.Storefront.Checkout;

namespace Hilo.Tests.Web;

public class Filling_in_the_delivery
{
    private static readonly Dictionary<string, string> Whole = new()
    {
        ["delivery"] = "ship",
        ["street"] = "Bv. Oroño",
        ["number"] = "812",
        ["city"] = "Rosario",
        ["province"] = "S",
        ["postalCode"] = "s2000",
        ["unit"] = "3.º B",
    };

    [Fact]
    public void A_whole_address_is_taken_with_its_postal_code_in_one_spelling()
    {
        var errors = new Dictionary<string, string>();

        var delivery = SaveDelivery.Read(Whole, errors);

        Assert.Empty(errors);
        Assert.Equal(new CartDelivery(DeliveryKind.Ship, Address: new PostalAddress("Bv. Oroño", "Rosario", "S", "S2000", "812", "3.º B")), delivery);
    }

    [Theory]
    [InlineData("street")]
    [InlineData("number")]
    [InlineData("city")]
    [InlineData("province")]
    [InlineData("postalCode")]
    public void Each_missing_part_is_named(string field)
    {
        var errors = new Dictionary<string, string>();

        Assert.Null(SaveDelivery.Read(new Dictionary<string, string>(Whole) { [field] = "" }, errors));
        Assert.Equal([field], errors.Keys);
    }

    [Fact]
    public void A_store_is_chosen_by_its_id_and_someone_else_may_collect()
    {
        var store = IId<LocationId>.New();

        var delivery = SaveDelivery.Read(new Dictionary<string, string> { ["delivery"] = store.ToString(), [$"person-{store}"] = "Nadia", [$"person-{IId<LocationId>.New()}"] = "Otra" }, []);

        Assert.Equal(new CartDelivery(DeliveryKind.Pickup, store, PickupPerson: "Nadia"), delivery);
    }

    [Theory]
    [InlineData("")]
    [InlineData("teleport")]
    public void Without_a_choice_nothing_is_saved(string chosen)
    {
        var errors = new Dictionary<string, string>();

        Assert.Null(SaveDelivery.Read(new Dictionary<string, string> { ["delivery"] = chosen }, errors));
        Assert.Contains("delivery", errors.Keys);
    }
}
