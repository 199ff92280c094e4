namespace Hilo.Invoicing;

/// <summary>What a buyer owes for a sale, as lines of a document. Pure.</summary>
internal static class SaleLines
{
    /// <summary>Lines and delivery at what they cost now; nothing of a sale that was canceled.</summary>
    public static List<DocumentLine> Owed(SaleToInvoice sale)
    {
        if (sale.IsOver) return [];
        var lines = sale.Lines.Where(l => l.Owed.IsPositive).Select(l =>
        {
            var units = l.Ordered - l.Canceled;
            return new DocumentLine(l.Id, l.Sku, l.VariantTitle.Length == 0 ? l.Title : $"{l.Title} · {l.VariantTitle}", l.TaxCode, units, l.UnitPrice.Minor, l.Owed.Minor - l.UnitPrice.Times(units).Minor, l.Owed.Minor);
        });
        return [.. lines, .. Delivery(sale)];
    }

    /// <summary>What lines of a sale come to, with the tributes that its buyer paid for them: nothing is decided again.</summary>
    public static VatBlock Amounts(SaleToInvoice sale, IReadOnlyList<DocumentLine> lines)
    {
        var amounts = VatBlock.Of(lines.Select(l => (l.TaxCode, l.GrossMinor)));
        return sale.Tributes.Count == 0 ? amounts : amounts with { Tributes = [.. sale.Tributes.Owed(new Money(amounts.NetMinor, sale.Currency)).Select(TributeAmount.Of)] };
    }

    /// <summary>One line per tax code that delivery follows; a change of its price is shared among them by what they cost.</summary>
    private static IEnumerable<DocumentLine> Delivery(SaleToInvoice sale) =>
        sale.Shipping.Zip(sale.Shipping.Owed(sale.ShippingChanged), (part, owed) => new DocumentLine(null, "", part.Label, part.TaxCode, Quantity.One, owed.Minor, 0, owed.Minor)).Where(l => l.GrossMinor > 0);
}
