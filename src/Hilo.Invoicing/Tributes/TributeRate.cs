using System.Globalization;

namespace Hilo.Invoicing;

/// <summary>A perception or another tribute that an issuer charges, from one day to another (specs: arca 9.3).</summary>
internal sealed class TributeRate
{
    private const decimal Millionth = 1_000_000m;

    public required Guid Id { get; init; }
    public int Version { get; private set; } = 1;
    public required IssuerId IssuerId { get; init; }

    /// <summary><c>Tributo.Id</c>.</summary>
    public int Tribute { get; private set; }
    public string Regime { get; private set; } = "";

    /// <summary>Null: everywhere.</summary>
    public string? Province { get; private set; }

    /// <summary>Receivers whom it is charged, as the agency numbers them, by commas.</summary>
    public string Conditions { get; private set; } = "";

    /// <summary>Percent in millionths.</summary>
    public long RateMicros { get; private set; }
    public long MinimumMinor { get; private set; }
    public int ValidFrom { get; private set; }
    public int? ValidTo { get; private set; }

    public decimal RatePercent => RateMicros / Millionth;

    public IReadOnlyList<int> Receivers => [.. Conditions.Split(',', StringSplitOptions.RemoveEmptyEntries).Select(c => int.Parse(c, CultureInfo.InvariantCulture))];

    public void Set(int tribute, string regime, string? province, IReadOnlyList<int> receivers, decimal percent, long minimumMinor, DateOnly from, DateOnly? to)
    {
        (Tribute, Regime, Province, Conditions) = (tribute, regime, province, string.Join(',', receivers.Distinct().Order()));
        (RateMicros, MinimumMinor) = ((long)(percent * Millionth), minimumMinor);
        (ValidFrom, ValidTo) = (FiscalDay.Number(from), to is { } day ? FiscalDay.Number(day) : null);
        Version++;
    }

    /// <param name="day">As it is stored: 20261128.</param>
    public bool Holds(int day) => ValidFrom <= day && (ValidTo is null || ValidTo >= day);
}
