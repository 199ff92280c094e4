using System.Globalization;
using Hilo.Web.Backoffice.Mails;

namespace Hilo.Web.Backoffice.Threads;

/// <summary>Events as knots of the thread: each a sentence that a clerk understands.</summary>
internal static class ThreadKnots
{
    /// <param name="channels">What kind of channel each name is: it decides lane and color.</param>
    public static IReadOnlyList<Knot> Of(IReadOnlyList<ThreadEntry> entries, IReadOnlyDictionary<string, SalesChannelKind> channels, TimeZoneInfo zone)
    {
        var knots = new List<Knot>(entries.Count);
        string? day = null;
        foreach (var entry in entries)
        {
            var today = Format.Day(entry.At, zone);
            knots.Add(new Knot(ChannelOf(entry, channels), Sentence(entry), entry.At, Format.Time(entry.At, zone))
            {
                More = More(entry),
                Day = today == day ? null : today,
                IsSmall = IsDetail(entry),
                Href = entry.Type.StartsWith("orders.", StringComparison.Ordinal) && entry.Facts.TryGetValue("number", out var number) ? $"/oficina/pedidos/{number}" : null,
            });
            day = today;
        }
        return knots;
    }

    private static string Sentence(ThreadEntry entry)
    {
        string Fact(string name) => entry.Facts.GetValueOrDefault(name, "");
        var at = entry.Location is { } location ? Text.Of($" en {location}", $" at {location}") : "";
        return entry.Type switch
        {
            "orders.order_placed" => Text.Of($"Hizo el pedido {Fact("number")}", $"Placed order {Fact("number")}"),
            "orders.order_paid" => Text.Of($"{Fact("number")} quedó pagado", $"{Fact("number")} is paid"),
            "orders.charge_changed" => Text.Of($"Cambió lo que cuesta {Fact("number")}", $"What {Fact("number")} costs has changed"),
            "orders.order_canceled" => Text.Of($"Se canceló {Fact("number")}", $"{Fact("number")} was canceled"),
            "orders.fulfillment_moved" => Moved(Fact("state")) + at,
            "orders.units_not_found" => NotFound(Fact, at),
            "orders.units_canceled" => Text.Of("Se canceló lo que no se encontró", "What was not found is canceled"),
            "orders.ready_for_pickup" => Text.Of($"Listo para retirar{at}", $"Ready to collect{at}"),
            "orders.shipped" => Text.Of($"Salió el envío{at}", $"It was shipped{at}"),
            "orders.delivered" => Text.Of("Llegó a destino", "It arrived"),
            "orders.handed_over" => Text.Of($"Se entregó{at}", $"It was handed over{at}"),
            "orders.late_money" => Text.Of("Llegó un pago tarde", "Money arrived late"),
            "orders.revocation_requested" => Text.Of($"Se arrepintió de la compra: {Fact("code")}", $"Took the purchase back: {Fact("code")}"),
            "payments.payment_captured" => Text.Of("Pago aprobado", "Payment approved"),
            "payments.payment_expected" => Text.Of("Queda pendiente el pago", "Payment is pending"),
            "payments.payment_declined" => Text.Of("El banco no aprobó un pago", "The bank declined a payment"),
            "payments.payment_unknown" => Text.Of("Se cortó la respuesta del pago; estamos preguntando", "The payment's answer was lost; we are asking"),
            "payments.amount_mismatch" => Text.Of("Se cobró otro monto", "Another amount was charged"),
            "payments.refund_owed" => Text.Of("Hay un reintegro por hacer", "A refund is owed"),
            "payments.refund_succeeded" => Text.Of("Se reintegró el dinero", "The money was refunded"),
            "payments.refund_failed" => Text.Of("Falló un reintegro", "A refund failed"),
            "invoicing.document_authorized" => Text.Of($"Se autorizó la {Document(Fact("kind"))} {Fact("letter")}", $"{Document(Fact("kind"))} {Fact("letter")} was authorized"),
            "invoicing.document_rejected" => Text.Of($"ARCA rechazó la {Document(Fact("kind"))}", $"The agency rejected the {Document(Fact("kind"))}"),
            "customers.customer_created" => Text.Of("Primera vez que sabemos de esta persona", "First time we hear of this person"),
            "customers.signed_in" => Text.Of("Entró a su cuenta", "Signed in"),
            "conversations.mail_sent" => Text.Of($"Correo: {MailTexts.TemplateOf(Fact("template"))}", $"Mail: {MailTexts.TemplateOf(Fact("template"))}"),
            "conversations.mail_failed" => Text.Of($"No salió el correo: {MailTexts.TemplateOf(Fact("template"))}", $"Mail not sent: {MailTexts.TemplateOf(Fact("template"))}"),
            _ => entry.Type,
        };
    }

    // Quantities of the log are decimal, with a point.
    private static string NotFound(Func<string, string> fact, string at)
    {
        decimal Of(string name) => decimal.TryParse(fact(name), NumberStyles.Number, CultureInfo.InvariantCulture, out var amount) ? amount : 0;
        var missing = Of("wanted") - Of("found");
        return Text.Of($"No se encontraron {Format.Number(missing)} de {Format.Number(Of("wanted"))}{at}", $"{Format.Number(missing)} of {Format.Number(Of("wanted"))} were not found{at}")
            + (Of("moved") > 0 ? Text.Of($"; {Format.Number(Of("moved"))} salen de otra", $"; {Format.Number(Of("moved"))} come from elsewhere") : "");
    }

    private static string Document(string kind) => kind switch
    {
        "credit_note" => Text.Of("nota de crédito", "credit note"),
        "debit_note" => Text.Of("nota de débito", "debit note"),
        _ => Text.Of("factura", "invoice"),
    };

    private static string Moved(string state) => state switch
    {
        "accepted" => Text.Of("Se aceptó la preparación", "Preparation was accepted"),
        "picked" => Text.Of("Juntaron las prendas", "The items were picked"),
        "packed" => Text.Of("Quedó embalado", "It is packed"),
        "canceled" => Text.Of("Se canceló la preparación", "Preparation was canceled"),
        _ => Text.Of("Avanzó la preparación", "Preparation moved on"),
    };

    private static string? More(ThreadEntry entry)
    {
        var parts = new List<string>();
        if (Amount(entry, "total") is { } total) parts.Add(total);
        else if (Amount(entry, "amount") is { } amount) parts.Add(amount);
        if (entry.Facts.TryGetValue("trackingCode", out var tracking)) parts.Add(tracking);
        return parts.Count == 0 ? null : string.Join(" · ", parts);
    }

    private static string? Amount(ThreadEntry entry, string name) =>
        entry.Facts.GetValueOrDefault(name)?.Split(' ') is [var number, var code] && Currency.TryParse(code, out var currency)
            && decimal.TryParse(number, NumberStyles.Number, CultureInfo.InvariantCulture, out var amount)
            ? Format.Money(Money.Of(amount, currency))
            : null;

    // What a program did, and the steps between two moments that the customer notices.
    private static bool IsDetail(ThreadEntry entry) =>
        entry.Actor is "system" or "consumer" or "sweeper" || entry.Type is "orders.fulfillment_moved" or "orders.units_canceled" or "payments.payment_captured" or "payments.payment_expected" or "conversations.mail_sent";

    private static ChannelLook ChannelOf(ThreadEntry entry, IReadOnlyDictionary<string, SalesChannelKind> channels) => entry switch
    {
        { Type: "conversations.mail_sent" or "conversations.mail_failed" } => ChannelLook.Mail,
        { Location: not null } => ChannelLook.Store,
        { SalesChannel: { } name } when channels.TryGetValue(name, out var kind) => StateBadges.Of(kind),
        { Type: "customers.signed_in" } => ChannelLook.Web,
        _ => ChannelLook.System,
    };
}
