using System.Text.Json.Serialization;

namespace Hilo;

/// <summary>How Argentine VAT treats a thing sold. Taxed at 0 %, exempt and untaxed are three different things on every fiscal document.</summary>
/// <remarks>The numbers are stored and follow the agency's own table of VAT conditions, so that no number means two things. There is no zero: a forgotten code is seen.</remarks>
[JsonConverter(typeof(JsonStringEnumConverter<TaxCode>))]
public enum TaxCode
{
    [JsonStringEnumMemberName("untaxed")] Untaxed = 1,
    [JsonStringEnumMemberName("exempt")] Exempt = 2,
    [JsonStringEnumMemberName("vat_0")] Vat0 = 3,
    [JsonStringEnumMemberName("vat_10_5")] Vat10_5 = 4,
    [JsonStringEnumMemberName("vat_21")] Vat21 = 5,
    [JsonStringEnumMemberName("vat_27")] Vat27 = 6,
    [JsonStringEnumMemberName("vat_5")] Vat5 = 8,
    [JsonStringEnumMemberName("vat_2_5")] Vat2_5 = 9,
}

/// <summary>What follows from a tax code.</summary>
public static class Taxes
{
    private static readonly Dictionary<string, TaxCode> ByText = Enum.GetValues<TaxCode>().ToDictionary(TextOf, StringComparer.Ordinal);

    extension(TaxCode code)
    {
        public bool IsKnown => Enum.IsDefined(code);

        /// <summary>VAT rate in hundredths of a percent: 21 % is 2100. Zero for exempt and untaxed too.</summary>
        public int RateBasisPoints => code switch
        {
            TaxCode.Vat2_5 => 250,
            TaxCode.Vat5 => 500,
            TaxCode.Vat10_5 => 1050,
            TaxCode.Vat21 => 2100,
            TaxCode.Vat27 => 2700,
            TaxCode.Vat0 or TaxCode.Exempt or TaxCode.Untaxed => 0,
            _ => throw new ArgumentOutOfRangeException(nameof(code), code, "Not a tax code."),
        };

        /// <summary><c>AlicIva.Id</c> of the fiscal agency. Null for exempt and untaxed, which go to their own totals.</summary>
        public int? AgencyVatId => code is TaxCode.Exempt or TaxCode.Untaxed ? null : (int)code;

        /// <summary>The text in the API and in files: <c>vat_10_5</c>.</summary>
        public string Text => TextOf(code);

        /// <summary>The part of a final price that is not VAT, rounded half-even: what shelves and pages show beside the price (Ley 27.743).</summary>
        /// <remarks>For showing one price. What is charged and invoiced comes from <see cref="IPriceSales"/>, which rounds once per rate.</remarks>
        public Money NetOf(Money gross) => gross with { Minor = Money.RoundHalfEven((Int128)gross.Minor * 10_000, 10_000 + code.RateBasisPoints) };
    }

    public static bool TryParse(string? text, out TaxCode code) => ByText.TryGetValue(text ?? "", out code);

    private static string TextOf(TaxCode code) => code switch
    {
        TaxCode.Vat0 => "vat_0",
        TaxCode.Vat2_5 => "vat_2_5",
        TaxCode.Vat5 => "vat_5",
        TaxCode.Vat10_5 => "vat_10_5",
        TaxCode.Vat21 => "vat_21",
        TaxCode.Vat27 => "vat_27",
        TaxCode.Exempt => "exempt",
        TaxCode.Untaxed => "untaxed",
        _ => throw new ArgumentOutOfRangeException(nameof(code), code, "Not a tax code."),
    };
}
