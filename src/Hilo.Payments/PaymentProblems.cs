using Hilo.Platform;

namespace Hilo.Payments;

/// <summary>What payments refuse.</summary>
internal static class PaymentProblems
{
    public static readonly Problem NoCards = new("payment.no_cards", "This shop takes no card payments: no provider is configured.", 422);
    public static readonly Problem NothingToPay = new("payment.nothing_to_pay", "The amount is zero or negative.", 422);
    public static readonly Problem AlreadyPaid = new("payment.already_paid", "The sale has all its money. Nothing was charged.");
    public static readonly Problem OutcomeUnknown = new("payment.outcome_unknown", "An earlier try has no known outcome yet. Nothing else is charged until the provider has said it.");
    public static readonly Problem HeldMoney = new("payment.held_money", "Money came in another amount than asked, and a person has not decided yet.");
    public static readonly Problem OtherCurrency = new("payment.other_currency", "The sale is paid in another currency.", 422);
    public static readonly Problem AttemptNotFound = new("payment.attempt_not_found", "There is no such try.", 404);
    public static readonly Problem NoMismatch = new("payment.no_mismatch", "No held money of this try waits for a decision.");
    public static readonly Problem WebhookUnproven = new("webhook.unproven", "The signature does not fit the body, or is too old.", 401);
    public static readonly Problem WebhookNotReplayable = new("webhook.not_replayable", "This one still waits for its turn.");
    public static readonly Problem RefundClosed = new("refund.closed", "This refund is settled or dropped already.");
    public static readonly Problem RefundOnItsWay = new("refund.on_its_way", "All of it is on its way back to the card already.");
    public static readonly Problem RefundAboveCaptured = new("refund.above_captured", "The sale has less money left than is owed back.");
    public static readonly Problem RefundTender = new("refund.wrong_tender", "A person gives back cash or sends a transfer; cards are refunded by their provider.", 422);

    internal static readonly ProblemPage[] Pages =
    [
        Page("payment.no_cards",
            ("No se puede pagar con tarjeta", "La tienda no tiene configurado un proveedor de pagos con tarjeta.", "Elegí otro medio de pago."),
            ("Cards are not taken", "No card provider is configured for this shop.", "Choose another way to pay.")),
        Page("payment.nothing_to_pay",
            ("No hay nada que pagar", "El importe es cero o negativo.", "Revisá el total de la venta."),
            ("There is nothing to pay", "The amount is zero or negative.", "Check the total of the sale.")),
        Page("payment.already_paid",
            ("Ya está pagado", "La venta ya tiene todo su dinero. No se cobró nada más.", "Abrí el pedido para ver el pago."),
            ("It is paid already", "The sale has all its money. Nothing more was charged.", "Open the order to see the payment.")),
        Page("payment.outcome_unknown",
            ("Todavía no sabemos si se cobró", "La respuesta del proveedor se perdió. Le preguntamos de nuevo cada pocos segundos y no cobramos otra vez hasta saberlo.", "Esperá un minuto y volvé a intentar. No pagues dos veces."),
            ("We do not know yet whether it was charged", "The provider's answer was lost. We keep asking, and charge nothing else until we know.", "Wait a minute and try again. Do not pay twice.")),
        Page("payment.held_money",
            ("El pago llegó con otro importe", "El proveedor cobró un importe distinto del pedido y una persona lo está revisando.", "Esperá a que la tienda lo resuelva; el dinero está registrado."),
            ("The payment came in another amount", "The provider charged another amount than asked, and a person is looking at it.", "Wait for the shop to decide; the money is on record.")),
        Page("payment.other_currency",
            ("Otra moneda", "La venta ya tiene pagos en otra moneda.", "Pagá en la moneda de la venta."),
            ("Another currency", "The sale has payments in another currency.", "Pay in the currency of the sale.")),
        Page("payment.attempt_not_found",
            ("No encontramos ese intento de pago", "El identificador no corresponde a ningún intento.", "Volvé a la tienda y empezá el pago otra vez."),
            ("That try was not found", "The id belongs to no try.", "Go back to the shop and start the payment again.")),
        Page("payment.no_mismatch",
            ("No hay nada que decidir", "Este intento no tiene dinero retenido que espere una decisión.", "Actualizá la página: puede que otra persona ya lo haya resuelto."),
            ("There is nothing to decide", "No held money of this try waits for a decision.", "Reload the page: someone may have decided already.")),
        Page("webhook.unproven",
            ("Aviso sin prueba", "La firma no corresponde al cuerpo, o es demasiado vieja.", "Revisá que la clave configurada sea la misma en el proveedor y en la tienda."),
            ("Unproven notice", "The signature does not fit the body, or is too old.", "Check that provider and shop are configured with the same secret.")),
        Page("webhook.not_replayable",
            ("El aviso todavía espera su turno", "Aún no fue procesado.", "Esperá unos segundos y actualizá la lista."),
            ("The notice still waits for its turn", "It was not processed yet.", "Wait some seconds and reload the list.")),
        Page("refund.closed",
            ("El reintegro ya está cerrado", "Ya se devolvió o se descartó.", "Actualizá la página para ver cómo terminó."),
            ("The refund is closed", "It was given back or dropped already.", "Reload the page to see how it ended.")),
        Page("refund.on_its_way",
            ("El reintegro está en camino", "Ya lo enviamos a la tarjeta y esperamos la confirmación.", "No lo devuelvas a mano: esperá el resultado."),
            ("The refund is on its way", "It was sent to the card and waits for confirmation.", "Do not give it back by hand: wait for the outcome.")),
        Page("refund.above_captured",
            ("Se debe más de lo cobrado", "La venta tiene menos dinero disponible que el reintegro.", "Revisá los pagos y los reintegros anteriores de la venta."),
            ("More is owed than was taken", "The sale has less money left than the refund.", "Look at the payments and earlier refunds of the sale.")),
        Page("refund.wrong_tender",
            ("Medio de devolución no válido", "A mano se devuelve efectivo o transferencia; las tarjetas las devuelve su proveedor.", "Elegí efectivo o transferencia."),
            ("Not a way to give back", "By hand it is cash or a transfer; cards are refunded by their provider.", "Choose cash or transfer.")),
    ];

    private static ProblemPage Page(string code, (string Title, string Cause, string WhatToDo) es, (string Title, string Cause, string WhatToDo) en) =>
        new(code, Es: new(es.Title, es.Cause, es.WhatToDo), En: new(en.Title, en.Cause, en.WhatToDo));
}
