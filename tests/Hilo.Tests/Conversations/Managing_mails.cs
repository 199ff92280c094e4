using Hilo.Client;
using Hilo.Conversations;
using Hilo.Platform;
using Hilo.Tests.Edge;
using Microsoft.Extensions.DependencyInjection;

namespace Hilo.Tests.Conversations;

public class Managing_mails
{
    [Theory, EveryDatabase]
    public async Task Office_finds_a_mail_reads_it_and_sends_it_again(Database database)
    {
        await using var server = await OpenAsync(database);
        var failed = await HasAsync(server, "x@nadie.example", "TR-1", MailState.Failed);
        await HasAsync(server, "sofia@ejemplo.com", "TR-2", MailState.Sent);
        var office = await server.SignedInAsync(StaffRole.Office);

        Assert.Equal(["x@nadie.example"], To((await office.Mails.ListAsync(state: MailState.Failed)).Value()));
        Assert.Equal(["sofia@ejemplo.com"], To((await office.Mails.ListAsync(search: "SOFIA@ej")).Value()));
        Assert.Equal(["sofia@ejemplo.com"], To((await office.Mails.ListAsync(search: "tr-2")).Value()));
        Assert.Empty((await office.Mails.ListAsync(search: "%")).Value().Items);
        var shown = (await office.Mails.FindAsync(failed)).Value();
        Assert.Equal(("550 No such mailbox", "Hola.", 1), (shown.Mail.LastError, shown.Text, shown.Mail.Tries));
        Assert.Contains("data:image/png;base64,", shown.Html, StringComparison.Ordinal);

        var again = (await office.Mails.RetryAsync(failed)).Value();
        Assert.Equal(MailState.Queued, again.Mail.State);
        Assert.Equal(shown.MessageId, again.MessageId);
    }

    [Theory, EveryDatabase]
    public async Task What_was_sent_or_forgotten_is_not_sent_again(Database database)
    {
        await using var server = await OpenAsync(database);
        var sent = await HasAsync(server, "sofia@ejemplo.com", "TR-2", MailState.Sent);
        var code = await HasAsync(server, "sofia@ejemplo.com", null, MailState.Failed, isSealed: true);
        var office = await server.SignedInAsync(StaffRole.Office);

        Assert.Equal("mail.already_sent", (await office.Mails.RetryAsync(sent)).Problem().Code);
        Assert.Equal("mail.body_forgotten", (await office.Mails.RetryAsync(code)).Problem().Code);
        Assert.Equal("resource.not_found", (await office.Mails.RetryAsync(IId<MailId>.New())).Problem().Code);
        Assert.Equal(403, (await (await server.SignedInAsync(StaffRole.Store)).Mails.ListAsync()).Problem().Status);
        Assert.Equal(401, (await server.Client.Mails.FindAsync(sent)).Problem().Status);
    }

    [Theory, EveryDatabase]
    public async Task A_long_list_is_paged_without_a_gap(Database database)
    {
        await using var server = await OpenAsync(database);
        for (var i = 0; i < 53; i++) await HasAsync(server, $"c{i}@ejemplo.com", $"TR-{i}", MailState.Sent);
        var office = await server.SignedInAsync(StaffRole.Office);

        var first = (await office.Mails.ListAsync()).Value();
        var second = (await office.Mails.ListAsync(cursor: first.Next)).Value();

        Assert.Equal((50, 3, null), (first.Items.Count, second.Items.Count, second.Next));
        Assert.Equal(53, To(first).Concat(To(second)).Distinct().Count());
        Assert.Equal(400, (await office.Mails.ListAsync(cursor: "x")).Problem().Status);
    }

    private static IEnumerable<string> To(PageOf<MailRow> page) => page.Items.Select(m => m.To);

    private static Task<EdgeServer> OpenAsync(Database database)
    {
        var letters = new Letters();
        return EdgeServer.OpenAsync(api => api.MapConversations(), database, new TestClock(), build: builder => builder.Services
            .AddSingleton<IOrderSummaries>(letters).AddSingleton<IPickupPasses>(letters).AddSingleton<ISignInCodes>(letters).AddSingleton<IRevocationMails>(letters).AddSingleton<ILocations>(letters).AddConversations());
    }

    private static async Task<MailId> HasAsync(EdgeServer server, string to, string? order, MailState state, bool isSealed = false)
    {
        var id = IId<MailId>.New();
        await server.Services.GetRequiredService<SessionScopes>().RunAsync(new Facts(), async (services, cancel) =>
        {
            var now = services.GetRequiredService<TimeProvider>().GetUtcNow();
            var mail = new Mail
            {
                Id = id,
                EventId = IId<EventId>.New(),
                Template = isSealed ? MailTemplate.SignInCode : MailTemplate.ReadyForPickup,
                Culture = "es",
                Recipient = to,
                OrderNumber = order,
                Subject = "Tu pedido está listo",
                IsSealed = isSealed,
                MessageId = $"<{id.Value:N}@trama.example>",
                SearchText = $"{to} {order}".ToLowerInvariant(),
                QueuedAt = now,
                DueAt = now,
                GiveUpAt = now + Mail.Patience,
            };
            mail.Write("Hola.", "<img src=\"cid:pass@hilo\">", [1, 2, 3]);
            var db = services.GetRequiredService<ConversationsDb>();
            db.Add(mail);
            await db.SaveChangesAsync(cancel);
            await services.GetRequiredService<DbSession>().ExecuteAsync($"update conversations_mails set tries = 1 where id = {id}", cancel);
            await db.Entry(mail).ReloadAsync(cancel);
            _ = state == MailState.Sent ? mail.Accept(now) : (IEvent?)mail.TryInVain("550 No such mailbox", isFinal: true, now);
            await db.SaveChangesAsync(cancel);
        }, CancellationToken.None);
        return id;
    }
}
