using Hilo.Client;

namespace Hilo.Bench;

/// <param name="Units">Sold by this sale.</param>
internal readonly record struct Sale(int Units);

internal static class Buying
{
    public static async Task<Sale> ByCallAsync(World world, Random random, CancellationToken cancel)
    {
        var (first, second) = TwoOf(world, random);
        (await world.Owner.Orders.PlaceAsync(
            new PlaceOrderRequest(
                world.Phone, [new PlaceOrderLine(Quantity.One, first), new PlaceOrderLine(Quantity.One, second)], new CartDelivery(DeliveryKind.Pickup, world.Store),
                Payment: new PlaceOrderPayment(Tender.Cash, Received: true)), cancel: cancel)).Must();
        return new Sale(2);
    }

    public static async Task<Sale> ByCheckoutAsync(World world, Random random, CancellationToken cancel)
    {
        var (first, second) = TwoOf(world, random);
        var carts = world.Shoppers[random.Next(world.Shoppers.Count)].Carts;
        var cart = (await carts.CreateAsync(new CreateCartRequest(Lines: [new AddCartLine(first, Quantity.One)]), cancel: cancel)).Must();
        var (id, token) = (cart.Id, cart.Token!);
        (await carts.AddAsync(id, token, new AddCartLine(second, Quantity.One), cancel: cancel)).Must();
        (await carts.SetContactAsync(id, token, new CartContact($"buyer{random.Next(1_000_000)}@bench.example", "Buyer"), cancel: cancel)).Must();
        var ready = (await carts.SetDeliveryAsync(id, token, new CartDelivery(DeliveryKind.Pickup, world.Store), cancel: cancel)).Must();
        var done = (await carts.CompleteAsync(id, token, new CompleteCartRequest(Tender.CardOnline, ready.Totals.Total), cancel: cancel)).Must();
        return done.Order is null ? throw new InvalidOperationException("The approving gateway did not approve.") : new Sale(2);
    }

    private static (VariantId First, VariantId Second) TwoOf(World world, Random random)
    {
        var first = random.Next(world.Variants.Count);
        return (world.Variants[first], world.Variants[(first + 1 + random.Next(world.Variants.Count - 1)) % world.Variants.Count]);
    }
}
