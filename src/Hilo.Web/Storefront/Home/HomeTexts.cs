namespace Hilo.Web.Storefront.Home;

internal static class HomeTexts
{
    public static string Claim => Text.Of("Elegilo acá, retiralo cerca", "Choose it here, collect it nearby");

    public static string ClaimText => Text.Of(
        "Pasá a buscarlo por tu sucursal o te lo llevamos a tu casa. Ves el stock de cada local antes de salir.",
        "Collect it in your store or have it brought home. See each store's stock before you leave.");

    public static string SeeNew => Text.Of("Ver productos", "See the products");

    public static string HowYouBuy => Text.Of("Cómo comprás", "How you buy");

    public static string PickUp => Text.Of("Retirá en tu sucursal", "Collect in your store");

    public static string PickUpText => Text.Of("Te avisamos cuando está listo. Puede ir otra persona con el código.", "We tell you when it is ready. Someone else may collect it with the code.");

    public static string Ship => Text.Of("Envíos a todo el país", "Delivery everywhere");

    public static string ShipText => Text.Of("El costo y la fecha se ven antes de pagar, con tu código postal.", "Cost and date are shown before you pay, by your postal code.");

    public static string AnyDevice => Text.Of("Seguí donde quieras", "Continue anywhere");

    public static string AnyDeviceText => Text.Of("Tu carrito se abre en otro teléfono o en la compu con un enlace.", "Your cart opens on another phone or computer with a link.");

    public static string JustIn => Text.Of("Recién llegados", "Just in");

    public static string SeeAll => Text.Of("Ver todo", "See all");

    public static string ByCategory => Text.Of("Por categoría", "By category");

    public static string More => Text.Of("También te puede gustar", "You may also like");

    public static string NothingYet => Text.Of("Todavía no hay productos", "No products yet");

    public static string NothingYetText => Text.Of("Cuando la tienda publique los suyos, los vas a ver acá.", "When the shop publishes some, they will be here.");

    public static string Description(string shop) => Text.Of($"{shop}: comprá en la web y retirá en tu sucursal o recibilo en tu casa.", $"{shop}: buy online, collect in store or have it delivered.");
}
