using System.Globalization;

namespace Hilo.Catalog;

/// <summary>What is said about a row: what happened, and what to do. Spanish unless English was asked for.</summary>
internal static class ImportWording
{
    private static readonly Dictionary<string, (string Es, string En)> Texts = new(StringComparer.Ordinal)
    {
        ["row.open_quote"] = ("Hay una comilla que no se cierra. Esta fila quedó afuera; seguimos con la próxima. Cerrala y volvé a importar.", "A quote is never closed. This row stayed out; reading went on with the next line. Close it and import again."),
        ["row.stray_quote"] = ("Hay una comilla en el medio de una celda. Si es parte del texto, escribila doble (\"\") y volvé a importar.", "A quote stands in the middle of a cell. If it is part of the text, write it twice (\"\") and import again."),
        ["row.too_long"] = ("La fila tiene más de un millón de caracteres: seguro falta cerrar una comilla. Quedó afuera.", "The row has more than a million characters: a quote is probably never closed. It stayed out."),
        ["row.control_characters"] = ("La fila tiene caracteres que ningún texto tiene (por ejemplo, nulos). Volvé a exportar el archivo.", "The row holds characters that no text has, such as nulls. Export the file again."),
        ["row.header_again"] = ("Es el encabezado otra vez, seguro porque se pegaron dos archivos. Se salteó.", "This is the header again, probably because two files were joined. It was skipped."),
        ["row.other_delimiter"] = ("La fila usa otro separador que el encabezado. Usá el mismo en todo el archivo.", "The row uses another delimiter than the header. Use the same one in the whole file."),
        ["row.failed"] = ("No pudimos guardar el producto por un error nuestro. Las demás filas entraron.", "The product could not be stored because of an error of ours. The other rows went in."),
        ["cell.too_long"] = ("El texto tiene {0} caracteres y acá entran {1}. Acortalo.", "The text has {0} characters and {1} fit here. Shorten it."),
        ["cell.date"] = ("Parece una fecha: las planillas convierten talles como 2-1. Entró tal cual; fijate si está bien.", "It looks like a date: spreadsheets turn sizes such as 2-1 into days. It went in as it is; check it."),
        ["description.shortened"] = ("La descripción pasa los 20.000 caracteres. Entró cortada.", "The description is longer than 20,000 characters. It went in shortened."),
        ["row.too_many_cells"] = ("La fila tiene {0} celdas y el encabezado {1}. Seguro hay un separador de más: poné el texto entre comillas.", "The row has {0} cells and the header {1}. Probably a delimiter too many: put the text in quotes."),
        ["row.product_missing"] = ("La fila no dice de qué producto es. Completá el producto, el nombre o el SKU.", "The row does not say which product it is of. Fill in the product, the name or the SKU."),
        ["sku.invalid"] = ("El SKU tiene hasta 64 caracteres y ningún carácter raro. Corregilo.", "A SKU has up to 64 characters and no control characters. Correct it."),
        ["sku.repeated"] = ("Está repetido: también en la fila {0}. Vale la primera; borrá o renombrá esta.", "Repeated: also on line {0}. The first one counts; remove or rename this one."),
        ["sku.other_product"] = ("El SKU ya es de «{0}». Corregí el SKU o el producto.", "The SKU belongs to \"{0}\". Correct the SKU or the product."),
        ["sku.unknown"] = ("No hay ninguna variante con ese SKU y la fila no trae nombre ni precio para crearla.", "No variant has this SKU, and the row has no name and price to create it."),
        ["gtin.spoiled"] = ("La planilla cambió el código de barras por un número abreviado. Dale formato de texto a la columna y volvé a poner el código.", "The spreadsheet turned the bar code into a short number. Format the column as text and enter it again."),
        ["gtin.check_digit"] = ("El dígito verificador debería ser {0}. Corregí el código o dejalo vacío.", "The check digit should be {0}. Correct the code or leave it empty."),
        ["gtin.repeated"] = ("El código de barras está repetido: también en la fila {0}. Vale la primera.", "The bar code is repeated: also on line {0}. The first one counts."),
        ["gtin.taken"] = ("Ese código de barras ya es de otra variante. Revisá cuál de las dos lo lleva.", "The bar code belongs to another variant. See which of them carries it."),
        ["gtin.other_code"] = ("No es un código de barras de 8, 12, 13 o 14 dígitos. El producto entró sin código.", "Not a bar code of 8, 12, 13 or 14 digits. The product went in without it."),
        ["number.invalid"] = ("No es un número. Corregilo.", "Not a number. Correct it."),
        ["number.formula"] = ("Es una fórmula; no se ejecuta. Poné el número.", "A formula; it is not run. Enter the number."),
        ["number.ambiguous"] = ("No sabemos si son {0} o {1}. Elegí cómo leer la coma.", "It could be {0} or {1}. Choose how to read the comma."),
        ["number.out_of_range"] = ("El número es absurdo para esta columna. Corregilo.", "The number is absurd for this column. Correct it."),
        ["price.negative"] = ("El precio es negativo. Corregilo.", "The price is negative. Correct it."),
        ["price.too_many_decimals"] = ("El precio tiene más decimales que la moneda. Corregilo.", "The price has more decimals than the currency. Correct it."),
        ["price.wrong_currency"] = ("Los precios de la tienda están en {0}. Convertí el precio o dejá vacía la moneda.", "The shop's prices are in {0}. Convert the price or leave the currency empty."),
        ["price.missing"] = ("Falta el precio y la variante es nueva. Ponelo y volvé a importar.", "The price is missing and the variant is new. Set it and import again."),
        ["price.former_not_greater"] = ("El precio anterior no es mayor que el precio. Entró sin precio anterior.", "The former price is not greater than the price. It went in without one."),
        ["tax.unknown"] = ("No conocemos esa alícuota. Usá 0, 2,5, 5, 10,5, 21, 27, exento o no gravado.", "Unknown rate. Use 0, 2.5, 5, 10.5, 21, 27, exempt or untaxed."),
        ["tax.exempt_assumed"] = ("El archivo dice que no lleva impuesto. Entró como exento: revisalo.", "The file says untaxed. It went in as exempt: check it."),
        ["stock.negative"] = ("El stock es negativo. El producto entró sin cantidad: contala.", "The stock is negative. The product went in without a quantity: count it."),
        ["stock.no_location"] = ("El archivo trae cantidades y no elegiste sucursal: los productos entraron sin stock. Importalo de nuevo con una sucursal y la opción de pisar el stock.", "The file has quantities and no location was chosen: products went in without stock. Import it again with a location and the option to overwrite stock."),
        ["stock.promised"] = ("No bajamos el stock: {0} ya están prometidas en pedidos o carritos.", "Stock was not lowered: {0} are promised to orders or carts."),
        ["status.unknown"] = ("No conocemos ese estado. Usá publicado, borrador o archivado.", "Unknown status. Use published, draft or archived."),
        ["picture.address_invalid"] = ("No es una dirección http o https. El producto entró sin esta foto.", "Not an http or https address. The product went in without this picture."),
        ["category.created"] = ("La categoría no existía: la creamos.", "The category did not exist: it was created."),
        ["cell.formula"] = ("Empieza como una fórmula. Se guardó como texto y no se ejecuta.", "It begins like a formula. It was kept as text and is never run."),
        ["variant.repeated"] = ("Las mismas opciones están en la fila {0}. Vale la primera.", "The same options are on line {0}. The first one counts."),
        ["variant.option_values_missing"] = ("Los valores de opciones no coinciden con las opciones del producto. Completá o quitá los que sobran.", "The option values do not match the product's options. Add the missing or remove the others."),
        ["variant.same_options"] = ("Otra variante del producto tiene las mismas opciones. Cambiá una de las dos.", "Another variant of the product has the same options. Change one of them."),
        ["variant.gtin_taken"] = ("Otra variante del producto ya tiene el código de barras que esta tenía. Poné el suyo en la fila.", "Another variant of the product has the bar code that this one had. Put its own on the row."),
        ["product.title_missing"] = ("El producto es nuevo y no tiene nombre. Ponelo en su primera fila.", "The product is new and has no title. Put it on its first row."),
        ["product.handle_missing"] = ("El nombre no tiene letras ni números de los que hacer la dirección. Completá la columna del producto.", "The title has no letter or digit to make an address of. Fill in the product's column."),
        ["product.too_many_variants"] = ("El producto pasa las {0} variantes. Separalo en dos.", "The product has more than {0} variants. Split it."),
        ["product.option_twice"] = ("Dos opciones del producto se llaman igual. Cambiá uno de los nombres.", "Two options share a name. Rename one of them."),
    };

    public static IReadOnlyCollection<string> Codes => Texts.Keys;

    public static ImportProblem Of(ImportProblemRow row)
    {
        var (es, en) = Texts.GetValueOrDefault(row.Code, (row.Code, row.Code));
        var text = CultureInfo.CurrentUICulture.TwoLetterISOLanguageName == "en" ? en : es;
        return new ImportProblem(row.Line, row.ColumnName, row.Value, row.Code, string.Format(CultureInfo.InvariantCulture, text, [.. CatalogJson.Read<string[]>(row.Facts)]), row.IsWarning);
    }
}
