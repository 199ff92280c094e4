using Hilo.Payments;
using Hilo.Platform;
using Microsoft.Extensions.DependencyInjection;

namespace Hilo.Tests.Payments;

/// <summary>Sales and money to tell stories with.</summary>
internal static class Given
{
    public static readonly DateTimeOffset Noon = new(2026, 3, 2, 12, 0, 0, TimeSpan.Zero);

    public static SaleId ASale() => IId<SaleId>.New();

    public static Money Pesos(decimal amount) => Money.Ars(amount);

    public static Task<Node> ANodeAsync(Database database) => Node.OnAsync(database, services => services.AddPayments(), new TestClock());

    public static async Task<ExpectedPayment> ExpectsAsync(this Node node, SaleId sale, decimal amount, Tender tender = Tender.Cash)
    {
        var expected = new ExpectedPayment(IId<PaymentId>.New(), sale, tender, Pesos(amount), Noon.AddHours(1));
        await node.SalePaymentsAsync(payments => payments.ExpectAsync([expected], CancellationToken.None));
        return expected;
    }

    public static async Task<ReceivedPayment> ReceivesAsync(this Node node, SaleId sale, decimal amount, Tender tender = Tender.Cash)
    {
        var received = new ReceivedPayment(IId<PaymentId>.New(), sale, tender, Pesos(amount), Reference: "slip 17", Noon);
        await node.SalePaymentsAsync(payments => payments.RecordAsync([received], CancellationToken.None));
        return received;
    }

    public static async Task<OwedRefund> OwesAsync(this Node node, SaleId sale, decimal amount)
    {
        var owed = new OwedRefund(IId<RefundDueId>.New(), sale, Order: null, Pesos(amount), "customer", [new(IId<OrderLineId>.New(), Quantity.One, Pesos(amount))]);
        await node.SalePaymentsAsync(payments => payments.OweAsync([owed], CancellationToken.None));
        return owed;
    }

    public static Task SalePaymentsAsync(this Node node, Func<ISalePayments, Task> work) =>
        node.DoAsync(services => work(services.GetRequiredService<ISalePayments>()));

    public static async Task<SaleMoney> MoneyOfAsync(this Node node, SaleId sale) =>
        (await node.DoAsync(services => services.GetRequiredService<ISalePayments>().OfAsync([sale], CancellationToken.None)))[0];

    /// <summary>Every event of a type, as it was written.</summary>
    public static async Task<IReadOnlyList<T>> EventsOfAsync<T>(this Node node) where T : IEvent
    {
        var types = node.Services.GetRequiredService<EventTypes>();
        var name = types.NameOf(typeof(T));
        var payloads = await node.QueryAsync($"select payload from events where type = {name} order by id", row => row.GetString(0));
        return [.. payloads.Select(payload => System.Text.Json.JsonSerializer.Deserialize<T>(payload, EventTypes.Json)!)];
    }
}
