using Hilo.Client;
using Hilo.Invoicing;
using Microsoft.Extensions.Configuration;

namespace Hilo.Tests.Fiscal;

public class Telling_of_provincial_taxes
{
    private const string Path = "Invoicing:ProvincialLegends:";
    private static readonly DateOnly Day = new(2026, 11, 28);

    private static readonly (string, string?)[] OfTheCity =
    [
        ($"{Path}0:Province", "C"), ($"{Path}0:Text", "Ingresos Brutos CABA contenido {importe}"), ($"{Path}0:RatePercent", "3.5"), ($"{Path}0:From", "2026-01-01"), ($"{Path}0:To", "2026-12-31"),
        ($"{Path}1:Province", "E"), ($"{Path}1:Text", "Precios con Ingresos Brutos incluidos"),
    ];

    [Fact]
    public void Says_what_its_province_wants_to_those_who_see_the_taxes_in_the_price()
    {
        var legends = new ProvincialLegends(Configured(OfTheCity));
        var b = Given.Invoice(ReceiverFacts.Anonymous);
        var content = Given.AnAuthorized(b, [Given.Line("CAM", "Campera", 12_100)]).Says with { Province = "C" };

        // 3.5 % of 10,000 without VAT.
        Assert.Equal("Ingresos Brutos CABA contenido $ 350,00", legends.Of(b, content, Day));
        Assert.Equal("Precios con Ingresos Brutos incluidos", legends.Of(b, content with { Province = "E" }, Day));
        Assert.Null(legends.Of(b, content with { Province = "X" }, Day));
        Assert.Null(legends.Of(b, content with { Province = null }, Day));
        Assert.Null(legends.Of(b, content, new DateOnly(2027, 1, 1)));
        Assert.Null(legends.Of(b, content with { Terms = DocumentTerms.InPesos with { Currency = "DOL" } }, Day));
        Assert.Null(legends.Of(Given.Invoice(new ReceiverFacts(80, "30712345671", 1, null)), content, Day));
    }

    [Theory]
    [InlineData("Province", "CABA", "Invoicing:ProvincialLegends:0:Province is 'CABA': one letter, such as C.")]
    [InlineData("Text", "", "Invoicing:ProvincialLegends:0:Text is '': what the document says.")]
    [InlineData("RatePercent", "3,5", "Invoicing:ProvincialLegends:0:RatePercent is '3,5': a number up to 100, such as 3.5.")]
    [InlineData("RatePercent", null, "Invoicing:ProvincialLegends:0:RatePercent is missing: a number up to 100, such as 3.5.")]
    [InlineData("From", "1/1/2026", "Invoicing:ProvincialLegends:0:From is '1/1/2026': a day, such as 2026-01-31.")]
    public void Does_not_start_with_what_cannot_be_read(string name, string? value, string why) =>
        Assert.Equal(why, Assert.Throws<InvalidOperationException>(() =>
            new ProvincialLegends(Configured([.. OfTheCity.Where(s => s.Item1 != $"{Path}0:{name}"), ($"{Path}0:{name}", value)]))).Message);

    [Theory, EveryDatabase]
    public async Task Stands_on_the_paper_of_a_sale_and_of_its_note(Database database)
    {
        await using var accountant = await Accountant.OpenAsync(database, settings: OfTheCity);
        var order = await accountant.Sells();
        await accountant.Sells("L", Accountant.Company);
        await accountant.SettledAsync(2);
        (await accountant.Owner.Orders.CancelAsync(order.Id, new CancelOrderRequest("Se arrepintió"))).Value();

        var documents = await accountant.SettledAsync(3);

        var (invoice, note) = (documents.Single(d => d.OrderId == order.Id && d.OriginalId is null), documents.Single(d => d.OriginalId is not null));
        var legend = $"Ingresos Brutos CABA contenido {Paper.Pesos((long)decimal.Round(invoice.Says.Amounts.NetMinor * 3.5m / 100, MidpointRounding.AwayFromZero))}";
        Assert.Equal([legend], Paper.Of(invoice, null, Norms.Known).Legends);
        Assert.Equal([legend], Paper.Of(note, invoice, Norms.Known).Legends);
        Assert.Null(documents.Single(d => d.OrderId != order.Id).Says.ProvincialLegend);
    }

    private static IConfiguration Configured((string Key, string? Value)[] settings) =>
        new ConfigurationBuilder().AddInMemoryCollection(settings.Select(s => KeyValuePair.Create(s.Key, s.Value))).Build();
}
