using Hilo.Payments.Attempts;
using Hilo.Payments.Inbox;
using Hilo.Payments.Refunds;
using Hilo.Platform;
using Hilo.Sandbox.Gateway;
using Microsoft.Extensions.DependencyInjection;

namespace Hilo.Tests.Payments;

/// <summary>Random money on a few sales, at a gateway that fails, loses and repeats, beside a model that a person can check: what is in the drawer and what is at the bank.</summary>
internal sealed class RandomMoney(CardShop shop, Random random)
{
    private const decimal Price = 100;
    private readonly List<SaleId> sales = [Given.ASale(), Given.ASale(), Given.ASale()];
    private readonly Dictionary<SaleId, decimal> drawer = [];
    private readonly Dictionary<SaleId, decimal> owed = [];
    private readonly Dictionary<SaleId, decimal> handedBack = [];

    public async Task StepAsync()
    {
        var sale = sales[random.Next(sales.Count)];
        if (random.Next(2) == 0) Misbehave();
        switch (random.Next(7))
        {
            case 0: await CashAsync(sale); break;
            case 1 or 2: await CardAsync(sale); break;
            case 3: await PayAsync(); break;
            case 4: await OweAsync(sale); break;
            case 5: await HandBackAsync(sale); break;
            default: await LookAsync(); break;
        }
    }

    /// <summary>The gateway behaves again and everything settles: then every peso is accounted for.</summary>
    public async Task BalancesAsync()
    {
        shop.Faults.Clear();
        await CardShop.BecomesTrueAsync(async () =>
        {
            await LookAsync();
            foreach (var sale in sales)
                if (await DifferenceAsync(sale) is not null) return false;
            return true;
        });
        foreach (var sale in sales) Assert.Null(await DifferenceAsync(sale));
    }

    private async Task<string?> DifferenceAsync(SaleId sale)
    {
        var money = await shop.MoneyOfAsync(sale);
        var (taken, returned) = await AtTheBankAsync(sale);
        var here = drawer.GetValueOrDefault(sale) + taken;
        var back = handedBack.GetValueOrDefault(sale) + returned;
        if ((money.Captured + money.Held).Amount != here) return $"{here} was paid, {money.Captured} and {money.Held} are booked";
        if (money.Refunded.Amount != back) return $"{back} went back, {money.Refunded} is booked";
        if (returned > taken || back > here) return $"{back} of {here} went back";
        if (money.Refunded.Amount + money.RefundsOwed.Amount < owed.GetValueOrDefault(sale)) return $"{owed[sale]} was owed, {money.Refunded} went back and {money.RefundsOwed} is owed";
        return money.Refunded + money.RefundsOwed > money.Captured + money.Held ? "more is owed than was taken" : null;
    }

    private void Misbehave() => shop.Faults.Plan = new GatewayFaultPlan
    {
        FailBefore = random.Next(3),
        LoseAnswers = random.Next(3),
        DuplicateWebhooks = random.Next(2) == 0,
        ReorderWebhooks = random.Next(3) == 0,
        Webhooks = random.Next(2) == 0 ? WebhookTiming.Never : WebhookTiming.AtOnce,
    };

    private async Task CashAsync(SaleId sale)
    {
        var amount = random.Next(1, 60);
        await shop.DoAsync(async services =>
        {
            await services.GetRequiredService<ISalePayments>().RecordAsync(
                [new ReceivedPayment(IId<PaymentId>.New(), sale, Tender.Cash, Given.Pesos(amount), null, shop.Clock.GetUtcNow())], CancellationToken.None);
            return true;
        });
        drawer[sale] = drawer.GetValueOrDefault(sale) + amount;
    }

    private async Task CardAsync(SaleId sale)
    {
        var outcome = await shop.TriesToPayAsync(sale, Price);
        if (outcome.Refused(out var problem, out _)) Assert.True(problem.Status < 500, problem.Code);
    }

    private async Task PayAsync()
    {
        var open = shop.Bank.All.Where(p => p.Status == GatewayStatus.Pending).ToList();
        if (open.Count == 0) return;
        shop.Bank.Pay(open[random.Next(open.Count)].Id, random.Next(3) == 0 ? TestCard.InsufficientFunds : TestCard.Approved);
        await LookAsync();
    }

    private async Task OweAsync(SaleId sale)
    {
        var money = await shop.MoneyOfAsync(sale);
        var free = (int)(money.Captured.Amount - money.Refunded.Amount - money.RefundsOwed.Amount);
        if (free < 1) return;
        var amount = random.Next(1, free + 1);
        await shop.OwesAsync(sale, amount);
        owed[sale] = owed.GetValueOrDefault(sale) + amount;
    }

    /// <summary>A person gives back by hand what no card can take.</summary>
    private async Task HandBackAsync(SaleId sale)
    {
        foreach (var due in (await shop.ShowAsync(sale)).RefundsDue.Where(d => d.State == RefundDueState.Open))
        {
            var refused = await shop.DoAsync(services => services.GetRequiredService<RefundBook>().SettleByHandAsync(due.Id, new SettleRefundRequest(Tender.Cash), CancellationToken.None));
            if (refused is not null) continue;
            var byHand = (await shop.ShowAsync(sale)).RefundsDue.Single(d => d.Id == due.Id).Refunds.Where(r => r.Tender == Tender.Cash && r.State == RefundState.Succeeded).Sum(r => r.Amount.Amount);
            Assert.True(byHand > 0, $"{due.Amount} owed for {due.Reason} was settled by hand without money");
            handedBack[sale] = handedBack.GetValueOrDefault(sale) + byHand;
        }
    }

    private async Task LookAsync()
    {
        shop.Clock.Advance(TimeSpan.FromSeconds(40));
        await shop.SweepsAsync<PollAttempts>();
        await shop.SweepsAsync<ApplyProviderEvents>();
        await shop.SweepsAsync<GiveBack>();
    }

    private async Task<(decimal Taken, decimal Returned)> AtTheBankAsync(SaleId sale)
    {
        var ours = await shop.DoAsync(services => services.GetRequiredService<DbSession>().QueryAsync(
            $"select id from payments_attempts where sale_id = {sale}", row => row.Id<PaymentAttemptId>(0).ToString(), CancellationToken.None));
        var payments = shop.Bank.All.Where(p => ours.Contains(p.ExternalReference)).ToList();
        return (payments.Sum(p => p.Captured.Amount), payments.Sum(p => p.Refunded.Amount));
    }
}
