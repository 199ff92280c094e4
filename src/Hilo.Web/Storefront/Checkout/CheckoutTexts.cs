using System.Globalization;

namespace Hilo.Web.Storefront.Checkout;

internal static class CheckoutTexts
{
    public static string Title => Text.Of("Terminar la compra", "Check out");

    public static string YourData => Text.Of("Tus datos", "Your details");

    public static string Delivery => Text.Of("Entrega", "Delivery");

    public static string Payment => Text.Of("Pago", "Payment");

    public static string Change => Text.Of("Cambiar", "Change");

    public static string ChangeCart => Text.Of("Cambiar el carrito", "Change the cart");

    public static string Done => Text.Of("Listo", "Done");

    public static string Email => Text.Of("Correo electrónico", "E-mail");

    public static string EmailHint => Text.Of("Ahí te mandamos el pedido y el código de retiro.", "Your order and the pickup code go there.");

    public static string Name => Text.Of("Nombre y apellido", "Full name");

    public static string Phone => Text.Of("Teléfono", "Phone");

    public static string PhoneHint => Text.Of("Solo si hace falta por la entrega.", "Only if the delivery needs it.");

    public static string WrongEmail => Text.Of("Revisá el correo: tiene que ser como nombre@ejemplo.com.", "Check the e-mail: it should look like name@example.com.");

    public static string NameMissing => Text.Of("Escribí tu nombre, para saber a quién entregarlo.", "Write your name, so that we know whom to hand it to.");

    public static string WantsInvoiceA => Text.Of("Quiero factura A o con CUIT", "I want an invoice with CUIT");

    public static string NeedsDocument => Text.Of("Para este total hace falta tu documento", "This total needs your document");

    public static string NeedsDocumentText => Text.Of("La norma pide identificar a quien compra desde cierto importe. Alcanza con el DNI; si querés la factura con CUIT, cargalo abajo.", "From a certain amount the norm wants the buyer named. Your DNI is enough; for an invoice with CUIT fill it in below.");

    public static string DniHint => Text.Of("Sin puntos. Va en la factura.", "Without dots. It goes on the invoice.");

    public static string WrongDni => Text.Of("Un DNI tiene siete u ocho números.", "A DNI has seven or eight digits.");

    public static string InvoiceTo(string type, string number) => Text.Of($"Factura a tu nombre, {type} {number}", $"Invoice in your name, {type} {number}");

    public static string WantsInvoiceAText => Text.Of("Te la mandamos por correo apenas se paga. Si no cargás nada, sale a consumidor final.", "We send it by mail as soon as it is paid. Without it, it is made out to a final consumer.");

    public static string InvoiceFor(string name, string cuit) => Text.Of($"Factura a {name}, CUIT {cuit}", $"Invoice to {name}, CUIT {cuit}");

    public static string CuitHint => Text.Of("Once dígitos, con o sin guiones.", "Eleven digits, with or without hyphens.");

    public static string WrongCuit => Text.Of("Ese CUIT no es válido: el último dígito no corresponde. Revisalo.", "That CUIT is not valid: its last digit does not fit. Please check it.");

    public static string Company => Text.Of("Razón social", "Company name");

    public static string CompanyMissing => Text.Of("Falta la razón social que va en la factura.", "The name on the invoice is missing.");

    public static string CompanyHint => Text.Of("Dejala vacía y la buscamos en ARCA por el CUIT.", "Leave it empty and we look it up at the agency by CUIT.");

    public static string FilledIn => Text.Of("La completamos con los datos de ARCA. Si está bien, seguí.", "We filled it in from the agency. If it is right, go on.");

    public static string VatCondition => Text.Of("Condición frente al IVA", "VAT condition");

    public static IReadOnlyList<(string Value, string Label)> VatConditions =>
    [
        ("1", Text.Of("Responsable inscripto", "Registered for VAT")), ("6", Text.Of("Responsable monotributo", "Monotributo")), ("4", Text.Of("Exento", "Exempt")), ("5", Text.Of("Consumidor final", "Final consumer")),
        ("13", Text.Of("Monotributista social", "Social monotributo")), ("15", Text.Of("IVA no alcanzado", "Not reached by VAT")),
    ];

    public static string WrongPhone => Text.Of("El teléfono es muy largo. Revisalo.", "The phone number is too long. Please check it.");

    public static string GoOnToDelivery => Text.Of("Seguir con la entrega", "Continue to delivery");

    public static string GoOnToPayment => Text.Of("Seguir con el pago", "Continue to payment");

    public static string Saving => Text.Of("Guardando…", "Saving…");

    public static string YourPostalCode => Text.Of("Tu código postal", "Your postal code");

    public static string SeeOptions => Text.Of("Ver opciones", "See options");

    public static string DeliveryLegend => Text.Of("Cómo lo recibís", "How you receive it");

    public static string ChooseDelivery => Text.Of("Elegí cómo lo recibís.", "Choose how you receive it.");

    public static string ChooseOtherDelivery => Text.Of("Elegí retiro en tienda o escribí otra dirección.", "Choose pickup in store or another address.");

    public static string ShipTitle => Text.Of("Envío a domicilio", "Home delivery");

    public static string OtherPerson => Text.Of("Lo retira otra persona", "Someone else collects it");

    public static string OtherPersonHint => Text.Of("Escribí su nombre. Va a necesitar el código.", "Write their name. They will need the code.");

    public static string Street => Text.Of("Calle", "Street");

    public static string Number => Text.Of("Número", "Number");

    public static string Unit => Text.Of("Piso y depto.", "Floor and flat");

    public static string City => Text.Of("Localidad", "City");

    public static string Province => Text.Of("Provincia", "Province");

    public static string ChooseProvince => Text.Of("Elegí la provincia", "Choose the province");

    public static string Notes => Text.Of("Indicaciones", "Directions");

    public static string NotesHint => Text.Of("Por ejemplo: el timbre no anda, tocar la bocina.", "For example: the bell is broken, please knock.");

    public static string StreetMissing => Text.Of("Escribí la calle.", "Write the street.");

    public static string NumberMissing => Text.Of("Escribí el número. Si no tiene, poné S/N.", "Write the number, or S/N if there is none.");

    public static string CityMissing => Text.Of("Escribí la localidad.", "Write the city.");

    public static string ProvinceMissing => Text.Of("Elegí la provincia.", "Choose the province.");

    public static string PaymentLegend => Text.Of("Medio de pago", "Means of payment");

    public static string ChoosePayment => Text.Of("Elegí cómo pagás.", "Choose how you pay.");

    public static string OneMoment => Text.Of("Un momento…", "One moment…");

    public static string NeverTwice => Text.Of("Si algo falla no se cobra dos veces.", "If something fails you are not charged twice.");

    public static string Confirming => Text.Of("Estamos confirmando tu pago", "We are confirming your payment");

    public static string ConfirmingText => Text.Of(
        "Le preguntamos al medio de pago y todavía no contestó. Tus productos siguen guardados y no se cobra dos veces. Esta página se actualiza sola; si la cerrás te avisamos por correo.",
        "We asked the payment provider and have no answer yet. Your items stay held and nothing is charged twice. This page updates by itself; if you close it we write to you.");

    public static string InReviewText => Text.Of(
        "El medio de pago está revisando la operación. Puede tardar. Te avisamos por correo apenas la apruebe; no hace falta que pagues de nuevo.",
        "The provider is reviewing the payment, which may take a while. We write to you as soon as it is approved; there is no need to pay again.");

    public static string GoingToPay => Text.Of("Te llevamos a pagar", "On to the payment");

    public static string GoingToPayText => Text.Of(
        "Pagás en la página segura del medio de pago y volvés acá. Tus productos quedan guardados mientras tanto.",
        "You pay on the provider's secure page and come back here. Your items stay held meanwhile.");

    public static string Amount => Text.Of("Importe", "Amount");

    public static string AskAgain => Text.Of("Preguntar de nuevo", "Ask again");

    public static string GoOnPaying => Text.Of("Seguir pagando", "Continue paying");

    public static string OtherPayment => Text.Of("Elegir otro medio", "Choose another means");

    public static string NothingCharged => Text.Of(
        "No te cobramos nada y tus productos siguen guardados. Probá con otra tarjeta o elegí otro medio.",
        "Nothing was charged and your items are still held. Try another card or choose another means.");

    public static string CartWith(int lines) => Text.Of($"Tu carrito · {Text.Count(lines, "producto", "productos")}", $"Your cart · {Text.Count(lines, "item", "items")}");

    public static string HeldUntil(string time) => Text.Of($"Te los guardamos hasta las {time}", $"Held for you until {time}");

    public static string CollectedBy(string person) => Text.Of($"lo retira {person}", $"collected by {person}");

    public static string TitleOf(DeliveryOption option) => option.Kind == DeliveryKind.Pickup ? Text.Of($"Retiro en {option.Title}", $"Pickup at {option.Title}") : option.Title;

    public static string ReadyFrom(string moment) => Text.Of($"Listo: {moment}", $"Ready: {moment}");

    public static string PayNow(string total) => Text.Of($"Pagar {total}", $"Pay {total}");

    public static string PlaceOrder(string total) => Text.Of($"Hacer el pedido por {total}", $"Place the order for {total}");

    public static string Arrives(DateOnly from, DateOnly to) => from == to
        ? Text.Of($"Llega el {Day(from)}", $"Arrives on {Day(from)}")
        : Text.Of($"Llega entre el {Day(from)} y el {Day(to)}", $"Arrives between {Day(from)} and {Day(to)}");

    public static string NotApproved(CardAttempt attempt) => attempt switch
    {
        { State: PaymentAttemptState.Canceled } => Text.Of("Cancelaste el pago", "You canceled the payment"),
        { State: PaymentAttemptState.Expired } => Text.Of("El pago venció sin completarse", "The payment expired"),
        { DeclineReason: "insufficient_funds" } => Text.Of("La tarjeta no tiene fondos suficientes", "The card has insufficient funds"),
        { DeclineReason: "expired_card" } => Text.Of("La tarjeta está vencida", "The card has expired"),
        { DeclineReason: "call_issuer" or "call_for_authorize" } => Text.Of("El banco pide que lo autorices con ellos", "The bank asks you to authorize it with them"),
        _ => Text.Of("El banco no aprobó la tarjeta", "The bank did not approve the card"),
    };

    private static string Day(DateOnly day) => day.ToString("dddd d", CultureInfo.GetCultureInfo(Text.Language));
}
