using Hilo.Platform;
using Microsoft.Extensions.DependencyInjection;

namespace Hilo.Tests.Payments;

/// <summary>Each invariant is seen red once: a guard that was never red guards nothing.</summary>
public class Balancing_the_books
{
    [Theory, EveryDatabase]
    public async Task Captured_money_without_history_is_found(Database database)
    {
        await using var node = await PaidAsync(database);
        await ChangeAsync(node, "update payments_payments set captured_minor = captured_minor + 1");
        Assert.Equal(["Captured money of every payment equals the sum of its captures in the history"], await BrokenAsync(node));
    }

    [Theory, EveryDatabase]
    public async Task A_refund_counter_without_refund_is_found(Database database)
    {
        await using var node = await PaidAsync(database);
        await ChangeAsync(node, "update payments_payments set refunding_minor = 1");
        Assert.Equal(["Refunds of every payment stay within what it took and equal its refund counters"], await BrokenAsync(node));
    }

    [Theory, EveryDatabase]
    public async Task Two_captured_attempts_of_one_payment_are_found(Database database)
    {
        await using var node = await PaidAsync(database);
        await ChangeAsync(node, "drop index payments_attempts_captured");
        foreach (var key in (string[])["a", "b"])
            await node.DoAsync(services => services.GetRequiredService<DbSession>().ExecuteAsync($"""
                insert into payments_attempts (id, payment_id, sale_id, provider, state, amount_minor, amount_currency, authorized_minor, authorized_currency, captured_minor, captured_currency,
                  idempotency_key, description, return_url, provider_version, has_amount_mismatch, is_orphan_money, created_at, version)
                select {IId<PaymentAttemptId>.New()}, id, sale_id, {"test"}, {PaymentAttemptState.Captured}, 5000, {"ARS"}, 0, {"ARS"}, 5000, {"ARS"}, {key}, {""}, {""}, 1, {false}, {false}, 0, 1 from payments_payments
                """, CancellationToken.None));
        Assert.Equal(["A payment has at most one captured attempt, and its money is the payment's"], await BrokenAsync(node));
    }

    [Theory, EveryDatabase]
    public async Task Owing_more_than_was_taken_is_found(Database database)
    {
        await using var node = await PaidAsync(database);
        await node.OwesAsync((await node.QueryAsync($"select sale_id from payments_payments", row => row.Id<SaleId>(0)))[0], 101);
        Assert.Equal(["No sale owes back more than it took"], await BrokenAsync(node));
    }

    [Theory, EveryDatabase]
    public async Task The_database_itself_refuses_to_give_back_more_than_was_taken(Database database)
    {
        await using var node = await PaidAsync(database);
        await Assert.ThrowsAnyAsync<System.Data.Common.DbException>(() => ChangeAsync(node, "update payments_payments set refunding_minor = captured_minor + 1"));
        await Assert.ThrowsAnyAsync<System.Data.Common.DbException>(() => ChangeAsync(node, "update payments_payments set refunded_minor = 1"));
    }

    private static async Task<Node> PaidAsync(Database database)
    {
        var node = await Given.ANodeAsync(database);
        await node.ReceivesAsync(Given.ASale(), 100);
        Assert.Empty(await BrokenAsync(node));
        return node;
    }

    private static Task<string[]> BrokenAsync(Node node) => node.DoAsync(async services =>
    {
        var broken = new List<string>();
        foreach (var invariant in services.GetServices<IInvariant>())
            if ((await invariant.ViolationsAsync(services.GetRequiredService<DbSession>(), CancellationToken.None)).Count > 0) broken.Add(invariant.Name);
        return broken.ToArray();
    });

    private static Task ChangeAsync(Node node, string sql) =>
        node.DoAsync(services => services.GetRequiredService<DbSession>().ExecuteAsync($"{sql:raw}", CancellationToken.None));
}
