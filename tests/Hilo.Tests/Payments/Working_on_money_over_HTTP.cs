using Hilo.Client;
using Hilo.Payments;
using Hilo.Platform;
using Hilo.Sandbox.Gateway;
using Hilo.Tests.Edge;
using Microsoft.Extensions.DependencyInjection;

namespace Hilo.Tests.Payments;

public class Working_on_money_over_HTTP
{
    [Theory, EveryDatabase]
    public async Task The_office_sees_what_is_owed_gives_it_back_once_and_a_store_may_only_look(Database database)
    {
        await using var server = await EdgeServer.OpenAsync(api => api.MapPayments(), database, build: builder => builder.Services.AddPayments());
        var (office, store) = (await server.SignedInAsync(StaffRole.Office), await server.SignedInAsync(StaffRole.Store));
        var (sale, owed) = (Given.ASale(), new List<OwedRefund>());
        await server.Services.GetRequiredService<SessionScopes>().RunAsync(new Facts(), async (services, _) =>
        {
            var payments = services.GetRequiredService<ISalePayments>();
            await payments.RecordAsync([new(IId<PaymentId>.New(), sale, Tender.Cash, Given.Pesos(1000), null, Given.Noon)], CancellationToken.None);
            for (var i = 0; i < 60; i++) owed.Add(new OwedRefund(IId<RefundDueId>.New(), sale, null, Given.Pesos(10), "customer", []));
            await payments.OweAsync(owed, CancellationToken.None);
        }, CancellationToken.None);

        var first = Of(await store.Refunds.ListAsync(RefundDueState.Open));
        var second = Of(await store.Refunds.ListAsync(RefundDueState.Open, first.Next));
        Assert.Equal((50, 10, null), (first.Items.Count, second.Items.Count, second.Next));
        Assert.Equal(60, first.Items.Concat(second.Items).Select(d => d.Id).Distinct().Count());

        Assert.Equal("permission.missing", ProblemOf(await store.Refunds.SettleAsync(owed[0].Id, new(Tender.Cash))).Code);
        Assert.Equal(RefundDueState.Settled, Of(await office.Refunds.SettleAsync(owed[0].Id, new(Tender.Cash, "recibo 12"))).State);
        Assert.Equal("refund.closed", ProblemOf(await office.Refunds.SettleAsync(owed[0].Id, new(Tender.Cash))).Code);
        Assert.Equal("request.invalid", ProblemOf(await office.Refunds.DropAsync(owed[1].Id, new("no"))).Code);
        Assert.Equal("permission.missing", ProblemOf(await store.Refunds.DropAsync(owed[1].Id, new("Lo cambió en el local"))).Code);
        var dropped = Of(await office.Refunds.DropAsync(owed[1].Id, new("  Lo cambió en el local ")));
        Assert.Equal((RefundDueState.Dropped, "Lo cambió en el local"), (dropped.State, dropped.Note));
        Assert.Equal("refund.closed", ProblemOf(await office.Refunds.DropAsync(owed[1].Id, new("Otra vez"))).Code);
        Assert.Equal("resource.not_found", ProblemOf(await office.Refunds.SettleAsync(IId<RefundDueId>.New(), new(Tender.Cash))).Code);
        Assert.Equal("request.bad_cursor", ProblemOf(await office.Refunds.ListAsync(cursor: "nonsense")).Code);

        var money = Of(await office.Payments.OfSaleAsync(sale));
        Assert.Equal((Given.Pesos(1000), Given.Pesos(10), PaymentState.PartiallyRefunded), (money.Captured, money.Refunded, money.State));
    }

    [Theory, EveryDatabase]
    public async Task A_person_decides_about_another_amount_and_replays_a_webhook(Database database)
    {
        await using var shop = await CardShop.OpenAsync(database);
        shop.Faults.Plan = new GatewayFaultPlan { AmountDifference = -1 };
        var office = await shop.SignedInAsync(StaffRole.Office);
        var sale = Given.ASale();
        var attempt = await shop.OpensAsync(sale, 100);
        await shop.ChoosesAsync(attempt);
        await shop.ReconcilesAsync(attempt.Id);
        await CardShop.BecomesTrueAsync(async () => Of(await office.Payments.ProviderEventsAsync(ProviderEventState.Applied)).Items.Count == 1);

        var arrived = Of(await office.Payments.ProviderEventsAsync()).Items[0];
        Assert.Equal(attempt.Id, arrived.AttemptId);
        Assert.Equal(ProviderEventState.Received, Of(await office.Payments.ReplayAsync(arrived.Id)).State);
        await CardShop.BecomesTrueAsync(async () => Of(await office.Payments.ProviderEventsAsync(ProviderEventState.Applied)).Items.Count == 1);

        var waits = Assert.Single(Of(await office.Payments.MismatchesAsync()));
        Assert.Equal((attempt.Id, sale, Given.Pesos(100), Given.Pesos(99)), (waits.AttemptId, waits.SaleId, waits.Asked, waits.Captured));
        var money = Of(await office.Payments.DecideMismatchAsync(attempt.Id, MismatchDecision.Accept));
        Assert.Empty(Of(await office.Payments.MismatchesAsync()));
        Assert.Equal(Given.Pesos(99), money.Captured);
        Assert.Equal("payment.no_mismatch", ProblemOf(await office.Payments.DecideMismatchAsync(attempt.Id, MismatchDecision.GiveBack)).Code);
        Assert.Equal(Given.Pesos(99), Assert.Single(await shop.EventsOfAsync<PaymentCaptured>()).Amount);
    }

    private static T Of<T>(Result<T> result)
    {
        Assert.False(result.Refused(out var problem, out var value), problem?.Code);
        return value!;
    }

    private static Problem ProblemOf<T>(Result<T> result)
    {
        Assert.True(result.Refused(out var problem, out _));
        return problem!;
    }
}
