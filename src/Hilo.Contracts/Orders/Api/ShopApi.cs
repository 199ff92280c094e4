using System.ComponentModel.DataAnnotations;

namespace Hilo;

/// <summary>What every page of the storefront needs to know.</summary>
/// <param name="DataFiscalUrl">The agency's page about the legal entity that sells.</param>
public sealed record ShopView(
    string Name, SalesChannelId SalesChannelId, Currency Currency, string TimeZone, string LegalName, string Cuit, string LegalAddress, string? ContactEmail, string? ContactPhone,
    string BrandColor, string BrandInk, string? Announcement, IReadOnlyList<Tender> Tenders, string? DataFiscalUrl = null, LogoView? Logo = null);

/// <param name="OrderNumber">Where the person has it.</param>
public sealed record RequestRevocationRequest([property: Required, EmailAddress, StringLength(254)] string Email, [property: StringLength(40)] string? OrderNumber = null);

/// <param name="Code">Proves the request; it is mailed too.</param>
public sealed record RevocationRecorded(string Code, DateTimeOffset RequestedAt);

/// <param name="IsOrderKnown">The number and the e-mail are of one order.</param>
public sealed record RevocationView(RevocationId Id, string Code, string? OrderNumber, bool IsOrderKnown, string Email, DateTimeOffset RequestedAt);
