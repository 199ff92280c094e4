using Hilo.Platform;

namespace Hilo.Promotions.Pricing;

/// <summary>What people read about the codes of <see cref="PricingProblems"/>.</summary>
internal static class PricingProblemPages
{
    public static readonly ProblemPage[] All =
    [
        Page("pricing.currency_unknown",
            ("Falta la moneda", "La venta no dice en qué moneda está.", "Indicá una moneda conocida, por ejemplo ARS."),
            ("The currency is missing", "The sale does not say its currency.", "Name a known currency, such as ARS.")),
        Page("pricing.currency_mismatch",
            ("Hay importes en otra moneda", "Un precio, un descuento o el envío está en otra moneda que la venta.", "Convertí el importe a la moneda de la venta."),
            ("An amount is in another currency", "A price, a discount or the delivery is in another currency than the sale.", "Convert the amount to the currency of the sale.")),
        Page("pricing.too_many_lines",
            ("Demasiados renglones", "Una venta tiene como máximo 500 renglones.", "Uní renglones iguales o hacé dos ventas."),
            ("Too many lines", "A sale has at most 500 lines.", "Join equal lines, or make two sales.")),
        Page("pricing.too_many_adjustments",
            ("Demasiados descuentos o recargos", "Un renglón y una venta aceptan como máximo 20 cada uno.", "Uní algunos en uno solo."),
            ("Too many discounts or surcharges", "A line and a sale take at most 20 each.", "Join some of them into one.")),
        Page("pricing.too_many_tributes",
            ("Demasiados tributos", "Una venta lleva como máximo 20 percepciones y otros tributos.", "Dale fin a las alícuotas que ya no se usan."),
            ("Too many tributes", "A sale carries at most 20 perceptions and other tributes.", "End the rates that are out of use.")),
        Page("pricing.negative_tribute",
            ("Tributo negativo", "Una percepción u otro tributo cuesta cero o más.", "Revisá la alícuota y la base."),
            ("Negative tribute", "A perception or another tribute costs nothing or more.", "Check its rate and its base.")),
        Page("pricing.amount_too_large",
            ("Importe demasiado grande", "Un comprobante admite hasta 13 dígitos antes de la coma.", "Revisá precio y cantidad; lo más probable es un error de tipeo."),
            ("Amount too large", "A fiscal document holds up to 13 digits before the decimal sign.", "Check price and quantity; most likely one was mistyped.")),
        Page("pricing.discount_above_line",
            ("El descuento supera el renglón", "Se quiso descontar más de lo que cuesta el renglón.", "Bajá el descuento de ese renglón."),
            ("The discount is above the line", "More would be taken off than the line costs.", "Make the discount of that line smaller.")),
        Page("pricing.discount_above_sale",
            ("El descuento supera la venta", "Se quiso descontar más de lo que cuestan los productos. El envío no se descuenta.", "Bajá el descuento."),
            ("The discount is above the sale", "More would be taken off than the goods cost. Delivery is not discounted.", "Make the discount smaller.")),
        Page("pricing.adjustment_out_of_range",
            ("Descuento o recargo fuera de rango", "El importe es negativo, el descuento pasa el 100 % o el recargo pasa el 1000 %.", "Corregí el importe o el porcentaje."),
            ("Discount or surcharge out of range", "The amount is negative, the discount above 100 % or the surcharge above 1000 %.", "Correct the amount or the percentage.")),
        Page("pricing.no_lines",
            ("No hay productos", "Hay un cargo sin ningún producto que lo lleve.", "Agregá un producto primero."),
            ("There are no goods", "There is a charge and no goods to carry it.", "Add a product first.")),
        Page("pricing.negative_shipping",
            ("Envío negativo", "El envío cuesta cero o más.", "Para bajar el total usá un descuento."),
            ("Negative delivery", "Delivery costs nothing or more.", "Use a discount to lower the total.")),
        Page("pricing.duplicate_line",
            ("Renglón repetido", "Dos renglones tienen la misma clave.", "Dale a cada renglón su propia clave."),
            ("Repeated line", "Two lines have the same key.", "Give each line its own key.")),
        Page("pricing.quantity_out_of_range",
            ("Cantidad fuera de rango", "La cantidad es cero, negativa o absurda.", "Indicá una cantidad mayor que cero y de hasta un millón."),
            ("Quantity out of range", "The quantity is zero, negative or absurd.", "Give a quantity above zero and up to one million.")),
        Page("pricing.negative_price",
            ("Precio negativo", "Un precio nunca es negativo.", "Usá un descuento o una devolución."),
            ("Negative price", "A price is never negative.", "Use a discount or a return.")),
        Page("pricing.tax_code_unknown",
            ("Falta el IVA", "El producto no dice cómo lo trata el IVA.", "Cargá la alícuota, exento o no gravado en el producto."),
            ("The tax code is missing", "The product does not say how VAT treats it.", "Set the rate, exempt or untaxed on the product.")),
        Page("pricing.refund_above_sold",
            ("Se devuelve más de lo vendido", "La cantidad a devolver supera lo que queda de lo vendido.", "Revisá las devoluciones anteriores del renglón."),
            ("More goes back than was sold", "The quantity is above what is left of what was sold.", "Look at the earlier returns of the line.")),
        Page("pricing.refund_above_charged",
            ("Se reintegra más de lo cobrado", "El reintegro, con los anteriores, supera lo que se cobró.", "Reintegrá como máximo lo que queda."),
            ("More goes back than was charged", "The refund and the earlier ones are above what was charged.", "Refund at most what is left.")),
    ];

    private static ProblemPage Page(string code, (string Title, string Cause, string WhatToDo) es, (string Title, string Cause, string WhatToDo) en) =>
        new(code, new ProblemText(es.Title, es.Cause, es.WhatToDo), new ProblemText(en.Title, en.Cause, en.WhatToDo));
}
