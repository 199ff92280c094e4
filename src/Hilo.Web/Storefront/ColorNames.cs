using System.Collections.Frozen;

namespace Hilo.Web.Storefront;

/// <summary>The dots beside a product: the color words of Argentine clothing, and a hex value where the catalog gives one.</summary>
internal static class ColorNames
{
    private static readonly FrozenDictionary<string, string> Known = new Dictionary<string, string>
    {
        ["negro"] = "#22252E",
        ["black"] = "#22252E",
        ["blanco"] = "#F6F5F0",
        ["white"] = "#F6F5F0",
        ["crudo"] = "#E4DCC8",
        ["natural"] = "#E0D6BE",
        ["hueso"] = "#E8E0CF",
        ["marfil"] = "#EFE7D3",
        ["gris"] = "#8B8E98",
        ["grey"] = "#8B8E98",
        ["gray"] = "#8B8E98",
        ["grafito"] = "#4A4D57",
        ["melange"] = "#A6A8AE",
        ["plata"] = "#BFC3CB",
        ["plateado"] = "#BFC3CB",
        ["azul"] = "#2F4F8F",
        ["blue"] = "#2F4F8F",
        ["marino"] = "#1F2C4D",
        ["noche"] = "#1E2A47",
        ["acero"] = "#56708C",
        ["navy"] = "#1F2C4D",
        ["indigo"] = "#2F4468",
        ["celeste"] = "#9CC3E6",
        ["clasico"] = "#3E5C8A",
        ["petroleo"] = "#1E5563",
        ["turquesa"] = "#2AA6A1",
        ["verde"] = "#4F7D57",
        ["green"] = "#4F7D57",
        ["monte"] = "#3A4A45",
        ["oliva"] = "#6B6E3A",
        ["militar"] = "#5A5F3C",
        ["musgo"] = "#5E6B45",
        ["menta"] = "#A8D5BA",
        ["rojo"] = "#B23A36",
        ["red"] = "#B23A36",
        ["bordo"] = "#6E1F2B",
        ["vino"] = "#6E1F2B",
        ["cochinilla"] = "#8A3B2E",
        ["ladrillo"] = "#B65A3C",
        ["terracota"] = "#B65A3C",
        ["coral"] = "#E8735A",
        ["naranja"] = "#D9772B",
        ["orange"] = "#D9772B",
        ["amarillo"] = "#E3B93C",
        ["yellow"] = "#E3B93C",
        ["mostaza"] = "#C98A26",
        ["ocre"] = "#B87400",
        ["dorado"] = "#C7A24A",
        ["oro"] = "#C7A24A",
        ["gold"] = "#C7A24A",
        ["rosa"] = "#DDA0AE",
        ["pink"] = "#DDA0AE",
        ["fucsia"] = "#C2387A",
        ["lila"] = "#B7A3D0",
        ["violeta"] = "#6A4A8C",
        ["purple"] = "#6A4A8C",
        ["marron"] = "#6B4A32",
        ["brown"] = "#6B4A32",
        ["camel"] = "#B98B5A",
        ["suela"] = "#9A6236",
        ["tostado"] = "#A9754A",
        ["chocolate"] = "#4A3022",
        ["beige"] = "#D9C7A5",
        ["arena"] = "#D8C8A8",
        ["habano"] = "#7A5A3A",
        ["caramelo"] = "#A8692F",
    }.ToFrozenDictionary();

    /// <summary>Null for a name that says no color to us: better no dot than a wrong one.</summary>
    public static string? HexOf(string name)
    {
        if (name is ['#', ..] && name.Length == 7 && name.AsSpan(1).IndexOfAnyExcept("0123456789abcdefABCDEF") < 0) return name;
        // "Verde monte": the second word is the more exact one.
        foreach (var word in Fold.Of(name).Split([' ', '/', '-', ','], StringSplitOptions.RemoveEmptyEntries).Reverse())
        {
            if (Known.TryGetValue(word, out var hex)) return hex;
            if (word is [.. var stem, 'a'] && Known.TryGetValue(stem + "o", out hex)) return hex;
        }
        return null;
    }

    public static bool IsColorOption(string option) => Fold.Of(option) is "color" or "colour" or "tono";
}
