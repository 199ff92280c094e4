namespace Hilo.Web.Storefront.Products;

internal static class ProductTexts
{
    public static string AddToCart => Text.Of("Agregar al carrito", "Add to cart");

    public static string Adding => Text.Of("Agregando…", "Adding…");

    public static string NotMade => Text.Of("Esa combinación no se hace", "That combination is not made");

    public static string NotMadeText => Text.Of("Elegí otro color o talle.", "Choose another color or size.");

    public static string NotMadeShort => Text.Of("no se hace", "not made");

    public static string NoStockShort => Text.Of("sin stock", "sold out");

    public static string NoStockText => Text.Of("No queda en ninguna sucursal. Mirá si está en otro color o talle.", "None left in any store. See whether another color or size is there.");

    public static string Availability => Text.Of("Disponibilidad", "Availability");

    public static string WhereToGetIt => Text.Of("Dónde hay", "Where to get it");

    public static string SeeNear => Text.Of("Ver cerca", "See nearby");

    public static string HomeDelivery => Text.Of("Envío a domicilio", "Home delivery");

    public static string HomeDeliveryText => Text.Of("El costo y la fecha se ven en el carrito, antes de pagar.", "Cost and date are shown in the cart, before you pay.");

    public static string PickUpHere => Text.Of("Podés retirarlo acá", "Pickup here");

    public static string HeldWhenPaying => Text.Of("Te lo guardamos 15 minutos cuando empezás a pagar.", "We hold it for 15 minutes once you start to pay.");

    public static string Code(string sku) => Text.Of($"Código {sku}", $"Code {sku}");

    public static string Choose(string option) => Text.Of($"Elegí {option.ToLowerInvariant()}", $"Choose {option.ToLowerInvariant()}");

    public static string ChooseToSeeStores(string option) => Text.Of(
        $"Elegí {option.ToLowerInvariant()} y ves en qué sucursales hay.", $"Choose a {option.ToLowerInvariant()} to see which stores have it.");

    public static string Picture(int number, int of) => Text.Of($"Foto {number} de {of}", $"Picture {number} of {of}");

    public static string LeftShort(Quantity left) => Text.Of($"{(left == Quantity.One ? "queda" : "quedan")} {Format.Quantity(left)}", $"{Format.Quantity(left)} left");

    public static string Away(double kilometers) => Text.Of($"a {Format.Distance(kilometers * 1000)}", $"{Format.Distance(kilometers * 1000)} away");
}
