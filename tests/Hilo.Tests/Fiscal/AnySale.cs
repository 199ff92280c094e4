using Hilo.Invoicing;
using Hilo.Promotions.Pricing;

namespace Hilo.Tests.Fiscal;

/// <summary>Random sales of all rates with discounts, delivery and tributes, and what may happen to them.</summary>
internal static class AnySale
{
    public static readonly TaxCode[] Codes = Enum.GetValues<TaxCode>();

    public static SaleToInvoice New(Random dice)
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

    public static SaleToInvoice Changed(SaleToInvoice sale, Random dice)
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
        var left = (line.Ordered - line.Canceled - line.Left).Thousandths / 1000;
        if (left == 0) return line;
        var units = Quantity.Units((int)dice.NextInt64(1, left + 1));
        var isAll = line.Canceled + units == line.Ordered;
        var cost = isAll ? line.Owed : new Money(dice.NextInt64(line.Owed.Minor + 1), line.Gross.Currency);
        return line with { Canceled = line.Canceled + units, CanceledGross = line.CanceledGross + cost };
    }

    /// <summary>Some units of one line leave, or all of the sale that is still there.</summary>
    public static SaleToInvoice Dispatched(SaleToInvoice sale, Random dice, bool everything = false)
    {
        var index = dice.Next(sale.Lines.Count);
        return sale with
        {
            Lines = [.. sale.Lines.Select((line, i) => everything ? line with { Left = line.Ordered - line.Canceled } : i != index ? line : Leaving(line))],
        };

        LineToInvoice Leaving(LineToInvoice line)
        {
            var here = (line.Ordered - line.Canceled - line.Left).Thousandths / 1000;
            return here == 0 ? line : line with { Left = line.Left + Quantity.Units((int)dice.NextInt64(1, here + 1)) };
        }
    }

    /// <summary>Units that are still there are canceled at what the price engine gives back for them.</summary>
    public static SaleToInvoice WithoutTheRest(SaleToInvoice sale) => sale with { Lines = [.. sale.Lines.Select(WithoutTheRest)] };

    private static LineToInvoice WithoutTheRest(LineToInvoice line)
    {
        var here = line.Ordered - line.Canceled - line.Left;
        if (!here.IsPositive) return line;
        var back = PriceRefund.Of(new RefundRequest(line.Gross.Currency, [new LineToRefund("SKU", line.TaxCode, line.Ordered, line.Gross + line.Changed, line.Canceled, line.CanceledGross, here)])).Value().Total;
        return line with { Canceled = line.Canceled + here, CanceledGross = line.CanceledGross + back };
    }
}
