namespace Hilo.Web.Backoffice.Imports;

internal static class ImportTexts
{
    public static string Title => Text.Of("Importar productos", "Import products");

    public static string File => Text.Of("Archivo CSV", "CSV file");

    public static string FileHint => Text.Of("La exportación de productos de Shopify o las columnas de Hilo. Reconocemos solos el formato, el separador y el juego de caracteres.", "A Shopify product export or Hilo's own columns. Format, separator and character set are recognized.");

    public static string FileMissing => Text.Of("Elegí un archivo.", "Choose a file.");

    public static string Location => Text.Of("Dónde está el stock del archivo", "Where the file's stock is");

    public static string NoLocation => Text.Of("En ningún lado: solo productos y precios", "Nowhere: products and prices only");

    public static string LocationHint => Text.Of("La cantidad se carga solo cuando una variante es nueva.", "Quantities are taken only when a variant is new.");

    public static string Overwrite => Text.Of("Reemplazar también el stock de las variantes que ya están", "Replace the stock of known variants too");

    public static string OverwriteHint => Text.Of("Cada diferencia queda como un ajuste, con su motivo.", "Each difference is kept as an adjustment with its reason.");

    public static string Decimals => Text.Of("Cómo escribe los centavos", "How it writes cents");

    public static string DecimalsDetect => Text.Of("Reconocerlo del archivo", "Recognize it from the file");

    public static string DecimalsComma => Text.Of("Con coma: 48.900,50", "With a comma: 48.900,50");

    public static string DecimalsPoint => Text.Of("Con punto: 48,900.50", "With a point: 48,900.50");

    public static string Start => Text.Of("Importar", "Import");

    public static string Starting => Text.Of("Subiendo…", "Uploading…");

    public static string Before => Text.Of("Importaciones anteriores", "Earlier imports");

    public static string Rows => Text.Of("Filas", "Rows");

    public static string When => Text.Of("Cuándo", "When");

    public static string State => Text.Of("Estado", "State");

    public static string NewProducts => Text.Of("productos nuevos", "new products");

    public static string UpdatedProducts => Text.Of("actualizados", "updated");

    public static string UnchangedVariants => Text.Of("variantes sin cambios", "variants unchanged");

    public static string Rejected => Text.Of("filas con error", "rows with errors");

    public static string MayClose => Text.Of("Podés cerrar esta página: sigue sola. Si el servidor se corta, retoma donde quedó. Lo ya importado se puede buscar.", "You may close this page: it goes on by itself. If the server stops, it resumes where it was. What is in can be searched already.");

    public static string Cancel => Text.Of("Cancelar", "Cancel");

    public static string CancelQuestion => Text.Of("¿Cancelar la importación?", "Cancel the import?");

    public static string CancelConsequence => Text.Of("Lo que ya entró queda. El resto del archivo no se lee.", "What is in stays. The rest of the file is not read.");

    public static string CancelIt => Text.Of("Cancelar la importación", "Cancel the import");

    public static string Canceling => Text.Of("Cancelando…", "Canceling…");

    public static string Another => Text.Of("Importar otro archivo", "Import another file");

    public static string SeeProducts => Text.Of("Ver los productos", "See the products");

    public static string BadRows => Text.Of("Filas para revisar", "Rows to look at");

    public static string OthersWentIn => Text.Of("Las demás entraron igual. Corregí estas en el archivo e importalo de nuevo: lo que no cambió no se toca.", "The others went in. Correct these in the file and import it again: what did not change is not touched.");

    public static string Row => Text.Of("Fila", "Row");

    public static string Column => Text.Of("Columna", "Column");

    public static string Value => Text.Of("Valor", "Value");

    public static string Happened => Text.Of("Qué pasa", "What happens");

    public static string Outcome => Text.Of("Resultado", "Outcome");

    public static string WentIn => Text.Of("Entró con aviso", "Went in, with a note");

    public static string StayedOut => Text.Of("No entró", "Stayed out");

    public static string Pictures => Text.Of("Fotos", "Pictures");

    public static string PicturesLater => Text.Of("Las fotos se traen después de los productos. Mientras tanto se ve un dibujo.", "Pictures are fetched after the products. Until then a drawing is shown.");

    public static string PicturesFailed => Text.Of("Las que fallaron se reintentan solas; los productos ya están a la venta sin foto.", "Those that failed are tried again; their products are on sale without a picture.");

    public static string Progress => Text.Of("Avance de la importación", "Progress of the import");

    public static string FirstShown(int count) => Text.Of($"Se muestran las primeras {Format.Number(count)}", $"The first {Format.Number(count)} are shown");

    public static string PicturesOf(int stored, int waiting, int failed) => Text.Of(
        $"{Format.Number(stored)} listas · {Format.Number(waiting)} por traer · {Format.Number(failed)} no se pudieron traer",
        $"{Format.Number(stored)} ready · {Format.Number(waiting)} waiting · {Format.Number(failed)} could not be fetched");

    public static string Heading(ImportView import) => import.State switch
    {
        ImportState.Queued => Text.Of("En espera", "Waiting"),
        ImportState.Running => import.RowsTotal is { } total ? Text.Of($"Importando {Text.Count(total, "fila", "filas")}", $"Importing {Text.Count(total, "row", "rows")}") : Text.Of("Leyendo el archivo", "Reading the file"),
        ImportState.Finished => Text.Of($"Listo: {Text.Count(import.RowsRead, "fila leída", "filas leídas")}", $"Done: {Text.Count(import.RowsRead, "row read", "rows read")}"),
        ImportState.Canceled => Text.Of("Cancelada", "Canceled"),
        _ => Text.Of("No se pudo importar", "Could not be imported"),
    };

    public static string Far(int read, int total, string percent) => Text.Of($"{Format.Number(read)} de {Format.Number(total)} · {percent}", $"{Format.Number(read)} of {Format.Number(total)} · {percent}");

    public static string FormatOf(ImportFormat? format) => format switch
    {
        ImportFormat.Shopify => Text.Of("formato Shopify reconocido", "Shopify format recognized"),
        ImportFormat.Hilo => Text.Of("formato Hilo reconocido", "Hilo format recognized"),
        _ => Text.Of("formato por reconocer", "format not yet recognized"),
    };
}
