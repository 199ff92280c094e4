using System.Net;
using System.Text.RegularExpressions;
using Hilo.Client;

namespace Hilo.Tests.Web;

public partial class Taking_a_purchase_back
{
    [Theory, EveryDatabase]
    public async Task The_button_on_every_page_answers_a_code_and_mails_it(Database database)
    {
        await using var shop = await Shop.OpenAsync(database);
        var goods = await Goods.InAsync(shop);
        var staff = await shop.StaffAsync();
        var order = (await staff.Orders.PlaceAsync(new PlaceOrderRequest(
            goods.Phone.Id, [new PlaceOrderLine(Quantity.One, goods.Size("M").Id)], new CartDelivery(DeliveryKind.Pickup, goods.Palermo.Id),
            new CartContact("sofia@ejemplo.com.ar", "Sofía Bentancur", null), new PlaceOrderPayment(Tender.BankTransfer, false)))).Value();
        using var visit = new Visit(shop);
        await visit.OpenAsync("/");
        Assert.Contains("href=\"/arrepentimiento\"", visit.Html, StringComparison.Ordinal);

        await visit.OpenAsync("/arrepentimiento");
        await visit.SendAsync("/arrepentimiento", ("email", "no es un correo"), ("number", "x"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, visit.Status);
        await visit.SendAsync("/arrepentimiento", ("email", " Sofia@Ejemplo.com.ar "), ("number", order.Number.ToLowerInvariant()));
        visit.Shows("Registramos tu arrepentimiento");
        var code = Code().Match(visit.Html).Value;

        var mail = await shop.Mail.WaitForAsync(m => m.Text?.Contains(code, StringComparison.Ordinal) == true, TimeSpan.FromSeconds(60));
        Assert.Equal(["sofia@ejemplo.com.ar"], mail.To);
        var recorded = (await staff.GetAsync<PageOf<RevocationView>>("/api/v1/revocations")).Items.Single();
        Assert.Equal((code, true, "sofia@ejemplo.com.ar"), (recorded.Code, recorded.IsOrderKnown, recorded.Email));
    }

    [Theory, EveryDatabase]
    public async Task The_answer_tells_nobody_whether_the_order_is_theirs_and_a_mailbox_is_not_filled(Database database)
    {
        await using var shop = await Shop.OpenAsync(database);
        await Goods.InAsync(shop);
        var codes = new HashSet<string>();
        for (var i = 0; i < 7; i++) codes.Add((await shop.Guest.ShopOrders.RevokeAsync(new RequestRevocationRequest("otra@ejemplo.com.ar", i % 2 == 0 ? "R-999999" : null))).Value().Code);
        var again = await shop.Guest.ShopOrders.RevokeAsync(new RequestRevocationRequest("una@ejemplo.com.ar"), "once");
        Assert.Equal(again.Value().Code, (await shop.Guest.ShopOrders.RevokeAsync(new RequestRevocationRequest("una@ejemplo.com.ar"), "once")).Value().Code);

        Assert.Equal(7, codes.Count);
        await shop.Mail.WaitForAsync(m => m.To.Contains("una@ejemplo.com.ar"), TimeSpan.FromSeconds(60));
        // All were asked for before this one, so all that will be mailed is in the queue.
        await shop.Mail.WaitForAsync(_ => shop.Mail.Messages.Count(m => m.To.Contains("otra@ejemplo.com.ar")) >= 5, TimeSpan.FromSeconds(60));
        Assert.Equal(5, shop.Mail.Messages.Count(m => m.To.Contains("otra@ejemplo.com.ar")));
        var staff = await shop.StaffAsync();
        Assert.Equal(8, (await staff.GetAsync<PageOf<RevocationView>>("/api/v1/revocations")).Items.Count(r => !r.IsOrderKnown));
        Assert.Equal(HttpStatusCode.Unauthorized, (HttpStatusCode)(await shop.Guest.TryGetAsync<PageOf<RevocationView>>("/api/v1/revocations")).Problem().Status);
    }

    [GeneratedRegex("[2-9A-Z]{4}-[2-9A-Z]{4}", RegexOptions.None, 1000)]
    private static partial Regex Code();
}
