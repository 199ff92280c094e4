namespace Hilo.Orders;

/// <summary>What was sold, at the price and under the words of the moment of sale.</summary>
internal sealed class OrderLine
{
    public required OrderLineId Id { get; init; }

    public required OrderId OrderId { get; init; }

    public required int Position { get; init; }

    public required VariantId VariantId { get; init; }

    public required ProductId ProductId { get; init; }

    public required string Sku { get; init; }

    public required string Title { get; init; }

    public required string VariantTitle { get; init; }

    public required string ProductHandle { get; init; }

    public string? PictureUrl { get; init; }

    public required TaxCode TaxCode { get; init; }

    public required long WeightGrams { get; init; }

    public required Quantity Ordered { get; init; }

    public Quantity Canceled { get; private set; }

    public Quantity Fulfilled { get; private set; }

    public Quantity Returned { get; private set; }

    public required long UnitPriceMinor { get; init; }

    public long? FormerUnitPriceMinor { get; init; }

    public required long SubtotalMinor { get; init; }

    public required long GrossMinor { get; init; }

    public required long NetMinor { get; init; }

    public required long VatMinor { get; init; }

    /// <summary>Null where nothing was granted or added: most lines.</summary>
    public IReadOnlyList<Adjustment>? Adjustments { get; init; }

    /// <summary>The part of the gross that canceled units cost: nobody owes it any more.</summary>
    public long CanceledMinor { get; private set; }

    /// <summary>What was charged on top since (above zero) or given back without units going away (below zero).</summary>
    public long ChangedMinor { get; private set; }

    /// <summary>What is still owed for it.</summary>
    public long OwedMinor => GrossMinor - CanceledMinor + ChangedMinor;

    public Quantity Open => Ordered - Canceled - Fulfilled;

    /// <param name="costMinor">Their share of the gross, by the one price calculation.</param>
    public void Cancel(Quantity units, long costMinor)
    {
        if (!units.IsPositive || units > Open) throw new InvalidOperationException($"{units} of {Sku} cannot be canceled: {Open} are open.");
        if (costMinor < 0 || costMinor > OwedMinor) throw new InvalidOperationException($"{costMinor} is not a share of the {OwedMinor} that {Sku} still costs.");
        // What was charged on top is not part of the gross: it goes first.
        var surcharge = Math.Max(CanceledMinor + costMinor - GrossMinor, 0);
        (Canceled, CanceledMinor, ChangedMinor) = (Canceled + units, CanceledMinor + costMinor - surcharge, ChangedMinor - surcharge);
    }

    /// <summary>Of an order of which nothing left the house.</summary>
    public (Quantity Units, long CostMinor) CancelRest()
    {
        var rest = (Open, OwedMinor);
        // Nothing is owed any more, surcharges included.
        (Canceled, CanceledMinor, ChangedMinor) = (Canceled + Open, GrossMinor + Math.Min(ChangedMinor, 0), Math.Min(ChangedMinor, 0));
        return rest;
    }

    public void Change(long byMinor)
    {
        if (OwedMinor + byMinor < 0) throw new InvalidOperationException($"{Sku} costs {OwedMinor}: it cannot change by {byMinor}.");
        ChangedMinor += byMinor;
    }

    public void Fulfill(Quantity units)
    {
        if (!units.IsPositive || units > Open) throw new InvalidOperationException($"{units} of {Sku} cannot be fulfilled: {Open} are open.");
        Fulfilled += units;
    }
}
