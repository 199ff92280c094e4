namespace Hilo.Invoicing;

/// <summary>To whom and where an export goes, kept with its document (specs: arca 13).</summary>
/// <param name="Kind">1 goods, 2 services, 4 both.</param>
/// <param name="Country">The agency's number of the destination.</param>
/// <param name="CountryName">As the agency's table called it then; empty when it was never read.</param>
/// <param name="CountryCuit">The tax number that the agency gives to all buyers of a country.</param>
/// <param name="Language">1 Spanish, 2 English, 3 Portuguese.</param>
/// <param name="Permits">Shipping permits; goods only.</param>
internal sealed record AbroadTerms(
    int Kind, int Country, string CountryName, string Client, string CountryCuit, string Address, string? TaxId, int Language, string? Incoterms, string? IncotermsText, string? PaymentTerms,
    IReadOnlyList<AbroadPermit> Permits)
{
    public const int Goods = 1;
    public const int Services = 2;
    public const int Other = 4;

    /// <summary>The agency's number of the country in which nothing is exported to.</summary>
    public const int Argentina = 200;

    /// <summary>“URUGUAY (225)”.</summary>
    public string Destination => CountryName.Length > 0 ? $"{CountryName} ({Country})" : $"{Country}";
}

internal sealed record AbroadPermit(string Number, int Country);

/// <summary>What the payload of an export carries besides every other voucher.</summary>
/// <param name="Id">Sent again with the same content it answers what was granted the first time; never used for other content.</param>
internal sealed record VoucherAbroad(long Id, AbroadTerms Terms, IReadOnlyList<AbroadItem> Items)
{
    /// <summary>Compared by what the agency answers with: a document of ours comes back with its own Id.</summary>
    public bool IsSameAs(VoucherAbroad? other) => other is not null
        && (Id, Terms.Kind, Terms.Country, Terms.CountryCuit) == (other.Id, other.Terms.Kind, other.Terms.Country, other.Terms.CountryCuit)
        && Items.Select(i => (i.Quantity, i.Unit, i.TotalMinor)).SequenceEqual(other.Items.Select(i => (i.Quantity, i.Unit, i.TotalMinor)));
}

/// <param name="DiscountMinor">Not negative.</param>
internal sealed record AbroadItem(string Code, string Text, decimal Quantity, int Unit, long UnitPriceMinor, long DiscountMinor, long TotalMinor);
