using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Hilo.Platform;

/// <summary>Name, money, time and looks of the shop. There is one row.</summary>
internal sealed class Merchant
{
    public static readonly Guid Only = new("00000000-0000-7000-8000-000000000001");

    public Guid Id { get; init; } = Only;
    public int Version { get; private set; } = 1;
    public required string Name { get; set; }
    public required string OrderPrefix { get; set; }
    public required Currency Currency { get; set; }
    public required string TimeZone { get; set; }
    public string? ContactEmail { get; set; }
    public string? ContactPhone { get; set; }
    public required string BrandColor { get; set; }
    public required string BrandInk { get; set; }
    public string? Announcement { get; set; }

    /// <summary>Null together with its sides.</summary>
    public FileId? Logo { get; private set; }
    public int? LogoWidth { get; private set; }
    public int? LogoHeight { get; private set; }

    /// <summary>What a server shows before anybody has said anything.</summary>
    public static Merchant Unnamed() => new()
    {
        Name = "Mi tienda",
        OrderPrefix = "H",
        Currency = Currency.Ars,
        TimeZone = "America/Argentina/Buenos_Aires",
        BrandColor = "#2C3F94",
        BrandInk = "#FFFFFF",
    };

    public void Set(SaveMerchantRequest request)
    {
        (Name, OrderPrefix, Currency, TimeZone) = (request.Name, request.OrderPrefix, request.Currency, request.TimeZone);
        (ContactEmail, ContactPhone, BrandColor, BrandInk, Announcement) =
            (request.ContactEmail, request.ContactPhone, request.BrandColor, request.BrandInk, request.Announcement);
        Version++;
    }

    public void Show(FileId logo, int width, int height)
    {
        (Logo, LogoWidth, LogoHeight) = (logo, width, height);
        Version++;
    }

    public void ShowNoLogo()
    {
        (Logo, LogoWidth, LogoHeight) = (null, null, null);
        Version++;
    }

    public MerchantView ToView(IEnumerable<LegalEntity> entities) => new(
        Version, Name, OrderPrefix, Currency, TimeZone, ContactEmail, ContactPhone, BrandColor, BrandInk, Announcement, [.. entities.Select(e => e.ToView())],
        Logo is { } logo ? new LogoView(logo, $"/files/{logo}", LogoWidth!.Value, LogoHeight!.Value) : null);
}

/// <summary>Who sells, for the law and the agency.</summary>
internal sealed class LegalEntity
{
    public required LegalEntityId Id { get; init; }
    public required string Cuit { get; set; }
    public required string Name { get; set; }
    public required VatCondition VatCondition { get; set; }
    public required string Street { get; set; }
    public string? Number { get; set; }
    public string? Unit { get; set; }
    public required string City { get; set; }
    public required string Province { get; set; }
    public required string PostalCode { get; set; }
    public string? Notes { get; set; }

    /// <summary>The agency's page about it.</summary>
    public string? DataFiscalUrl { get; set; }

    public static LegalEntity From(SaveLegalEntity saved, Cuit cuit) => new()
    {
        Id = saved.Id ?? IId<LegalEntityId>.New(),
        Cuit = cuit.Digits,
        Name = saved.Name,
        VatCondition = saved.VatCondition,
        Street = saved.Address.Street,
        Number = saved.Address.Number,
        Unit = saved.Address.Unit,
        City = saved.Address.City,
        Province = saved.Address.Province,
        PostalCode = saved.Address.PostalCode,
        Notes = saved.Address.Notes,
        DataFiscalUrl = saved.DataFiscalUrl,
    };

    public LegalEntityView ToView() => new(Id, Cuit, Name, VatCondition, new PostalAddress(Street, City, Province, PostalCode, Number, Unit, Notes), DataFiscalUrl);
}

internal sealed class MerchantMapping : IEntityTypeConfiguration<Merchant>, IEntityTypeConfiguration<LegalEntity>
{
    public void Configure(EntityTypeBuilder<Merchant> builder) => builder.ToTable("platform_merchant").Property(m => m.Version).IsConcurrencyToken();

    public void Configure(EntityTypeBuilder<LegalEntity> builder) => builder.ToTable("platform_legal_entities");
}
