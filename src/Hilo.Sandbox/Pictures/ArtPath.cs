using Hilo.Sandbox.Art;

namespace Hilo.Sandbox.Pictures;

/// <summary>Addresses that name their drawing by title, kind and color: <c>art/remera-a-rayas-quequen/remera/azul-clasico.png</c>, with <c>-detalle</c> before the dot for the close-up.</summary>
internal static class ArtPath
{
    /// <summary>Null for an address that names none.</summary>
    public static GarmentPicture? Read(string path)
    {
        const string closeUp = "-detalle";
        if (path.Split('/') is not [.., "art", var title, var kind, var file] || !file.EndsWith(".png", StringComparison.Ordinal)) return null;
        var color = file[..^4];
        var isCloseUp = color.EndsWith(closeUp, StringComparison.Ordinal);
        if (isCloseUp) color = color[..^closeUp.Length];
        return Garments.TryParse(kind, out _) ? GarmentPicture.Of(kind, Spaced(color), Spaced(title)) with { CloseUp = isCloseUp } : null;
    }

    private static string Spaced(string slug) => slug.Replace('-', ' ');
}
