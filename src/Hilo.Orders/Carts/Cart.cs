namespace Hilo.Orders;

internal enum CartTrigger { Complete, Abandon }

/// <summary>What a shopper is about to buy. Facts in, a refusal or a changed cart out; no clock and no database.</summary>
internal sealed class Cart
{
    public const int LinesLimit = 100;

    public static readonly Quantity QuantityLimit = Quantity.Units(999);

    internal static readonly Transitions<CartState, CartTrigger> Life = new(start: CartState.Open)
    {
        [CartState.Open, CartTrigger.Complete] = CartState.Completed,
        [CartState.Open, CartTrigger.Abandon] = CartState.Abandoned,
    };

    public required CartId Id { get; init; }

    public int Version { get; private set; } = 1;

    public required byte[] TokenHash { get; init; }

    public required SalesChannelId SalesChannelId { get; init; }

    /// <summary>Money of the cart, later of its order.</summary>
    public required SaleId SaleId { get; init; }

    public CustomerId? CustomerId { get; set; }

    public CartState State { get; private set; } = CartState.Open;

    public required Currency Currency { get; init; }

    public IReadOnlyList<CartLine> Lines { get; private set; } = [];

    /// <summary>Lower case, for the limit of what one shopper holds.</summary>
    public string? Email { get; private set; }

    public CartContact? Contact { get; private set; }

    public CartDelivery? Delivery { get; private set; }

    public CartShipping? Shipping { get; private set; }

    public DateTimeOffset? HeldUntil { get; private set; }

    public DateTimeOffset? HoldStartedAt { get; private set; }

    /// <summary>Units held now, in thousandths.</summary>
    public long HeldThousandths { get; private set; }

    /// <summary>Where the shopper calls from: only for the limit of what is held.</summary>
    public string? ShopperAddress { get; set; }

    /// <summary>What a card is being charged: frozen until the shopper changes the cart.</summary>
    public long? ChargeMinor { get; private set; }

    public DateTimeOffset? ChargeOpenedAt { get; private set; }

    /// <summary>The tributes in it; null where it has none.</summary>
    public IReadOnlyList<SaleTribute>? ChargeTributes { get; private set; }

    /// <summary>Money that arrived and could not become an order; it is owed back.</summary>
    public long LateMoneyMinor { get; private set; }

    public OrderId? OrderId { get; private set; }

    public CartId? MergedInto { get; private set; }

    public required DateTimeOffset CreatedAt { get; init; }

    public required DateTimeOffset ChangedAt { get; set; }

    public Money? Charge => ChargeMinor is { } minor ? new Money(minor, Currency) : null;

    /// <summary>Until then no price of the cart changes.</summary>
    public DateTimeOffset PricesKeptUntil(DateTimeOffset now) => Lines.Count == 0 ? now : Lines.Min(l => l.PriceUntil);

    /// <summary>As it was when it was stored.</summary>
    public void Restore(StoredCart stored) => (
        Version, State, Lines, Email, Contact, Delivery, Shipping, HeldUntil, HoldStartedAt, HeldThousandths, ChargeMinor, ChargeOpenedAt, LateMoneyMinor, OrderId, MergedInto, ChargeTributes) = stored;

    public Problem? RefusedEdit() => State == CartState.Open ? null : CartProblems.Closed;

    /// <summary>Adds to what the cart has of the variant; the price that the line already keeps stays.</summary>
    public Result<CartLine> Add(Sellable sold, Quantity quantity, DateTimeOffset now, TimeSpan pricesKept)
    {
        if (RefusedEdit() is { } closed) return closed;
        if (sold.Price.Currency != Currency) return CartProblems.OtherCurrency;
        var known = Lines.FirstOrDefault(l => l.VariantId == sold.Id);
        if (RefusedQuantity(quantity, (known?.Quantity ?? Quantity.Zero) + quantity) is { } refused) return refused;
        if (known is null && Lines.Count >= LinesLimit) return CartProblems.TooManyLines;

        var line = known is null ? CartLine.Of(sold, quantity, now + pricesKept) : known with { Quantity = known.Quantity + quantity };
        Lines = known is null ? [.. Lines, line] : [.. Lines.Select(l => l.Id == line.Id ? line : l)];
        GoodsChanged(now);
        return line;
    }

    /// <summary>Zero removes the line.</summary>
    public Problem? SetQuantity(OrderLineId line, Quantity quantity, DateTimeOffset now)
    {
        if (RefusedEdit() is { } closed) return closed;
        if (Lines.All(l => l.Id != line)) return CartProblems.LineNotFound;
        if (!quantity.IsZero && RefusedQuantity(quantity, quantity) is { } refused) return refused;
        Lines = quantity.IsZero ? [.. Lines.Where(l => l.Id != line)] : [.. Lines.Select(l => l.Id == line ? l with { Quantity = quantity } : l)];
        GoodsChanged(now);
        return null;
    }

    /// <param name="isTaxedByReceiver">The seller charges tributes, and whom the document names decides which.</param>
    public Problem? SetContact(CartContact contact, DateTimeOffset now, bool isTaxedByReceiver = false)
    {
        if (RefusedEdit() is { } closed) return closed;
        if (contact.Receiver is { DocumentType: "CUIT" or "CUIL" } receiver && !Cuit.TryParse(receiver.DocumentNumber, out _)) return CartProblems.ReceiverCuit;
        if (isTaxedByReceiver && contact.Receiver != Contact?.Receiver) ForgetCharge();
        Contact = contact with { Email = contact.Email.Trim(), Name = contact.Name.Trim(), Phone = contact.Phone?.Trim() };
        Email = EmailKey(contact.Email);
        // Otherwise who buys does not change what is charged: an open card payment goes on.
        Changed(now);
        return null;
    }

    public Problem? SetDelivery(CartDelivery delivery, DateTimeOffset now)
    {
        if (RefusedEdit() is { } closed) return closed;
        Delivery = delivery;
        ForgetCharge();
        Changed(now);
        return null;
    }

    /// <summary>Takes over the lines of another cart of the same shopper. Nothing is lost: equal variants add up, to the limit of a line.</summary>
    public Problem? Merge(Cart other, DateTimeOffset now)
    {
        if (RefusedEdit() is { } closed) return closed;
        if (other.Id == Id) return CartProblems.MergeWithItself;
        if (other.State != CartState.Open || other.ChargeMinor is not null || other.Currency != Currency || other.SalesChannelId != SalesChannelId) return CartProblems.NotMergeable;
        var mine = Lines.ToDictionary(l => l.VariantId);
        foreach (var line in other.Lines)
        {
            mine[line.VariantId] = mine.TryGetValue(line.VariantId, out var known)
                ? known with { Quantity = Quantity.Min(known.Quantity + line.Quantity, QuantityLimit) }
                : line with { Id = IId<OrderLineId>.New() };
        }
        Lines = [.. mine.Values];
        Contact ??= other.Contact;
        Email ??= other.Email;
        CustomerId ??= other.CustomerId;
        other.Abandon(now, into: Id);
        GoodsChanged(now);
        return null;
    }

    /// <summary>Lines whose price is no longer kept take today's; a variant that is no longer sold is marked and stops the purchase.</summary>
    public void RenewPrices(IReadOnlyDictionary<VariantId, Sellable> sold, DateTimeOffset now, TimeSpan pricesKept)
    {
        Lines = [.. Lines.Select(l => l.PriceUntil > now && !l.IsGone ? l : sold.TryGetValue(l.VariantId, out var current) ? l.AsSoldNow(current, now + pricesKept) : l with { IsGone = true })];
        Version++;
    }

    /// <summary>Its price was promised, but not that it is sold: what was taken off stops the purchase at once.</summary>
    public void Withdraw(Func<VariantId, bool> isSold)
    {
        Lines = [.. Lines.Select(l => isSold(l.VariantId) ? l : l with { IsGone = true })];
        Version++;
    }

    public bool HasOldPrices(DateTimeOffset now) => ChargeMinor is null && Lines.Any(l => l.PriceUntil <= now || l.IsGone);

    public void Quote(CartShipping? shipping) => Shipping = shipping;

    public HoldWindow? Hold => HoldStartedAt is { } started && HeldUntil is { } until ? new HoldWindow(started, until) : null;

    public void Held(HoldWindow hold, Quantity units) => (HoldStartedAt, HeldUntil, HeldThousandths) = (hold.StartedAt, hold.Until, units.Thousandths);

    public void Released() => (HeldUntil, HeldThousandths) = (null, 0);

    /// <summary>A card is about to be charged this much: the same goods at the same prices, until the shopper changes the cart.</summary>
    public void OpenCharge(Money amount, DateTimeOffset now, IReadOnlyList<SaleTribute>? tributes = null)
    {
        (ChargeMinor, ChargeOpenedAt, ChargeTributes) = (amount.Minor, now, tributes is { Count: > 0 } ? tributes : null);
        Changed(now);
    }

    /// <summary>No card is being charged for it any more.</summary>
    public void ForgetCharge() => (ChargeMinor, ChargeOpenedAt, ChargeTributes) = (null, null, null);

    public void OweLateMoney(Money amount, DateTimeOffset now)
    {
        LateMoneyMinor += amount.Minor;
        ForgetCharge();
        Changed(now);
    }

    public Problem? Abandon(DateTimeOffset now, CartId? into = null)
    {
        if (!Life.Allows(State, CartTrigger.Abandon, out var next)) return CartProblems.Closed;
        (State, MergedInto) = (next, into);
        Changed(now);
        return null;
    }

    public static string EmailKey(string email) => email.Trim().ToLowerInvariant();

    private static Problem? RefusedQuantity(Quantity asked, Quantity total) =>
        !asked.IsPositive || !asked.IsWhole ? CartProblems.BadQuantity : total > QuantityLimit ? CartProblems.QuantityTooLarge : null;

    // What the goods cost and weigh changed: delivery is quoted again, and a card that is being charged pays for another cart.
    private void GoodsChanged(DateTimeOffset now)
    {
        ForgetCharge();
        Changed(now);
    }

    private void Changed(DateTimeOffset now) => (Version, ChangedAt) = (Version + 1, now);
}

/// <summary>What delivery costs this cart, as quoted when goods or address last changed.</summary>
internal sealed record CartShipping(Money Amount, string Label, int DaysFrom, int DaysTo, string? Problem = null);

/// <summary>Everything of a cart that its own steps change.</summary>
internal sealed record StoredCart(
    int Version, CartState State, IReadOnlyList<CartLine> Lines, string? Email, CartContact? Contact, CartDelivery? Delivery, CartShipping? Shipping, DateTimeOffset? HeldUntil,
    DateTimeOffset? HoldStartedAt, long HeldThousandths, long? ChargeMinor, DateTimeOffset? ChargeOpenedAt, long LateMoneyMinor, OrderId? OrderId, CartId? MergedInto,
    IReadOnlyList<SaleTribute>? ChargeTributes);
