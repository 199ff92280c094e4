using Hilo.Platform;

namespace Hilo.Orders;

internal static class OrderProblems
{
    public static readonly Problem NotFound = new("order.not_found", "There is no such order, or it is not yours to see.", 404);
    public static readonly Problem LinkExpired = new("order.link_expired", "The link is too old. A code by e-mail opens the order.", 410);
    public static readonly Problem AlreadyHandedOver = new("order.already_handed_over", "A part of the order has left the shop: it is returned, not canceled.");
    public static readonly Problem AlreadyPrepared = new("order.already_prepared", "The shop has packed the order already. Ask the shop.");
    public static readonly Problem AlreadyPaid = new("order.already_paid", "Nothing is left to pay on this order.");
    public static readonly Problem WrongAmount = new("order.payment_amount", "The amount must be more than zero, in the order's currency, and no more than what is left to pay.", 422);
    public static readonly Problem TenderNotRecorded = new("order.payment_tender", "Only cash, transfer and other money that a person confirms is recorded by hand.", 422);
    public static readonly Problem TooMuchUnpaid = new("order.too_much_unpaid", "There are already many unpaid units for this e-mail. Pay one of those orders, or pay this one by card.");
    public static readonly Problem BadLine = new("order.line_invalid", "Every line names a variant or an SKU, one of the two, and a quantity above zero and at most 999,999.", 422);
    public static readonly Problem BadPrice = new("order.price_invalid", "An agreed price is not negative and in the currency of the sales channel.", 422);
    public static readonly Problem Busy = new("order.stock_contended", "Others kept taking the units while the order was placed. Nothing was done; it is safe to try again.");

    public static readonly Problem NotPaid = new("order.not_paid", "El pedido no está pago: todavía no hay nada que devolver ni que cobrar de más.");
    public static readonly Problem BadChargeChange = new("order.charge_change_invalid", "Cada renglón nombra una sola vez un renglón del pedido, o su envío, con un importe distinto de cero en la moneda del pedido.", 422);
    public static readonly Problem ChargePayment = new("order.charge_payment", "Lo que se cobra de más se registra con su pago, y lo que se devuelve va sin pago.", 422);

    public static readonly Problem UnknownTab = new("order.tab_unknown", "There is no such list of orders.", 400);

    public static Problem NotOpen(OrderState state) => new("order.not_open", $"The order is {state.ToString().ToLowerInvariant()}.");

    public static Problem AboveCharged(string what, Money costs) =>
        new("order.charge_above", $"No se puede devolver más de lo que se cobró: de {what} quedan {costs.AmountText()} {costs.Currency.Code}.", 422);

    public static Problem ChargeIs(Money total) =>
        new("order.charge_total", $"Con las percepciones del pedido lo que se cobra de más son {total.AmountText()} {total.Currency.Code}: cobrá eso y decilo en el pago.", 422);

    public static Problem UnknownProducts(IEnumerable<string> which) => new("order.product_unknown", $"Not for sale on this channel: {string.Join(", ", which)}.", 422);

    /// <param name="skuOf">The line's.</param>
    public static Problem Short(IReadOnlyList<StockShortage> shortages, Func<OrderLineId, string> skuOf) =>
        Short([.. shortages.Select(s => new ShortLine(s.OrderLine, s.VariantId, skuOf(s.OrderLine), s.Wanted, s.Available))]);

    /// <summary>Names every short line, with what was wanted and what is there.</summary>
    public static Problem Short(IReadOnlyList<ShortLine> lines) =>
        new("stock.insufficient", $"Not enough stock: {string.Join("; ", lines.Select(l => $"{l.Sku}: {l.Available} of {l.Wanted}"))}.")
        {
            Facts = new Dictionary<string, object?> { ["lines"] = lines },
        };

    public static readonly ProblemPage[] Pages =
    [
        new("order.not_found", new("No encontramos el pedido", "No existe, o el enlace no es el suyo.", "Abrí el enlace completo del correo, o pedí un código con tu correo."), new("Order not found", "It does not exist, or the link is not its own.", "Open the complete link of the mail, or ask for a code.")),
        new("order.link_expired", new("El enlace venció", "Los enlaces de un pedido valen 180 días.", "Entrá con tu correo: te mandamos un código."), new("The link expired", "Links to an order are good for 180 days.", "Sign in with your e-mail: a code is sent.")),
        new("order.already_handed_over", new("El pedido ya salió", "Una parte ya fue despachada o entregada.", "Iniciá una devolución."), new("The order has left", "A part was shipped or handed over.", "Start a return instead.")),
        new("order.already_prepared", new("El pedido ya está preparado", "La tienda ya lo armó.", "Escribile a la tienda para cancelarlo."), new("The order is prepared", "The shop has packed it.", "Ask the shop to cancel it.")),
        new("order.already_paid", new("El pedido ya está pago", "No queda nada por pagar.", "No hace falta hacer nada."), new("Already paid", "Nothing is left to pay.", "There is nothing to do.")),
        new("order.payment_amount", new("Importe no válido", "El importe debe ser mayor que cero, en la moneda del pedido y no más que lo que falta pagar.", "Corregí el importe."), new("Amount not valid", "It must be above zero, in the order's currency and no more than what is left.", "Correct the amount.")),
        new("order.payment_tender", new("Ese medio no se registra a mano", "Las tarjetas las confirma el proveedor.", "Elegí efectivo o transferencia."), new("Not recorded by hand", "Cards are confirmed by the provider.", "Choose cash or transfer.")),
        new("order.too_much_unpaid", new("Hay demasiado sin pagar", "Ya hay muchas unidades reservadas y sin pagar con este correo.", "Pagá un pedido anterior, o pagá este con tarjeta."), new("Too much unpaid", "Many unpaid units are set aside for this e-mail already.", "Pay an earlier order, or pay this one by card.")),
        new("order.line_invalid", new("Renglón no válido", "Cada renglón nombra una variante o un SKU, uno de los dos, y una cantidad mayor que cero.", "Corregí el renglón."), new("Line not valid", "Each names a variant or an SKU, one of the two, and a quantity above zero.", "Correct the line.")),
        new("order.price_invalid", new("Precio no válido", "El precio acordado no puede ser negativo y va en la moneda del canal.", "Corregí el precio."), new("Price not valid", "An agreed price is not negative and in the channel's currency.", "Correct it.")),
        new("order.stock_contended", new("Muchos compran lo mismo ahora", "Otros tomaron las unidades mientras se armaba el pedido. No se hizo nada.", "Probá de nuevo."), new("Many buy the same now", "Others took the units while the order was placed. Nothing was done.", "Try again.")),
        new("order.not_paid", new("El pedido no está pago", "Un precio se corrige después de cobrado; antes se cancela el pedido y se hace de nuevo.", "Registrá el pago, o cancelá el pedido."), new("The order is not paid", "A price is put right after it was paid; before, the order is canceled and placed again.", "Record the payment, or cancel it.")),
        new("order.charge_change_invalid", new("Ese cambio no se entiende", "Un renglón no es de este pedido, se repite, o su importe es cero o de otra moneda.", "Revisá renglones e importes."), new("That change is not understood", "A line is not of this order, comes twice, or its amount is zero or in another currency.", "Check lines and amounts.")),
        new("order.charge_payment", new("Falta el pago, o sobra", "Lo que se cobra de más tiene que estar cobrado.", "Cobralo y decí con qué medio; si devolvés, no mandes pago."), new("The payment is missing, or too much", "What is charged on top has to be here.", "Take it and say how; giving back needs none.")),
        new("order.charge_total", new("Se cobra con sus percepciones", "El pedido lleva percepciones, que siguen a lo que cuesta: lo cobrado no es lo que se cobra de más con ellas.", "Cobrá lo que dice el mensaje y ponelo como importe del pago."), new("Charged with its perceptions", "The order carries perceptions, which follow what it costs: what was paid is not what is charged on top with them.", "Take what the message says and name it as the amount of the payment.")),
        new("order.charge_above", new("Es más de lo que se cobró", "Se quiere devolver más de lo que queda cobrado de ese renglón.", "Devolvé como mucho lo que dice el mensaje."), new("More than was charged", "More would go back than that line still costs.", "Give back at most what the message says.")),
        new("order.tab_unknown", new("Esa lista no existe", "Las listas son all, open, unpaid, to_prepare, ready, completed y canceled.", "Elegí una de ellas."), new("No such list", "The lists are all, open, unpaid, to_prepare, ready, completed and canceled.", "Choose one.")),
        new("order.not_open", new("El pedido ya terminó", "El pedido está completo o cancelado.", "Mirá el estado del pedido."), new("The order has ended", "It is completed or canceled.", "Look at its state.")),
        new("order.product_unknown", new("Productos que no están a la venta", "Alguno no existe, no está publicado o no tiene precio en este canal.", "Revisá los códigos nombrados."), new("Products not for sale", "Some do not exist, are not published or have no price on this channel.", "Check the codes named.")),
        new("stock.insufficient", new("No alcanza el stock", "Otra persona compró antes, o se pidieron más unidades de las que hay. Cada renglón corto está nombrado.", "Pedí menos, o elegí otra tienda."), new("Not enough stock", "Somebody bought first, or more units were asked than there are. Each short line is named.", "Order fewer, or choose another store.")),
    ];
}

/// <summary>A line that could not be served in full.</summary>
internal sealed record ShortLine(OrderLineId Line, VariantId VariantId, string Sku, Quantity Wanted, Quantity Available);
