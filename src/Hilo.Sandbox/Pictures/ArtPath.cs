using System.Globalization;
using System.Text;
using Hilo.Sandbox.Art;

namespace Hilo.Sandbox.Pictures;

/// <summary>Addresses that name their drawing: <c>art/rayas/remera/azul-clasico.png</c>, with <c>-detalle</c> before the dot for the close-up.</summary>
internal static class ArtPath
{
    private static readonly Dictionary<string, Pattern> Patterns = new(StringComparer.Ordinal)
    {
        ["liso"] = Pattern.Plain, ["rayas"] = Pattern.Stripes, ["cuadros"] = Pattern.Plaid, ["franja"] = Pattern.Band, ["estampa"] = Pattern.Print,
    };

    private static readonly Dictionary<string, string> GarmentNames = Garments.Names.ToDictionary(Plain, StringComparer.Ordinal);
    private static readonly Dictionary<string, string> DyeNames = Dye.Names.ToDictionary(Plain, StringComparer.Ordinal);

    /// <summary>Null for an address that names none.</summary>
    public static GarmentPicture? Read(string path)
    {
        const string closeUp = "-detalle";
        if (path.Split('/') is not [.., "art", var pattern, var garment, var file] || !file.EndsWith(".png", StringComparison.Ordinal)) return null;
        var dye = file[..^4];
        var isCloseUp = dye.EndsWith(closeUp, StringComparison.Ordinal);
        if (isCloseUp) dye = dye[..^closeUp.Length];
        return Patterns.TryGetValue(pattern, out var drawn) && GarmentNames.TryGetValue(garment, out var named) && DyeNames.TryGetValue(dye, out var dyed)
            && Garments.TryParse(named, out var shape)
            ? new GarmentPicture(shape, Dye.Of(dyed), drawn, isCloseUp)
            : null;
    }

    /// <summary>As it stands in an address: lower case, no marks, hyphens for spaces.</summary>
    private static string Plain(string name) =>
        new([.. name.ToLowerInvariant().Normalize(NormalizationForm.FormD).Where(c => char.GetUnicodeCategory(c) != UnicodeCategory.NonSpacingMark).Select(c => c == ' ' ? '-' : c)]);
}
