using System.Globalization;

namespace Hilo.Invoicing;

/// <summary>Which tributes a sale carries, and why. Pure.</summary>
internal static class DecideTributes
{
    private static readonly CultureInfo Spanish = CultureInfo.GetCultureInfo("es-AR");

    /// <param name="netMinor">What is taxed of the sale, without its VAT: the base of every tribute.</param>
    /// <returns>One row per regime and province: of two rates that hold, the one that began later.</returns>
    public static (IReadOnlyList<TributeAmount> Tributes, IReadOnlyList<string> Trace) Of(IReadOnlyList<TributeRate> rates, ReceiverFacts receiver, string? province, long netMinor, DateOnly day)
    {
        var (tributes, trace, on) = (new List<TributeAmount>(), new List<string>(), FiscalDay.Number(day));
        var held = rates.Where(r => r.Holds(on) && (r.Province is null || r.Province == province) && r.Receivers.Contains(receiver.Condition))
            .GroupBy(r => (r.Tribute, r.Regime, r.Province)).Select(g => g.MaxBy(r => r.ValidFrom)!).OrderBy(r => r.Tribute).ThenBy(r => r.Regime, StringComparer.Ordinal);
        foreach (var rate in held)
        {
            var where = rate.Province is { } place ? $" ({place})" : "";
            if (netMinor < rate.MinimumMinor)
            {
                trace.Add($"{rate.Regime}{where}: no se percibe, el neto no llega a {Paper.Pesos(rate.MinimumMinor)}.");
                continue;
            }
            var amount = Money.RoundHalfEven((Int128)netMinor * rate.RateMicros, 100_000_000);
            if (amount == 0) continue;
            tributes.Add(new TributeAmount(rate.Tribute, rate.Regime, rate.Province, netMinor, rate.RatePercent, amount));
            trace.Add($"{rate.Regime}{where}: {rate.RatePercent.ToString("0.####", Spanish)} % de {Paper.Pesos(netMinor)}, para receptores como este: {Paper.ConditionName(receiver.Condition)}.");
        }
        return (tributes, trace);
    }

    /// <summary>What goes back of tributes with a part of a sale: their share of it, so that whoever gives everything back gives exactly all of them back.</summary>
    /// <param name="charged">Of the invoice, and of debit notes.</param>
    /// <param name="credited">Of earlier notes.</param>
    /// <param name="leftMinor">What stays of the lines after this note.</param>
    /// <param name="wholeMinor">What the lines came to.</param>
    public static IReadOnlyList<TributeAmount> Returned(IReadOnlyList<TributeAmount> charged, IReadOnlyList<TributeAmount> credited, long leftMinor, long wholeMinor)
    {
        if (wholeMinor <= 0) return [];
        long Left(long minor) => Money.RoundHalfEven((Int128)minor * leftMinor, wholeMinor);
        var returned = from tribute in charged.GroupBy(Key)
                       let before = credited.Where(c => Key(c) == tribute.Key).ToList()
                       let sum = tribute.Sum(t => t.AmountMinor)
                       let basis = tribute.Sum(t => t.BaseMinor)
                       let amount = sum - before.Sum(c => c.AmountMinor) - Left(sum)
                       where amount > 0
                       select tribute.First() with { BaseMinor = Math.Max(basis - before.Sum(c => c.BaseMinor) - Left(basis), 0), AmountMinor = amount };
        return [.. returned];

    }

    /// <summary>By how much tributes come to more. What comes to nothing is on no document.</summary>
    public static IReadOnlyList<TributeAmount> Between(IReadOnlyList<TributeAmount> less, IReadOnlyList<TributeAmount> more)
    {
        var rows = from tribute in more.Concat(less.Select(Less)).GroupBy(Key)
                   let amount = tribute.Sum(t => t.AmountMinor)
                   where amount > 0
                   select tribute.First() with { BaseMinor = Math.Max(tribute.Sum(t => t.BaseMinor), 0), AmountMinor = amount };
        return [.. rows];
    }

    /// <summary>Taken away.</summary>
    public static TributeAmount Less(TributeAmount tribute) => tribute with { BaseMinor = -tribute.BaseMinor, AmountMinor = -tribute.AmountMinor };

    /// <summary>For the trace of a sale whose tributes its buyer has paid already.</summary>
    public static string Charged(TributeAmount t) => $"{t.Description}{(t.Province is { } place ? $" ({place})" : "")}: {t.RatePercent.ToString("0.####", Spanish)} % de {Paper.Pesos(t.BaseMinor)}, como se cobró con la venta.";

    private static (int, string?, string?, decimal) Key(TributeAmount t) => (t.Tribute, t.Description, t.Province, t.RatePercent);
}
