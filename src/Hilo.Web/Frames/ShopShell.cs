namespace Hilo.Web.Frames;

/// <summary>What the frame of every storefront page shows.</summary>
/// <param name="Origin">Scheme and host, since what machines read needs whole addresses.</param>
/// <param name="DataFiscalUrl">The agency's page about the legal entity that sells (form 960/D).</param>
public sealed record ShopShell(
    string Name, string LegalName, string Cuit, string LegalAddress, string? ContactEmail, string? ContactPhone, string? Announcement,
    IReadOnlyList<ShopSection> Sections, TimeZoneInfo Zone, string BrandHref, string IconHref, int CartItems, bool IsSignedIn,
    string Origin, string? DataFiscalUrl, LogoView? Logo);

public sealed record ShopSection(string Handle, string Name);
