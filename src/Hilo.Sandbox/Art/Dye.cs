namespace Hilo.Sandbox.Art;

/// <summary>The colours of one product: cloth, topstitch, a second yarn, and the sheet behind. Each is <c>#rrggbb</c>.</summary>
public sealed record Dye(string Fabric, string Stitch, string Accent, string Background)
{
    private static readonly Dictionary<string, Dye> Named = new(ShopWords.Comparer)
    {
        ["azul clásico"] = new("#3E5C8A", "#EDB94A", "#F2E3C2", "#E6E1D6"),
        ["azul noche"] = new("#2F4468", "#EDB94A", "#D9C7A5", "#E3E1DA"),
        ["azul"] = new("#34558F", "#DCE3F2", "#F4EFE4", "#E7E3DA"),
        ["índigo"] = new("#2B3F66", "#EDB94A", "#D9C7A5", "#E6E1D6"),
        ["celeste"] = new("#8FB3CF", "#F4EFE4", "#2E4A6B", "#E9E4DA"),
        ["negro"] = new("#2A2D38", "#8D93A8", "#C9C4B8", "#E0DCD3"),
        ["gris"] = new("#8A8E9B", "#E9EAEE", "#3B3F4D", "#E4E3DE"),
        ["gris melange"] = new("#9A9CA6", "#F1F0EC", "#454A5C", "#E4E3DE"),
        ["blanco"] = new("#F4F1EA", "#A79F8C", "#2E4A6B", "#CFD6D3"),
        ["crudo"] = new("#E2D6BC", "#8A7A55", "#8A3B2E", "#CDD4CC"),
        ["arena"] = new("#CDB68D", "#7A6338", "#3B4F5E", "#DFE2E0"),
        ["verde"] = new("#4C7A5A", "#F2E8CF", "#F2E3C2", "#E9E3D6"),
        ["verde monte"] = new("#3F5B4A", "#F0D9C4", "#D9C7A5", "#E7DED0"),
        ["verde oliva"] = new("#6F7B4F", "#EDE3C3", "#D8B45A", "#E8E3D6"),
        ["verde salvia"] = new("#7C9A80", "#F4F1EA", "#F2E3C2", "#EAE5DA"),
        ["rojo"] = new("#B0392F", "#F7DFC4", "#F4EFE4", "#E6DFD4"),
        ["rojo cochinilla"] = new("#8E392D", "#F0D0B0", "#F1E2C8", "#E8DDCF"),
        ["bordó"] = new("#6B2737", "#E9C9A8", "#D9B48A", "#E5DDD6"),
        ["terracota"] = new("#B65A3C", "#F4D9B8", "#F1DDBF", "#E8DFD3"),
        ["ocre"] = new("#C98A2B", "#FFF0CF", "#6B3A1E", "#DCDFE4"),
        ["mostaza"] = new("#D3A02F", "#6B4A12", "#3B4F5E", "#DADEE2"),
        ["amarillo"] = new("#E5BC45", "#8A6416", "#3F5E86", "#DDE1E4"),
        ["rosa viejo"] = new("#C48B8C", "#F8E8E0", "#7A3B48", "#E3E1DD"),
        ["lila"] = new("#9C8BB8", "#F3EDF8", "#4F3F73", "#E6E4E0"),
        ["marrón"] = new("#6E4A32", "#E3B778", "#D9B98C", "#E2DDD3"),
        ["suela"] = new("#A9682F", "#F3D8A6", "#5E3514", "#E1E2DE"),
    };

    /// <summary>The names that <see cref="Of"/> knows, as a shop says them.</summary>
    public static IReadOnlyCollection<string> Names => Named.Keys;

    /// <summary>The dye of this name; classic blue for a name that nobody heard of.</summary>
    public static Dye Of(string name) => Named.GetValueOrDefault(name) ?? Named["azul clásico"];
}
