using Hilo.Client;

namespace Hilo.Tests.Web;

/// <summary>The rules of invoicing as an accountant sets them on the screen.</summary>
public class Setting_rules
{
    private const string Page = "/oficina/comprobantes/reglas";

    [Theory, EveryDatabase]
    public async Task Takes_the_moment_of_a_channel_and_a_rate_with_its_minimum_and_receivers(Database database)
    {
        await using var shop = await Shop.OpenAsync(database);
        var goods = await Goods.InAsync(shop);
        var owner = await shop.StaffAsync();
        var issuer = await Issuing.BeginAsync(owner, shop.Address, goods.Seller);
        using var visit = new Visit(shop);
        await visit.OpenAsync((await shop.SignInLinkAsync(StaffRole.Owner, Page)).PathAndQuery);
        visit.Shows("Por cada despacho o entrega, lo que sale");
        visit.Shows("RG 5700/2025");

        await visit.SendAsync($"{Page}/canales/{goods.Phone.Id}", ("due", "each_dispatch"), ("mails", "yes"));
        visit.Shows("Se guardó la regla.");
        Assert.Equal((DocumentDue.EachDispatch, true), (await owner.Invoicing.ChannelsAsync()).Value().Select(c => (c.Due, c.MailsOtherSystems)).Single());

        (string, string)[] rate = [("tribute", "7"), ("regime", "IIBB CABA"), ("rate", "2,5"), ("province", "C"), ("from", "2026-11-01"), ("conditions", "1"), ("conditions", "6")];
        await visit.SendAsync($"{Page}/tributos/{issuer.Id}", [.. rate, ("minimum", "15,000")]);
        visit.Shows("se puede leer de dos maneras");
        // What was typed is still there.
        visit.Shows("value=\"IIBB CABA\"");
        visit.Shows("value=\"15,000\"");
        Assert.Empty((await owner.Invoicing.TributesAsync(issuer.Id)).Value());
        await visit.SendAsync($"{Page}/tributos/{issuer.Id}", [.. rate, ("minimum", "15.000,00")]);
        visit.Shows("Responsable inscripto, Responsable monotributo");
        var kept = Assert.Single((await owner.Invoicing.TributesAsync(issuer.Id)).Value());
        Assert.Equal((2.5m, 15_000m, "C"), (kept.Rate, kept.Minimum, kept.Province));
        Assert.Equal([1, 6], kept.Conditions);
    }
}
