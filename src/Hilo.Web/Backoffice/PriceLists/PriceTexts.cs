namespace Hilo.Web.Backoffice.PriceLists;

internal static class PriceTexts
{
    public static string Name => Text.Of("Lista", "List");

    public static string Channel => Text.Of("Vale en", "Applies in");

    public static string Everywhere => Text.Of("todos los canales que no tienen lista propia", "every channel without a list of its own");

    public static string Nowhere => Text.Of("ningún canal", "no channel");

    public static string Money => Text.Of("Moneda", "Currency");

    public static string AppliesEverywhere => Text.Of("Vale en todos los canales que no tienen lista propia.", "Applies in every channel without a list of its own.");

    public static string Add => Text.Of("Nueva lista", "New list");

    public static string AddTitle => Text.Of("Lista para un canal", "A list for one channel");

    public static string AddText => Text.Of("La lista propia de un canal manda; donde no dice nada, vale la lista general.", "A channel's own list decides; where it is silent, the default list applies.");

    public static string Adding => Text.Of("Creando…", "Creating…");

    public static string Create => Text.Of("Crear la lista", "Create the list");

    public static string ListName => Text.Of("Nombre de la lista", "Name of the list");

    public static string ForChannel => Text.Of("Canal", "Channel");

    public static string AllHaveOne => Text.Of("Todos los canales ya tienen lista propia.", "Every channel has a list of its own already.");

    public static string NameMissing => Text.Of("La lista no se creó: le falta el nombre o el canal", "The list was not created: its name or channel is missing");

    public static string NameMissingText => Text.Of("Abrí «Nueva lista» y completá los dos.", "Open “New list” and fill in both.");

    public static string Created(string name) => Text.Of($"Se creó {name}.", $"{name} was created.");

    public static string SearchHint => Text.Of("Producto, SKU o código de barras", "Product, SKU or barcode");

    public static string Product => Text.Of("Producto", "Product");

    public static string General => Text.Of("Lista general", "Default list");

    public static string Price => Text.Of("Precio", "Price");

    public static string Former => Text.Of("Precio anterior", "Former price");

    public static string PriceOf(string name) => Text.Of($"Precio de {name}", $"Price of {name}");

    public static string FormerOf(string name) => Text.Of($"Precio anterior de {name}", $"Former price of {name}");

    public static string EmptyMeansGeneral => Text.Of("Un precio en blanco usa la lista general.", "An empty price uses the default list.");

    public static string Until(string money, string moment) => Text.Of($"Ahora {money}, hasta {moment}", $"Now {money}, until {moment}");

    public static string Save => Text.Of("Guardar los precios", "Save the prices");

    public static string Saving => Text.Of("Guardando…", "Saving…");

    public static string Saved(int count) => count switch
    {
        0 => Text.Of("No había precios para cambiar.", "There were no prices to change."),
        1 => Text.Of("Se guardó 1 precio.", "1 price was saved."),
        _ => Text.Of($"Se guardaron {Format.Number(count)} precios.", $"{Format.Number(count)} prices were saved."),
    };

    public static string FormerNeedsPrice => Text.Of("Un precio anterior necesita su precio.", "A former price needs its price.");

    public static string FormerTooLow => Text.Of("El precio anterior va por encima del precio.", "The former price is above the price.");

    public static string NoneFound(string words) => Text.Of($"Nada se llama «{words}»", $"Nothing is called “{words}”");

    public static string NoneFoundText => Text.Of("Probá con menos palabras, o con el SKU.", "Try fewer words, or the SKU.");

    public static string NoneYet => Text.Of("Todavía no hay productos", "No products yet");

    public static string NoneYetText => Text.Of("Cuando importes o cargues productos, acá les ponés precio.", "Once you import or add products, you price them here.");

    public static string ByTitle => Text.Of("Por nombre", "By name");
}
