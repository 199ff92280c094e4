using Hilo.Platform;

namespace Hilo.Inventory;

internal static class StockProblems
{
    public static readonly Problem UnknownVariant = new("stock.unknown_variant", "No product has this variant.", 422);
    public static readonly Problem UnknownLocation = new("stock.unknown_location", "No location has this id or code.", 422);
    public static readonly Problem OneQuantity = new("stock.one_quantity", "Send exactly one of setTo and changeBy.", 422);
    public static readonly Problem NotANumberOfUnits = new("stock.quantity_out_of_range", "A quantity of stock is between 0 and 1,000,000,000.", 422);

    /// <summary>More is a typing mistake, and far from where sums would overflow.</summary>
    public static readonly Quantity Most = new(1_000_000_000_000);

    public static Problem BelowPromised(Quantity wanted, StockCounts counts) => new(
        "stock.below_promised",
        $"On hand cannot become {wanted}: {counts.Promised} are promised ({counts.Allocated} allocated to orders, {counts.Reserved} reserved by carts, " +
        $"{counts.Leased} leased, {counts.Unsellable} unsellable). Cancel or move those first.")
    {
        Facts = new Dictionary<string, object?>(StringComparer.Ordinal)
        {
            ["onHand"] = counts.OnHand, ["wanted"] = wanted, ["promised"] = counts.Promised, ["allocated"] = counts.Allocated,
            ["reserved"] = counts.Reserved, ["leased"] = counts.Leased, ["unsellable"] = counts.Unsellable,
        },
    };

    internal static readonly ProblemPage[] Pages =
    [
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
