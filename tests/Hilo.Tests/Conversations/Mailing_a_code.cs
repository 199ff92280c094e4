using Hilo.Client;

namespace Hilo.Tests.Conversations;

public class Mailing_a_code
{
    private static readonly TimeSpan Soon = TimeSpan.FromSeconds(30);

    [Theory, EveryDatabase]
    public async Task A_shopper_who_asks_for_a_code_finds_it_in_the_mailbox(Database database)
    {
        await using var shop = await Shop.OpenAsync(database);

        (await shop.Guest.Account.RequestCodeAsync(new RequestSignInCodeRequest("sofia@ejemplo.com"))).Value();
        var mail = await shop.Mail.WaitForAsync(m => m.To.Contains("sofia@ejemplo.com"), Soon);

        Assert.Matches(@"(?m)^    \d{6}\r?$", mail.Text!);
        Assert.Equal("hola@tienda.example", mail.From);
        var row = Assert.Single((await (await shop.StaffAsync()).Mails.ListAsync()).Value().Items);
        Assert.Equal(("sofia@ejemplo.com", "sign_in_code"), (row.To, row.Template));
    }
}
