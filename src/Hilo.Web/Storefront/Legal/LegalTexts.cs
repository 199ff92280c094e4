namespace Hilo.Web.Storefront.Legal;

/// <summary>What a shop in Argentina says about its sales and its data. The law is named where it decides.</summary>
internal static class LegalTexts
{
    public static string Terms => Text.Of("Condiciones de compra", "Conditions of sale");

    public static string Privacy => Text.Of("Privacidad", "Privacy");

    public static IReadOnlyList<LegalSection> TermsOf(ShopShell shop) =>
    [
        new(Text.Of("Quién vende", "Who sells"), Text.Of(
            $"{shop.LegalName}, CUIT {Format.Cuit(shop.Cuit)}, {shop.LegalAddress}.{Contact(shop)}",
            $"{shop.LegalName}, CUIT {Format.Cuit(shop.Cuit)}, {shop.LegalAddress}.{Contact(shop)}")),
        new(Text.Of("Precios y pago", "Prices and payment"), Text.Of(
            "Los precios son finales, en pesos, con todos los impuestos. Al lado ves el precio sin impuestos nacionales (ley 27.743). El costo del envío se ve antes de pagar.",
            "Prices are final, in pesos, with all taxes. Beside them stands the price without national taxes (law 27.743). The cost of delivery is shown before you pay.")),
        new(Text.Of("Entrega y retiro", "Delivery and pickup"), Text.Of(
            "La fecha de entrega y el plazo para retirar se ven antes de pagar y en la página del pedido. Puede retirar otra persona con el código.",
            "The day of delivery and the time to collect are shown before you pay and on the order's page. Someone else may collect it with the code.")),
        new(Text.Of("Arrepentimiento", "Right of withdrawal"), Text.Of(
            "Podés arrepentirte hasta diez días corridos después de recibirlo, sin dar motivos y sin costo (ley 24.240, artículo 34). Usá el botón de arrepentimiento al pie de cada página.",
            "You may take a purchase back up to ten days after receiving it, without a reason and at no cost (law 24.240, article 34). Use the button at the foot of every page.")),
        new(Text.Of("Garantía", "Warranty"), Text.Of(
            "Todo producto nuevo tiene seis meses de garantía legal desde la entrega (ley 24.240, artículos 11 a 17). El traslado es por nuestra cuenta.",
            "Every new product carries six months of legal warranty from delivery (law 24.240, articles 11 to 17). Carriage is on us.")),
        new(Text.Of("Reclamos", "Complaints"), Text.Of(
            "Escribinos primero: lo resolvemos antes. También podés reclamar en Defensa del Consumidor, con el enlace al pie de cada página.",
            "Write to us first: that is the quickest. You may also complain to the consumer authority, by the link at the foot of every page.")),
    ];

    public static IReadOnlyList<LegalSection> PrivacyOf(ShopShell shop) =>
    [
        new(Text.Of("Qué guardamos y para qué", "What we keep, and why"), Text.Of(
            $"{shop.LegalName} guarda tu nombre, correo, teléfono, direcciones y compras para venderte, entregarte, facturarte y atender tus reclamos. No guardamos números de tarjeta y no vendemos tus datos.",
            $"{shop.LegalName} keeps your name, e-mail, phone, addresses and purchases to sell, deliver, invoice and answer your complaints. We keep no card numbers and sell no data.")),
        new(Text.Of("Qué guarda tu navegador", "What your browser keeps"), Text.Of(
            "Tu carrito, tu sesión, tu código postal y si preferís claro u oscuro. Nada de eso es de terceros ni sirve para seguirte.",
            "Your cart, your session, your postal code, and light or dark. None of it belongs to third parties or follows you.")),
        new(Text.Of("Tus derechos", "Your rights"), Text.Of(
            $"Podés pedir que te mostremos, corrijamos o borremos tus datos (ley 25.326, artículos 6, 14 y 16).{Contact(shop)} El titular de los datos puede ejercer el derecho de acceso en forma gratuita a intervalos no inferiores a seis meses, salvo que acredite un interés legítimo (artículo 14, inciso 3).",
            $"You may ask us to show, correct or erase your data (law 25.326, articles 6, 14 and 16).{Contact(shop)} Access is free at intervals of six months or more, or sooner with a legitimate interest (article 14, paragraph 3).")),
        new(Text.Of("Autoridad de control", "Supervisory authority"), Text.Of(
            "La Agencia de Acceso a la Información Pública, órgano de control de la ley 25.326, atiende las denuncias y reclamos de quienes resulten afectados en sus derechos por incumplimiento de las normas de protección de datos personales.",
            "The Agencia de Acceso a la Información Pública, which supervises law 25.326, hears complaints of whoever is harmed by a breach of the rules on personal data.")),
    ];

    private static string Contact(ShopShell shop) => shop.ContactEmail is { } email ? Text.Of($" Escribinos a {email}.", $" Write to {email}.") : "";
}
