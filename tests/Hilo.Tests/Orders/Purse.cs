using System.Collections.Concurrent;

namespace Hilo.Tests.Orders;

/// <summary>Money of sales, remembered.</summary>
internal sealed class Purse : ISalePayments, ISaleMoneyViews
{
    private readonly ConcurrentDictionary<SaleId, SaleMoney> sales = new();

    public SaleMoney Of(SaleId sale) => sales.GetOrAdd(sale, s => new SaleMoney(s, Zero, Zero, Zero, Zero, Zero, null, PaymentState.Unpaid));

    public ConcurrentBag<OwedRefund> Owed { get; } = [];

    private static Money Zero => Money.Zero(Currency.Ars);

    public Task ExpectAsync(IReadOnlyList<ExpectedPayment> payments, CancellationToken cancel)
    {
        foreach (var p in payments) sales[p.Sale] = Of(p.Sale) with { Expected = p.Amount, Tender = p.Tender, State = PaymentState.Pending };
        return Task.CompletedTask;
    }

    public Task RecordAsync(IReadOnlyList<ReceivedPayment> payments, CancellationToken cancel)
    {
        foreach (var p in payments) Capture(p.Sale, p.Amount, p.Tender);
        return Task.CompletedTask;
    }

    public void Capture(SaleId sale, Money amount, Tender tender = Tender.CardOnline) =>
        sales[sale] = Of(sale) with { Captured = Of(sale).Captured + amount, Expected = Zero, Tender = tender, State = PaymentState.Captured };

    public Task<IReadOnlyList<SaleMoney>> OfAsync(IReadOnlyList<SaleId> asked, CancellationToken cancel) => Task.FromResult<IReadOnlyList<SaleMoney>>([.. asked.Select(Of)]);

    public Task OweAsync(IReadOnlyList<OwedRefund> refunds, CancellationToken cancel)
    {
        foreach (var refund in refunds.Where(r => Owed.All(o => o.Id != r.Id)))
        {
            Owed.Add(refund);
            sales[refund.Sale] = Of(refund.Sale) with { RefundsOwed = Of(refund.Sale).RefundsOwed + refund.Amount };
        }
        return Task.CompletedTask;
    }

    public Task CancelExpectedAsync(IReadOnlyList<SaleId> asked, CancellationToken cancel)
    {
        foreach (var sale in asked) sales[sale] = Of(sale) with { Expected = Zero };
        return Task.CompletedTask;
    }

    public Task<SaleMoneyView> ShowAsync(SaleId sale, Currency currency, CancellationToken cancel)
    {
        var money = Of(sale);
        return Task.FromResult(new SaleMoneyView(sale, money.Captured, money.Expected, money.Refunded, money.State, [], []));
    }
}
