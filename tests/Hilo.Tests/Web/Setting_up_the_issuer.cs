using System.Net;
using Hilo.Client;
using Hilo.Invoicing;

namespace Hilo.Tests.Web;

/// <summary>The fiscal set-up as a browser without script sees it.</summary>
public class Setting_up_the_issuer
{
    private const string Page = "/oficina/comprobantes/emisor";

    [Theory, EveryDatabase]
    public async Task Keeps_what_was_typed_when_it_is_refused_and_tries_nothing_without_a_certificate(Database database)
    {
        await using var shop = await Shop.OpenAsync(database);
        var goods = await Goods.InAsync(shop);
        using var visit = new Visit(shop);
        await visit.OpenAsync((await shop.SignInLinkAsync(StaffRole.Owner, Page)).PathAndQuery);

        await visit.SendAsync(Page, ("entity", $"{goods.Seller}"), ("alias", "casa retama!"), ("gross_income", "901-123456-7"), ("environment", "production"), ("class_a", "paid_to_account"));
        Assert.True((int)visit.Status is >= 400 and < 500, $"{visit.Status}");
        foreach (var kept in new[] { "value=\"casa retama!\"", "value=\"901-123456-7\"", "value=\"production\" selected", "value=\"paid_to_account\" selected" }) visit.Shows(kept);

        await visit.SendAsync(Page, ("entity", $"{goods.Seller}"), ("alias", "retama"), ("environment", "homologation"), ("class_a", "plain"));
        var issuer = Assert.Single((await (await shop.StaffAsync()).Invoicing.IssuersAsync()).Value());
        await visit.OpenAsync(Page);
        Assert.DoesNotContain("Probar la conexión", WebUtility.HtmlDecode(visit.Html), StringComparison.Ordinal);
        await visit.SendAsync($"{Page}/{issuer.Id}/certificado", ("certificate", "-----BEGIN nothing"));
        visit.Shows("-----BEGIN nothing</textarea>");
        visit.Shows("certificate-err");
        await visit.SendAsync($"{Page}/{issuer.Id}/puntos", ("number", "99999"), ("contingency", "yes"));
        visit.Shows("value=\"99999\"");
        visit.Shows("number-err");
    }

    [Theory]
    [InlineData(HttpRequestError.NameResolutionError, "No se encuentra wsaa.example")]
    [InlineData(HttpRequestError.ConnectionError, "No se pudo conectar con wsaa.example")]
    [InlineData(HttpRequestError.SecureConnectionError, "no aceptó una conexión segura")]
    [InlineData(HttpRequestError.ResponseEnded, "cortó la conexión sin contestar")]
    public void Says_in_a_sentence_what_the_network_did(HttpRequestError error, string words) => Assert.Contains(words, SoapCalls.WordsOf(error, "wsaa.example"), StringComparison.Ordinal);
}
