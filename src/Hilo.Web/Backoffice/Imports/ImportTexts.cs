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

    public static string Steps => Text.Of("Pasos de la importación", "Steps of the import");

    public static string StepFile => Text.Of("Archivo", "File");

    public static string StepTry => Text.Of("Ensayo", "Dry run");

    public static string StepImport => Text.Of("Importación", "Import");

    public static string StepReport => Text.Of("Informe", "Report");

    public static string Try => Text.Of("Ensayar el archivo", "Try the file");

    public static string TryText => Text.Of("El ensayo lee todo y te dice fila por fila qué va a pasar, sin cambiar nada. Después importás lo mismo con un botón.", "The dry run reads everything and says row by row what would happen, and changes nothing. Then one button brings the same in.");

    public static string StartNow => Text.Of("Importar sin ensayo", "Import at once");

    public static string DryRun => Text.Of("ensayo", "dry run");

    public static string OtherFile => Text.Of("Subir otro archivo", "Upload another file");

    public static string StartingTried => Text.Of("Empezando…", "Starting…");

    public static string StartTried(ImportView import) => import.RowsRejected == 0
        ? Text.Of($"Importar {Text.Count(import.RowsRead, "fila", "filas")}", $"Import {Text.Count(import.RowsRead, "row", "rows")}")
        : (import.RowsRead - import.RowsRejected) switch
        {
            <= 0 => Text.Of("Importar de todos modos", "Import all the same"),
            1 => Text.Of("Importar la fila buena", "Import the good row"),
            var good => Text.Of($"Importar las {Format.Number(good)} filas buenas", $"Import the {Format.Number(good)} good rows"),
        };

    public static string Starting => Text.Of("Subiendo…", "Uploading…");

    public static string Before => Text.Of("Importaciones anteriores", "Earlier imports");

    public static string Rows => Text.Of("Filas", "Rows");

    public static string When => Text.Of("Cuándo", "When");

    public static string State => Text.Of("Estado", "State");

    public static string NewProducts => Text.Of("productos nuevos", "new products");

    public static string UpdatedProducts => Text.Of("actualizados", "updated");

    public static string UnchangedVariants => Text.Of("variantes sin cambios", "variants unchanged");

    public static string Rejected => Text.Of("filas con error", "rows with errors");

    /// <summary>What is safe, and what comes next.</summary>
    public static string WhatNow(ImportView import) => (import.State, import.IsDryRun) switch
    {
        (ImportState.Queued or ImportState.Running, true) => Text.Of("Podés cerrar esta página: el ensayo sigue solo. No cambia nada en la tienda.", "You may close this page: the dry run goes on by itself. It changes nothing in the shop."),
        (ImportState.Queued or ImportState.Running, false) => Text.Of("Podés cerrar esta página: sigue sola. Si el servidor se corta, retoma donde quedó. Lo ya importado se puede buscar.", "You may close this page: it goes on by itself. If the server stops, it resumes where it was. What is in can be searched already."),
        (ImportState.Finished, true) when import.CanStart => Text.Of("Fue un ensayo: todavía no cambió nada. Esto es lo que va a pasar.", "This was a dry run: nothing has changed yet. This is what will happen."),
        (ImportState.Finished, true) => Text.Of("Fue un ensayo: no cambió nada. Su archivo ya se importó o ya no está.", "This was a dry run: it changed nothing. Its file was brought in already or is not here any more."),
        (ImportState.Finished, false) => Text.Of("Los productos ya están en la tienda y en la oficina.", "The products are in the shop and in the office now."),
        (ImportState.Canceled, true) => Text.Of("El ensayo no cambió nada.", "The dry run changed nothing."),
        (ImportState.Canceled, false) => Text.Of("Lo que ya había entrado queda. Si importás el archivo de nuevo, lo que no cambió no se toca.", "What was in stays. If you import the file again, what did not change is not touched."),
        _ => Text.Of("Lo que ya había entrado queda. Podés importar el archivo de nuevo.", "What was in stays. You may import the file again."),
    };

    public static string AllGood => Text.Of("Ninguna fila tiene problemas", "No row has a problem");

    public static string AllGoodTried => Text.Of("Todas van a entrar tal como están en el archivo.", "All of them will go in as they are in the file.");

    public static string AllGoodText => Text.Of("Todas entraron tal como están en el archivo.", "All of them went in as they are in the file.");

    public static string CancelTryQuestion => Text.Of("¿Cancelar el ensayo?", "Cancel the dry run?");

    public static string CancelTryConsequence => Text.Of("El ensayo no cambió nada. Podés subir el archivo de nuevo cuando quieras.", "The dry run changed nothing. You may upload the file again at any time.");

    public static string CancelTry => Text.Of("Cancelar el ensayo", "Cancel the dry run");

    public static string CancelQuestion => Text.Of("¿Cancelar la importación?", "Cancel the import?");

    public static string CancelConsequence => Text.Of("Lo que ya entró queda. El resto del archivo no se lee.", "What is in stays. The rest of the file is not read.");

    public static string CancelIt => Text.Of("Cancelar la importación", "Cancel the import");

    public static string Canceling => Text.Of("Cancelando…", "Canceling…");

    public static string Another => Text.Of("Importar otro archivo", "Import another file");

    public static string SeeProducts => Text.Of("Ver los productos", "See the products");

    public static string BadRows => Text.Of("Filas para revisar", "Rows to look at");

    public static string MoreMayCome => Text.Of("Pueden aparecer más: el archivo todavía se está leyendo.", "There may be more: the file is still being read.");

    public static string OthersWentIn => Text.Of("Las demás entraron igual. Corregí estas en el archivo e importalo de nuevo: lo que no cambió no se toca.", "The others went in. Correct these in the file and import it again: what did not change is not touched.");

    public static string OthersWillGoIn => Text.Of("Las demás van a entrar igual. Podés importar ahora, o corregir estas en el archivo y ensayarlo de nuevo.", "The others will go in. Import now, or correct these in the file and try it again.");

    public static string DownloadProblems(int count) => Text.Of(count == 1 ? "Bajar la lista" : $"Bajar las {Format.Number(count)} como CSV", count == 1 ? "Download the list" : $"Download all {Format.Number(count)} as CSV");

    public static string ProblemsFile => Text.Of("filas-para-revisar.csv", "rows-to-look-at.csv");

    public static string Row => Text.Of("Fila", "Row");

    public static string Column => Text.Of("Columna", "Column");

    public static string Value => Text.Of("Valor", "Value");

    public static string Happened => Text.Of("Qué pasa", "What happens");

    public static string Outcome => Text.Of("Resultado", "Outcome");

    public static string WentIn(bool isDryRun) => isDryRun ? Text.Of("Entra con aviso", "Goes in, with a note") : Text.Of("Entró con aviso", "Went in, with a note");

    public static string StayedOut(bool isDryRun) => isDryRun ? Text.Of("No va a entrar", "Will stay out") : Text.Of("No entró", "Stayed out");

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
        ImportState.Running when import.IsDryRun => import.RowsTotal is { } rows ? Text.Of($"Ensayando {Text.Count(rows, "fila", "filas")}", $"Trying {Text.Count(rows, "row", "rows")}") : Text.Of("Leyendo el archivo", "Reading the file"),
        ImportState.Finished when import.IsDryRun => Text.Of($"Ensayo listo: {Text.Count(import.RowsRead, "fila leída", "filas leídas")}", $"Dry run done: {Text.Count(import.RowsRead, "row read", "rows read")}"),
        ImportState.Canceled when import.IsDryRun => Text.Of("Ensayo cancelado", "Dry run canceled"),
        ImportState.Running => import.RowsTotal is { } total ? Text.Of($"Importando {Text.Count(total, "fila", "filas")}", $"Importing {Text.Count(total, "row", "rows")}") : Text.Of("Leyendo el archivo", "Reading the file"),
        ImportState.Finished => Text.Of($"Listo: {Text.Count(import.RowsRead, "fila leída", "filas leídas")}", $"Done: {Text.Count(import.RowsRead, "row read", "rows read")}"),
        ImportState.Canceled => Text.Of("Cancelada", "Canceled"),
        _ => Text.Of("No se pudo importar", "Could not be imported"),
    };

    public static string Far(int read, int total, string percent) => Text.Of($"{Format.Number(read)} de {Format.Number(total)} · {percent}", $"{Format.Number(read)} of {Format.Number(total)} · {percent}");

    /// <summary>Follows the share, after a point in the middle; nothing while nobody can tell.</summary>
    public static string Left(int? seconds) => seconds switch
    {
        null or <= 0 => "",
        < 60 => Text.Of(" · falta menos de 1 minuto", " · less than 1 minute left"),
        { } left => Text.Of($" · faltan unos {Text.Count(1 + left / 60, "minuto", "minutos")}", $" · about {Text.Count(1 + left / 60, "minute", "minutes")} left"),
    };

    public static string FormatOf(ImportFormat? format) => format switch
    {
        ImportFormat.Shopify => Text.Of("formato Shopify reconocido", "Shopify format recognized"),
        ImportFormat.Hilo => Text.Of("formato Hilo reconocido", "Hilo format recognized"),
        _ => Text.Of("formato por reconocer", "format not yet recognized"),
    };
}
