namespace Hilo.Invoicing;

/// <summary>Net and VAT of one rate.</summary>
internal sealed record VatRow(TaxCode Code, long BaseMinor, long VatMinor);

/// <summary>Another tax that a document charges (specs: arca 8.5).</summary>
/// <param name="Tribute"><c>Tributo.Id</c>.</param>
/// <param name="Province">Whose it is, one letter; null for the nation's.</param>
internal sealed record TributeAmount(int Tribute, string? Description, string? Province, long BaseMinor, decimal RatePercent, long AmountMinor)
{
    public static TributeAmount Of(SaleTribute charged) => new(charged.Tribute, charged.Description, charged.Province, charged.Base.Minor, charged.RatePercent, charged.Amount.Minor);

    public SaleTribute In(Currency currency) => new(Tribute, Description ?? TributeNames.Of(Tribute), Province, new Money(BaseMinor, currency), RatePercent, new Money(AmountMinor, currency));
}

/// <summary>The amounts of a document as the agency wants them: untaxed + net + exempt + VAT + tributes is the total, to the cent.</summary>
/// <remarks>VAT is rounded once per rate over the sum of its lines. Per line it would drift: a thousand lines of 1.24 are pesos off.</remarks>
internal sealed record VatBlock(IReadOnlyList<VatRow> Rows, long ExemptMinor, long UntaxedMinor)
{
    /// <summary>Perceptions and other taxes on top.</summary>
    public IReadOnlyList<TributeAmount> Tributes { get; init; } = [];

    public long TributesMinor => Tributes.Sum(t => t.AmountMinor);

    public long NetMinor => Rows.Sum(r => r.BaseMinor);

    public long VatMinor => Rows.Sum(r => r.VatMinor);

    public long TotalMinor => NetMinor + VatMinor + ExemptMinor + UntaxedMinor + TributesMinor;

    /// <summary>Of final prices, VAT included.</summary>
    public static VatBlock Of(IEnumerable<(TaxCode Code, long GrossMinor)> parts)
    {
        var gross = parts.GroupBy(p => p.Code).ToDictionary(g => g.Key, g => g.Sum(p => p.GrossMinor));
        return new VatBlock(
            [.. gross.Where(g => g.Key.AgencyVatId is not null && g.Value != 0).OrderBy(g => g.Key).Select(g => RowOf(g.Key, g.Value))],
            gross.GetValueOrDefault(TaxCode.Exempt), gross.GetValueOrDefault(TaxCode.Untaxed));
    }

    /// <summary>What a note gives back: what all notes together give back with it, less what they gave back before. Whatever the steps, the last one ends exactly at the original.</summary>
    public static VatBlock Between(IReadOnlyList<(TaxCode Code, long GrossMinor)> before, IReadOnlyList<(TaxCode Code, long GrossMinor)> after)
    {
        var (was, now) = (Of(before), Of(after));
        var rows = from row in now.Rows
                   let old = was.Rows.FirstOrDefault(r => r.Code == row.Code)
                   let change = new VatRow(row.Code, row.BaseMinor - (old?.BaseMinor ?? 0), row.VatMinor - (old?.VatMinor ?? 0))
                   where change.BaseMinor != 0 || change.VatMinor != 0
                   select change;
        return new VatBlock([.. rows], now.ExemptMinor - was.ExemptMinor, now.UntaxedMinor - was.UntaxedMinor);
    }

    private static VatRow RowOf(TaxCode code, long grossMinor)
    {
        // Half-even is the agency's own rounding.
        var net = Money.RoundHalfEven((Int128)grossMinor * 10_000, 10_000 + code.RateBasisPoints);
        return new VatRow(code, net, grossMinor - net);
    }
}
