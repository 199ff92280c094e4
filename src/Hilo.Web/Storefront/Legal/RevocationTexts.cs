namespace Hilo.Web.Storefront.Legal;

internal static class RevocationTexts
{
    public static string Right => Text.Of(
        "Si compraste a distancia, tenés diez días corridos desde que lo recibís para arrepentirte. No tenés que dar motivos y no tiene costo.",
        "If you bought at a distance, you have ten days from receiving it to change your mind. You need no reason and it costs nothing.");

    public static string Email => Text.Of("Correo con el que compraste", "E-mail you bought with");

    public static string Number => Text.Of("Número de pedido", "Order number");

    public static string NumberHint => Text.Of("Está en los correos del pedido. Si no lo tenés a mano, seguí sin él.", "It is in the order's e-mails. Go on without it if you do not have it.");

    public static string Revoke => Text.Of("Arrepentirme de la compra", "Take my purchase back");

    public static string Recording => Text.Of("Registrando…", "Recording…");

    public static string WhatHappens => Text.Of("Qué pasa después", "What happens next");

    public static string CodeComes => Text.Of("Te damos un código en el momento y te lo mandamos por correo: prueba que lo pediste y cuándo.", "You get a code at once, by e-mail too: it proves that you asked, and when.");

    public static string AlreadyReceived => Text.Of("Te escribimos para coordinar la devolución. La pagamos nosotros y te devolvemos todo, con el envío original.", "We write to you to arrange the return. We pay for it and refund everything, the original delivery included.");

    public static string Cancel => Text.Of("Si el pedido todavía no salió, también podés cancelarlo en el momento desde su enlace o tu cuenta.", "If the order has not left yet, you can also cancel it at once from its link or your account.");

    public static string NotCovered => Text.Of("Lo que compraste dentro de una sucursal tiene cambio, no arrepentimiento.", "What you bought inside a store can be exchanged; this right does not cover it.");

    public static string Done => Text.Of("Registramos tu arrepentimiento", "Your withdrawal is recorded");

    public static string YourCode => Text.Of("Tu código", "Your code");

    public static string WhatNow => Text.Of("No hace falta que hagas nada más. Te escribimos para coordinar la devolución.", "There is nothing else to do. We write to you to arrange the return.");

    public static string DoneText(string email) => Text.Of($"También mandamos el código a {email}. Guardalo.", $"We also e-mailed the code to {email}. Keep it.");

    public static string RecordedAt(string day, string time) => Text.Of($"{day} a las {time}", $"{day}, {time}");
}
