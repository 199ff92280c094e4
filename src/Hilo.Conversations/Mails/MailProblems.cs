using Hilo.Platform;

namespace Hilo.Conversations;

internal static class MailProblems
{
    public static readonly Problem AlreadySent = new("mail.already_sent", "The mail was accepted by the recipient's server; sending it again would repeat it.");
    public static readonly Problem BodyForgotten = new("mail.body_forgotten", "The content of this mail is not kept any more, so it cannot be sent again.");

    public static Problem BadTemplate(string why) => new("mail.template_invalid", $"Con esas palabras no se puede escribir el correo: {why}", 422);

    public static readonly IReadOnlyList<ProblemPage> Pages =
    [
        new("mail.template_invalid",
            new("Ese texto no se puede usar", "Falta una de sus partes, o nombra un dato que no existe.", "Hacé lo que dice el mensaje, o volvé al texto de Hilo."),
            new("Those words cannot be used", "A part of them is missing, or they name a fact that does not exist.", "Do what the message says, or go back to Hilo's own words.")),
        new("mail.already_sent",
            new("Ese correo ya salió", "El servidor del destinatario lo aceptó. Mandarlo otra vez lo repetiría.", "Si no lo encuentra, pedile que mire en correo no deseado, o pasale el enlace del pedido."),
            new("That mail has left already", "The recipient's server accepted it. Sending it again would repeat it.", "If it cannot be found, ask them to look into the junk folder, or give them the link of the order.")),
        new("mail.body_forgotten",
            new("Ya no guardamos ese correo", "El contenido se borra a los 90 días, y el de un código de ingreso apenas sale o vence.", "Si es un código, que pida otro. Si es un pedido, mandale el enlace del pedido."),
            new("That mail is not kept any more", "Contents are deleted after 90 days, those of sign-in codes as soon as they are sent or expire.", "For a code, ask them to request another. For an order, send them the link of the order.")),
    ];
}
