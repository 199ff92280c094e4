namespace Hilo.Web.Backoffice.Mails;

internal static class TemplateTexts
{
    public static string Title => Text.Of("Correo de la factura", "The invoice's mail");

    public static string Lead => Text.Of("Lo que dice el correo que lleva cada factura y cada nota. El PDF va siempre adjunto.", "What the mail says that carries every invoice and note. The PDF is always attached.");

    public static string Own => Text.Of("Con tus palabras", "In your words");

    public static string Ours => Text.Of("Con las de Hilo", "In Hilo's");

    public static string Language => Text.Of("Idioma", "Language");

    public static string Words => Text.Of("Texto", "Words");

    public static string Source => Text.Of("Asunto, resumen, texto y HTML", "Subject, preview, text and HTML");

    public static string SourceHint => Text.Of(
        "La primera línea es el asunto y la segunda el resumen; después van «--- text» y «--- html». Los datos se escriben {{Mail.Document}}, {{Mail.Amount}}, {{Mail.Number}}, {{Mail.Name}}, {{Mail.OrderUrl}}, {{Shop.Name}}.",
        "The first line is the subject and the second the preview; then “--- text” and “--- html”. Facts are written {{Mail.Document}}, {{Mail.Amount}}, {{Mail.Number}}, {{Mail.Name}}, {{Mail.OrderUrl}}, {{Shop.Name}}.");

    public static string Preview => Text.Of("Ver cómo queda", "See how it looks");

    public static string AsSeen => Text.Of("Como se ve", "As it looks");

    public static string Save => Text.Of("Guardar", "Save");

    public static string Saving => Text.Of("Guardando…", "Saving…");

    public static string Saved => Text.Of("Se guardó. Los próximos correos salen así.", "Saved. The next mails go out like this.");

    public static string Back => Text.Of("Volver al texto de Hilo", "Back to Hilo's words");

    public static string BackText => Text.Of("Tu texto se borra.", "Yours is deleted.");

    public static string IsBack => Text.Of("Volvió el texto de Hilo.", "Hilo's words are back.");
}
