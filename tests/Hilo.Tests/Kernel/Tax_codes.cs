using System.Text.Json;

namespace Hilo.Tests.Kernel;

public class Tax_codes
{
    public static TheoryData<TaxCode, int, int?, string> Table => new()
    {
        { TaxCode.Vat0, 0, 3, "vat_0" },
        { TaxCode.Vat2_5, 250, 9, "vat_2_5" },
        { TaxCode.Vat5, 500, 8, "vat_5" },
        { TaxCode.Vat10_5, 1050, 4, "vat_10_5" },
        { TaxCode.Vat21, 2100, 5, "vat_21" },
        { TaxCode.Vat27, 2700, 6, "vat_27" },
        { TaxCode.Exempt, 0, null, "exempt" },
        { TaxCode.Untaxed, 0, null, "untaxed" },
    };

    [Theory, MemberData(nameof(Table))]
    public void Have_the_rate_and_number_of_the_agency_and_one_spelling(TaxCode code, int basisPoints, int? agencyId, string text)
    {
        Assert.Equal((basisPoints, agencyId, text), (code.RateBasisPoints, code.AgencyVatId, code.Text));
        Assert.Equal($"\"{text}\"", JsonSerializer.Serialize(code));
        Assert.True(Taxes.TryParse(text, out var parsed) && parsed == code);
    }

    [Fact]
    public void Are_all_in_the_table() => Assert.Equal(Enum.GetValues<TaxCode>().Length, Table.Count);

    [Fact]
    public void Show_the_price_without_national_taxes() => Assert.Equal(Money.Ars(40_495.04m), TaxCode.Vat21.NetOf(Money.Ars(48_999m)));
}
