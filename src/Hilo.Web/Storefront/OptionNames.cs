namespace Hilo.Web.Storefront;

/// <summary>Options that came in from another country's file, in the words of who reads: a shop does not ask for a "size" in the middle of a Spanish sentence.</summary>
internal static class OptionNames
{
    public static string Of(string option) => Fold.Of(option.Trim()) switch
    {
        "size" or "talle" or "talla" => Text.Of("Talle", "Size"),
        "color" or "colour" => Text.Of("Color", "Color"),
        "material" => Text.Of("Material", "Material"),
        "style" or "estilo" => Text.Of("Estilo", "Style"),
        "title" or "titulo" => Text.Of("Presentación", "Presentation"),
        _ => option,
    };
}
