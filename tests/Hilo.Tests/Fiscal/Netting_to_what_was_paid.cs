using Hilo.Invoicing;
using Hilo.Tests.Quality;

namespace Hilo.Tests.Fiscal;

/// <summary>Random carts of all rates with discounts and delivery, changed in random steps: units canceled, prices corrected up and down, delivery given back, at last perhaps everything.</summary>
public class Netting_to_what_was_paid
{
    private static readonly TaxCode[] Codes = Enum.GetValues<TaxCode>();
    private static readonly int Rounds = int.TryParse(Environment.GetEnvironmentVariable("HILO_VAT_CARTS"), System.Globalization.CultureInfo.InvariantCulture, out var rounds) ? rounds : 2_000;

    [Fact]
    public void Documents_of_a_sale_are_worth_what_its_buyer_owes_after_every_step()
    {
        var seed = Seed.Taken;
        var dice = new Random(seed);
        for (var round = 0; round < Rounds; round++)
        {
            var which = $"Seed {seed}, cart {round}";
            var sale = Sale(dice);
            var documents = new List<Documented> { new(FiscalDocumentKind.Invoice, SaleLines.Owed(sale), SaleLines.Amounts(sale, SaleLines.Owed(sale)).Tributes) };
            var (credited, debited) = (new List<VatBlock>(), new List<VatBlock>());
            for (var steps = dice.Next(1, 6); steps > 0; steps--)
            {
                sale = Changed(sale, dice);
                foreach (var note in NoteLines.Between(documents, SaleLines.Owed(sale), sale.Currency, sale.Tributes))
                {
                    documents.Add(new Documented(note.Kind, note.Lines, note.Amounts.Tributes));
                    (note.Kind == FiscalDocumentKind.CreditNote ? credited : debited).Add(note.Amounts);
                    Assert.True(note.Amounts.TotalMinor == note.Lines.Sum(l => l.GrossMinor) + note.Amounts.TributesMinor && note.Amounts.TotalMinor > 0, which);
                    Assert.True(note.Amounts.Tributes.All(t => t.AmountMinor > 0 && t.BaseMinor >= 0), which);
                    Assert.True(note.Amounts.Rows.All(r => r.BaseMinor >= 0 && r.VatMinor >= 0) && note.Amounts.ExemptMinor >= 0 && note.Amounts.UntaxedMinor >= 0, which);
                    Assert.All(note.Lines, l => Assert.True(new Money(l.UnitPriceMinor, sale.Currency).Times(l.Quantity).Minor + l.DiscountMinor == l.GrossMinor, which));
                }
                Same(SaleLines.Amounts(sale, SaleLines.Owed(sale)), VatBlock.Of(Parts(documents[0].Lines)) with { Tributes = documents[0].Tributes }, credited, debited, which);
                // Told again, or late: nothing is left to say.
                Assert.Empty(NoteLines.Between(documents, SaleLines.Owed(sale), sale.Currency, sale.Tributes));
            }
        }
    }

    private static void Same(VatBlock owed, VatBlock invoiced, List<VatBlock> credited, List<VatBlock> debited, string which)
    {
        long Net(Func<VatBlock, long> of) => of(invoiced) + debited.Sum(of) - credited.Sum(of);
        foreach (var code in Codes)
        {
            Assert.True(Net(b => b.Rows.Where(r => r.Code == code).Sum(r => r.BaseMinor)) == owed.Rows.Where(r => r.Code == code).Sum(r => r.BaseMinor), which);
            Assert.True(Net(b => b.Rows.Where(r => r.Code == code).Sum(r => r.VatMinor)) == owed.Rows.Where(r => r.Code == code).Sum(r => r.VatMinor), which);
        }
        foreach (var regime in (string[])["0", "1"]) Assert.True(Net(b => b.Tributes.Where(t => t.Description == regime).Sum(t => t.AmountMinor)) == owed.Tributes.Where(t => t.Description == regime).Sum(t => t.AmountMinor), which);
        Assert.True((Net(b => b.ExemptMinor), Net(b => b.UntaxedMinor), Net(b => b.TotalMinor)) == (owed.ExemptMinor, owed.UntaxedMinor, owed.TotalMinor), which);
    }

    private static IEnumerable<(TaxCode, long)> Parts(IEnumerable<DocumentLine> lines) => lines.Select(l => (l.TaxCode, l.GrossMinor));

    private static SaleToInvoice Sale(Random dice)
    {
        var lines = Enumerable.Range(0, dice.Next(1, 6)).Select(_ =>
        {
            var (units, price) = (Quantity.Units(dice.Next(1, 5)), Money.Ars(dice.Next(1, 9_000_000) / 100m));
            var gross = price.Times(units);
            var discount = dice.Next(3) == 0 ? new Money(-dice.NextInt64(gross.Minor), gross.Currency) : Money.Zero(gross.Currency);
            return new LineToInvoice(IId<OrderLineId>.New(), "SKU", "Prenda", "M", Codes[dice.Next(Codes.Length)], units, Quantity.Zero, price, discount, gross + discount, Money.Zero(gross.Currency));
        }).ToList();
        var shipping = dice.Next(2) == 0 ? [] : Codes.OrderBy(_ => dice.Next()).Take(dice.Next(1, 3)).Select(code => new PricedShipping("Envío", code, Money.Ars(dice.Next(1, 900_000) / 100m), Money.Ars(0), Money.Ars(0))).ToList();
        var taxed = new Money(VatBlock.Of([.. lines.Select(l => (l.TaxCode, l.Gross.Minor)), .. shipping.Select(s => (s.TaxCode, s.Gross.Minor))]).NetMinor, Currency.Ars);
        return new SaleToInvoice(
            IId<OrderId>.New(), "R-1", IId<LegalEntityId>.New(), IId<SalesChannelId>.New(), null, null, "es-AR", null, null, null, null, Given.Noon, Given.Noon, Tender.Cash, Currency.Ars, IsOver: false, lines, shipping,
            lines.Aggregate(Money.Ars(0), (sum, l) => sum + l.Gross))
        {
            Tributes = [.. Enumerable.Range(0, dice.Next(3)).Select(n => (Regime: $"{n}", Rate: dice.Next(1, 80_000)))
                .Select(t => new SaleTribute(7, t.Regime, "B", taxed, t.Rate / 10_000m, taxed with { Minor = Money.RoundHalfEven((Int128)taxed.Minor * t.Rate, 1_000_000) })).Where(t => t.Amount.IsPositive)],
        };
    }

    private static SaleToInvoice Changed(SaleToInvoice sale, Random dice)
    {
        if (dice.Next(8) == 0) return sale with { IsOver = true };
        var delivery = sale.Shipping.Sum(s => s.Gross.Minor);
        if (delivery > 0 && dice.Next(4) == 0) return sale with { ShippingChanged = new Money(dice.NextInt64(-delivery, delivery + 1), sale.Currency) };
        // One line or all of them, up or down, as it comes.
        var all = dice.Next(3) == 0;
        var index = dice.Next(sale.Lines.Count);
        return sale with
        {
            Lines = [.. sale.Lines.Select((line, i) => !all && i != index ? line : dice.Next(2) == 0 ? Repriced(line, dice) : Canceled(line, dice))],
        };
    }

    private static LineToInvoice Repriced(LineToInvoice line, Random dice) =>
        line with { Changed = new Money(dice.NextInt64(line.CanceledGross.Minor - line.Gross.Minor, line.Gross.Minor + 1), line.Gross.Currency) };

    private static LineToInvoice Canceled(LineToInvoice line, Random dice)
    {
        var left = (line.Ordered - line.Canceled).Thousandths / 1000;
        if (left == 0) return line;
        var units = Quantity.Units((int)dice.NextInt64(1, left + 1));
        var isAll = line.Canceled + units == line.Ordered;
        var cost = isAll ? line.Owed : new Money(dice.NextInt64(line.Owed.Minor + 1), line.Gross.Currency);
        return line with { Canceled = line.Canceled + units, CanceledGross = line.CanceledGross + cost };
    }
}
