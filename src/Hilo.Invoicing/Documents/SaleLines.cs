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

    /// <summary>One line per tax code that delivery follows; a change of its price is shared among them by what they cost.</summary>
    private static IEnumerable<DocumentLine> Delivery(SaleToInvoice sale)
    {
        var parts = sale.Shipping.Where(s => s.Gross.Minor > 0).GroupBy(s => s.TaxCode).Select(g => (Code: g.Key, g.First().Label, Gross: g.Sum(s => s.Gross.Minor))).ToList();
        if (parts.Count == 0) return [];
        var owed = new Money(parts.Sum(p => p.Gross) + sale.ShippingChanged.Minor, sale.Currency).Split([.. parts.Select(p => p.Gross)]);
        return parts.Zip(owed, (part, gross) => new DocumentLine(null, "", part.Label, part.Code, Quantity.One, gross.Minor, 0, gross.Minor)).Where(l => l.GrossMinor > 0);
    }
}
