namespace Hilo.Promotions.Pricing;

/// <summary>VAT once per tax code, then shared: VAT per line, rounded and added up, would miss what the agency expects by pesos (specs: arca 9.3).</summary>
internal static class TaxSplit
{
    /// <param name="netOf">The net of one tax code's gross.</param>
    /// <returns>A net for each item, in order, and the totals in the order of the codes.</returns>
    public static (Money[] Nets, TaxTotal[] Totals) Of(IReadOnlyList<(TaxCode Code, Money Gross)> items, Func<TaxCode, Money, Money> netOf)
    {
        var nets = new Money[items.Count];
        var totals = new List<TaxTotal>();
        foreach (var group in Enumerable.Range(0, items.Count).GroupBy(i => items[i].Code).OrderBy(g => g.Key))
        {
            int[] members = [.. group];
            var gross = members.Select(i => items[i].Gross).Aggregate((a, b) => a + b);
            var net = netOf(group.Key, gross);
            var shares = net.Split([.. members.Select(i => items[i].Gross.Minor)]);
            for (var m = 0; m < members.Length; m++) nets[members[m]] = shares[m];
            totals.Add(new TaxTotal(group.Key, gross, net, gross - net));
        }
        return (nets, [.. totals]);
    }
}
