using Hilo.Platform;
using Microsoft.Extensions.DependencyInjection;

namespace Hilo.Tests.Payments;

public class Keeping_the_money_of_sales
{
    [Theory, EveryDatabase]
    public async Task A_sale_without_payments_has_nothing(Database database)
    {
        await using var node = await Given.ANodeAsync(database);
        var sale = Given.ASale();

        var money = await node.MoneyOfAsync(sale);

        Assert.Equal(new SaleMoney(sale, Given.Pesos(0), Given.Pesos(0), Given.Pesos(0), Given.Pesos(0), Given.Pesos(0), Given.Pesos(0), null, PaymentState.Unpaid), money);
    }

    [Theory, EveryDatabase]
    public async Task Promised_money_is_expected_until_it_comes(Database database)
    {
        await using var node = await Given.ANodeAsync(database);
        var sale = Given.ASale();
        var expected = await node.ExpectsAsync(sale, 1500.50m, Tender.BankTransfer);

        var before = await node.MoneyOfAsync(sale);
        await node.ReceivesAsync(sale, 1500.50m, Tender.BankTransfer);
        var after = await node.MoneyOfAsync(sale);

        Assert.Equal((PaymentState.Pending, Given.Pesos(1500.50m), Given.Pesos(0), Tender.BankTransfer), (before.State, before.Expected, before.Captured, before.Tender));
        Assert.Equal((PaymentState.Captured, Given.Pesos(0), Given.Pesos(1500.50m)), (after.State, after.Expected, after.Captured));
        var captured = Assert.Single(await node.EventsOfAsync<PaymentCaptured>());
        Assert.Equal(new PaymentCaptured(sale, expected.Id, null, Tender.BankTransfer, Given.Pesos(1500.50m)), captured);
        Assert.Equal(expected.Deadline, Assert.Single(await node.EventsOfAsync<PaymentExpected>()).Deadline);
    }

    [Theory, EveryDatabase]
    public async Task Money_in_parts_keeps_the_promise_step_by_step_and_the_rest_stands_alone(Database database)
    {
        await using var node = await Given.ANodeAsync(database);
        var sale = Given.ASale();
        await node.ExpectsAsync(sale, 100);

        await node.ReceivesAsync(sale, 60);
        Assert.Equal((PaymentState.PartiallyCaptured, Given.Pesos(60), Given.Pesos(40)), Sums(await node.MoneyOfAsync(sale)));
        var second = await node.ReceivesAsync(sale, 50, Tender.BankTransfer);
        Assert.Equal((PaymentState.Captured, Given.Pesos(110), Given.Pesos(0)), Sums(await node.MoneyOfAsync(sale)));

        var alone = (await node.EventsOfAsync<PaymentCaptured>()).Where(e => e.PaymentId == second.Id);
        Assert.Equal(Given.Pesos(10), Assert.Single(alone).Amount);
    }

    [Theory, EveryDatabase]
    public async Task Many_sales_are_written_and_read_at_once_in_order(Database database)
    {
        await using var node = await Given.ANodeAsync(database);
        var sales = Enumerable.Range(0, 30).Select(_ => Given.ASale()).ToArray();

        await node.SalePaymentsAsync(payments => payments.RecordAsync(
            [.. sales.Select((sale, i) => new ReceivedPayment(IId<PaymentId>.New(), sale, Tender.Cash, Given.Pesos(i + 1), null, Given.Noon))], CancellationToken.None));

        var money = await node.DoAsync(services => services.GetRequiredService<ISalePayments>().OfAsync(sales, CancellationToken.None));
        Assert.Equal(sales, money.Select(m => m.Sale));
        Assert.Equal(Enumerable.Range(1, 30).Select(i => Given.Pesos(i)), money.Select(m => m.Captured));
    }

    [Theory, EveryDatabase]
    public async Task A_canceled_promise_is_no_longer_expected(Database database)
    {
        await using var node = await Given.ANodeAsync(database);
        var (canceled, kept) = (Given.ASale(), Given.ASale());
        await node.ExpectsAsync(canceled, 100);
        await node.ExpectsAsync(kept, 100);

        await node.SalePaymentsAsync(payments => payments.CancelExpectedAsync([canceled], CancellationToken.None));

        Assert.Equal((PaymentState.Canceled, Given.Pesos(0), Given.Pesos(0)), Sums(await node.MoneyOfAsync(canceled)));
        Assert.Equal((PaymentState.Pending, Given.Pesos(0), Given.Pesos(100)), Sums(await node.MoneyOfAsync(kept)));
    }

    [Theory, EveryDatabase]
    public async Task Owing_twice_under_one_id_owes_once(Database database)
    {
        await using var node = await Given.ANodeAsync(database);
        var sale = Given.ASale();
        await node.ReceivesAsync(sale, 100);
        var owed = await node.OwesAsync(sale, 30);

        await node.SalePaymentsAsync(payments => payments.OweAsync([owed, owed], CancellationToken.None));

        Assert.Equal(Given.Pesos(30), (await node.MoneyOfAsync(sale)).RefundsOwed);
        Assert.Single(await node.EventsOfAsync<RefundOwed>());
    }

    [Theory, EveryDatabase]
    public async Task Nothing_is_left_of_a_transaction_that_breaks(Database database)
    {
        await using var node = await Given.ANodeAsync(database);
        var sale = Given.ASale();

        await Assert.ThrowsAsync<InvalidOperationException>(() => node.SalePaymentsAsync(async payments =>
        {
            await payments.ExpectAsync([new(IId<PaymentId>.New(), sale, Tender.Cash, Given.Pesos(10), Given.Noon)], CancellationToken.None);
            throw new InvalidOperationException("the power went out");
        }));

        Assert.Equal(PaymentState.Unpaid, (await node.MoneyOfAsync(sale)).State);
        Assert.Empty(await node.EventsOfAsync<PaymentExpected>());
    }

    [Theory, EveryDatabase]
    public async Task The_history_of_money_cannot_be_changed(Database database)
    {
        await using var node = await Given.ANodeAsync(database);
        await node.ReceivesAsync(Given.ASale(), 10);

        foreach (var change in (string[])["update payments_payment_events set amount_minor = 1", "delete from payments_payment_events"])
            await Assert.ThrowsAnyAsync<System.Data.Common.DbException>(() =>
                node.DoAsync(services => services.GetRequiredService<DbSession>().ExecuteAsync($"{change:raw}", CancellationToken.None)));
    }

    private static (PaymentState, Money, Money) Sums(SaleMoney money) => (money.State, money.Captured, money.Expected);
}
