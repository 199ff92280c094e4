using System.Globalization;

namespace Hilo.Invoicing;

/// <summary>What a province wants documents to final consumers to say about the gross-income tax in their price. No text is fixed here (specs: arca, legends, unverified): it is section
/// <c>Invoicing:ProvincialLegends</c>, a list of <c>Province</c> (one letter), <c>Text</c> (in which <c>{importe}</c> stands for the amount), <c>RatePercent</c> of the net, and the days <c>From</c> and <c>To</c>, both included.</summary>
internal sealed class ProvincialLegends
{
    private const string Section = "Invoicing:ProvincialLegends";
    private const string Amount = "{importe}";
    private readonly List<Legend> legends;

    /// <exception cref="InvalidOperationException">A legend cannot be read: the program does not start, rather than print what is wrong.</exception>
    public ProvincialLegends(IConfiguration configuration) => legends = [.. configuration.GetSection(Section).GetChildren().Select(Read)];

    /// <summary>Null where the province says nothing, or the document does not show the taxes in its price.</summary>
    public string? Of(VoucherDecision decision, DocumentContent content, DateOnly day)
    {
        if (!decision.ShowsTransparency || (content.Terms ?? DocumentTerms.InPesos).Currency != Currencies.Pesos) return null;
        var legend = legends.Find(l => l.Province == content.Province && l.From <= day && (l.To is null || l.To >= day));
        return legend?.Text.Replace(Amount, Paper.Pesos((long)decimal.Round(content.Amounts.NetMinor * legend.RatePercent / 100, MidpointRounding.AwayFromZero)), StringComparison.Ordinal);
    }

    private static Legend Read(IConfigurationSection section)
    {
        if (section["Province"] is not { Length: 1 } province) throw Configured.Wrong(section, "Province", "one letter, such as C");
        if (section["Text"] is not { Length: > 0 } text) throw Configured.Wrong(section, "Text", "what the document says");
        var rate = 0m;
        if ((section["RatePercent"] is not null || text.Contains(Amount, StringComparison.Ordinal))
            && (!decimal.TryParse(section["RatePercent"], NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out rate) || rate > 100)) throw Configured.Wrong(section, "RatePercent", "a number up to 100, such as 3.5");
        return new Legend(province.ToUpperInvariant(), text, rate, Configured.Day(section, "From") ?? DateOnly.MinValue, Configured.Day(section, "To"));
    }

    private sealed record Legend(string Province, string Text, decimal RatePercent, DateOnly From, DateOnly? To);
}
