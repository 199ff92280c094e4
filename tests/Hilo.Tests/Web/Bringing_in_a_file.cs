using System.Net;
using Hilo.Client;

namespace Hilo.Tests.Web;

/// <summary>A file on its way through the office: tried, brought in, told about. Without script.</summary>
public class Bringing_in_a_file
{
    private const string File = """
        Handle,Title,Type,Option1 Name,Option1 Value,Variant SKU,Variant Price
        campera-tafi,Campera Tafí,Camperas,Talle,M,C-M,48900
        campera-tafi,,,Talle,L,C-L,mucho
        """;

    [Theory, EveryDatabase]
    public async Task Is_tried_first_then_one_press_brings_the_same_in_and_a_second_press_nothing(Database database)
    {
        await using var shop = await Shop.OpenAsync(database);
        await Goods.InAsync(shop);
        using var office = new Visit(shop);
        await office.OpenAsync((await shop.SignInLinkAsync(StaffRole.Owner, "/oficina/productos/importar")).PathAndQuery);

        await office.UploadAsync("/importar", "file", "invierno.csv", File);
        await office.OpenOnceItShowsAsync(office.Address.PathAndQuery, "Ensayo listo: 2 filas leídas");
        office.Shows("todavía no cambió nada");
        office.Shows("No va a entrar");
        var tried = office.Address.PathAndQuery;
        await office.OpenAsync("/oficina/productos?q=Tafí+Campera+C-M");
        Assert.DoesNotContain("Campera Tafí", WebUtility.HtmlDecode(office.Html), StringComparison.Ordinal);

        await office.OpenAsync(tried);
        office.Shows("Importar la fila buena");
        var form = office.Html;
        await office.SendAsync("/importacion");
        Assert.NotEqual(tried, office.Address.PathAndQuery);
        await office.OpenOnceItShowsAsync(office.Address.PathAndQuery, "Listo: 2 filas leídas");
        office.Shows("Bajar las 2 como CSV");
        office.Shows("No entró");
        await office.OpenAsync("/oficina/productos?q=C-M");
        office.Shows("Campera Tafí");

        await office.OpenAsync(tried);
        Assert.DoesNotContain("/importacion\"", office.Html, StringComparison.Ordinal);
        Assert.Contains("/importacion\"", form, StringComparison.Ordinal);
        var again = await (await shop.StaffAsync()).Catalog.ImportTriedAsync(ImportOf(tried));
        Assert.Equal("import.file_gone", again.Refused(out var problem, out _) ? problem.Code : null);
    }

    [Theory, EveryDatabase]
    public async Task What_was_not_tried_cannot_be_brought_in_by_its_number(Database database)
    {
        await using var shop = await Shop.OpenAsync(database);
        await Goods.InAsync(shop);
        using var office = new Visit(shop);
        await office.OpenAsync((await shop.SignInLinkAsync(StaffRole.Owner, "/oficina/productos/importar")).PathAndQuery);

        await office.UploadAsync("/importar", "file", "invierno.csv", File, ("how", "now"));
        await office.OpenOnceItShowsAsync(office.Address.PathAndQuery, "Listo: 2 filas leídas");

        var owner = await shop.StaffAsync();
        Assert.Equal("import.not_tried", (await owner.Catalog.ImportTriedAsync(ImportOf(office.Address.PathAndQuery))).Refused(out var problem, out _) ? problem.Code : null);
        Assert.Equal("resource.not_found", (await owner.Catalog.ImportTriedAsync(IId<ImportId>.New())).Refused(out problem, out _) ? problem.Code : null);
    }

    private static ImportId ImportOf(string address) => ImportId.TryParse(address.Split('/')[^1], null, out var id) ? id : throw new Xunit.Sdk.XunitException(address);
}
