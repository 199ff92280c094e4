using System.Net;
using Hilo.Client;

namespace Hilo.Tests.Web;

/// <summary>Locations, sales channels and price lists, kept from the office without script.</summary>
public class Setting_up_the_shop
{
    [Theory, EveryDatabase]
    public async Task A_location_is_added_and_changed_and_a_wrong_field_loses_nothing(Database database)
    {
        await using var shop = await Shop.OpenAsync(database);
        var goods = await Goods.InAsync(shop);
        var owner = await shop.StaffAsync();
        using var office = await OfficeAsync(shop);
        await office.OpenAsync("/oficina/sucursales");
        office.Shows("Palermo");

        (string, string)[] typed =
        [
            ("name", "Rosario Sur"), ("code", "rsu"), ("kind", "store"), ("entity", $"{goods.Palermo.LegalEntityId}"), ("street", "Córdoba"), ("number", "1300"), ("city", "Rosario"), ("province", "S"),
            ("timeZone", "America/Argentina/Buenos_Aires"), ("latitude", "-32,9468"), ("longitude", "-60.6393"), ("pickup", "yes"), ("active", "yes"),
            ("monday-1-from", "09:00"), ("monday-1-to", "13:00"), ("monday-2-from", "12:00"), ("monday-2-to", "20:00"),
        ];
        await office.OpenAsync("/oficina/sucursales/nueva");
        await office.SendAsync("/nueva", [.. typed, ("postalCode", "20")]);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, office.Status);
        office.Shows("Poné cuatro números");
        office.Shows("Lunes: los dos tramos se superponen.");
        Assert.Contains("value=\"1300\"", office.Html, StringComparison.Ordinal);

        await office.SendAsync("/nueva", [.. typed.Where(t => t.Item1 != "monday-2-from"), ("monday-2-from", "16:30"), ("postalCode", "2000")]);
        office.Shows("Se guardó Rosario Sur.");
        office.Shows("lunes de 9 a 13 y de 16:30 a 20");
        var saved = (await owner.Stock.LocationsAsync()).Value().Single(l => l.Code == "RSU");
        Assert.Equal((new GeoPoint(-32.9468, -60.6393), true, false, 2), (saved.Position, saved.OffersPickup, saved.Ships, saved.Hours.Count));

        // Somebody else is faster: what was typed stays, and saving again means it.
        await office.OpenAsync($"/oficina/sucursales/{saved.Id}");
        var other = new SaveLocationRequest(saved.Code, "Rosario Oeste", saved.Kind, saved.LegalEntityId, saved.Address, saved.TimeZone, true, true, saved.Position, saved.Hours);
        Assert.False((await owner.Stock.SaveLocationAsync(saved.Id, saved.Version, other)).Refused(out _, out _));
        (string, string)[] mine = [.. typed.Where(t => t.Item1 is not "name" and not "monday-2-from"), ("name", "Rosario Norte"), ("monday-2-from", "16:30"), ("postalCode", "2000")];
        await office.SendAsync($"/{saved.Id}", mine);
        office.Shows("Otra persona cambió esta sucursal recién");
        Assert.Contains("Rosario Norte", office.Html, StringComparison.Ordinal);
        await office.SendAsync($"/{saved.Id}", mine);
        Assert.Equal("Rosario Norte", (await owner.Stock.LocationAsync(saved.Id)).Value().Name);
    }

    [Theory, EveryDatabase]
    public async Task A_channel_waits_as_long_as_it_is_told_and_its_own_list_decides_its_prices(Database database)
    {
        await using var shop = await Shop.OpenAsync(database);
        var goods = await Goods.InAsync(shop);
        var owner = await shop.StaffAsync();
        using var office = await OfficeAsync(shop);

        await office.OpenAsync($"/oficina/canales/{goods.Web.Id}");
        await office.SendAsync($"/{goods.Web.Id}", ("name", "Tienda"), ("kind", "web"), ("entity", $"{goods.Web.LegalEntityId}"), ("transfer", "24"), ("hold", "90"), ("active", "yes"));
        office.Shows("de 1 a 60 días");
        await office.SendAsync($"/{goods.Web.Id}", ("name", "Tienda"), ("kind", "web"), ("entity", $"{goods.Web.LegalEntityId}"), ("transfer", "24"), ("hold", "7"), ("active", "yes"));
        office.Shows("Se guardó Tienda.");
        var web = (await owner.Orders.SalesChannelsAsync()).Value().Single(c => c.Id == goods.Web.Id);
        Assert.Equal(("Tienda", 24, 7, true), (web.Name, web.TransferHours, web.PickupHoldDays, web.IsActive));

        await office.OpenAsync("/oficina/precios");
        await office.SendAsync("/precios", ("name", "Solo web"), ("channel", $"{web.Id}"));
        office.Shows("Se creó Solo web.");
        var list = (await owner.Catalog.PriceListsAsync()).Value().Single(l => l.SalesChannelId == web.Id);
        var medium = goods.Size("M").Id;
        var address = $"/precios/{list.Id}";
        await office.SendAsync(address, ($"seen-{medium}", "|"), ($"price-{medium}", "1.5x"), ($"former-{medium}", ""));
        office.Shows("Escribí un importe");
        await office.SendAsync(address, ($"seen-{medium}", "|"), ($"price-{medium}", "41.000,50"), ($"former-{medium}", "50000"));
        office.Shows("Se guardó 1 precio.");
        var row = (await owner.Catalog.PricesAsync(list.Id, "tafí")).Value().Items.Single(r => r.VariantId == medium);
        Assert.Equal((Money.Ars(41_000.50m), Money.Ars(50_000m)), (row.Regular!.Price, row.Regular.FormerPrice));
        Assert.NotNull(row.Otherwise);

        // Nobody's change is taken back by a page that saw something else.
        await office.SendAsync(address, ($"seen-{medium}", "|"), ($"price-{medium}", ""), ($"former-{medium}", ""));
        office.Shows("No había precios para cambiar.");
        await office.SendAsync(address, ($"seen-{medium}", "41.000,50|50.000,00"), ($"price-{medium}", ""), ($"former-{medium}", ""));
        Assert.Null((await owner.Catalog.PricesAsync(list.Id)).Value().Items.Single(r => r.VariantId == medium).Regular);
    }

    [Fact]
    public async Task Whoever_may_not_set_up_the_shop_is_led_back_and_sees_no_way_there()
    {
        await using var shop = await Shop.OpenAsync(Database.Sqlite);
        await Goods.InAsync(shop);
        using var clerk = new Visit(shop);
        await clerk.OpenAsync((await shop.SignInLinkAsync(StaffRole.Store, "/oficina")).PathAndQuery);

        Assert.DoesNotContain("/oficina/canales", clerk.Html, StringComparison.Ordinal);
        foreach (var address in new[] { "/oficina/sucursales", "/oficina/sucursales/nueva", "/oficina/canales", "/oficina/canales/nuevo", "/oficina/precios", "/oficina/tienda", "/oficina/tienda/razones/nueva" })
        {
            await clerk.OpenAsync(address);
            Assert.Equal((address, "/oficina"), (address, clerk.Address.AbsolutePath));
        }
    }

    private static async Task<Visit> OfficeAsync(Shop shop)
    {
        var visit = new Visit(shop);
        await visit.OpenAsync((await shop.SignInLinkAsync(StaffRole.Owner, "/oficina")).PathAndQuery);
        return visit;
    }
}
