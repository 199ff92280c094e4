using Hilo.Conversations;
using Hilo.Platform;
using Hilo.Sandbox.Mail;
using Microsoft.Extensions.DependencyInjection;

namespace Hilo.Tests.Conversations;

public class Sending_mails
{
    private static OrderPlaced Placed(OrderSummary order, bool isPaid = false) =>
        new(order.Id, order.Number, order.SaleId, null, order.CustomerId, order.SalesChannelId, order.Delivery, order.Total, isPaid);

    [Theory, EveryDatabase]
    public async Task An_event_that_comes_twice_is_one_mail(Database database)
    {
        await using var office = await PostOffice.OpenAsync(database);
        var order = office.Letters.Has(Letters.AnOrder());
        await office.HappensAsync(Placed(order));
        await office.ReadAsync();
        await office.Node.DoAsync(services => services.GetRequiredService<DbSession>().ExecuteAsync($"update platform_leases set position = 0", CancellationToken.None));
        await office.ReadAsync();
        await office.SendAsync();
        await office.SendAsync();

        var caught = Assert.Single(office.Caught.Messages);
        var mail = await office.MailAsync();
        Assert.Equal((1, mail.MessageId, "tienda@trama.example"), (caught.Deliveries, caught.MessageId, caught.From));
        Assert.Equal((MailState.Sent, 1), (mail.State, mail.Tries));
        Assert.Single(await office.ToldAsync("conversations.mail_sent"));
        Assert.Empty(await office.ViolationsAsync());
    }

    [Theory, EveryDatabase]
    public async Task A_lost_answer_is_sent_again_under_the_same_id(Database database)
    {
        await using var office = await PostOffice.OpenAsync(database);
        await office.HappensAsync(Placed(office.Letters.Has(Letters.AnOrder())));
        await office.ReadAsync();
        office.Faults.Plan = new MailFaultPlan { LoseAnswers = 1 };

        await office.SendAsync();
        Assert.Equal(MailState.Queued, (await office.MailAsync()).State);
        office.Clock.Advance(TimeSpan.FromSeconds(6));
        await office.SendAsync();

        Assert.Equal(2, Assert.Single(office.Caught.Messages).Deliveries);
        Assert.Equal((MailState.Sent, 2), (await office.MailAsync() is var mail ? (mail.State, mail.Tries) : default));
        Assert.Empty(await office.ViolationsAsync());
    }

    [Theory, EveryDatabase]
    public async Task A_refusal_for_now_waits_longer_each_time(Database database)
    {
        await using var office = await PostOffice.OpenAsync(database);
        await office.HappensAsync(Placed(office.Letters.Has(Letters.AnOrder())));
        await office.ReadAsync();
        office.Faults.Plan = new MailFaultPlan { RefuseLater = 2 };

        await office.SendAsync();
        Assert.Equal(0, await office.SendAsync());
        office.Clock.Advance(TimeSpan.FromSeconds(6));
        await office.SendAsync();
        Assert.Equal(office.Clock.GetUtcNow() + TimeSpan.FromSeconds(30), (await office.MailAsync()).DueAt);
        office.Clock.Advance(TimeSpan.FromSeconds(31));
        await office.SendAsync();

        Assert.Equal(1, Assert.Single(office.Caught.Messages).Deliveries);
        Assert.Equal(3, (await office.MailAsync()).Tries);
        Assert.Equal([false, false, true], await office.Node.QueryAsync($"select is_accepted from conversations_mail_tries order by number", row => row.GetBoolean(0)));
    }

    [Theory, EveryDatabase]
    public async Task A_mailbox_that_does_not_exist_fails_at_once_and_harms_nobody(Database database)
    {
        await using var office = await PostOffice.OpenAsync(database);
        office.Faults.Plan = new MailFaultPlan { UnknownRecipients = "*@nadie.example" };
        await office.HappensAsync(
            Placed(office.Letters.Has(Letters.AnOrder("x@nadie.example"))), Placed(office.Letters.Has(Letters.AnOrder("esto no es\nun correo"))), Placed(office.Letters.Has(Letters.AnOrder("bien@ejemplo.com"))));
        await office.ReadAsync();
        await office.SendAsync();

        Assert.Equal(["bien@ejemplo.com"], Assert.Single(office.Caught.Messages).To);
        Assert.Equal([MailState.Sent, MailState.Failed, MailState.Failed], (await office.MailsAsync()).Select(m => m.State).Order());
        Assert.Equal(2, (await office.ToldAsync("conversations.mail_failed")).Count);
        Assert.All((await office.MailsAsync()).Where(m => m.State == MailState.Failed), m => Assert.False(string.IsNullOrEmpty(m.LastError)));
        Assert.Empty(await office.ViolationsAsync());
    }

    [Theory, EveryDatabase]
    public async Task A_server_that_is_away_is_waited_for_until_patience_ends(Database database)
    {
        await using var office = await PostOffice.OpenAsync(database);
        await office.HappensAsync(Placed(office.Letters.Has(Letters.AnOrder())));
        await office.ReadAsync();
        office.Faults.Plan = new MailFaultPlan { RefuseLater = 1000 };

        for (var hours = 0; hours < 60; hours++)
        {
            await office.SendAsync();
            office.Clock.Advance(TimeSpan.FromHours(1));
        }

        var mail = await office.MailAsync();
        Assert.Equal(MailState.Failed, mail.State);
        Assert.InRange(mail.Tries, 20, 40);
        Assert.Empty(office.Caught.Messages);
    }

    [Theory, EveryDatabase]
    public async Task Two_senders_at_once_share_the_work(Database database)
    {
        await using var office = await PostOffice.OpenAsync(database);
        office.Faults.Plan = new MailFaultPlan { DelayMs = 20 };
        for (var i = 0; i < 60; i++) await office.HappensAsync(Placed(office.Letters.Has(Letters.AnOrder($"c{i}@ejemplo.com"))));
        await office.ReadAsync();

        await Task.WhenAll(office.SendAsync(), office.SendAsync(), office.SendAsync());

        Assert.Equal(60, office.Caught.Messages.Count);
        Assert.All(office.Caught.Messages, m => Assert.Equal(1, m.Deliveries));
        Assert.All(await office.MailsAsync(), m => Assert.Equal((MailState.Sent, 1), (m.State, m.Tries)));
        Assert.Empty(await office.ViolationsAsync());
    }

    [Theory, EveryDatabase]
    public async Task A_connection_carries_one_mail_after_the_other_whatever_was_refused_on_it(Database database)
    {
        await using var office = await PostOffice.OpenAsync(database);
        office.Faults.Plan = new MailFaultPlan { UnknownRecipients = "*@nadie.example" };
        for (var i = 0; i < 30; i++) await office.HappensAsync(Placed(office.Letters.Has(Letters.AnOrder(i % 5 == 0 ? $"c{i}@nadie.example" : $"c{i}@ejemplo.com"))));
        await office.ReadAsync();
        await office.SendAsync();

        Assert.Equal(24, office.Caught.Messages.Count);
        Assert.InRange(office.Caught.Messages.Select(m => m.Connection).Distinct().Count(), 1, 4);
    }

    [Theory, EveryDatabase]
    public async Task A_claim_of_a_process_that_ended_runs_out_and_the_mail_goes(Database database)
    {
        await using var office = await PostOffice.OpenAsync(database);
        await office.HappensAsync(Placed(office.Letters.Has(Letters.AnOrder())));
        await office.ReadAsync();
        // As a process leaves it that ends between claim and answer.
        await office.Node.DoAsync(services => services.GetRequiredService<DbSession>().ExecuteAsync(
            $"update conversations_mails set tries = 1, due_at = {office.Clock.GetUtcNow().AddMinutes(5)}", CancellationToken.None));

        Assert.Equal(0, await office.SendAsync());
        office.Clock.Advance(TimeSpan.FromMinutes(6));
        await office.SendAsync();

        Assert.Single(office.Caught.Messages);
        Assert.Equal((MailState.Sent, 2), (await office.MailAsync() is var mail ? (mail.State, mail.Tries) : default));
    }

    [Theory, EveryDatabase]
    public async Task A_sign_in_code_is_readable_by_its_mailbox_only(Database database)
    {
        await using var office = await PostOffice.OpenAsync(database);
        var challenge = IId<EventId>.New().Value;
        office.Letters.Codes[challenge] = new SignInCodeMail("sofia@ejemplo.com", "482913", office.Clock.GetUtcNow().AddMinutes(10), "es");
        await office.HappensAsync(new SignInCodeRequested(challenge));
        await office.ReadAsync();

        var waiting = await office.MailAsync();
        Assert.DoesNotContain("482913", $"{waiting.Subject}{waiting.BodyText}{waiting.BodyHtml}{waiting.SearchText}", StringComparison.Ordinal);
        var shown = await office.Node.DoAsync(services => ShowMail.FindAsync(services.GetRequiredService<ConversationsDb>(), waiting.Id, CancellationToken.None));
        Assert.Equal(("", ""), (shown!.Text, shown.Html));
        await office.SendAsync();

        var caught = Assert.Single(office.Caught.Messages);
        Assert.Contains("482913", caught.Text!, StringComparison.Ordinal);
        Assert.Contains("482913", caught.Html!, StringComparison.Ordinal);
        Assert.Null((await office.MailAsync()).BodyHtml);
    }

    [Theory, EveryDatabase]
    public async Task A_sign_in_code_that_expired_is_given_up(Database database)
    {
        await using var office = await PostOffice.OpenAsync(database);
        var (challenge, gone) = (IId<EventId>.New().Value, IId<EventId>.New().Value);
        office.Letters.Codes[challenge] = new SignInCodeMail("sofia@ejemplo.com", "482913", office.Clock.GetUtcNow().AddMinutes(10), "es");
        await office.HappensAsync(new SignInCodeRequested(challenge), new SignInCodeRequested(gone));
        await office.ReadAsync();
        office.Faults.Plan = new MailFaultPlan { RefuseLater = 100 };
        for (var minutes = 0; minutes < 12; minutes++)
        {
            await office.SendAsync();
            office.Clock.Advance(TimeSpan.FromMinutes(1));
        }

        Assert.Equal((MailState.Failed, null), (await office.MailAsync() is var mail ? (mail.State, mail.BodyText) : default));
        Assert.Equal(["code_ended"], await office.OmissionsAsync());
    }

    [Theory, EveryDatabase]
    public async Task Nothing_is_mailed_about_what_needs_no_mail_and_the_reason_is_kept_where_one_was_expected(Database database)
    {
        await using var office = await PostOffice.OpenAsync(database);
        await office.HappensAsync(
            Placed(office.Letters.Has(Letters.AnOrder(email: null))), Placed(office.Letters.Has(Letters.AnOrder(delivery: DeliveryKind.Counter))) with { IsTold = false },
            new PaymentDeclined(IId<SaleId>.New(), IId<PaymentAttemptId>.New(), Money.Ars(10), "insufficient_funds"));
        await office.ReadAsync();

        Assert.Empty(await office.MailsAsync());
        Assert.Equal(["no_address", "no_order_yet"], await office.OmissionsAsync());
        Assert.Empty(await office.ViolationsAsync());
    }

    [Theory, EveryDatabase]
    public async Task Contents_are_forgotten_after_ninety_days(Database database)
    {
        await using var office = await PostOffice.OpenAsync(database);
        await office.HappensAsync(Placed(office.Letters.Has(Letters.AnOrder())));
        await office.ReadAsync();
        await office.SendAsync();

        office.Clock.Advance(TimeSpan.FromDays(91));
        await office.Node.Services.GetRequiredService<Sweeps>().RunAsync<ForgetMails>(CancellationToken.None);
        Assert.Null((await office.MailAsync()).BodyHtml);
        office.Clock.Advance(TimeSpan.FromDays(700));
        await office.Node.Services.GetRequiredService<Sweeps>().RunAsync<ForgetMails>(CancellationToken.None);
        Assert.Empty(await office.MailsAsync());
    }

    [Theory, EveryDatabase]
    public async Task Each_invariant_is_seen_to_break(Database database)
    {
        await using var office = await PostOffice.OpenAsync(database);
        await office.HappensAsync(Placed(office.Letters.Has(Letters.AnOrder())), Placed(office.Letters.Has(Letters.AnOrder("b@ejemplo.com"))));
        await office.ReadAsync();
        await office.SendAsync();
        Assert.Empty(await office.ViolationsAsync());

        var mails = await office.MailsAsync();
        await BreakAsync($"delete from conversations_mail_tries where mail_id = {mails[0].Id}");
        Assert.Contains("no server accepted it", Assert.Single(await office.ViolationsAsync()), StringComparison.Ordinal);
        await BreakAsync($"update conversations_mails set state = {MailState.Queued}, event_id = {IId<EventId>.New()} where id = {mails[0].Id}");
        Assert.Equal(2, (await office.ViolationsAsync()).Count);

        Task BreakAsync(Sql sql) => office.Node.DoAsync(services => services.GetRequiredService<DbSession>().ExecuteAsync(sql, CancellationToken.None));
    }
}
