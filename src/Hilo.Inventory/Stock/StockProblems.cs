using Hilo.Platform;

namespace Hilo.Inventory;

internal static class StockProblems
{
    public static readonly Problem UnknownVariant = new("stock.unknown_variant", "No product has this variant.", 422);
    public static readonly Problem UnknownLocation = new("stock.unknown_location", "No location has this id or code.", 422);
    public static readonly Problem OneQuantity = new("stock.one_quantity", "Send exactly one of setTo and changeBy.", 422);
    public static readonly Problem NotANumberOfUnits = new("stock.quantity_out_of_range", "A quantity of stock is between 0 and 1,000,000,000.", 422);

    public static readonly Problem NoPostalCode = new("stock.postal_code_invalid", "A postal code is four digits such as 1425 or a CPA such as C1425DKA.", 422);

    /// <summary>More is a typing mistake, and far from where sums would overflow.</summary>
    public static readonly Quantity Most = new(1_000_000_000_000);

    public static Problem BelowPromised(Quantity wanted, StockCounts counts) => new(
        "stock.below_promised",
        $"On hand cannot become {wanted}: {counts.Promised} are promised ({counts.Allocated} allocated to orders, {counts.Reserved} reserved by carts, " +
        $"{counts.Leased} leased, {counts.Unsellable} unsellable). Cancel or move those first.")
    {
        Facts = new Dictionary<string, object?>(StringComparer.Ordinal)
        {
            ["onHand"] = counts.OnHand,
            ["wanted"] = wanted,
            ["promised"] = counts.Promised,
            ["allocated"] = counts.Allocated,
            ["reserved"] = counts.Reserved,
            ["leased"] = counts.Leased,
            ["unsellable"] = counts.Unsellable,
        },
    };

    public static Problem UnreadableCsv(string why) => new("stock.unreadable_csv", why, 422);

    internal static readonly ProblemPage[] Pages =
    [
        new("stock.postal_code_invalid",
            new("Ese código postal no es válido", "Un código postal argentino tiene cuatro números (1425) o el formato C1425DKA.", "Revisalo y probá de nuevo."),
            new("That postal code is not valid", "An Argentine postal code is four digits (1425) or the form C1425DKA.", "Check it and try again.")),
        new("stock.unreadable_csv",
            new("No pudimos leer el archivo de stock", "Falta una columna (sku, location, on_hand), unas comillas quedaron abiertas, o el archivo no es texto.", "Corregí lo que dice el detalle y volvé a subirlo: no se cambió nada."),
            new("The stock file could not be read", "A column is missing (sku, location, on_hand), a quote was left open, or the file is no text.", "Correct what the detail says and send it again: nothing was changed.")),
        new("stock.bad_quantity",
            new("Eso no es una cantidad", "La celda tiene letras, una fórmula o un separador de miles.", "Escribí solo el número, por ejemplo 12 o 0,5."),
            new("That is no quantity", "The cell has letters, a formula or a thousands separator.", "Write the number alone, such as 12 or 0.5.")),
        new("stock.repeated_line",
            new("La línea está repetida", "Otra línea anterior fija el mismo SKU en la misma sucursal.", "Dejá una sola línea por SKU y sucursal."),
            new("The line is repeated", "An earlier line sets the same SKU at the same location.", "Keep one line per SKU and location.")),
        new("stock.unknown_variant",
            new("Esa variante no existe", "El identificador o el SKU no corresponde a ningún producto.", "Buscá el producto y usá su SKU tal como figura."),
            new("That variant does not exist", "The id or SKU belongs to no product.", "Look the product up and use its SKU as shown.")),
        new("stock.unknown_location",
            new("Esa sucursal no existe", "El identificador o el código no corresponde a ninguna sucursal o depósito.", "Mirá los códigos en Stock, Sucursales y depósitos."),
            new("That location does not exist", "The id or code belongs to no store or warehouse.", "See the codes under Stock, Locations.")),
        new("stock.one_quantity",
            new("Falta decir la cantidad de una sola forma", "Un ajuste lleva la cantidad final (setTo) o la diferencia (changeBy), no ambas ni ninguna.", "Enviá una de las dos."),
            new("Say the quantity in one way", "An adjustment carries the final quantity (setTo) or the difference (changeBy), not both and not none.", "Send one of them.")),
        new("stock.quantity_out_of_range",
            new("Esa cantidad no es posible", "El stock va de 0 a 1.000.000.000 de unidades.", "Revisá el número; suele ser un error de tipeo."),
            new("That quantity is not possible", "Stock is between 0 and 1,000,000,000 units.", "Check the number; it is usually a typing mistake.")),
        new("stock.below_promised",
            new("Hay unidades prometidas", "El stock en mano no puede quedar por debajo de lo que ya está asignado a pedidos o reservado en carritos.", "Cancelá o reasigná esos pedidos, o ajustá a un número mayor."),
            new("Units are promised", "Stock on hand cannot fall below what orders and carts already hold.", "Cancel or move those orders first, or adjust to a larger number.")),
    ];
}
