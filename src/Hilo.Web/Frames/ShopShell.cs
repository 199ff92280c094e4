namespace Hilo.Web.Frames;

/// <summary>What the frame of every storefront page shows.</summary>
public sealed record ShopShell(
    string Name, string LegalName, string Cuit, string LegalAddress, string? ContactEmail, string? ContactPhone, string? Announcement,
    IReadOnlyList<ShopSection> Sections, TimeZoneInfo Zone, string BrandHref, string IconHref, int CartItems, bool IsSignedIn)
{
    /// <summary>The letter of the round logo.</summary>
    public string Letter => Name is [var first, ..] ? char.ToUpperInvariant(first).ToString() : "H";
}

public sealed record ShopSection(string Handle, string Name);
