using Hilo.Payments.Refunds;
using Hilo.Platform;
using Hilo.Sandbox.Gateway;
using Microsoft.Extensions.DependencyInjection;

namespace Hilo.Tests.Payments;

public class Giving_money_back
{
    [Fact]
    public void Every_state_can_be_reached()
    {
        Assert.Empty(Refund.Life.Unreachable());
        Assert.Empty(RefundDue.Life.Unreachable());
    }

    [Theory, EveryDatabase]
    public async Task Card_money_goes_back_to_the_card_by_itself(Database database)
    {
        await using var shop = await CardShop.OpenAsync(database);
        var sale = await PaidAsync(shop, 100);

        var owed = await shop.OwesAsync(sale, 30);
        await CardShop.BecomesTrueAsync(async () => (await shop.MoneyOfAsync(sale)).Refunded == Given.Pesos(30));

        var money = await shop.MoneyOfAsync(sale);
        Assert.Equal((PaymentState.PartiallyRefunded, Given.Pesos(0)), (money.State, money.RefundsOwed));
        Assert.Equal(Given.Pesos(30), shop.Bank.All[0].Refunded);
        Assert.Equal(owed.Id, Assert.Single(await shop.EventsOfAsync<RefundSucceeded>()).RefundDueId);
        Assert.Equal(RefundDueState.Settled, Assert.Single((await shop.ShowAsync(sale)).RefundsDue).State);
    }

    [Theory, EveryDatabase]
    public async Task A_lost_answer_gives_back_once(Database database)
    {
        await using var shop = await CardShop.OpenAsync(database);
        var sale = await PaidAsync(shop, 100);
        shop.Faults.Plan = new GatewayFaultPlan { LoseAnswers = 4, Webhooks = WebhookTiming.Never };

        await shop.OwesAsync(sale, 100);
        await CardShop.BecomesTrueAsync(async () => (await shop.ShowAsync(sale)).RefundsDue is [{ Refunds: [{ State: RefundState.Unknown or RefundState.Succeeded }] }]);
        shop.Clock.Advance(TimeSpan.FromMinutes(1));
        await shop.SweepsAsync<GiveBack>();

        await CardShop.BecomesTrueAsync(async () => (await shop.MoneyOfAsync(sale)).State == PaymentState.Refunded);
        Assert.Single(shop.Bank.All[0].Refunds);
        Assert.Single(await shop.EventsOfAsync<RefundSucceeded>());
    }

    [Theory, EveryDatabase]
    public async Task Twenty_refunds_at_once_never_exceed_what_was_taken(Database database)
    {
        await using var shop = await CardShop.OpenAsync(database);
        var sale = await PaidAsync(shop, 100);
        var owed = await shop.OwesAsync(sale, 100);

        await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => shop.InScopeAsync(async services =>
        {
            await services.GetRequiredService<GiveBack>().GiveBackAsync(owed.Id, CancellationToken.None);
            return true;
        })));

        await CardShop.BecomesTrueAsync(async () => (await shop.MoneyOfAsync(sale)).State == PaymentState.Refunded);
        Assert.Single(shop.Bank.All[0].Refunds);
    }

    [Theory, EveryDatabase]
    public async Task Cash_waits_for_a_person_and_is_given_back_once(Database database)
    {
        await using var shop = await CardShop.OpenAsync(database);
        var sale = Given.ASale();
        await ReceivesCashAsync(shop, sale, 100);
        var owed = await shop.OwesAsync(sale, 40);
        await shop.SweepsAsync<GiveBack>();
        Assert.Equal(Given.Pesos(40), (await shop.MoneyOfAsync(sale)).RefundsOwed);

        Assert.Null(await SettlesAsync(shop, owed.Id, Tender.Cash));

        Assert.Equal("refund.closed", (await SettlesAsync(shop, owed.Id, Tender.Cash))?.Code);
        var money = await shop.MoneyOfAsync(sale);
        Assert.Equal((Given.Pesos(40), Given.Pesos(0), PaymentState.PartiallyRefunded), (money.Refunded, money.RefundsOwed, money.State));
        Assert.Single(await shop.EventsOfAsync<RefundSucceeded>());
    }

    [Theory, EveryDatabase]
    public async Task A_card_is_never_given_back_by_hand_unless_its_provider_refused(Database database)
    {
        await using var shop = await CardShop.OpenAsync(database);
        var sale = await PaidAsync(shop, 100);
        shop.Bank.Refund(shop.Bank.All[0].Id, Given.Pesos(100)); // Behind our back: the provider has nothing left.

        var owed = await shop.OwesAsync(sale, 100);
        await CardShop.BecomesTrueAsync(async () => (await shop.EventsOfAsync<RefundFailed>()).Count == 1);

        Assert.Equal("refund.wrong_tender", (await SettlesAsync(shop, owed.Id, Tender.CardOnline))?.Code);
        Assert.Null(await SettlesAsync(shop, owed.Id, Tender.BankTransfer));
        Assert.Equal(PaymentState.Refunded, (await shop.MoneyOfAsync(sale)).State);
    }

    [Theory, EveryDatabase]
    public async Task What_is_on_its_way_to_a_card_is_neither_given_back_by_hand_nor_dropped(Database database)
    {
        await using var shop = await CardShop.OpenAsync(database);
        var sale = await PaidAsync(shop, 100);
        shop.Faults.Plan = new GatewayFaultPlan { LoseAnswers = 1_000, Webhooks = WebhookTiming.Never };
        var owed = await shop.OwesAsync(sale, 100);
        await CardShop.BecomesTrueAsync(async () => (await shop.ShowAsync(sale)).RefundsDue is [{ Refunds: [{ State: RefundState.Unknown }] }]);
        Assert.Equal("refund.on_its_way", (await SettlesAsync(shop, owed.Id, Tender.Cash))?.Code);
        Assert.Equal("refund.on_its_way", (await shop.DoAsync(services => services.GetRequiredService<RefundBook>().DropAsync(owed.Id, "Lo cambió en el local", CancellationToken.None)))?.Code);
        Assert.Equal(RefundDueState.Open, Assert.Single((await shop.ShowAsync(sale)).RefundsDue).State);
    }

    private static async Task<SaleId> PaidAsync(CardShop shop, decimal amount)
    {
        shop.Faults.Plan = new GatewayFaultPlan { Webhooks = WebhookTiming.Never };
        var sale = Given.ASale();
        var attempt = await shop.OpensAsync(sale, amount);
        await shop.ChoosesAsync(attempt);
        await shop.ReconcilesAsync(attempt.Id);
        return sale;
    }

    private static Task ReceivesCashAsync(CardShop shop, SaleId sale, decimal amount) => shop.DoAsync(async services =>
    {
        await services.GetRequiredService<ISalePayments>().RecordAsync([new(IId<PaymentId>.New(), sale, Tender.Cash, Given.Pesos(amount), null, Given.Noon)], CancellationToken.None);
        return true;
    });

    private static Task<Problem?> SettlesAsync(CardShop shop, RefundDueId due, Tender tender) =>
        shop.DoAsync(services => services.GetRequiredService<RefundBook>().SettleByHandAsync(due, new SettleRefundRequest(tender), CancellationToken.None));
}
