namespace Hilo.Web.Storefront;

/// <summary>Words that several storefront pages share.</summary>
internal static class StorefrontTexts
{
    public static string ToTheShop => Text.Of("Ir a la tienda", "Go to the shop");

    public static string SomethingFailed => Text.Of("No pudimos mostrar esta página", "We could not show this page");

    public static string NotFound => Text.Of("No encontramos esta página", "We could not find this page");

    public static string NotFoundText => Text.Of(
        "Puede que el producto ya no se venda o que el enlace esté incompleto. Tu carrito sigue como lo dejaste.",
        "The product may no longer be sold, or the link is incomplete. Your cart is as you left it.");

    public static string LastUnits => Text.Of("Últimas unidades", "Last units");

    public static string NoStock => Text.Of("Sin stock", "Out of stock");

    public static string InStock => Text.Of("Hay stock", "In stock");

    public static string Home => Text.Of("Inicio", "Home");

    public static string WhereYouAre => Text.Of("Dónde estás", "Where you are");

    public static string PostalCode => Text.Of("Código postal", "Postal code");

    public static string PostalCodeHint => Text.Of("Por ejemplo, 1414 o C1414", "For example 1414 or C1414");

    public static string WrongPostalCode => Text.Of("No parece un código postal argentino. Son cuatro números, como 1414.", "This does not look like an Argentine postal code: four digits, such as 1414.");

    public static string Calculate => Text.Of("Calcular", "Calculate");

    public static string HowToGetThere => Text.Of("Cómo llegar", "Directions");

    public static string Free => Text.Of("Gratis", "Free");

    public static string Total => Text.Of("Total", "Total");

    public static string Products => Text.Of("Productos", "Items");

    public static string Discounts => Text.Of("Descuentos", "Discounts");

    public static string Shipping => Text.Of("Envío", "Delivery");

    public static string PickupFree => Text.Of("Retiro en tienda", "Pickup in store");

    public static string From(string price) => Text.Of($"Desde {price}", $"From {price}");

    public static string Less(int percent) => Text.Of($"{percent}\u00A0% menos", $"{percent}\u00A0% off");

    public static string OnlyLeft(Quantity left) => left == Quantity.One
        ? Text.Of("Queda 1", "1 left")
        : Text.Of($"Quedan {Format.Quantity(left)}", $"{Format.Quantity(left)} left");

    public static string VatIncluded(string amount) => Text.Of($"IVA contenido: {amount}.", $"VAT included: {amount}.");
}
