using Hilo.Client;
using Hilo.Platform;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace Hilo.Tests.Quality;

/// <summary>Every invariant of the program is broken once on purpose, in a transaction that is then forgotten: one that stays green guards nothing.</summary>
public class Breaking_every_invariant
{
    /// <summary>By the name of the invariant: how its data come to be wrong.</summary>
    private static readonly Dictionary<string, string[]> Breaks = new(StringComparer.Ordinal)
    {
        ["Every variant that is sold has a regular price on the default list"] = ["delete from catalog_prices"],
        ["A variant has one regular price per list and quantity at every moment"] =
        [
            """
            insert into catalog_prices (id, price_list_id, variant_id, min_quantity, is_temporary, amount_minor, valid_from, valid_to, set_at)
            select variant_id, price_list_id, variant_id, min_quantity, is_temporary, amount_minor + 1, valid_from, valid_to, set_at from catalog_prices
            """,
        ],
        ["A variant's own picture is one of its product's"] =
        [
            "insert into catalog_pictures (id, product_id, rank, source_url, alt, state, renditions, attempts, due_at) select id, id, 0, 'x', '', 'failed', '[]', 0, 0 from catalog_categories",
            "update catalog_variants set picture_id = (select max(cast(id as text)) from catalog_pictures)::uuid|update catalog_variants set picture_id = (select id from catalog_pictures limit 1)",
        ],
        ["Every category can be reached from the top"] = ["update catalog_categories set parent_id = id"],
        ["Every stock counter is the sum of its movements, numbered without a gap"] = ["update inventory_stock_levels set on_hand = on_hand + 1000"],
        ["Every stock movement belongs to a level"] = ["delete from inventory_stock_levels"],
        ["Reserved and allocated units are those that carts and orders hold"] = ["delete from inventory_allocations"],
        ["No stock counter is negative and nothing is oversold"] = ["update inventory_stock_levels set allocated = on_hand + 1000"],
        ["Captured money of every payment equals the sum of its captures in the history"] = ["update payments_payments set captured_minor = captured_minor + 1"],
        ["Refunds of every payment stay within what it took and equal its refund counters"] = ["update payments_payments set refunding_minor = 1"],
        ["A payment has at most one captured attempt, and its money is the payment's"] =
        [
            """
            insert into payments_attempts (id, payment_id, sale_id, provider, state, amount_minor, amount_currency, authorized_minor, authorized_currency, captured_minor, captured_currency,
              idempotency_key, description, return_url, provider_version, has_amount_mismatch, is_orphan_money, created_at, version)
            select id, id, sale_id, 'test', 'captured', amount_minor, 'ARS', 0, 'ARS', 1, 'ARS', 'x', '', '', 1, false, false, 0, 1 from payments_payments
            """,
        ],
        ["No sale owes back more than it took"] =
        [
            "insert into payments_refunds_due (id, sale_id, amount_minor, amount_currency, reason, state, opened_at, version) select id, sale_id, captured_minor + 1, 'ARS', 'x', 'open', 0, 1 from payments_payments",
        ],
        ["Money that a card paid belongs to an order, to a cart that can still become one, or is owed back"] = ["update orders_orders set sale_id = id", "update orders_carts set sale_id = id"],
        ["The lines and the shipping of every order add up to its prices"] = ["update orders_orders set total_minor = total_minor + 1"],
        ["The tributes of every order are those that were charged, and follow what it still costs"] = ["update orders_orders set tributes_changed_minor = -1"],
        ["The work orders of every order are exactly what was ordered and not canceled"] = ["update orders_fulfillment_lines set quantity = quantity + 1000"],
        ["A completed cart and its order name each other"] = ["update orders_orders set cart_id = null"],
        ["The log tells of every order that was placed"] = ["delete from events where type = 'orders.order_placed'"],
        ["Every order that counts as paid keeps the money that its units cost"] = ["update payments_payments set captured_minor = 1"],
        ["Every order has the decision where its goods come from"] = ["delete from orders_sourcing_decisions"],
        ["Units are held only for carts that are open"] =
        [
            """
            insert into inventory_reservations (cart_id, order_line_id, variant_id, location_id, quantity, sales_channel_id, purpose, until)
            select order_id, order_line_id, variant_id, location_id, quantity, sales_channel_id, 'pickup', 0 from inventory_allocations
            """,
        ],
        ["Every mail has its event"] = ["delete from events"],
        ["A sent mail has an accepted try"] = ["delete from conversations_mail_tries"],
        ["Every placed order that is to be told and was read has its mail or the reason for none"] = ["delete from conversations_mails", "delete from conversations_mail_omissions"],
        ["Every pickup that was handed over has its one used pass, and no other pass is used"] = ["update orders_pickup_passes set used_at = null, used_by = null"],
        ["A pickup that waits for its customer has a pass and an end of its hold"] = ["update orders_fulfillment_orders set state = 'ready', held_until = null"],
        ["Units fulfilled on a line are those of its work orders that left the house"] = ["update orders_order_lines set fulfilled = 0"],
        ["An order is completed when every unit reached its customer, and only then"] = ["update orders_fulfillment_orders set state = 'picking'"],
        ["Allocated units are exactly those of work that has not left the house"] = ["update inventory_allocations set quantity = quantity + 1000"],
        ["Units that left the stock for an order are those that its lines say were fulfilled"] = ["update orders_order_lines set fulfilled = fulfilled + 1000"],
        ["Every paid order that was read has its fiscal document or the reason for none"] = ["delete from invoicing_documents"],
        ["No order whose goods have left still waits for its fiscal document"] =
            ["insert into invoicing_omissions (order_id, reason, at) select subject, 'waits_for_dispatch', 0 from events where type = 'orders.handed_over' limit 1"],
        ["Every authorized document that was told is one record of the export"] = ["delete from invoicing_export_records"],
        ["A closed month holds what it was closed with"] =
        [
            "insert into invoicing_closed_months (issuer_id, month, documents, total_minor, vat_minor, digest, closed_at) select id, 202001, 7, 0, 0, '', 0 from invoicing_issuers limit 1",
        ],
        ["Numbers of every fiscal series follow each other without a gap"] = ["update invoicing_documents set number = number + 7 where number = 2"],
        ["No number of the agency is on two documents"] = ["update invoicing_documents set cae = '76261234567890'"],
        ["Notes never give back more tributes than were charged"] =
        [
            "update invoicing_documents set kind = 'credit_note', tributes_minor = 1, original_id = (select d.id from invoicing_documents d order by d.number limit 1)",
        ],
        ["Notes never give back more than their original"] =
        [
            "update invoicing_documents set kind = 'credit_note', original_id = (select d.id from invoicing_documents d order by d.number limit 1)",
        ],
    };

    [Theory, EveryDatabase]
    public async Task Shows_each_of_them_red(Database database)
    {
        await using var shop = await Shop.OpenAsync(database);
        await SellAsync(shop);
        await Books.BalanceAsync(shop);

        await using var scope = shop.Services.CreateAsyncScope();
        var names = scope.ServiceProvider.GetServices<IInvariant>().Select(i => i.Name).ToList();
        Assert.Equal(names.Order(StringComparer.Ordinal), Breaks.Keys.Order(StringComparer.Ordinal));
        foreach (var (name, statements) in Breaks) Assert.True(await IsSeenAsync(shop, name, statements), $"'{name}' stayed green.");
        await Books.BalanceAsync(shop);
    }

    /// <summary>One sale of each kind: handed over, waiting, paid by card through the storefront, held in a cart.</summary>
    private static async Task SellAsync(Shop shop)
    {
        var goods = await Goods.InAsync(shop);
        var owner = await shop.StaffAsync();
        await Issuing.BeginAsync(owner, shop.Address, goods.Seller);
        var pickup = new CartDelivery(DeliveryKind.Pickup, goods.Palermo.Id);
        var contact = new CartContact("sofia@ejemplo.com", "Sofía");
        PlaceOrderRequest Order(string size) => new(goods.Phone.Id, [new PlaceOrderLine(Quantity.One, goods.Size(size).Id)], pickup, contact, new PlaceOrderPayment(Tender.Cash, Received: true));
        var collected = (await owner.Orders.PlaceAsync(Order("S"))).Value();
        (await owner.Orders.PlaceAsync(Order("M"))).Value();

        var work = collected.FulfillmentOrders.Single().Id;
        (await owner.Fulfillment.AcceptAsync(work)).Value();
        (await owner.Fulfillment.PickAsync(work, new PickRequest())).Value();
        (await owner.Fulfillment.PackAsync(work)).Value();
        (await owner.Fulfillment.ReadyAsync(work)).Value();
        var pass = await shop.DoAsync(services => services.GetRequiredService<IPickupPasses>().FindAsync(collected.Id, CancellationToken.None));
        (await owner.Fulfillment.HandOverAsync(new HandOverRequest(pass!.Qr, goods.Palermo.Id))).Value();

        var carts = shop.Guest.Carts;
        foreach (var buys in (bool[])[true, false])
        {
            var cart = (await carts.CreateAsync(new CreateCartRequest(Lines: [new AddCartLine(goods.Size("L").Id, Quantity.One)]))).Value();
            (await carts.SetContactAsync(cart.Id, cart.Token!, contact)).Value();
            var ready = (await carts.SetDeliveryAsync(cart.Id, cart.Token!, pickup)).Value();
            if (buys) (await carts.CompleteAsync(cart.Id, cart.Token!, new CompleteCartRequest(Tender.Cash, ready.Totals.Total))).Value();
        }
        await shop.Services.GetRequiredService<LogProgress>().SettledAsync(CancellationToken.None);
        await shop.Mail.WaitForAsync(m => m.Subject.Contains("R-1000", StringComparison.Ordinal), TimeSpan.FromSeconds(30));
        // The catcher has it a moment before the answer is written down.
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        while ((await owner.Mails.ListAsync(state: MailState.Sent)).Value().Items.Count == 0) await Task.Delay(20, patience.Token);
        while ((await owner.Invoicing.DocumentsAsync(state: FiscalDocumentState.Authorized)).Value().Items.Count < 2) await Task.Delay(20, patience.Token);
    }

    private static async Task<bool> IsSeenAsync(Shop shop, string name, string[] statements)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return await IsSeenOnceAsync(shop, name, statements);
            }
            catch (PostgresException e) when (e.SqlState == PostgresErrorCodes.DeadlockDetected && attempt < 10)
            {
                // Taking the guards away locks whole tables, while the shop's own sweeps go on.
            }
        }
    }

    private static async Task<bool> IsSeenOnceAsync(Shop shop, string name, string[] statements)
    {
        await using var scope = shop.Services.CreateAsyncScope();
        var session = scope.ServiceProvider.GetRequiredService<DbSession>();
        await session.BeginAsync(CancellationToken.None);
        try
        {
            await DisarmAsync(session);
            foreach (var statement in statements) await RunAsync(session, statement.Split('|') is [var postgres, var sqlite] ? session.Dialect == Dialect.Postgres ? postgres : sqlite : statement);
            var invariant = scope.ServiceProvider.GetServices<IInvariant>().Single(i => i.Name == name);
            return (await invariant.ViolationsAsync(session, CancellationToken.None)).Count > 0;
        }
        finally
        {
            if (session.Dialect == Dialect.Sqlite) await RunAsync(session, "pragma ignore_check_constraints = off");
            await session.RollbackAsync(CancellationToken.None);
        }
    }

    /// <summary>The guards of the database itself stand aside: a restored or hand-edited one may not have them.</summary>
    private static async Task DisarmAsync(DbSession session)
    {
        if (session.Dialect == Dialect.Postgres)
        {
            await RunAsync(session, "set local session_replication_role = replica");
            await RunAsync(session, """
                do $$ declare r record; begin
                  for r in select conrelid::regclass as t, conname from pg_constraint where contype = 'c' and connamespace = 'public'::regnamespace loop
                    execute format('alter table %s drop constraint %I', r.t, r.conname);
                  end loop;
                  for r in select indexrelid::regclass as i from pg_index x join pg_class c on c.oid = x.indrelid where indisunique and not indisprimary and c.relnamespace = 'public'::regnamespace loop
                    execute format('drop index %s', r.i);
                  end loop;
                end $$
                """);
            return;
        }
        await RunAsync(session, "pragma ignore_check_constraints = on");
        await RunAsync(session, "pragma defer_foreign_keys = on");
        foreach (var drop in await session.QueryAsync(
            $"select 'drop ' || type || ' ' || name from sqlite_master where type = 'trigger' or (type = 'index' and lower(sql) like 'create unique%')", row => row.GetString(0), CancellationToken.None))
            await RunAsync(session, drop);
    }

    private static Task RunAsync(DbSession session, string sql) => session.ExecuteAsync($"{sql:raw}", CancellationToken.None);
}
