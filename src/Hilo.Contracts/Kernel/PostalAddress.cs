using System.ComponentModel.DataAnnotations;

namespace Hilo;

/// <param name="Province">ISO 3166-2:AR code without the country, one letter: <c>C</c> is the city of Buenos Aires, <c>B</c> the province.</param>
/// <param name="PostalCode">Four digits or the eight characters of a CPA.</param>
public sealed record PostalAddress(
    [property: Required, StringLength(120, MinimumLength = 1)] string Street,
    [property: Required, StringLength(120, MinimumLength = 1)] string City,
    [property: Required, StringLength(1, MinimumLength = 1)] string Province,
    [property: Required, StringLength(8, MinimumLength = 4)] string PostalCode,
    [property: StringLength(20)] string? Number = null,
    [property: StringLength(60)] string? Unit = null,
    [property: StringLength(200)] string? Notes = null);
