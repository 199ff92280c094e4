using Hilo.Platform;

namespace Hilo.Orders;

internal static class CartProblems
{
    /// <summary>One answer for a cart that does not exist and for one that is not yours.</summary>
    public static readonly Problem NotFound = new("cart.not_found", "There is no such cart, or the token does not open it.", 404);
    public static readonly Problem Closed = new("cart.closed", "This cart was completed or merged and cannot be changed any more.");
    public static readonly Problem LineNotFound = new("cart.line_not_found", "The cart has no such line.", 404);
    public static readonly Problem BadQuantity = new("cart.quantity_invalid", "A quantity is a whole number of units, more than zero.", 422);
    public static readonly Problem QuantityTooLarge = new("cart.quantity_too_large", $"At most {Cart.QuantityLimit} units of one product fit in a cart.", 422);
    public static readonly Problem TooManyLines = new("cart.too_many_lines", $"At most {Cart.LinesLimit} products fit in a cart.", 422);
    public static readonly Problem NotSold = new("cart.not_sold", "This product is not for sale on this channel.", 422);
    public static readonly Problem OtherCurrency = new("cart.other_currency", "The cart is in another currency.", 422);
    public static readonly Problem MergeWithItself = new("cart.merge_with_itself", "A cart cannot be merged with itself.", 422);
    public static readonly Problem NotMergeable = new("cart.not_mergeable", "The other cart is closed, being paid, or of another channel or currency.");
    public static readonly Problem Empty = new("cart.empty", "The cart has no products.", 422);
    public static readonly Problem ContactMissing = new("cart.contact_missing", "Say who buys: name and e-mail.", 422);
    public static readonly Problem ReceiverCuit = new("cart.receiver_cuit", "The check digit of the CUIT for the invoice is wrong.", 422);
    public static readonly Problem DeliveryMissing = new("cart.delivery_missing", "Choose pickup or shipment.", 422);
    public static readonly Problem LineGone = new("cart.line_not_sold", "A product of the cart is not for sale any more.", 422);
    public static readonly Problem BadDelivery = new("cart.delivery_invalid", "A pickup names a store that offers it; a shipment names an address with a valid postal code.", 422);
    public static readonly Problem BadTender = new("cart.tender_invalid", "This way to pay is not offered for this cart.", 422);
    public static readonly Problem Changed = new("cart.changed", "The cart changed while it was being completed. Nothing was charged; look at it and try again.");
    public static readonly Problem ChannelClosed = new("cart.channel_closed", "This sales channel does not exist or does not sell now.", 422);
    public static readonly Problem ChargePending = new("cart.charge_pending", "A payment of this cart is still being confirmed.");

    public static readonly Problem PaidInPart = new("cart.paid_in_part", "What was paid does not cover the cart as it is now. Pay the rest, or leave the cart and the money goes back.");
    public static readonly Problem LateMoney = new("cart.late_money", "The payment arrived when the units were gone. Everything paid goes back.");

    public static Problem TotalChanged(Money expected, Money total) =>
        new("cart.total_changed", $"The total is {total} and not {expected}. Nothing was charged; look at the cart and confirm.")
        {
            Facts = new Dictionary<string, object?> { ["total"] = total, ["expected"] = expected },
        };

    public static readonly ProblemPage[] Pages =
    [
        new("cart.not_found", new("No encontramos el carrito", "El carrito no existe, venció, o el enlace no es el suyo.", "Abrí el enlace completo que recibiste, o empezá un carrito nuevo."), new("Cart not found", "It does not exist, expired, or the token is not its own.", "Open the complete link, or start a new cart.")),
        new("cart.closed", new("El carrito ya está cerrado", "El carrito ya se convirtió en un pedido o se unió a otro.", "Empezá un carrito nuevo; el pedido se ve en su enlace."), new("The cart is closed", "It became an order or was merged into another.", "Start a new cart; the order has its own link.")),
        new("cart.line_not_found", new("Ese renglón no está en el carrito", "Se quitó, o es de otro carrito.", "Volvé a mirar el carrito."), new("No such line", "It was removed, or belongs to another cart.", "Look at the cart again.")),
        new("cart.quantity_invalid", new("Cantidad no válida", "La cantidad no es un número entero mayor que cero.", "Escribí cuántas unidades querés."), new("Quantity not valid", "It is not a whole number above zero.", "Say how many units.")),
        new("cart.quantity_too_large", new("Es demasiada cantidad", "Un carrito lleva hasta 999 unidades de un producto.", "Pedí menos, o escribinos para una compra mayorista."), new("Too many units", "A cart takes up to 999 units of a product.", "Order fewer, or write to us.")),
        new("cart.too_many_lines", new("El carrito está lleno", "Un carrito lleva hasta 100 productos distintos.", "Completá esta compra y empezá otra."), new("The cart is full", "It takes up to 100 different products.", "Complete this purchase and start another.")),
        new("cart.not_sold", new("Este producto no está a la venta", "No existe, no está publicado o no tiene precio en este canal.", "Elegí otro producto."), new("Not for sale", "It does not exist, is not published or has no price on this channel.", "Choose another product.")),
        new("cart.other_currency", new("Otra moneda", "El importe está en una moneda distinta de la del carrito.", "Usá la moneda del canal de venta."), new("Another currency", "The amount is in another currency than the cart.", "Use the currency of the sales channel.")),
        new("cart.merge_with_itself", new("Es el mismo carrito", "Se pidió unir un carrito consigo mismo.", "No hace falta hacer nada."), new("The same cart", "A cart was to be merged with itself.", "There is nothing to do.")),
        new("cart.not_mergeable", new("No se pueden unir", "El otro carrito está cerrado, se está pagando, o es de otro canal o moneda.", "Terminá esa compra primero."), new("They cannot be merged", "The other cart is closed, being paid, or of another channel or currency.", "Finish that purchase first.")),
        new("cart.empty", new("El carrito está vacío", "No hay productos para comprar.", "Agregá un producto."), new("The cart is empty", "There is nothing to buy.", "Add a product.")),
        new("cart.contact_missing", new("Faltan tus datos", "Para terminar la compra hace falta nombre y correo.", "Completá tus datos."), new("Contact missing", "A purchase needs a name and an e-mail.", "Fill them in.")),
        new("cart.receiver_cuit", new("El CUIT de la factura no es válido", "El dígito verificador no corresponde a los otros diez.", "Revisá el número, o dejalo vacío para una factura a consumidor final."), new("The CUIT for the invoice is not valid", "Its check digit does not fit the other ten.", "Check it, or leave it empty for a final consumer.")),
        new("cart.delivery_missing", new("Falta elegir la entrega", "No se eligió retiro ni envío.", "Elegí cómo lo recibís."), new("Delivery missing", "Neither pickup nor shipment was chosen.", "Choose one.")),
        new("cart.line_not_sold", new("Un producto ya no está a la venta", "Dejó de publicarse o de tener precio.", "Quitalo del carrito para seguir."), new("A product is not sold any more", "It was unpublished or lost its price.", "Remove it to go on.")),
        new("cart.delivery_invalid", new("Entrega no válida", "El retiro nombra una tienda que lo ofrece; el envío, una dirección con código postal válido.", "Revisá la tienda o la dirección."), new("Delivery not valid", "A pickup names a store that offers it; a shipment an address with a valid postal code.", "Check the store or the address.")),
        new("cart.tender_invalid", new("Medio de pago no disponible", "Ese medio no se ofrece para esta compra: el efectivo es solo para retiro en tienda.", "Elegí otro medio de pago."), new("Tender not available", "It is not offered for this purchase: cash is for pickups only.", "Choose another.")),
        new("cart.changed", new("El carrito cambió recién", "Se modificó desde otro lugar mientras se completaba. No se cobró nada.", "Mirá el carrito y confirmá de nuevo."), new("The cart just changed", "It was edited elsewhere while being completed. Nothing was charged.", "Look at it and confirm again.")),
        new("cart.channel_closed", new("Este canal no está vendiendo", "El canal de venta no existe o está pausado.", "Probá más tarde, o avisale a la tienda."), new("This channel does not sell", "It does not exist or is paused.", "Try later, or tell the shop.")),
        new("cart.charge_pending", new("Estamos confirmando tu pago", "El medio de pago todavía no respondió por un intento anterior.", "Esperá un momento y volvé a mirar; no se cobra dos veces."), new("Your payment is being confirmed", "The provider has not answered for an earlier attempt.", "Wait a moment and look again; nothing is charged twice.")),
        new("cart.paid_in_part", new("Falta pagar una parte", "Se pagó un importe menor que el total de este carrito, que cambió después.", "Pagá la diferencia; si dejás el carrito, te devolvemos lo pagado."), new("A part is left to pay", "Less was paid than this cart costs now, since it changed.", "Pay the rest; if you leave the cart, what was paid goes back.")),
        new("cart.late_money", new("El pago llegó tarde", "El pago se acreditó cuando ya no quedaban unidades. Te devolvemos todo lo que pagaste.", "No hace falta que hagas nada: el reintegro sale por el mismo medio."), new("The payment came too late", "It arrived when no units were left. Everything you paid goes back.", "There is nothing to do: the refund goes out the way you paid.")),
        new("cart.total_changed", new("El total cambió", "Un precio o el envío cambió desde la última vez que lo viste. No se cobró nada.", "Mirá el total nuevo y confirmá."), new("The total changed", "A price or the delivery changed since you last saw it. Nothing was charged.", "Look at the new total and confirm.")),
    ];
}
