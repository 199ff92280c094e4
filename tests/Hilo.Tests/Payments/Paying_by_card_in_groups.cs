using System.Text.Json;
using Hilo.Payments;
using Hilo.Payments.Attempts;
using Hilo.Payments.Gateways;
using Hilo.Payments.Sales;
using Hilo.Platform;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Hilo.Tests.Payments;

/// <summary>Charges that are planned, and answers that are booked, in one transaction of many sales.</summary>
public class Paying_by_card_in_groups
{
    [Theory, EveryDatabase]
    public async Task Each_sale_of_a_group_gets_its_own_attempt_and_two_wishes_of_one_sale_share_theirs(Database database)
    {
        await using var shop = await CardShop.OpenAsync(database);
        var (first, second, paid) = (Given.ASale(), Given.ASale(), Given.ASale());
        await shop.ChoosesAsync(await shop.OpensAsync(paid, 50));
        await shop.ReconcilesAsync((await shop.ShowAsync(paid)).Payments[0].Attempts[0].Id);

        var plans = await shop.DoAsync(services => services.GetRequiredService<ICardBook>().PlanAsync([Wish(first, 100), Wish(paid, 50), Wish(second, 200), Wish(first, 100)], CancellationToken.None));

        Assert.False(plans[0].Refused(out _, out var one));
        Assert.True(plans[1].Refused(out var covered, out _));
        Assert.False(plans[2].Refused(out _, out var two));
        Assert.False(plans[3].Refused(out _, out var again));
        Assert.Equal(("payment.already_paid", true, true, false), (covered.Code, one!.IsNew, two!.IsNew, again!.IsNew));
        Assert.Single((await shop.ShowAsync(first)).Payments);
        Assert.Equal(Given.Pesos(200), Assert.Single((await shop.ShowAsync(second)).Payments).Amount);
    }

    [Theory, EveryDatabase]
    public async Task Answers_are_booked_together_and_again_change_nothing(Database database)
    {
        await using var shop = await CardShop.OpenAsync(database, services => services.Configure<CardOptions>(options => options.Provider = "approving"));
        SaleId[] sales = [Given.ASale(), Given.ASale(), Given.ASale()];
        var plans = await shop.DoAsync(services => services.GetRequiredService<ICardBook>().PlanAsync([.. sales.Select((sale, i) => Wish(sale, 100 + i))], CancellationToken.None));
        var answers = new List<CardAnswer>();
        foreach (var plan in plans)
        {
            Assert.False(plan.Refused(out _, out var stored));
            answers.Add(await shop.InScopeAsync(services => services.GetRequiredService<ICardPayments>().AskAsync(stored!, CancellationToken.None)));
        }

        var booked = await shop.DoAsync(services => services.GetRequiredService<ICardBook>().BookAsync(answers, CancellationToken.None));
        var alone = await shop.InScopeAsync(services => services.GetRequiredService<ICardPayments>().BookAsync(answers[1]));
        var again = await shop.DoAsync(services => services.GetRequiredService<ICardBook>().BookAsync([.. answers, answers[0]], CancellationToken.None));

        Assert.Equal([.. booked, booked[0]], again);
        Assert.Equal(booked[1], alone);
        Assert.All(booked, attempt => Assert.Equal(PaymentAttemptState.Captured, attempt.State));
        Assert.Equal(3, (await shop.EventsOfAsync<PaymentCaptured>()).Count);
        for (var i = 0; i < sales.Length; i++) Assert.Equal(Given.Pesos(100 + i), (await shop.MoneyOfAsync(sales[i])).Captured);
    }

    /// <summary>Written by hand, read by the mapping, and the other way round: nothing gets lost between the two.</summary>
    [Theory, EveryDatabase]
    public async Task What_the_group_writes_is_what_the_mapping_reads(Database database)
    {
        await using var shop = await CardShop.OpenAsync(database);
        var sale = Given.ASale();
        var opened = await shop.OpensAsync(sale, 100);
        await shop.ChoosesAsync(opened);
        await shop.ReconcilesAsync(opened.Id);

        await shop.InScopeAsync(async services =>
        {
            var (db, session) = (services.GetRequiredService<PaymentsDb>(), services.GetRequiredService<DbSession>());
            var attempt = Assert.Single(await AttemptRows.OfSalesAsync(session, [sale], CancellationToken.None));
            var payment = Assert.Single(await session.PaymentsAsync([sale], CancellationToken.None));
            Assert.Equal(Json(await db.Attempts.AsNoTracking().SingleAsync(a => a.SaleId == sale)), Json(attempt));
            Assert.Equal(Json(await db.Payments.AsNoTracking().SingleAsync(p => p.SaleId == sale)), Json(payment));
            Assert.Equal((PaymentAttemptState.Captured, Given.Pesos(100), "approved"), (attempt.State, payment.Captured, attempt.ProviderStatus));
            Assert.Equal(["attempt_sent", "attempt_moved", "captured"], (await db.PaymentEvents.AsNoTracking().OrderBy(e => e.Id).ToListAsync()).Select(e => Words.Of(e.Kind)));
            return true;
        });
    }

    private static OpenCardPayment Wish(SaleId sale, decimal amount) => new(sale, IId<SalesChannelId>.New(), Given.Pesos(amount), "Pedido de prueba", ShopPages.PaymentReturn);

    private static string Json<T>(T row) => JsonSerializer.Serialize(row, HiloJson.Tolerant);
}
