using System.Globalization;

namespace Hilo.Invoicing;

/// <param name="From">First day that it holds, until a later one of its key does.</param>
/// <param name="To">Last day; null: none is known.</param>
/// <param name="Source">Where it is written.</param>
/// <param name="IsOwn">The shop wrote it into its configuration.</param>
internal sealed record Norm(string Key, DateOnly From, DateOnly? To, string Value, string Source, bool IsOwn = false);

/// <summary>
/// What the law changes from time to time, as data with dates: a document follows the norm of its own day. Those that are known are written here; what is published later is section
/// <c>Invoicing:Norms</c>, a list of <c>Key</c>, <c>Value</c>, <c>From</c>, <c>To</c> and <c>Source</c>, so that no shop waits for a release.
/// </summary>
internal sealed class Norms
{
    private const string Section = "Invoicing:Norms";

    /// <summary>From this total, in cents, a final consumer has to be named.</summary>
    public const string IdentificationFrom = "identification_from";

    /// <summary><c>yes</c>: documents of class B to final consumers show the VAT that the price holds.</summary>
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

    private static readonly IReadOnlyList<Norm> Written =
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

    // What is said in a value of each key, for whoever writes one wrong.
    private static readonly Dictionary<string, (Func<string, bool> IsGood, string Wanted)> Shapes = new(StringComparer.Ordinal)
    {
        [IdentificationFrom] = (IsAmount, "cents, such as 1000000000"),
        [FceFrom] = (IsAmount, "cents, such as 554986200"),
        [NoteDays] = (text => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var days) && days is > 0 and < 366, "days, such as 15"),
        [Transparency] = (text => text is "yes" or "no", "yes or no"),
        [QrPrefix] = (text => Uri.TryCreate(text, UriKind.Absolute, out var address) && address.Scheme == Uri.UriSchemeHttps, "an https address that the data is put behind"),
        [MonotributoLegend] = (text => text.Length > 0, "what the document says"),
        [FceLegend] = (text => text.Length > 0, "what the document says"),
    };

    private static readonly string[] Keys = [.. Shapes.Keys];

    private readonly List<Norm> all;

    /// <summary>Those that are written here alone.</summary>
    public static Norms Known { get; } = new([]);

    /// <exception cref="InvalidOperationException">A norm cannot be read: the program does not start, rather than decide by what is wrong.</exception>
    public Norms(IConfiguration configuration)
        : this(configuration.GetSection(Section).GetChildren().Select(Read))
    {
    }

    private Norms(IEnumerable<Norm> configured) => all = [.. configured, .. Written];

    /// <summary>Everything that holds on a day or will, by key and then by day.</summary>
    public IReadOnlyList<Norm> HoldingFrom(DateOnly day) => [.. all.Where(n => n.From > day || n == Find(n.Key, day)).OrderBy(n => Array.IndexOf(Keys, n.Key)).ThenBy(n => n.From)];

    public NormsOfDay On(DateOnly day) => new(this, day);

    /// <summary>The one that holds since the latest day; of two of one day the shop's own.</summary>
    public Norm? Find(string key, DateOnly day) => all.Where(n => n.Key == key && n.From <= day && (n.To is null || n.To >= day)).MaxBy(n => n.From);

    private static bool IsAmount(string text) => long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out _);

    private static Norm Read(IConfigurationSection section)
    {
        if (section["Key"] is not { } key || !Shapes.TryGetValue(key, out var shape)) throw Configured.Wrong(section, "Key", $"one of {string.Join(", ", Shapes.Keys)}");
        if (section["Value"] is not { } value || !shape.IsGood(value)) throw Configured.Wrong(section, "Value", shape.Wanted);
        if (section["Source"] is not { Length: > 0 } source) throw Configured.Wrong(section, "Source", "where it is written, such as RG 5700/2025");
        return new Norm(key, Configured.Day(section, "From") ?? throw Configured.Wrong(section, "From", Configured.ADay), Configured.Day(section, "To"), value, source, IsOwn: true);
    }
}

/// <summary>What holds on a day.</summary>
internal readonly record struct NormsOfDay(Norms Norms, DateOnly Day)
{
    /// <summary>In cents; 0 where no norm is known.</summary>
    public long IdentificationFrom => Number(Norms.IdentificationFrom);

    /// <summary>In cents; 0 where there is no regime.</summary>
    public long FceFrom => Number(Norms.FceFrom);

    public int NoteDays => (int)Number(Norms.NoteDays);

    public bool IsTransparent => Text(Norms.Transparency) == "yes";

    public string? MonotributoLegend => Text(Norms.MonotributoLegend);

    public string? FceLegend => Text(Norms.FceLegend);

    public string? QrPrefix => Text(Norms.QrPrefix);

    private string? Text(string key) => Norms.Find(key, Day)?.Value;

    private long Number(string key) => Text(key) is { } value ? long.Parse(value, CultureInfo.InvariantCulture) : 0;
}
