namespace Hilo.Web.Storefront.Account;

internal static class RevocationTexts
{
    public static string Right => Text.Of(
        "Si compraste por la web, tenés diez días corridos desde que lo recibís para arrepentirte. No tenés que dar motivos y no tiene costo.",
        "If you bought online, you have ten days from receiving it to change your mind. You need no reason and it costs nothing.");

    public static string OpenTheLink => Text.Of("Abrí el pedido con el enlace que te mandamos por correo, o desde tu cuenta.", "Open the order with the link we e-mailed you, or from your account.");

    public static string Cancel => Text.Of("Si todavía no salió, cancelalo ahí mismo: liberamos los productos y te devolvemos lo que pagaste.", "If it has not left yet, cancel it right there: we release the items and refund what you paid.");

    public static string AlreadyReceived => Text.Of("Si ya lo recibiste, escribinos con el número de pedido y coordinamos la devolución.", "If you already have it, write to us with the order number and we arrange the return.");

    public static string FindMyOrder => Text.Of("Buscar mi pedido", "Find my order");

    public static string WriteToUs => Text.Of("Escribirnos", "Write to us");
}
