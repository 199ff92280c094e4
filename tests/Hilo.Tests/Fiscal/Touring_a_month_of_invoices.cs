using Hilo.Client;
using Hilo.Invoicing;
using Microsoft.Extensions.DependencyInjection;

namespace Hilo.Tests.Fiscal;

/// <summary>From two purchases to the accountant's book, over HTTP: consumers, companies, an outage, a line that cannot be served, money that goes back.</summary>
public class Touring_a_month_of_invoices
{
    [Theory, EveryDatabase]
    public async Task Ends_with_books_that_tie_out_to_what_was_paid_and_given_back(Database database)
    {
        var clock = new TestClock(new DateTimeOffset(2026, 11, 28, 15, 0, 0, TimeSpan.Zero));
        await using var accountant = await Accountant.OpenAsync(database, clock, settings: ("Arca:CheckAfterSeconds", "0"));
        var (shop, owner, invoicing) = (accountant.Shop, accountant.Owner, accountant.Owner.Invoicing);

        // A final consumer buys two sizes: invoice B, by mail.
        var first = await BuyAsync(accountant, new CartContact("sofia@ejemplo.com", "Sofía Ñandú"), "M", "L");
        var invoice = Assert.Single(await accountant.SettledAsync(1));
        Assert.Equal(("B", FiscalDocumentState.Authorized, 97_800_00L), (invoice.Decided.Class, invoice.State, invoice.TotalMinor));
        var mail = await shop.Mail.WaitForAsync(m => m.Subject.Contains("Tu factura", StringComparison.Ordinal), TimeSpan.FromSeconds(30));
        Assert.Single(mail.Parts, p => p.ContentType == "application/pdf");

        // The agency is down when a company buys: the sale goes on, its invoice A waits and leaves by itself.
        accountant.Faults.Plan = new Hilo.Sandbox.Agency.AgencyFaultPlan { IsDown = true };
        var second = await BuyAsync(accountant, new CartContact("compras@hilados.example", "Compras", Receiver: Accountant.Company), "S");
        await accountant.UntilAsync(all => all.Count == 2 && all.Exists(d => d.State == FiscalDocumentState.Queued));
        // Its try has failed by now: one that fails after the clock was moved would wait for a clock that stands still.
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        while (!(await invoicing.SeriesAsync()).Value().Any(s => s is { VoucherType: 1, WaitingFor: not null })) await Task.Delay(50, patience.Token);
        Assert.Equal(PaymentState.Captured, (await owner.Orders.FindAsync(second.Number)).Value().Money.State);
        accountant.Faults.Plan = new Hilo.Sandbox.Agency.AgencyFaultPlan();
        clock.Advance(TimeSpan.FromMinutes(15));
        var company = (await accountant.SettledAsync(2)).Single(d => d.OrderId == second.Id);
        Assert.Equal(("A", 80, 48_900_00L), (company.Decided.Class, company.Frozen.DocumentType, company.TotalMinor));

        // One line cannot be served: it is canceled, its credit note follows, and its money goes back.
        var work = first.FulfillmentOrders.Single();
        (await owner.Fulfillment.AcceptAsync(work.Id)).Value();
        (await owner.Fulfillment.ReportShortageAsync(work.Id, new ReportShortageRequest(first.Lines[1].Id, Quantity.Zero))).Value();
        var note = (await accountant.SettledAsync(3)).Single(d => d.Kind == FiscalDocumentKind.CreditNote);
        Assert.Equal((8, 48_900_00L, invoice.Number!.Value), (note.Frozen.Type, note.TotalMinor, note.Frozen.Associated.Single().Number));
        await shop.Mail.WaitForAsync(m => m.Subject.Contains("Tu nota de crédito", StringComparison.Ordinal), TimeSpan.FromSeconds(30));
        var due = (await owner.Orders.FindAsync(first.Number)).Value().Money.RefundsDue.Single();
        (await owner.Refunds.SettleAsync(due.Id, new SettleRefundRequest(Tender.BankTransfer, "Transferencia 9"))).Value();

        // The accountant's month: money, sales, documents and agency say the same.
        await accountant.SettleLogAsync();
        await shop.DoAsync(services => services.GetRequiredService<CheckDocuments>().SweepAsync(CancellationToken.None));
        var month = (await invoicing.ReconcileAsync("2026-11")).Value();
        var money = Money.Ars(0);
        foreach (var order in new[] { first, second })
        {
            var paid = (await owner.Orders.FindAsync(order.Number)).Value().Money;
            money += paid.Captured - paid.Refunded;
        }
        Assert.Equal((Money.Ars(97_800), money, money), (money, month.Sums.Facts, month.Sums.Book));
        Assert.Equal((2, 3, 3), (month.Sales, month.Documents, month.Confirmed));
        Assert.Empty(month.Findings);
        var report = (await invoicing.ReportAsync("2026-11", "tender")).Value();
        Assert.Equal((money, "Transferencia"), (report.Single().Total, report.Single().Name));
        var book = (await invoicing.MonthsAsync()).Value().Single();
        Assert.Equal((3, money), (book.Documents, book.Total));
        await Books.BalanceAsync(shop);
    }

    private static async Task<OrderView> BuyAsync(Accountant accountant, CartContact contact, params string[] sizes)
    {
        var carts = accountant.Shop.Guest.Carts;
        var cart = (await carts.CreateAsync(new CreateCartRequest(Lines: [.. sizes.Select(size => new AddCartLine(accountant.Goods.Size(size).Id, Quantity.One))]))).Value();
        (await carts.SetContactAsync(cart.Id, cart.Token!, contact)).Value();
        var ready = (await carts.SetDeliveryAsync(cart.Id, cart.Token!, new CartDelivery(DeliveryKind.Pickup, accountant.Goods.Palermo.Id))).Value();
        var placed = (await carts.CompleteAsync(cart.Id, cart.Token!, new CompleteCartRequest(Tender.BankTransfer, ready.Totals.Total))).Value().Order!;
        var order = (await accountant.Owner.Orders.FindAsync(placed.Number)).Value();
        return (await accountant.Owner.Orders.RecordPaymentAsync(order.Id, new RecordPaymentRequest(Tender.BankTransfer, order.Totals.Total, "Transferencia 1"))).Value();
    }
}
