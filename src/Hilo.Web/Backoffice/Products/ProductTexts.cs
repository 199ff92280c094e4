namespace Hilo.Web.Backoffice.Products;

internal static class ProductTexts
{
    public static string Views => Text.Of("Vistas de productos", "Views of products");

    public static string Product => Text.Of("Producto", "Product");

    public static string State => Text.Of("Estado", "State");

    public static string Publishing => Text.Of("Publicación", "Publishing");

    public static string Variants => Text.Of("Variantes", "Variants");

    public static string Price => Text.Of("Precio", "Price");

    public static string Available => Text.Of("Disponible", "Available");

    public static string ByTitle => Text.Of("Por nombre", "By name");

    public static string SearchHint => Text.Of("Nombre, marca, SKU, código…", "Name, brand, SKU, barcode…");

    public static string Import => Text.Of("Importar", "Import");

    public static string NoneYet => Text.Of("No hay productos en esta vista", "No products in this view");

    public static string NoneYetText => Text.Of("Traé tu catálogo en un archivo: el de Shopify o el de Hilo.", "Bring your catalog in a file: Shopify's or Hilo's own.");

    public static string NoneFoundText => Text.Of("Probá con el nombre, la marca, el SKU o el código de barras.", "Try the name, the brand, the SKU or the barcode.");

    public static string SeeInShop => Text.Of("Ver en la tienda", "See in the shop");

    public static string Name => Text.Of("Nombre", "Name");

    public static string Description => Text.Of("Descripción", "Description");

    public static string DescriptionHint => Text.Of("Se usa en la tienda. Un renglón vacío separa párrafos.", "Shown in the shop. A blank line parts paragraphs.");

    public static string Brand => Text.Of("Marca", "Brand");

    public static string Photos => Text.Of("Fotos", "Photos");

    public static string Variant => Text.Of("Variante", "Variant");

    public static string ListPrice => Text.Of("Precio, IVA incluido", "Price, VAT included");

    public static string FormerPrice => Text.Of("Precio anterior", "Former price");

    public static string OnlyVariant => Text.Of("Única", "Only one");

    public static string Weight => Text.Of("Peso", "Weight");

    public static string Vat => Text.Of("IVA", "VAT");

    public static string Save => Text.Of("Guardar", "Save");

    public static string Saving => Text.Of("Guardando…", "Saving…");

    public static string Saved => Text.Of("Los cambios se guardaron. La tienda ya los muestra.", "The changes are saved. The shop shows them already.");

    public static string Classification => Text.Of("Clasificación", "Classification");

    public static string Type => Text.Of("Tipo", "Type");

    public static string Categories => Text.Of("Categorías", "Categories");

    public static string Tags => Text.Of("Etiquetas", "Tags");

    public static string TitleMissing => Text.Of("Escribí el nombre del producto.", "Write the product's name.");

    public static string PriceMissing => Text.Of("Escribí el precio.", "Write the price.");

    public static string MovementsOf => Text.Of("Stock", "Stock");

    public static string Conflict => Text.Of("Otra persona cambió este producto recién", "Somebody else changed this product just now");

    public static string ConflictText => Text.Of(
        "Tus cambios siguen acá: compará y elegí. Debajo de cada dato distinto ves cómo quedó guardado; si guardás, vale lo tuyo.",
        "Your changes are still here: compare and choose. Below each field that differs you see what is saved; if you save, yours counts.");

    public static string PictureFailed => Text.Of("No se pudo traer", "Could not be fetched");

    public static string PictureWaiting => Text.Of("Por traer", "Waiting");

    public static string NoneFound(string search) => Text.Of($"Ningún producto coincide con «{search}»", $"No product matches “{search}”");

    public static string VariantCount(int count) => Text.Of(Text.Count(count, "variante", "variantes"), Text.Count(count, "variant", "variants"));

    public static string SavedValue(string value) => Text.Of($"Guardado ahora: {value}", $"Saved now: {value}");

    public static string PriceOf(string what) => Text.Of($"Precio de {what}", $"Price of {what}");

    public static string FormerOf(string what) => Text.Of($"Precio anterior de {what}", $"Former price of {what}");

    public static string FormerTooLow(string price) => Text.Of($"No es mayor que el precio actual. Dejalo vacío o poné un precio mayor que {price}.", $"It is not above the present price. Leave it empty or write a price above {price}.");

    public static string View(string tab) => tab switch
    {
        "published" => Text.Of("Publicados", "Published"),
        "draft" => Text.Of("Borradores", "Drafts"),
        "archived" => Text.Of("Archivados", "Archived"),
        _ => Text.Of("Todos", "All"),
    };

    public static string StatusOf(ProductStatus status) => status switch
    {
        ProductStatus.Published => Text.Of("Publicado", "Published"),
        ProductStatus.Draft => Text.Of("Borrador", "Draft"),
        _ => Text.Of("Archivado", "Archived"),
    };
}
