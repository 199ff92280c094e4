using Hilo.Sandbox.Mail;

namespace Hilo.Tests.Conversations;

public class Writing_mails
{
    private static readonly DateTimeOffset Thursday = new(2026, 3, 5, 23, 0, 0, TimeSpan.Zero);

    [Theory, EveryDatabase]
    public async Task Each_thing_that_happens_to_an_order_has_its_mail(Database database)
    {
        await using var office = await PostOffice.OpenAsync(database);
        foreach (var culture in new[] { "es", "en" })
        {
            var pickup = office.Letters.Has(Letters.AnOrder($"pickup.{culture}@ejemplo.com", culture: culture));
            var parcel = office.Letters.Has(Letters.AnOrder($"ship.{culture}@ejemplo.com", DeliveryKind.Ship, culture, "TR-10487"));
            office.Letters.Passes[pickup.Id] = new PickupPassView("HP1.signed.text", "7F3K-Q2MD", Thursday);
            var work = IId<FulfillmentOrderId>.New();
            await office.HappensAsync(
                new OrderPlaced(pickup.Id, pickup.Number, pickup.SaleId, null, pickup.CustomerId, null, pickup.Delivery, pickup.Total, false),
                new PaymentDeclined(pickup.SaleId, IId<PaymentAttemptId>.New(), pickup.Total, "insufficient_funds"),
                new OrderPaid(pickup.Id, pickup.Number, pickup.CustomerId, null, pickup.Total, Tender.CardOnline),
                new ReadyForPickup(pickup.Id, pickup.Number, work, pickup.CustomerId, Letters.Palermo, Thursday),
                new OrderPlaced(parcel.Id, parcel.Number, parcel.SaleId, null, parcel.CustomerId, null, parcel.Delivery, parcel.Total, true),
                new OrderPaid(parcel.Id, parcel.Number, parcel.CustomerId, null, parcel.Total, Tender.CardOnline, AtPlacing: true),
                new OrderShipped(parcel.Id, parcel.Number, work, parcel.CustomerId, null, "Andreani", "AR123"),
                new OrderDelivered(parcel.Id, parcel.Number, work, parcel.CustomerId, null),
                new OrderCanceled(pickup.Id, pickup.Number, pickup.CustomerId, null, "pickup_expired", pickup.Total, []),
                new RefundSucceeded(pickup.SaleId, IId<RefundId>.New(), IId<RefundDueId>.New(), pickup.Id, pickup.Total));
        }
        await office.ReadAsync();
        await office.SendAsync();

        Assert.Equal(
            [
                "Cancelamos tu pedido TR-10486", "No se aprobó el pago de tu pedido TR-10486", "Recibimos el pago de tu pedido TR-10486", "Recibimos tu pedido TR-10486",
                "Te devolvimos $ 97.800 del pedido TR-10486", "Tu pedido TR-10486 está listo para retirar",
            ], SubjectsOf(office, "pickup.es@ejemplo.com"));
        Assert.Equal(["Entregamos tu pedido TR-10487", "Recibimos tu pedido TR-10487 y tu pago", "Tu pedido TR-10487 está en camino"], SubjectsOf(office, "ship.es@ejemplo.com"));
        Assert.Equal(6, SubjectsOf(office, "pickup.en@ejemplo.com").Count);
        Assert.Empty(await office.OmissionsAsync());
        Assert.All(office.Caught.Messages, mail =>
        {
            Assert.DoesNotContain("{{", mail.Text + mail.Html, StringComparison.Ordinal);
            Assert.Contains("Trama & Cía", mail.Text!, StringComparison.Ordinal);
            Assert.Equal("auto-generated", mail.Header("Auto-Submitted"));
            Assert.Contains("hola@trama.example", mail.Header("Reply-To")!, StringComparison.Ordinal);
        });
        Assert.Empty(await office.ViolationsAsync());
    }

    [Theory, EveryDatabase]
    public async Task The_logo_stands_beside_the_name_or_in_its_place(Database database)
    {
        await using var office = await PostOffice.OpenAsync(database);
        async Task<string> WithAsync(LogoView? logo, string email)
        {
            office.Letters.Logo = logo;
            var order = office.Letters.Has(Letters.AnOrder(email));
            await office.HappensAsync(new OrderPlaced(order.Id, order.Number, order.SaleId, null, order.CustomerId, null, order.Delivery, order.Total, false));
            await office.ReadAsync();
            await office.SendAsync();
            return office.Caught.Messages.Single(m => m.To.Contains(email)).Html!;
        }

        var narrow = await WithAsync(new LogoView(IId<FileId>.New(), "/files/abc", 300, 300), "angosto@ejemplo.com");
        Assert.Contains("/files/abc\" width=\"44\" height=\"44\" alt=\"\"", narrow, StringComparison.Ordinal);
        Assert.Contains("&nbsp;&nbsp;Trama &amp; Cía</a>", narrow, StringComparison.Ordinal);
        var wide = await WithAsync(new LogoView(IId<FileId>.New(), "/files/def", 1_200, 100), "ancho@ejemplo.com");
        Assert.Contains("/files/def\" width=\"240\" height=\"20\" alt=\"Trama &amp; Cía\"", wide, StringComparison.Ordinal);
        Assert.DoesNotContain("&nbsp;&nbsp;Trama &amp; Cía</a>", wide, StringComparison.Ordinal);
        Assert.DoesNotContain("<img src=\"http://localhost:5000/files/abc", await WithAsync(null, "sin@ejemplo.com"), StringComparison.Ordinal);
    }

    [Theory, EveryDatabase]
    public async Task A_pickup_mail_carries_code_picture_store_and_hours(Database database)
    {
        await using var office = await PostOffice.OpenAsync(database);
        var order = office.Letters.Has(Letters.AnOrder());
        office.Letters.Passes[order.Id] = new PickupPassView("HP1.signed.text", "7F3K-Q2MD", Thursday);
        await office.HappensAsync(new ReadyForPickup(order.Id, order.Number, IId<FulfillmentOrderId>.New(), order.CustomerId, Letters.Palermo, Thursday));
        await office.ReadAsync();
        await office.SendAsync();

        var mail = Assert.Single(office.Caught.Messages);
        foreach (var said in new[] { "Hola, Sofía.", "7F3K-Q2MD", "Palermo Soho", "Honduras 4721, Buenos Aires (1414)", "lunes a viernes: 10:00 a 20:00", "sábado: 10:00 a 14:00", "jueves 5 de marzo a las 20:00", "https://trama.example/pedido/firmado" })
            Assert.Contains(said, mail.Text!, StringComparison.Ordinal);
        Assert.Contains("src=\"cid:pass@hilo\"", mail.Html!, StringComparison.Ordinal);
        var picture = Assert.Single(mail.Parts);
        Assert.Equal(("pass@hilo", "image/png"), (picture.ContentId, picture.ContentType));
        Assert.Equal([0x89, (byte)'P', (byte)'N', (byte)'G'], picture.Content[..4]);
    }

    [Theory, EveryDatabase]
    public async Task What_a_product_is_called_cannot_write_markup(Database database)
    {
        await using var office = await PostOffice.OpenAsync(database);
        var order = office.Letters.Has(Letters.AnOrder(delivery: DeliveryKind.Ship) with { Name = "<script>\r\nBcc: otro@ejemplo.com" });
        await office.HappensAsync(new OrderPlaced(order.Id, order.Number, order.SaleId, null, order.CustomerId, null, order.Delivery, order.Total, false));
        await office.ReadAsync();
        await office.SendAsync();

        var mail = Assert.Single(office.Caught.Messages);
        Assert.DoesNotContain("<script>", mail.Html!, StringComparison.Ordinal);
        Assert.DoesNotContain("<Uriburu>", mail.Html!, StringComparison.Ordinal);
        Assert.Contains("Campera <Uriburu> & Cía (M · Verde): $ 97.800", Plain(mail.Text), StringComparison.Ordinal);
        Assert.Contains("$ 4.200,50", Plain(mail.Text), StringComparison.Ordinal);
        Assert.Contains("https://trama.example/files/campera.jpg", mail.Html!, StringComparison.Ordinal);
        Assert.Equal([order.Email!], mail.To);
        Assert.Null(mail.Header("Bcc"));
        Assert.StartsWith("Hola.", mail.Text!, StringComparison.Ordinal);
    }

    private static List<string> SubjectsOf(PostOffice office, string to) => [.. office.Caught.Messages.Where(m => m.To.Contains(to)).Select(m => Plain(m.Subject)).Order(StringComparer.Ordinal)];

    private static string Plain(string? text) => text!.Replace('\u00A0', ' ');
}
