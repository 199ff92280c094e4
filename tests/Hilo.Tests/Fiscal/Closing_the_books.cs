using Hilo.Client;
using Hilo.Invoicing;
using Microsoft.Extensions.DependencyInjection;

namespace Hilo.Tests.Fiscal;

public class Closing_the_books
{
    [Theory, EveryDatabase]
    public async Task Ties_sales_documents_and_agency_out_and_lets_late_corrections_land_in_the_open_month(Database database)
    {
        var clock = new TestClock(new DateTimeOffset(2026, 11, 30, 15, 0, 0, TimeSpan.Zero));
        await using var accountant = await Accountant.OpenAsync(database, clock, settings: ("Arca:CheckAfterSeconds", "0"));
        var (owner, invoicing) = (accountant.Owner, accountant.Owner.Invoicing);
        var (kept, canceled) = (await accountant.Sells(units: 2), await accountant.Sells("L", Accountant.Company));
        await accountant.SettledAsync(2);
        (await owner.Orders.CancelAsync(canceled.Id, new CancelOrderRequest("Se arrepintió"))).Value();
        (await invoicing.TakeExternalAsync(new ExternalSaleRequest("WMS-1", [new ExternalLine("Remera", Quantity.One, 121m, TaxCode.Vat21)], Tender: Tender.Cash, Province: "X"))).Value();
        await accountant.SettledAsync(4);
        accountant.Agency.TakeForeign(accountant.Issuer.Cuit, 7, 6);
        (await owner.Orders.ChangeChargeAsync(kept.Id, new ChangeChargeRequest([new ChangeChargeLine(Money.Ars(-800), kept.Lines[0].Id)], ChargeChangeReason.Damaged))).Value();
        await accountant.Sells();
        await accountant.SettledAsync(6);
        await CheckAsync(accountant);

        var month = (await invoicing.ReconcileAsync("2026-11")).Value();
        var expected = Money.Ars(48_900 * 3 - 800 + 121);
        Assert.Equal((3, 6, 6, 0), (month.Sales, month.Documents, month.Confirmed, month.Unchecked));
        Assert.Equal((expected, expected), (month.Sums.Facts, month.Sums.Book));
        Assert.Equal(["foreign"], month.Findings.Select(f => f.Kind));
        var book = System.Text.Encoding.UTF8.GetString((await invoicing.BookAsync("2026-11")).Value()).Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(7, book.Length);
        Assert.Equal(expected.Amount, book.Skip(1).Sum(row => decimal.Parse(row.Split(';')[17], System.Globalization.CultureInfo.GetCultureInfo("es-AR"))));
        foreach (var by in new[] { "province", "entity", "location", "channel", "tender" })
        {
            var rows = (await invoicing.ReportAsync("2026-11", by)).Value();
            Assert.Equal((expected, 6), (rows.Aggregate(Money.Ars(0), (sum, r) => sum + r.Total), rows.Sum(r => r.Documents)));
        }
        var provinces = (await invoicing.ReportAsync("2026-11", "province")).Value();
        Assert.Equal(["Ciudad Autónoma de Buenos Aires", "Córdoba"], provinces.Select(r => r.Name));
        Assert.NotEmpty((await invoicing.ReportFileAsync("2026-11", "channel", "xlsx")).Value());
        Assert.Equal("invoicing.month_not_over", (await invoicing.CloseMonthAsync("2026-11")).Problem().Code);

        clock.Advance(TimeSpan.FromHours(13));
        var closed = (await invoicing.CloseMonthAsync("2026-11")).Value();
        Assert.Equal((6, expected), (closed.Documents, closed.Total));
        Assert.Equal(closed.ClosedAt, (await invoicing.CloseMonthAsync("2026-11")).Value().ClosedAt);
        Assert.Equal("invoicing.later_month_closed", (await invoicing.CloseMonthAsync("2026-10")).Problem().Code);

        // Sold on the last evening of November, told in December: agency and series would still take November's date, the closed month does not.
        (await invoicing.TakeExternalAsync(new ExternalSaleRequest("WMS-2", [new ExternalLine("Remera", Quantity.One, 121m, TaxCode.Vat21)], SoldAt: clock.GetUtcNow().AddHours(-6)))).Value();
        (await owner.Orders.CancelAsync(kept.Id, new CancelOrderRequest("Se arrepintió"))).Value();
        var late = (await accountant.SettledAsync(8)).TakeLast(2).ToList();
        Assert.All(late, d => Assert.Equal((FiscalDocumentState.Authorized, 20261201), (d.State, d.DatedOn!.Value)));
        Assert.Equal(closed with { }, (await invoicing.MonthsAsync()).Value().Single(m => m.Month == "2026-11"));
        var bridged = (await invoicing.ReconcileAsync("2026-11")).Value();
        Assert.Equal((expected + Money.Ars(121), Money.Ars(121), expected), (bridged.Sums.Facts, bridged.Sums.DatedElsewhere, bridged.Sums.Book));
        await Books.BalanceAsync(accountant.Shop);
    }

    private static Task CheckAsync(Accountant accountant) =>
        accountant.Shop.DoAsync(services => services.GetRequiredService<CheckDocuments>().SweepAsync(CancellationToken.None));
}
