using System.ComponentModel.DataAnnotations;

namespace Hilo;

/// <summary>Whose shop this is: one database is one merchant, with one or more legal entities.</summary>
public interface IMerchant
{
    Task<MerchantView> CurrentAsync(CancellationToken cancel);
}

/// <param name="OrderPrefix">Starts every order number that people say on the phone.</param>
/// <param name="TimeZone">IANA name, such as <c>America/Argentina/Buenos_Aires</c>.</param>
public sealed record MerchantView(
    int Version, string Name, string OrderPrefix, Currency Currency, string TimeZone, string? ContactEmail, string? ContactPhone,
    string BrandColor, string BrandInk, string? Announcement, IReadOnlyList<LegalEntityView> LegalEntities, LogoView? Logo = null);

/// <summary>The shop's sign, for its pages, mails and papers.</summary>
/// <param name="Url">Where its picture is: the path on this server.</param>
/// <param name="Width">In pixels, as <paramref name="Height"/>.</param>
public sealed record LogoView(FileId Id, string Url, int Width, int Height)
{
    /// <summary>Twice as wide as high or more: it bears the name, and takes its place. What is narrower stands beside it.</summary>
    public bool IsWide => BearsName(Width, Height);

    /// <summary>The rule of <see cref="IsWide"/>, for whoever has the picture itself.</summary>
    public static bool BearsName(int width, int height) => width >= 2 * height;
}

/// <param name="Cuit">Eleven digits with a right check digit.</param>
/// <param name="DataFiscalUrl">The agency's page about it (form 960/D), which a web shop links from its foot.</param>
public sealed record LegalEntityView(LegalEntityId Id, string Cuit, string Name, VatCondition VatCondition, PostalAddress Address, string? DataFiscalUrl = null);

/// <summary>How the agency sees a seller or a buyer.</summary>
public enum VatCondition
{
    Registered,
    Monotributo,
    Exempt,
    FinalConsumer,
}

public sealed record SaveMerchantRequest(
    [property: Required, StringLength(120, MinimumLength = 1)] string Name,
    [property: Required, RegularExpression("^[A-Z]{1,4}$")] string OrderPrefix,
    Currency Currency,
    [property: Required, StringLength(64)] string TimeZone,
    [property: Required, RegularExpression("^#[0-9A-Fa-f]{6}$")] string BrandColor,
    [property: Required, RegularExpression("^#[0-9A-Fa-f]{6}$")] string BrandInk,
    [property: Required, MinLength(1), MaxLength(20)] IReadOnlyList<SaveLegalEntity> LegalEntities,
    [property: EmailAddress, StringLength(254)] string? ContactEmail = null,
    [property: StringLength(40)] string? ContactPhone = null,
    [property: StringLength(200)] string? Announcement = null);

public sealed record SaveLegalEntity(
    [property: Required, StringLength(13, MinimumLength = 11)] string Cuit,
    [property: Required, StringLength(160, MinimumLength = 1)] string Name,
    VatCondition VatCondition,
    [property: Required] PostalAddress Address,
    LegalEntityId? Id = null,
    [property: StringLength(300), RegularExpression(@"^https?://([a-z0-9-]+\.)*(afip|arca)\.gob\.ar/.*$")] string? DataFiscalUrl = null);
