namespace Hilo.Promotions.Pricing;

/// <summary>A line while it is being priced: what it costs by now, and why.</summary>
internal sealed class LineInProgress(LineToPrice asked)
{
    private readonly List<Adjustment> adjustments = [];

    public LineToPrice Asked { get; } = asked;

    public Money Subtotal { get; } = asked.UnitPrice.Times(asked.Quantity);

    public Money Gross { get; private set; } = asked.UnitPrice.Times(asked.Quantity);

    public void Adjust(AdjustmentSource source, AdjustmentToApply adjustment, Money amount)
    {
        Gross += amount;
        adjustments.Add(new Adjustment(source, adjustment.Reason, adjustment.Label, amount));
    }

    public PricedLine With(Money net) => new(
        Asked.Key, Asked.Quantity, Asked.UnitPrice, Asked.FormerUnitPrice, Asked.TaxCode, Subtotal, adjustments, Gross, net, Gross - net);
}
