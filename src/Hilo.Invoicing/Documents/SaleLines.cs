namespace Hilo.Invoicing;

/// <summary>What a buyer owes for a sale, as lines of a document. Pure.</summary>
internal static class SaleLines
{
    /// <summary>Lines and delivery at what they cost now; nothing of a sale that was canceled.</summary>
    public static List<DocumentLine> Owed(SaleToInvoice sale)
    {
        if (sale.IsOver) return [];
        return [.. Goods(sale).Select(g => g.Owed), .. Delivery(sale)];
    }

    /// <summary>The part of it whose goods have left, with all of the delivery as soon as anything has.</summary>
    /// <remarks>Units that stay are worth what the price engine would give back for them (specs: arca 9.4), so that nothing is left to note when they are canceled.</remarks>
    public static List<DocumentLine> Left(SaleToInvoice sale)
    {
        if (sale.IsOver || !sale.HasLeft) return [];
        var lines = new List<DocumentLine>();
        foreach (var (line, owed) in Goods(sale))
        {
            var gone = line.Left < owed.Quantity ? line.Left : owed.Quantity;
            var worth = owed.GrossMinor - StayingMinor(line, gone);
            if (worth > 0 && (gone.IsPositive || owed.Quantity == gone)) lines.Add(owed with { Quantity = gone, GrossMinor = worth, DiscountMinor = worth - line.UnitPrice.Times(gone).Minor });
        }
        return [.. lines, .. Delivery(sale)];
    }

    /// <summary>What lines of a sale come to, with the tributes that its buyer paid for them: nothing is decided again.</summary>
    public static VatBlock Amounts(SaleToInvoice sale, IReadOnlyList<DocumentLine> lines)
    {
        var amounts = VatBlock.Of(lines.Select(l => (l.TaxCode, l.GrossMinor)));
        return sale.Tributes.Count == 0 ? amounts : amounts with { Tributes = [.. sale.Tributes.Owed(new Money(amounts.NetMinor, sale.Currency)).Select(TributeAmount.Of)] };
    }

    private static IEnumerable<(LineToInvoice Line, DocumentLine Owed)> Goods(SaleToInvoice sale) => sale.Lines.Where(l => l.Owed.IsPositive).Select(l =>
    {
        var units = l.Ordered - l.Canceled;
        return (l, new DocumentLine(l.Id, l.Sku, l.VariantTitle.Length == 0 ? l.Title : $"{l.Title} · {l.VariantTitle}", l.TaxCode, units, l.UnitPrice.Minor, l.Owed.Minor - l.UnitPrice.Times(units).Minor, l.Owed.Minor));
    });

    private static long StayingMinor(LineToInvoice line, Quantity gone)
    {
        if (gone == line.Ordered - line.Canceled) return 0;
        var staying = Money.RoundHalfEven((Int128)(line.Gross + line.Changed).Minor * (line.Ordered - gone).Thousandths, line.Ordered.Thousandths);
        return Math.Clamp(staying - line.CanceledGross.Minor, 0, line.Owed.Minor);
    }

    /// <summary>One line per tax code that delivery follows; a change of its price is shared among them by what they cost.</summary>
    private static IEnumerable<DocumentLine> Delivery(SaleToInvoice sale) =>
        sale.Shipping.Zip(sale.Shipping.Owed(sale.ShippingChanged), (part, owed) => new DocumentLine(null, "", part.Label, part.TaxCode, Quantity.One, owed.Minor, 0, owed.Minor)).Where(l => l.GrossMinor > 0);
}
