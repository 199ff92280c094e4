namespace Hilo.Invoicing;

/// <param name="From">First day that it holds.</param>
/// <param name="Source">Where it is written.</param>
internal sealed record Norm(string Key, DateOnly From, DateOnly? To, string Value, string Source);

/// <summary>What the law changes from time to time, as data with dates: a document follows the norm of its own day.</summary>
internal static class Norms
{
    /// <summary>From this total, in cents, a final consumer has to be named.</summary>
    public const string IdentificationFrom = "identification_from";

    /// <summary>Documents of class B to final consumers show the VAT that the price holds.</summary>
    public const string Transparency = "transparency";

    public const string QrPrefix = "qr_prefix";

    /// <summary>What a document of class A to a monotributista says.</summary>
    public const string MonotributoLegend = "monotributo_legend";

    /// <summary>A note is due within so many days of its fact.</summary>
    public const string NoteDays = "note_days";

    /// <summary>From this total, in cents, an invoice to a buyer of the regime is a credit invoice (FCE).</summary>
    public const string FceFrom = "fce_from";

    /// <summary>What a credit invoice says about its acceptance.</summary>
    public const string FceLegend = "fce_legend";

    public static readonly IReadOnlyList<Norm> All =
    [
        new(IdentificationFrom, new(2018, 8, 1), new(2025, 5, 28), "20864400", "RG 4444"),
        new(IdentificationFrom, new(2025, 5, 29), null, "1000000000", "RG 5700/2025"),
        new(Transparency, new(2025, 4, 1), null, "yes", "Ley 27.743, RG 5614/2024"),
        new(QrPrefix, new(2021, 3, 1), null, "https://www.arca.gob.ar/fe/qr/?p=", "RG 4892/2020"),
        new(MonotributoLegend, new(2021, 7, 1), null,
            "El crédito fiscal discriminado en el presente comprobante, sólo podrá ser computado a efectos del Régimen de Sostenimiento e Inclusión Fiscal para Pequeños Contribuyentes de la Ley Nº 27.618",
            "RG 5003/2021"),
        new(FceFrom, new(2026, 4, 14), null, "554986200", "Res. 1/2026"),
        new(FceLegend, new(2018, 5, 11), null, "Si el comprador no la rechaza dentro del plazo de la ley, esta factura queda aceptada tácitamente y es título ejecutivo y valor no cartular (art. 5.º, Ley 27.440).", "Ley 27.440"),
        new(NoteDays, new(2019, 8, 1), null, "15", "RG 4540/2019"),
    ];

    public static string? Of(string key, DateOnly day) => All.FirstOrDefault(n => n.Key == key && n.From <= day && (n.To is null || n.To >= day))?.Value;

    public static long Number(string key, DateOnly day) => Of(key, day) is { } value ? long.Parse(value, System.Globalization.CultureInfo.InvariantCulture) : 0;
}
