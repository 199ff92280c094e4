using Hilo.Invoicing;
using Hilo.Orders;
using Hilo.Tests.Promotions;
using Hilo.Tests.Quality;

namespace Hilo.Tests.Fiscal;

/// <summary>Random sales with random tributes, placed, documented, and taken back in random steps: what the order costs and what its documents say are the same after every one of them.</summary>
public class Taxing_any_order
{
    private static readonly int Rounds = int.TryParse(Environment.GetEnvironmentVariable("HILO_VAT_CARTS"), System.Globalization.CultureInfo.InvariantCulture, out var rounds) ? rounds : 2_000;

    [Fact]
    public void Keeps_order_money_and_documents_in_step_until_nothing_is_left()
    {
        var seed = Seed.Taken;
        var (dice, sales, taxed) = (new Random(seed), new RandomSales(seed), 0);
        for (var round = 0; round < Rounds; round++)
        {
            var which = $"Seed {seed}, order {round}";
            var request = sales.Next();
            if (Promotions.Given.Refusal(request) is not null) continue;
            var order = Order(Promotions.Given.Priced(request with { Tributes = sales.Tributes(Promotions.Given.Priced(request).TaxedNet) }));
            if (order.Tributes is not null) taxed++;
            var sold = SalesToInvoice.Of(order, "B");
            var documents = new List<Documented> { new(FiscalDocumentKind.Invoice, SaleLines.Owed(sold), SaleLines.Amounts(sold, SaleLines.Owed(sold)).Tributes) };
            Ties(order, documents, which);
            for (var steps = dice.Next(1, 7); steps > 0 && order.State == OrderState.Open; steps--)
            {
                Step(order, dice);
                Document(order, documents);
                Ties(order, documents, which);
            }
            if (order.State == OrderState.Open) Assert.False(order.Cancel("customer", null, Money.Ars(0), Given.Noon).Refused(out _, out _), which);
            Document(order, documents);
            Assert.True(order.HasRightTributes && order.TributesMinor + order.TributesChangedMinor == 0, which);
            Assert.All(Netted(documents), t => Assert.True(t.AmountMinor == 0, which));
            Assert.True(documents.Sum(d => (d.Kind == FiscalDocumentKind.CreditNote ? -1 : 1) * (d.Lines.Sum(l => l.GrossMinor) + d.Tributes.Sum(t => t.AmountMinor))) == 0, which);
        }
        Assert.True(taxed > Rounds / 4, $"Only {taxed} orders carried tributes.");
    }

    private static void Step(Order order, Random dice)
    {
        var open = order.Lines.FindAll(l => l.Open.IsPositive);
        if (open.Count == 0 || dice.Next(8) == 0)
        {
            Assert.False(order.Cancel("customer", null, Money.Ars(0), Given.Noon).Refused(out _, out _));
            return;
        }
        var line = open[dice.Next(open.Count)];
        var before = order.Due;
        if (dice.Next(2) == 0)
        {
            var units = new Quantity(dice.Next(3) == 0 ? line.Open.Thousandths : dice.NextInt64(1, line.Open.Thousandths + 1));
            var share = Promotions.Given.Refunded(new RefundRequest(
                order.Currency, [new LineToRefund(line.Sku, line.TaxCode, line.Ordered, order.Amount(line.GrossMinor + line.ChangedMinor), line.Canceled, order.Amount(line.CanceledMinor), units)])).Total;
            Assert.False(order.CancelUnits(line.Id, units, share).Refused(out _, out _));
            Assert.True(before - order.Due >= share);
            return;
        }
        // Up or down, a line or the delivery.
        var ofDelivery = order.ShippingMinor > 0 && dice.Next(3) == 0;
        var costs = ofDelivery ? order.ShippingMinor + order.ShippingChangedMinor : line.OwedMinor;
        var by = dice.NextInt64(-costs, costs / 2 + 2);
        if (by == 0) return;
        Assert.False(order.ChangeCharge(IId<RefundDueId>.New().Value, [new ChangeChargeLine(order.Amount(by), ofDelivery ? null : line.Id)], "other").Refused(out _, out var changed));
        Assert.Equal(order.Due < before ? before - order.Due : Money.Ars(0), changed.RefundOwed);
    }

    private static void Document(Order order, List<Documented> documents)
    {
        var sale = SalesToInvoice.Of(order, "B");
        foreach (var note in NoteLines.Between(documents, SaleLines.Owed(sale), sale.Currency, sale.Tributes)) documents.Add(new Documented(note.Kind, note.Lines, note.Amounts.Tributes));
    }

    private static void Ties(Order order, List<Documented> documents, string which)
    {
        Assert.True(order.HasRightTributes, which);
        var sale = SalesToInvoice.Of(order, "B");
        var owed = SaleLines.Amounts(sale, SaleLines.Owed(sale));
        if (order.State == OrderState.Open) Assert.True(owed.TotalMinor == order.Due.Minor, which);
        Assert.True(Netted(documents).Where(t => t.AmountMinor != 0).Select(t => (t.Description, t.AmountMinor)).Order().SequenceEqual(owed.Tributes.Select(t => (t.Description, t.AmountMinor)).Order()), which);
        Assert.True(order.Due == order.Total - order.Canceled + order.Changed, which);
    }

    private static IEnumerable<TributeAmount> Netted(List<Documented> documents) => documents
        .SelectMany(d => d.Tributes.Select(t => d.Kind == FiscalDocumentKind.CreditNote ? DecideTributes.Less(t) : t)).GroupBy(t => t.Description, StringComparer.Ordinal)
        .Select(g => g.First() with { AmountMinor = g.Sum(t => t.AmountMinor) });

    private static Order Order(SalePricing priced)
    {
        var id = IId<OrderId>.New();
        var order = new Order
        {
            Id = id,
            SalesChannelId = IId<SalesChannelId>.New(),
            LegalEntityId = IId<LegalEntityId>.New(),
            SaleId = IId<SaleId>.New(),
            Culture = "es-AR",
            Currency = priced.Currency,
            Search = "",
            Delivery = DeliveryKind.Ship,
            GoodsMinor = priced.Totals.Goods.Minor,
            DiscountsMinor = (priced.Totals.Discounts + priced.Totals.Surcharges).Minor,
            ShippingMinor = priced.Totals.Shipping.Minor,
            PricesMinor = (priced.Totals.Total - priced.Totals.Tributes).Minor,
            VatMinor = priced.Totals.Vat.Minor,
            NetMinor = priced.Totals.WithoutNationalTaxes.Minor,
            Taxes = priced.Taxes,
            ShippingParts = priced.Shipping,
            Tributes = priced.Tributes.Count == 0 ? null : priced.Tributes,
            TributesMinor = priced.Totals.Tributes.Minor,
            Quantity = new Quantity(priced.Lines.Sum(l => l.Quantity.Thousandths)),
            PlacedAt = Given.Noon,
        };
        order.Lines.AddRange(priced.Lines.Select((l, i) => new OrderLine
        {
            Id = IId<OrderLineId>.New(),
            OrderId = id,
            Position = i,
            VariantId = IId<VariantId>.New(),
            ProductId = IId<ProductId>.New(),
            Sku = l.Key,
            Title = l.Key,
            VariantTitle = "",
            ProductHandle = l.Key,
            TaxCode = l.TaxCode,
            WeightGrams = 0,
            Ordered = l.Quantity,
            UnitPriceMinor = l.UnitPrice.Minor,
            SubtotalMinor = l.Subtotal.Minor,
            GrossMinor = l.Gross.Minor,
            NetMinor = l.Net.Minor,
            VatMinor = l.Vat.Minor,
        }));
        order.Cover(Tender.Cash, Given.Noon);
        return order;
    }
}
