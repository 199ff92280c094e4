namespace Hilo;

/// <summary>A tax that a seller must charge on top of its prices, such as a perception of gross income, and what it comes to on one sale.</summary>
/// <param name="Tribute">The agency's number: 6 VAT perception, 7 gross income, 8 municipal, 13 VAT perception of who is in no category, 99 other.</param>
/// <param name="Description">What people call its regime.</param>
/// <param name="Province">Whose it is, one letter; null for the nation's.</param>
/// <param name="Base">What it is reckoned on: the taxed net of the sale.</param>
/// <param name="RatePercent">3 for three percent.</param>
public sealed record SaleTribute(int Tribute, string Description, string? Province, Money Base, decimal RatePercent, Money Amount);

/// <summary>What follows from the tributes of a sale. The one rule for what is charged, given back and documented of them.</summary>
public static class SaleTributes
{
    /// <summary>What tributes are reckoned on: the net of everything that carries VAT, once per rate, as the agency adds it up. Exempt and untaxed things are no part of it.</summary>
    public static Money TaxedNet(Currency currency, IEnumerable<(TaxCode Code, Money Gross)> parts) => parts
        .Where(p => p.Code.AgencyVatId is not null).GroupBy(p => p.Code, p => p.Gross)
        .Aggregate(Money.Zero(currency), (sum, code) => sum + code.Key.NetOf(code.Aggregate((a, b) => a + b)));

    extension(IReadOnlyList<SaleTribute> charged)
    {
        public Money Total(Currency currency) => charged.Aggregate(Money.Zero(currency), (sum, t) => sum + t.Amount);

        /// <summary>What is owed of them once so much of the sale is: their share, by the net that they were reckoned on. It depends on nothing but what is left, so that
        /// whoever gives everything back, in whatever steps, gives back all of them. What comes to nothing is left out.</summary>
        /// <param name="taxedNet">Of what is still owed; more than the base when more was charged since.</param>
        public IReadOnlyList<SaleTribute> Owed(Money taxedNet) =>
            [.. charged.Select(t => t with { Base = Share(t.Base, taxedNet, t.Base), Amount = Share(t.Amount, taxedNet, t.Base) }).Where(t => !t.Amount.IsZero)];
    }

    private static Money Share(Money of, Money left, Money whole) => of with { Minor = whole.IsZero ? 0 : Money.RoundHalfEven((Int128)of.Minor * left.Minor, whole.Minor) };
}
