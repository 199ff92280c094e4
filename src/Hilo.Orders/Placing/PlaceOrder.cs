using Hilo.Platform;

namespace Hilo.Orders;

/// <summary>A sale that is priced and sourced: all that is left is to claim, number and write it.</summary>
/// <param name="Buyer">Becomes a customer, or is found to be one.</param>
internal sealed record PlaceOrder(Order Order, StockClaim Claim, Settlement Settlement, CartToClose? Cart, ContactDetails? Buyer, string NumberPrefix, Facts Facts);

/// <summary>An order that was placed, now or by an earlier try.</summary>
/// <param name="Order">Null when an earlier try placed it.</param>
internal sealed record Placed(OrderId Id, string Number, Order? Order);
