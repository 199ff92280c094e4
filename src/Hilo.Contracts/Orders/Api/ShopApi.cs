namespace Hilo;

/// <summary>What every page of the storefront needs to know.</summary>
public sealed record ShopView(
    string Name, SalesChannelId SalesChannelId, Currency Currency, string TimeZone, string LegalName, string Cuit, string LegalAddress, string? ContactEmail, string? ContactPhone,
    string BrandColor, string BrandInk, string? Announcement, IReadOnlyList<Tender> Tenders);
