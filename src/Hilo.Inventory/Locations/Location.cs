using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Hilo.Inventory;

/// <summary>A place that holds stock: a store, a warehouse, or a virtual one.</summary>
internal sealed class Location
{
    public required LocationId Id { get; init; }
    public int Version { get; private set; }
    public string Code { get; private set; } = "";
    public string Name { get; private set; } = "";
    public LocationKind Kind { get; private set; }
    public LegalEntityId LegalEntityId { get; private set; }
    public PostalAddress Address { get; private set; } = null!;
    public double? Latitude { get; private set; }
    public double? Longitude { get; private set; }
    public string TimeZone { get; private set; } = "";
    public IReadOnlyList<OpeningHours> Hours { get; private set; } = [];
    public bool Ships { get; private set; }
    public bool OffersPickup { get; private set; }
    public bool IsActive { get; private set; }

    public GeoPoint? Position => Latitude is { } latitude && Longitude is { } longitude ? new GeoPoint(latitude, longitude) : null;

    /// <summary>Codes are typed by people and come in files: one spelling, whatever the case.</summary>
    public static string CodeOf(string text) => text.Trim().ToUpperInvariant();

    /// <summary>Takes everything that a person may edit; null when it was taken, otherwise the refusal.</summary>
    public Problem? Set(SaveLocationRequest request)
    {
        if (CodeOf(request.Code).Length == 0) return LocationProblems.Invalid("The code is empty.");
        if (!TimeZoneInfo.TryFindSystemTimeZoneById(request.TimeZone, out _)) return LocationProblems.Invalid($"'{request.TimeZone}' is not an IANA time zone such as America/Argentina/Buenos_Aires.");
        if (!PostalCode.TryParse(request.Address.PostalCode, out _)) return LocationProblems.Invalid($"'{request.Address.PostalCode}' is not an Argentine postal code.");
        if (request.Address.Province is not [var province] || !PostalCode.IsProvince(province)) return LocationProblems.Invalid("The province is one letter, as in C1425.");
        if (request.Position is { } position && !(Math.Abs(position.Latitude) <= 90 && Math.Abs(position.Longitude) <= 180)) return LocationProblems.Invalid("The position is not on Earth.");
        if (OpeningTimes.Refuse(request.Hours ?? []) is { } why) return LocationProblems.Invalid(why);

        (Code, Name, Kind, LegalEntityId) = (CodeOf(request.Code), request.Name.Trim(), request.Kind, request.LegalEntityId);
        (Address, Latitude, Longitude) = (request.Address, request.Position?.Latitude, request.Position?.Longitude);
        (TimeZone, Hours) = (request.TimeZone, [.. (request.Hours ?? []).OrderBy(h => h.Day).ThenBy(h => h.Opens)]);
        (Ships, OffersPickup, IsActive) = (request.Ships, request.OffersPickup, request.IsActive);
        Version++;
        return null;
    }

    public LocationView ToView() =>
        new(Id, Version, Code, Name, Kind, LegalEntityId, Address, Position, TimeZone, Hours, Ships, OffersPickup, IsActive);

    public Place ToPlace() =>
        new(Id, Code, Name, Kind, LegalEntityId, Address, Position, TimeZone, Hours, Ships, OffersPickup, IsActive);
}

internal sealed class LocationMapping : IEntityTypeConfiguration<Location>
{
    public void Configure(EntityTypeBuilder<Location> location)
    {
        location.ToTable("locations").Property(l => l.Version).IsConcurrencyToken();
        location.Ignore(l => l.Position);
        // The lengths that requests are checked for are no business of the columns.
        foreach (var part in location.ComplexProperty(l => l.Address).Metadata.ComplexType.GetProperties()) part.SetColumnType("text");
        location.Property(l => l.Latitude).HasConversion<Millionths>();
        location.Property(l => l.Longitude).HasConversion<Millionths>();
        location.Property(l => l.Hours).HasConversion(
            hours => JsonSerializer.Serialize(hours, JsonSerializerOptions.Web),
            text => JsonSerializer.Deserialize<List<OpeningHours>>(text, JsonSerializerOptions.Web)!,
            new ValueComparer<IReadOnlyList<OpeningHours>>((a, b) => a!.SequenceEqual(b!), hours => hours.Count, hours => hours.ToList()));
    }

    private sealed class Millionths() : ValueConverter<double, long>(
        degrees => (long)Math.Round(degrees * 1_000_000, MidpointRounding.ToEven), stored => stored / 1_000_000d);
}
