using Hilo.Client;
using Hilo.Conversations;
using Hilo.Customers;
using Hilo.Payments.Inbox;
using Hilo.Platform;
using Microsoft.Extensions.DependencyInjection;

namespace Hilo.Tests.Quality;

/// <summary>What grows with time leaves after its time, in small batches, and nothing leaves before.</summary>
public class Forgetting_what_is_old
{
    private static readonly TestClock Clock = new(new DateTimeOffset(2026, 11, 2, 12, 0, 0, TimeSpan.Zero));

    [Theory, EveryDatabase]
    public async Task Webhooks_that_were_dealt_with_go_and_those_that_wait_stay(Database database)
    {
        await using var shop = await Shop.OpenAsync(database, Clock, ("Payments:Card:WebhookDays", "30"));
        async Task ArriveAsync(int count, string state, int daysAgo)
        {
            var at = Clock.GetUtcNow().AddDays(-daysAgo).UtcTicks;
            for (var i = 0; i < count; i++)
                await RunAsync(shop, $"""
                    insert into payments_provider_events (id, provider, account, dedupe_key, kind, proof, body, received_at, state, tries, settled_at, version)
                    values ({IId<ProviderEventId>.New()}, 'test', 'main', {IId<EventId>.New().ToString()}, 'payment', '', {new byte[] { 1 }}, {at}, {state}, 0, {(state == "dead" ? (long?)null : at)}, 1)
                    """);
        }
        await ArriveAsync(600, "applied", 31);
        await ArriveAsync(5, "dead", 31);
        await ArriveAsync(7, "applied", 29);

        await SweepAsync<ForgetProviderEvents>(shop);
        Assert.Equal(12, await CountAsync(shop, "payments_provider_events"));
        await IsFastAsync(shop, "payments_provider_events_settled", $"select id from payments_provider_events where settled_at < 1 order by settled_at limit 500");
    }

    [Theory, EveryDatabase]
    public async Task Contents_of_mails_go_before_their_rows_and_waiting_ones_stay(Database database)
    {
        await using var shop = await Shop.OpenAsync(database, Clock, ("Mail:Smtp:Host", ""));
        async Task WriteAsync(int count, string state, int daysAgo)
        {
            for (var i = 0; i < count; i++)
                await RunAsync(shop, $"""
                    insert into conversations_mails (id, version, event_id, template, culture, recipient, subject, body_text, body_html, is_sealed, message_id, search_text, state, tries, queued_at, due_at, give_up_at)
                    values ({IId<MailId>.New()}, 1, {IId<EventId>.New()}, 'order_received', 'es-AR', 'a@b.example', 'x', 'x', 'x', {false}, {IId<EventId>.New().ToString()}, '', {state}, 0,
                      {Clock.GetUtcNow().AddDays(-daysAgo)}, 0, 0)
                    """);
        }
        await WriteAsync(520, "sent", 91);
        await WriteAsync(3, "sent", 89);
        await WriteAsync(4, "queued", 91);
        await WriteAsync(6, "failed", 731);

        await SweepAsync<ForgetMails>(shop);
        Assert.Equal([(520L, false), (7L, true)], await shop.DoAsync(services => services.GetRequiredService<DbSession>().QueryAsync(
            $"select count(*), body_html is not null from conversations_mails group by body_html is not null order by 2", row => (row.GetInt64(0), row.GetBoolean(1)), CancellationToken.None)));
        await IsFastAsync(shop, "conversations_mails_bodies", $"select id from conversations_mails where body_html is not null and queued_at < 1 and state <> 'queued' order by queued_at limit 500");
    }

    [Theory, EveryDatabase]
    public async Task Answers_sessions_and_codes_go_after_their_days(Database database)
    {
        await using var shop = await Shop.OpenAsync(database, Clock);
        foreach (var (name, daysAgo) in (IEnumerable<(string, int)>)[.. Enumerable.Range(0, 520).Select(i => ($"old{i}", 8)), .. Enumerable.Range(0, 5).Select(i => ($"new{i}", 6))])
        {
            var at = Clock.GetUtcNow().AddDays(-daysAgo);
            await RunAsync(shop, $"insert into platform_idempotency (scope, key, request_hash, state, created_at) values ('test', {name}, {new byte[] { 1 }}, 'done', {at})");
            await RunAsync(shop, $"insert into platform_staff_sessions (id, staff_id, token_hash, kind, opened_at, last_seen_at, expires_at) values ({IId<SessionId>.New()}, {IId<StaffId>.New()}, {System.Text.Encoding.UTF8.GetBytes(name)}, 'bearer', 0, 0, {at})");
            await RunAsync(shop, $"""
                insert into customers_sign_in_challenges (id, email, email_key, browser_hash, culture, tries, asked_at, expires_at) values ({IId<EventId>.New()}, 'a', 'a', {new byte[] { 1 }}, 'es-AR', 0, 0, {at.AddDays(6)})
                """);
        }

        await SweepAsync<ForgetOldAnswers>(shop);
        await SweepAsync<ForgetChallenges>(shop);
        Assert.Equal((5L, 5L, 5L), (await CountAsync(shop, "platform_idempotency"), await CountAsync(shop, "platform_staff_sessions"), await CountAsync(shop, "customers_sign_in_challenges")));
        await IsFastAsync(shop, "platform_idempotency_age", $"select scope, key from platform_idempotency where created_at < 1 order by created_at limit 500");
        await IsFastAsync(shop, "platform_staff_sessions_expiry", $"select id from platform_staff_sessions where expires_at < 1 limit 500");
        await IsFastAsync(shop, "customers_sign_in_challenges_expiry", $"select id from customers_sign_in_challenges where expires_at < 1 limit 500");
    }

    [Theory, EveryDatabase]
    public async Task The_log_stays_unless_told_otherwise_and_then_only_what_everybody_has_read_goes(Database database)
    {
        await using var shop = await Shop.OpenAsync(database, settings: [("Log:KeepDays", "400")]);
        await FirstSweepIsOverAsync<ForgetEvents>(shop);
        var goods = await Goods.InAsync(shop);
        var owner = await shop.StaffAsync();
        async Task SellAsync(string size) => (await owner.Orders.PlaceAsync(new PlaceOrderRequest(
            goods.Phone.Id, [new PlaceOrderLine(Quantity.One, goods.Size(size).Id)], new CartDelivery(DeliveryKind.Pickup, goods.Palermo.Id), new CartContact("ana@ejemplo.com", "Ana")))).Value();
        await SellAsync("S");
        await shop.Services.GetRequiredService<LogProgress>().SettledAsync(CancellationToken.None);
        var old = await LastPositionAsync(shop);
        await RunAsync(shop, $"update events set recorded_at = recorded_at - {TimeSpan.FromDays(500).Ticks}, occurred_at = occurred_at - {TimeSpan.FromDays(500).Ticks} where position <= {old}");
        await RunAsync(shop, $"insert into platform_held_events (consumer, position, subject, state, first_failed_at) values ('elsewhere', {old - 1}, {IId<EventId>.New()}, 'parked', 0)");
        await SellAsync("M");
        await shop.Services.GetRequiredService<LogProgress>().SettledAsync(CancellationToken.None);
        // Everybody has read them, but what a consumer only skipped is saved later, in larger steps.
        await RunAsync(shop, $"update platform_leases set position = {old} where name like 'consumer:%' and position < {old}");

        await SweepAsync<ForgetEvents>(shop);
        Assert.Equal(old - 1, await FirstPositionAsync(shop));
        await RunAsync(shop, $"delete from platform_held_events");
        await SweepAsync<ForgetEvents>(shop);
        Assert.Equal(old + 1, await FirstPositionAsync(shop));
        await RunAsync(shop, $"update orders_orders set placed_at = placed_at - {TimeSpan.FromDays(500).Ticks} where placed_at = (select min(placed_at) from orders_orders)");
        await RunAsync(shop, $"update conversations_mails set queued_at = queued_at - {TimeSpan.FromDays(500).Ticks} where queued_at = (select min(queued_at) from conversations_mails)");
        await Books.BalanceAsync(shop);

        await using var keeper = await Shop.OpenAsync(database);
        await Goods.InAsync(keeper);
        await RunAsync(keeper, $"update events set recorded_at = 1");
        Assert.Equal(0, await SweepAsync<ForgetEvents>(keeper));
    }

    /// <summary>The program sweeps once by itself when it starts: on a slow machine that would fall into the middle of the story.</summary>
    private static async Task FirstSweepIsOverAsync<T>(Shop shop) where T : ISweep
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        while (await shop.DoAsync(async services => (await services.GetRequiredService<DbSession>().QueryAsync(
            $"select 1 from platform_leases where name = {"sweeper:" + typeof(T).Name} and position > 0", row => row.GetInt32(0), CancellationToken.None)).Count) == 0)
            await Task.Delay(20, patience.Token);
    }

    private static Task<int> SweepAsync<T>(Shop shop) where T : ISweep => shop.Services.GetRequiredService<Sweeps>().RunAsync<T>(CancellationToken.None);

    private static Task<int> RunAsync(Shop shop, Sql sql) => shop.DoAsync(services => services.GetRequiredService<DbSession>().ExecuteAsync(sql, CancellationToken.None));

    private static Task<long> FirstPositionAsync(Shop shop) => PositionAsync(shop, $"select min(position) from events");

    private static Task<long> LastPositionAsync(Shop shop) => PositionAsync(shop, $"select max(position) from events");

    private static Task<long> PositionAsync(Shop shop, Sql sql) => shop.DoAsync(async services =>
        (await services.GetRequiredService<DbSession>().QueryAsync(sql, row => row.GetInt64(0), CancellationToken.None))[0]);

    private static Task<long> CountAsync(Shop shop, string table) => shop.DoAsync(async services =>
        (await services.GetRequiredService<DbSession>().QueryAsync($"select count(*) from {table:raw}", row => row.GetInt64(0), CancellationToken.None))[0]);

    /// <summary>The plan goes through the index that was made for it.</summary>
    private static async Task IsFastAsync(Shop shop, string index, Sql query) => await shop.DoAsync(async services =>
    {
        var session = services.GetRequiredService<DbSession>();
        if (session.Dialect == Dialect.Postgres) await session.ExecuteAsync($"set local enable_seqscan = off", CancellationToken.None);
        var explain = Sql.Of($"{(session.Dialect == Dialect.Postgres ? "explain" : "explain query plan"):raw} ").Add(query);
        var plan = await session.QueryAsync(explain, row => row.GetString(session.Dialect == Dialect.Postgres ? 0 : 3), CancellationToken.None);
        Assert.Contains(index, string.Join('\n', plan));
        return true;
    });
}
