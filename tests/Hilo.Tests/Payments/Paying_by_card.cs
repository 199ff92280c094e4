using Hilo.Payments.Attempts;
using Hilo.Sandbox.Gateway;

namespace Hilo.Tests.Payments;

public class Paying_by_card
{
    private static readonly GatewayFaultPlan Quiet = new() { Webhooks = WebhookTiming.Never };

    [Theory, EveryDatabase]
    public async Task The_payer_is_sent_to_the_provider_and_the_return_finds_the_money(Database database)
    {
        await using var shop = await CardShop.OpenAsync(database);
        shop.Faults.Plan = Quiet;
        var sale = Given.ASale();

        var attempt = await shop.OpensAsync(sale, 1234.50m);
        Assert.Equal((PaymentAttemptState.PendingPayer, Given.Pesos(1234.50m)), (attempt.State, attempt.Amount));
        Assert.Equal(PaymentState.Pending, (await shop.MoneyOfAsync(sale)).State);
        await shop.ChoosesAsync(attempt);
        var returned = await shop.ReconcilesAsync(attempt.Id);

        Assert.Equal(PaymentAttemptState.Captured, returned.State);
        var money = await shop.MoneyOfAsync(sale);
        Assert.Equal((PaymentState.Captured, Given.Pesos(1234.50m), Tender.CardOnline), (money.State, money.Captured, money.Tender));
        var captured = Assert.Single(await shop.EventsOfAsync<PaymentCaptured>());
        Assert.Equal((sale, attempt.Id, Given.Pesos(1234.50m)), (captured.Sale, captured.AttemptId!.Value, captured.Amount));
    }

    [Theory, EveryDatabase]
    public async Task Fifty_who_bring_the_same_news_move_the_sale_once(Database database)
    {
        await using var shop = await CardShop.OpenAsync(database);
        var sale = Given.ASale();
        var attempt = await shop.OpensAsync(sale, 100);
        await shop.ChoosesAsync(attempt);

        await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => shop.ReconcilesAsync(attempt.Id)));

        Assert.Single(await shop.EventsOfAsync<PaymentCaptured>());
        Assert.Equal(Given.Pesos(100), (await shop.MoneyOfAsync(sale)).Captured);
    }

    [Theory, EveryDatabase]
    public async Task The_webhook_alone_brings_the_money(Database database)
    {
        await using var shop = await CardShop.OpenAsync(database);
        shop.Faults.Plan = new GatewayFaultPlan { DuplicateWebhooks = true };
        var sale = Given.ASale();

        await shop.ChoosesAsync(await shop.OpensAsync(sale, 100));

        await CardShop.BecomesTrueAsync(async () => (await shop.MoneyOfAsync(sale)).State == PaymentState.Captured);
        Assert.Single(await shop.EventsOfAsync<PaymentCaptured>());
    }

    [Theory, EveryDatabase]
    public async Task Without_webhook_and_return_the_sweeper_finds_the_money(Database database)
    {
        await using var shop = await CardShop.OpenAsync(database);
        shop.Faults.Plan = Quiet;
        var sale = Given.ASale();
        await shop.ChoosesAsync(await shop.OpensAsync(sale, 100));

        shop.Clock.Advance(TimeSpan.FromSeconds(16));
        await shop.SweepsAsync<PollAttempts>();

        Assert.Equal(PaymentState.Captured, (await shop.MoneyOfAsync(sale)).State);
    }

    [Theory, EveryDatabase]
    public async Task A_declined_card_gives_its_reason_and_another_try_is_a_new_attempt_of_the_same_payment(Database database)
    {
        await using var shop = await CardShop.OpenAsync(database);
        shop.Faults.Plan = Quiet;
        var sale = Given.ASale();
        var first = await shop.OpensAsync(sale, 100);
        await shop.ChoosesAsync(first, "insufficient_funds");

        var declined = await shop.ReconcilesAsync(first.Id);
        var second = await shop.OpensAsync(sale, 100);

        Assert.Equal((PaymentAttemptState.Declined, "insufficient_funds"), (declined.State, declined.DeclineReason));
        Assert.NotEqual(first.Id, second.Id);
        Assert.Equal("insufficient_funds", Assert.Single(await shop.EventsOfAsync<PaymentDeclined>()).Reason);
        Assert.Equal(2, Assert.Single((await shop.ShowAsync(sale)).Payments).Attempts.Count);
    }

    [Theory, EveryDatabase]
    public async Task A_double_click_opens_one_payment(Database database)
    {
        await using var shop = await CardShop.OpenAsync(database);
        var sale = Given.ASale();

        var attempts = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => shop.OpensAsync(sale, 100)));

        Assert.Single(attempts.Select(a => a.Id).Distinct());
        Assert.Single(attempts.Select(a => a.RedirectUrl).Distinct());
        Assert.Single(shop.Bank.All);
    }

    [Theory, EveryDatabase]
    public async Task A_lost_answer_is_asked_for_again_under_the_same_key(Database database)
    {
        await using var shop = await CardShop.OpenAsync(database);
        shop.Faults.Plan = new GatewayFaultPlan { LoseAnswers = 1, FailBefore = 1 };

        var attempt = await shop.OpensAsync(Given.ASale(), 100);

        Assert.Equal(PaymentAttemptState.PendingPayer, attempt.State);
        Assert.Single(shop.Bank.All);
    }

    [Theory, EveryDatabase]
    public async Task When_every_answer_is_lost_the_outcome_is_unknown_until_a_search_finds_it(Database database)
    {
        await using var shop = await CardShop.OpenAsync(database);
        shop.Faults.Plan = new GatewayFaultPlan { LoseAnswers = 4 };
        var sale = Given.ASale();

        var attempt = await shop.OpensAsync(sale, 100);
        Assert.Equal((PaymentAttemptState.Unknown, null), (attempt.State, attempt.RedirectUrl));
        Assert.Single(await shop.EventsOfAsync<PaymentUnknown>());
        shop.Clock.Advance(TimeSpan.FromSeconds(16));
        await shop.SweepsAsync<PollAttempts>();

        Assert.Equal(attempt.Id, (await shop.OpensAsync(sale, 100)).Id);
        Assert.Equal(PaymentAttemptState.PendingPayer, (await shop.ReconcilesAsync(attempt.Id)).State);
        Assert.Single(shop.Bank.All);
    }

    [Theory, EveryDatabase]
    public async Task What_never_reached_the_provider_is_declined_only_after_its_delay(Database database)
    {
        await using var shop = await CardShop.OpenAsync(database);
        shop.Faults.Plan = new GatewayFaultPlan { FailBefore = 4 };
        var sale = Given.ASale();
        var attempt = await shop.OpensAsync(sale, 100);

        Assert.Equal(PaymentAttemptState.Unknown, (await shop.ReconcilesAsync(attempt.Id)).State);
        Assert.True((await shop.TriesToPayAsync(sale, 100)).Refused(out var refused, out _));
        Assert.Equal("payment.outcome_unknown", refused.Code);
        shop.Clock.Advance(TimeSpan.FromMinutes(3));
        var ended = await shop.ReconcilesAsync(attempt.Id);

        Assert.Equal((PaymentAttemptState.Declined, "never_reached_provider"), (ended.State, ended.DeclineReason));
        Assert.Equal(PaymentAttemptState.PendingPayer, (await shop.OpensAsync(sale, 100)).State);
    }

    [Theory, EveryDatabase]
    public async Task A_silent_provider_changes_nothing_that_is_known(Database database)
    {
        await using var shop = await CardShop.OpenAsync(database);
        shop.Faults.Plan = Quiet;
        var attempt = await shop.OpensAsync(Given.ASale(), 100);
        await shop.ChoosesAsync(attempt);
        shop.Faults.Plan = Quiet with { FailBefore = 4 };

        Assert.Equal(PaymentAttemptState.PendingPayer, (await shop.ReconcilesAsync(attempt.Id)).State);
        Assert.Equal(PaymentAttemptState.Captured, (await shop.ReconcilesAsync(attempt.Id)).State);
    }

    [Theory, EveryDatabase]
    public async Task Another_amount_is_held_and_does_not_pay_the_sale(Database database)
    {
        await using var shop = await CardShop.OpenAsync(database);
        shop.Faults.Plan = Quiet with { AmountDifference = -1 };
        var sale = Given.ASale();
        var attempt = await shop.OpensAsync(sale, 100);
        await shop.ChoosesAsync(attempt);

        var returned = await shop.ReconcilesAsync(attempt.Id);

        Assert.Equal((PaymentAttemptState.Captured, true), (returned.State, returned.HasAmountMismatch));
        Assert.Equal(Given.Pesos(0), (await shop.MoneyOfAsync(sale)).Captured);
        Assert.Empty(await shop.EventsOfAsync<PaymentCaptured>());
        Assert.Equal(new PaymentAmountMismatch(sale, attempt.Id, Given.Pesos(100), Given.Pesos(99)), Assert.Single(await shop.EventsOfAsync<PaymentAmountMismatch>()));
        Assert.True((await shop.TriesToPayAsync(sale, 100)).Refused(out var refused, out _));
        Assert.Equal("payment.held_money", refused.Code);
    }

    [Theory, EveryDatabase]
    public async Task A_changed_total_takes_the_open_attempt_back_before_another_is_opened(Database database)
    {
        await using var shop = await CardShop.OpenAsync(database);
        shop.Faults.Plan = Quiet;
        var sale = Given.ASale();
        var first = await shop.OpensAsync(sale, 100);

        var second = await shop.OpensAsync(sale, 150);

        Assert.Equal(PaymentAttemptState.Canceled, (await shop.ReconcilesAsync(first.Id)).State);
        Assert.Equal((PaymentAttemptState.PendingPayer, Given.Pesos(150)), (second.State, second.Amount));
    }

    [Theory, EveryDatabase]
    public async Task A_changed_total_meets_an_attempt_that_was_paid_meanwhile(Database database)
    {
        await using var shop = await CardShop.OpenAsync(database);
        shop.Faults.Plan = Quiet;
        var sale = Given.ASale();
        var first = await shop.OpensAsync(sale, 100);
        await shop.ChoosesAsync(first);

        var second = await shop.OpensAsync(sale, 150);

        Assert.Equal(Given.Pesos(100), (await shop.MoneyOfAsync(sale)).Captured);
        Assert.Equal(Given.Pesos(50), second.Amount);
    }

    [Theory, EveryDatabase]
    public async Task A_paid_sale_is_not_charged_again(Database database)
    {
        await using var shop = await CardShop.OpenAsync(database);
        var sale = Given.ASale();
        var attempt = await shop.OpensAsync(sale, 100);
        await shop.ChoosesAsync(attempt);
        await shop.ReconcilesAsync(attempt.Id);

        Assert.True((await shop.TriesToPayAsync(sale, 100)).Refused(out var refused, out _));
        Assert.Equal("payment.already_paid", refused.Code);
    }

    [Theory, EveryDatabase]
    public async Task Money_for_a_sale_that_was_paid_meanwhile_goes_back_by_itself(Database database)
    {
        await using var shop = await CardShop.OpenAsync(database);
        shop.Faults.Plan = Quiet;
        var sale = Given.ASale();
        var attempt = await shop.OpensAsync(sale, 100);
        await shop.DoAsync(async services =>
        {
            await ((ISalePayments)services.GetService(typeof(ISalePayments))!).RecordAsync(
                [new ReceivedPayment(IId<PaymentId>.New(), sale, Tender.Cash, Given.Pesos(100), null, Given.Noon)], CancellationToken.None);
            return true;
        });
        await shop.ChoosesAsync(attempt);

        var returned = await shop.ReconcilesAsync(attempt.Id);
        Assert.Equal((PaymentAttemptState.Captured, true), (returned.State, returned.IsOrphanMoney));
        await CardShop.BecomesTrueAsync(async () => (await shop.MoneyOfAsync(sale)).Refunded == Given.Pesos(100));

        Assert.Equal(Given.Pesos(100), Assert.Single(shop.Bank.All).Refunded);
        Assert.Equal("orphan_money", Assert.Single(await shop.EventsOfAsync<RefundOwed>()).Reason);
        Assert.Single(await shop.EventsOfAsync<PaymentCaptured>());
    }

    [Theory, EveryDatabase]
    public async Task A_review_ends_either_way(Database database)
    {
        await using var shop = await CardShop.OpenAsync(database);
        shop.Faults.Plan = Quiet;
        var attempt = await shop.OpensAsync(Given.ASale(), 100);
        await shop.ChoosesAsync(attempt, "in_review");
        Assert.Equal(PaymentAttemptState.InReview, (await shop.ReconcilesAsync(attempt.Id)).State);

        shop.Bank.Review(shop.Bank.All[0].Id, approve: true);

        Assert.Equal(PaymentAttemptState.Captured, (await shop.ReconcilesAsync(attempt.Id)).State);
    }

    [Theory, EveryDatabase]
    public async Task What_nobody_pays_is_taken_back_after_a_day(Database database)
    {
        await using var shop = await CardShop.OpenAsync(database);
        shop.Faults.Plan = Quiet;
        var attempt = await shop.OpensAsync(Given.ASale(), 100);

        shop.Clock.Advance(TimeSpan.FromHours(25));
        await shop.SweepsAsync<PollAttempts>();

        Assert.Equal(PaymentAttemptState.Canceled, (await shop.ReconcilesAsync(attempt.Id)).State);
    }
}
