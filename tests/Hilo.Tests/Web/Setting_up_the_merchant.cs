using System.Net;
using Hilo.Client;
using Hilo.Sandbox.Art;

namespace Hilo.Tests.Web;

/// <summary>The page "La tienda" as a browser without script sees it: from a new server to the logo over the shop.</summary>
public class Setting_up_the_merchant
{
    private const string Page = "/oficina/tienda";

    private static readonly (string Name, string Value)[] About =
        [("name", "Casa Retama"), ("prefix", "cr"), ("currency", "ARS"), ("timeZone", "America/Argentina/Cordoba"), ("email", "hola@casaretama.example"), ("phone", ""), ("announcement", "Envío gratis desde $ 90.000"), ("brand", "1F4D3A"), ("ink", "#FFFFFF")];

    private static readonly (string Name, string Value)[] Seller =
        [("vat", "registered"), ("entityName", "Casa Retama S.A."), ("street", "Gurruchaga"), ("number", "1687"), ("city", "Buenos Aires"), ("province", "C"), ("postalCode", "C1414DIL"), ("dataFiscal", "")];

    [Theory, EveryDatabase]
    public async Task A_new_server_asks_in_one_form_what_the_shop_is_called_and_who_sells(Database database)
    {
        await using var shop = await Shop.OpenAsync(database);
        var owner = await shop.StaffAsync();
        using var office = await OfficeAsync(shop);
        await office.OpenAsync("/oficina");
        office.Shows("Seguir: La tienda");
        await office.OpenAsync("/oficina/canales/nuevo");
        office.Shows("Primero cargá la razón social de la empresa.");
        await office.OpenAsync(Page);
        office.Shows("Empezá por acá");
        office.Shows("value=\"Mi tienda\"");

        await office.SendAsync(Page, [.. About, .. Seller, ("cuit", "30-00000001-6")]);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, office.Status);
        office.Shows("Ese CUIT no existe");
        office.Shows("cuit-err");
        foreach (var kept in new[] { "value=\"30-00000001-6\"", "value=\"Casa Retama S.A.\"", "value=\"registered\" selected", "value=\"1687\"", "value=\"C\" selected", "value=\"America/Argentina/Cordoba\" selected", "value=\"1F4D3A\"" }) office.Shows(kept);
        Assert.Empty((await owner.Merchant.GetAsync()).LegalEntities);

        await office.SendAsync(Page, [.. About, .. Seller, ("cuit", "30-00000001-5")]);
        office.Shows("Se guardaron los datos de la tienda.");
        office.Shows("CUIT 30-00000001-5 · Responsable inscripto");
        await office.OpenAsync("/oficina");
        office.Shows("Seguir: Una sucursal");
        var saved = await owner.Merchant.GetAsync();
        Assert.Equal(("Casa Retama", "CR", "America/Argentina/Cordoba", "hola@casaretama.example", "#1F4D3A", (string?)null), (saved.Name, saved.OrderPrefix, saved.TimeZone, saved.ContactEmail, saved.BrandColor, saved.ContactPhone));
        Assert.Equal(("30000000015", VatCondition.Registered), (Assert.Single(saved.LegalEntities).Cuit, saved.LegalEntities[0].VatCondition));
    }

    [Theory, EveryDatabase]
    public async Task What_somebody_else_saved_meanwhile_is_said_and_saving_again_means_it(Database database)
    {
        await using var shop = await Shop.OpenAsync(database);
        await Goods.InAsync(shop);
        var owner = await shop.StaffAsync();
        using var office = await OfficeAsync(shop);
        await office.OpenAsync(Page);
        await office.SendAsync(Page, [.. About.Where(f => f.Name is not "prefix" and not "email" and not "ink"), ("prefix", "R2"), ("email", "hola"), ("ink", "blanco")]);
        foreach (var said in new[] { "Poné de una a cuatro letras", "Revisá el correo", "Escribí el color como #1F4B3A.", "value=\"R2\"", "value=\"blanco\"" }) office.Shows(said);

        var before = await owner.Merchant.GetAsync();
        (await owner.Merchant.SaveAsync(before.Version, new SaveMerchantRequest("Otro nombre", "R", before.Currency, before.TimeZone, before.BrandColor, before.BrandInk,
            [.. before.LegalEntities.Select(e => new SaveLegalEntity(e.Cuit, e.Name, e.VatCondition, e.Address, e.Id))]))).Value();
        await office.SendAsync(Page, About);
        Assert.Equal(HttpStatusCode.PreconditionFailed, office.Status);
        office.Shows("Otra persona cambió los datos de la tienda recién");
        office.Shows("value=\"Envío gratis desde $ 90.000\"");
        Assert.Equal("Otro nombre", (await owner.Merchant.GetAsync()).Name);

        await office.SendAsync(Page, About);
        office.Shows("Se guardaron los datos de la tienda.");
        Assert.Equal(("Casa Retama", before.LegalEntities[0]), ((await owner.Merchant.GetAsync()).Name, (await owner.Merchant.GetAsync()).LegalEntities[0]));
    }

    [Theory, EveryDatabase]
    public async Task A_second_legal_entity_leaves_the_first_and_the_shop_as_they_are(Database database)
    {
        await using var shop = await Shop.OpenAsync(database);
        await Goods.InAsync(shop);
        var owner = await shop.StaffAsync();
        var before = await owner.Merchant.GetAsync();
        using var office = await OfficeAsync(shop);
        (string, string)[] second = [.. Seller.Where(f => f.Name is not "vat" and not "entityName" and not "dataFiscal"), ("vat", "monotributo"), ("entityName", "Ana Retama")];

        await office.OpenAsync($"{Page}/razones/nueva");
        await office.SendAsync("/nueva", [.. second, ("cuit", "30-00000001-5"), ("dataFiscal", "https://ejemplo.com/data")]);
        office.Shows("Ese CUIT ya está cargado: es de Casa Retama S.A.");
        office.Shows("Pegá el enlace entero de ARCA");
        await office.SendAsync("/nueva", [.. second.Where(f => f.Item1 != "vat"), ("vat", "final_consumer"), ("cuit", "20-12345678-6")]);
        office.Shows("Elegí la condición frente al IVA.");
        await office.SendAsync("/nueva", [.. second, ("cuit", "20 12345678 6"), ("dataFiscal", "http://qr.afip.gob.ar/?qr=abc,,")]);
        office.Shows("Se guardó Ana Retama.");

        var after = await owner.Merchant.GetAsync();
        Assert.Equal(before with { Version = after.Version, LegalEntities = after.LegalEntities }, after);
        Assert.Equal((before.LegalEntities[0], 2), (after.LegalEntities.Single(e => e.Cuit == "30000000015"), after.LegalEntities.Count));
        var ana = after.LegalEntities.Single(e => e.Cuit == "20123456786");
        Assert.Equal((VatCondition.Monotributo, "http://qr.afip.gob.ar/?qr=abc,,"), (ana.VatCondition, ana.DataFiscalUrl));

        await office.OpenAsync($"{Page}/razones/{ana.Id}");
        await office.SendAsync($"/{ana.Id}", [.. second.Where(f => f.Item1 != "vat"), ("vat", "exempt"), ("cuit", "20-12345678-6")]);
        Assert.Equal((VatCondition.Exempt, 2), ((await owner.Merchant.GetAsync()).LegalEntities.Single(e => e.Id == ana.Id).VatCondition, (await owner.Merchant.GetAsync()).LegalEntities.Count));
    }

    [Theory, EveryDatabase]
    public async Task The_logo_stands_over_the_shop_until_it_is_taken_away(Database database)
    {
        await using var shop = await Shop.OpenAsync(database);
        await Goods.InAsync(shop);
        var owner = await shop.StaffAsync();
        using var office = await OfficeAsync(shop);
        await office.OpenAsync(Page);
        await office.UploadAsync("/logo", "logo", "logo.png", Picture(200, 50));
        office.Shows("La tienda ya muestra el logo.");
        var wide = (await owner.Merchant.GetAsync()).Logo!;
        Assert.Equal((200, 50, true), (wide.Width, wide.Height, wide.IsWide));

        using var visitor = new Visit(shop);
        await visitor.OpenOnceItShowsAsync("/", $"<a class=\"wordmark\" href=\"/\"><img src=\"{wide.Url}\" alt=\"Casa Retama\" width=\"200\" height=\"50\" /></a>");
        visitor.Shows($"\"logo\":\"{shop.Address.GetLeftPart(UriPartial.Authority)}{wide.Url}\"");
        await visitor.OpenAsync(wide.Url);
        Assert.Equal("image/png", visitor.Answer.Content.Headers.ContentType?.MediaType);

        await office.UploadAsync("/logo", "logo", "logo.png", Picture(64, 64));
        var square = (await owner.Merchant.GetAsync()).Logo!;
        await visitor.OpenOnceItShowsAsync("/", $"<img src=\"{square.Url}\" alt=\"\" width=\"64\" height=\"64\" />Casa Retama</a>");

        await office.SendAsync("/logo/baja");
        office.Shows("Se quitó el logo");
        Assert.Null((await owner.Merchant.GetAsync()).Logo);
        await visitor.OpenOnceItDoesNotShowAsync("/", square.Url);
        visitor.Shows("<circle class=\"loop\"");
    }

    [Theory, EveryDatabase]
    public async Task A_picture_that_cannot_be_the_logo_is_refused_in_words_and_the_old_one_stays(Database database)
    {
        await using var shop = await Shop.OpenAsync(database);
        await Goods.InAsync(shop);
        var owner = await shop.StaffAsync();
        using var office = await OfficeAsync(shop);
        await office.OpenAsync(Page);
        await office.UploadAsync("/logo", "logo", "logo.png", Picture(200, 50));
        var before = (await owner.Merchant.GetAsync()).Logo;

        foreach (var (content, status, words) in new[]
        {
            ([], HttpStatusCode.UnprocessableEntity, "Elegí primero una imagen."),
            ("<svg xmlns='http://www.w3.org/2000/svg'/>"u8.ToArray(), HttpStatusCode.UnprocessableEntity, "Esa imagen no sirve de logo"),
            (Picture(200, 50)[..^40], HttpStatusCode.UnprocessableEntity, "Esa imagen no sirve de logo"),
            ([.. Picture(200, 50), .. new byte[400 * 1024]], HttpStatusCode.RequestEntityTooLarge, "Esa imagen pesa más de 300 KB."),
            (new byte[6 * 1024 * 1024], HttpStatusCode.RequestEntityTooLarge, "Esa imagen pesa más de 300 KB."),
        })
        {
            await office.UploadAsync("/logo", "logo", "logo.png", content);
            Assert.Equal((words, status), (words, office.Status));
            office.Shows(words);
            office.Shows("logo-err");
        }
        Assert.Equal(before, (await owner.Merchant.GetAsync()).Logo);
    }

    [Fact]
    public async Task Text_that_does_not_read_on_the_brand_is_shown_as_chosen_and_as_moved()
    {
        await using var shop = await Shop.OpenAsync(Database.Sqlite);
        await Goods.InAsync(shop);
        using var office = await OfficeAsync(shop);
        await office.OpenAsync(Page);
        office.Shows("Se lee bien ·");

        await office.SendAsync(Page, [.. About.Where(f => f.Name is not "brand" and not "ink"), ("brand", "#F3C94B"), ("ink", "#FFFFFF")]);

        office.Shows("Como lo elegiste · 1,5 : 1");
        office.Shows("Como lo muestra la tienda · 4,5 : 1");
        office.Shows("fill=\"#FFFFFF\"");
        using var visitor = new Visit(shop);
        await visitor.OpenOnceItShowsAsync("/brand.css", "--brand:#F3C94B");
        office.Shows($"fill=\"{visitor.Html.Split("--on-brand:")[1][..7]}\"");
    }

    private static byte[] Picture(int width, int height) => PngWriter.Write(new byte[width * height * 3], width, height);

    private static async Task<Visit> OfficeAsync(Shop shop)
    {
        var visit = new Visit(shop);
        await visit.OpenAsync((await shop.SignInLinkAsync(StaffRole.Owner, "/oficina/canales")).PathAndQuery);
        return visit;
    }
}
