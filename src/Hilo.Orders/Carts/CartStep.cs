using Hilo.Platform;

namespace Hilo.Orders;

/// <summary>What a step may look at when it changes its cart: read for the whole group.</summary>
/// <param name="Sold">The variants that the step asked for, as they are sold on the cart's channel.</param>
/// <param name="From">The other cart of a merge.</param>
/// <param name="ChargesTributes">The seller may have to charge tributes on top.</param>
internal sealed record StepFacts(SalesChannel Channel, DateTimeOffset Now, IReadOnlyDictionary<VariantId, Sellable> Sold, IReadOnlyList<Place> Places, Cart? From, bool ChargesTributes);

/// <summary>Changes the cart, or says why not and leaves it as it was.</summary>
internal delegate Problem? CartChange(Cart cart, StepFacts facts);

/// <summary>One step of one cart on its way through the lane.</summary>
internal sealed record CartStep(CartId Id, CartCaller Caller, CartChange Change)
{
    /// <summary>Makes the cart with which this step begins; null: there is one.</summary>
    public Func<DateTimeOffset, Cart>? Begin { get; init; }

    /// <summary>What the catalog is asked for.</summary>
    public IReadOnlyList<VariantId> Wants { get; init; } = [];

    /// <summary>Another cart that takes part, with its token.</summary>
    public (CartId Id, string? Token)? From { get; init; }

    /// <summary>A card is to be charged for the cart as this step leaves it: planned in the same transaction. Nobody looks at such a cart.</summary>
    public OpenCardPayment? Charge { get; init; }
}

/// <summary>The cart after its step, and what its shopper sees.</summary>
/// <param name="View">Null where the step charges a card.</param>
/// <param name="Charge">How the charge goes on.</param>
internal sealed record CartTaken(Cart Cart, CartView? View, Result<CardPlan>? Charge);

/// <summary>Who takes a step: the token that opens the cart, and the account or address it comes from.</summary>
internal sealed record CartCaller(string? Token, CustomerId? Customer, string? Address)
{
    public static ValueTask<CartCaller> BindAsync(HttpContext http) => ValueTask.FromResult(new CartCaller(
        http.Request.Headers[OpenCart.TokenHeader].ToString() is { Length: > 0 } token ? token : null, Platform.CurrentShopper.Of(http.User)?.Id, OpenCart.AddressOf(http)));

    public void Mark(Cart cart)
    {
        cart.CustomerId = Customer ?? cart.CustomerId;
        cart.ShopperAddress = Address ?? cart.ShopperAddress;
    }
}
