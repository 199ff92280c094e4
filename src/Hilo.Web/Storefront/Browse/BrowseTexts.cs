namespace Hilo.Web.Storefront.Browse;

internal static class BrowseTexts
{
    public static string Everything => Text.Of("Toda la tienda", "The whole shop");

    public static string Filters => Text.Of("Filtros", "Filters");

    public static string Results => Text.Of("Resultados", "Results");

    public static string Categories => Text.Of("Categoría", "Category");

    public static string Price => Text.Of("Precio", "Price");

    public static string Stock => Text.Of("Stock", "Stock");

    public static string OnlyAvailable => Text.Of("Hay stock", "In stock");

    /// <summary>A range as the API writes it, in words: <c>10000-20000</c>, <c>20000-</c>.</summary>
    public static string Range(string range, Currency currency)
    {
        var ends = range.Split('-', 2);
        var (from, to) = (Amount(ends[0]), Amount(ends[^1]));
        return (from, to) switch
        {
            (null or { IsZero: true }, { } below) => Text.Of($"Menos de {Format.Price(below)}", $"Under {Format.Price(below)}"),
            ({ } above, null) => Text.Of($"{Format.Price(above)} o más", $"{Format.Price(above)} or more"),
            ({ } above, { } below) => Text.Of($"{Format.Price(above)} a {Format.Price(below)}", $"{Format.Price(above)} to {Format.Price(below)}"),
            _ => range,
        };

        Money? Amount(string text) => long.TryParse(text, System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var whole) && whole < 10_000_000_000 ? Money.Of(whole, currency) : null;
    }

    public static string Sort => Text.Of("Ordenar", "Sort");

    public static string SortNow => Text.Of("Ordenar", "Sort");

    public static string ClearAll => Text.Of("Limpiar todo", "Clear all");

    public static string ShowMore => Text.Of("Ver más productos", "Show more");

    public static string NothingHere => Text.Of("No hay productos con estos filtros", "Nothing with these filters");

    public static string TakeAFilterAway => Text.Of("Sacá alguno para ver más.", "Take one away to see more.");

    public static string TryOtherWords => Text.Of("Probá con otra palabra, o entrá por una categoría.", "Try another word, or start from a category.");

    public static IReadOnlyList<(string Value, string Word)> Sorts =>
    [
        ("", Text.Of("Más relevantes", "Most relevant")),
        ("newest", Text.Of("Novedades", "Newest")),
        ("price_up", Text.Of("Menor precio", "Lowest price")),
        ("price_down", Text.Of("Mayor precio", "Highest price")),
    ];

    public static string ResultsFor(string words) => Text.Of($"Resultados de «{words}»", $"Results for “{words}”");

    public static string NothingFound(string words) => Text.Of($"No encontramos «{words}»", $"Nothing found for “{words}”");

    public static string Count(int products) => Text.Of(Text.Count(products, "producto", "productos"), Text.Count(products, "product", "products"));

    public static string Remove(string name, string value) => Text.Of($"Quitar filtro {name} {value}", $"Remove filter {name} {value}");

    public static string Value(string label, string value, int count) => $"{label} {value}, {Count(count)}";

    public static string Description(string category, string shop) => Text.Of(
        $"{category} en {shop}: precios finales, stock de cada sucursal y envío a todo el país.", $"{category} at {shop}: final prices, stock of every store, delivery everywhere.");
}
