using System.Collections.Concurrent;

namespace Hilo.Journeys.Crashes;

/// <summary>What the clients of a shop know: what they asked, what was answered, and what nobody answered. It outlives every crash.</summary>
internal sealed class Ledger
{
    public ConcurrentDictionary<string, OneCall> Calls { get; } = new(StringComparer.Ordinal);

    public ConcurrentDictionary<string, Checkout> Checkouts { get; } = new(StringComparer.Ordinal);

    public ConcurrentDictionary<string, Adjustment> Adjustments { get; } = new(StringComparer.Ordinal);

    private int answers;

    /// <summary>How many answers came at all, small steps included.</summary>
    public int Answers => Volatile.Read(ref answers);

    public void Answered() => Interlocked.Increment(ref answers);

    /// <summary>What nobody answered yet.</summary>
    public List<Asked> Open() =>
        [.. new IEnumerable<Asked>[] { Calls.Values, Calls.Values.Select(c => c.Cancellation).OfType<Cancellation>(), Adjustments.Values, Checkouts.Values }.SelectMany(a => a).Where(a => a.State == AskedState.Open)];

    /// <summary>Every order of which somebody was told, with its number.</summary>
    public List<(string Name, string Number)> Acknowledged() =>
        [.. from order in Calls.Values.Select(c => (c.Name, c.Number)).Concat(Checkouts.Values.Select(c => (c.Name, c.Number))) where order.Number is not null select (order.Name, order.Number)];

    public override string ToString() =>
        $"{Calls.Values.Count(c => c.Number is not null)} orders by one call, {Checkouts.Values.Count(c => c.Number is not null)} by checkout, "
        + $"{Calls.Values.Count(c => c.Cancellation is { State: AskedState.Done })} cancellations, {Adjustments.Values.Count(a => a.State == AskedState.Done)} adjustments";
}

internal enum AskedState
{
    /// <summary>Nobody answered yet: it may have happened.</summary>
    Open,

    /// <summary>The server said that it is done.</summary>
    Done,

    /// <summary>The server said that it will not be.</summary>
    Refused,
}

/// <summary>One intention, with the key under which it is repeated until it is answered.</summary>
internal abstract class Asked(string name)
{
    public string Name => name;

    public string Key { get; } = IId<EventId>.New().ToString();

    public AskedState State { get; set; }
}

/// <summary>An order placed with one call.</summary>
internal sealed class OneCall(string name, VariantId variant, int units) : Asked(name)
{
    public VariantId Variant => variant;

    public int Units => units;

    public OrderId Id { get; set; }

    public string? Number { get; set; }

    public Cancellation? Cancellation { get; set; }
}

internal sealed class Cancellation(OneCall call) : Asked(call.Name)
{
    public OneCall Call => call;
}

internal sealed class Adjustment(string name, VariantId variant, int units) : Asked(name)
{
    public VariantId Variant => variant;

    public int Units => units;
}

/// <summary>A cart on its way to being paid by card.</summary>
internal sealed class Checkout(string name, VariantId variant) : Asked(name)
{
    public VariantId Variant => variant;

    public CartId Cart { get; set; }

    public string? Token { get; set; }

    public Money Total { get; set; }

    /// <summary>All that comes before the payment was answered.</summary>
    public bool IsReady { get; set; }

    public PaymentAttemptId Attempt { get; set; }

    /// <summary>The gateway's name of the payment, once the shopper was sent there.</summary>
    public string? Payment { get; set; }

    public bool IsPaid { get; set; }

    public string? Number { get; set; }

    public string? Refusal { get; set; }
}
