using Hilo.Client;

namespace Hilo.Tests.Conversations;

public class Wording_the_invoice_s_mail
{
    private const string Words = """
        Factura de {{Shop.Name}} por {{Mail.Amount}}
        {{Mail.Document}}
        --- text
        Va la {{Mail.Document}} de tu compra {{Mail.Number}}.
        --- html
        <p>Va la <b>{{Mail.Document}}</b> de tu compra {{Mail.Number}}.</p>
        """;

    [Theory, EveryDatabase]
    public async Task Sends_the_shop_s_own_words_once_they_were_tried_and_hilo_s_again_afterwards(Database database)
    {
        await using var accountant = await Fiscal.Accountant.OpenAsync(database);
        var mails = accountant.Owner.Mails;
        var own = (await mails.TemplatesAsync()).Value().Single(t => t is { Template: "fiscal_document", Language: "es" });
        Assert.Equal((0, false), (own.Version, own.IsOwn));
        Assert.Contains("Tu nota de débito", own.Source, StringComparison.Ordinal);

        var source = Words.ReplaceLineEndings("\n");
        var preview = (await mails.PreviewTemplateAsync("fiscal_document", "es", source)).Value();
        Assert.Equal("Factura de Casa Retama por $ 48.900", preview.Subject.Replace('\u00A0', ' '));
        Assert.Contains("<b>B 00007-00000012</b>", preview.Html, StringComparison.Ordinal);
        Assert.Equal("mail.template_invalid", (await mails.PreviewTemplateAsync("fiscal_document", "es", source.Replace("--- text", "", StringComparison.Ordinal))).Problem().Code);
        Assert.Equal("mail.template_invalid", (await mails.SaveTemplateAsync("fiscal_document", "es", 0, source + "{{Mail.Nothing}}")).Problem().Code);
        Assert.Equal("mail.template_invalid", (await mails.SaveTemplateAsync("fiscal_document", "es", 0, source + "{{#if Mail.Name}}")).Problem().Code);
        Assert.Equal(404, (await mails.SaveTemplateAsync("sign_in_code", "es", 0, source)).Problem().Status);

        Assert.Equal(1, (await mails.SaveTemplateAsync("fiscal_document", "es", 0, source)).Value().Version);
        Assert.Equal(412, (await mails.SaveTemplateAsync("fiscal_document", "es", 0, source)).Problem().Status);
        await accountant.Sells();
        var mail = await accountant.Shop.Mail.WaitForAsync(m => m.Subject.StartsWith("Factura de Casa Retama", StringComparison.Ordinal), TimeSpan.FromSeconds(30));
        Assert.Single(mail.Parts, p => p.ContentType == "application/pdf");

        Assert.False((await mails.ForgetTemplateAsync("fiscal_document", "es")).Value().IsOwn);
        await accountant.Sells();
        await accountant.Shop.Mail.WaitForAsync(m => m.Subject.StartsWith("Tu factura", StringComparison.Ordinal), TimeSpan.FromSeconds(30));
        await Books.BalanceAsync(accountant.Shop);
    }
}
