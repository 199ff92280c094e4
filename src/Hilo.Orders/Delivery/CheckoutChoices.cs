using System.Globalization;
using Hilo.Platform;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Hilo.Orders;

/// <summary>How a cart can be received and paid.</summary>
internal static class CheckoutChoices
{
    public static void Map(RouteGroupBuilder carts) => carts.MapGet("/{id}/options", HandleAsync)
        .WithSummary("How the cart can be received and paid: stores by distance, shipment by postal code, kinds of payment.");

    private static async Task<Results<Ok<CheckoutOptions>, ProblemHttpResult>> HandleAsync(
        CartId id, string? postalCode, CartCaller caller, OpenCart open, FindDelivery delivery, CancellationToken cancel)
    {
        if ((await open.ToReadAsync(id, caller.Token, cancel)).Refused(out var problem, out var cart)) return problem.ToHttp();
        var code = PostalCode.TryParse(postalCode ?? cart.Delivery?.Address?.PostalCode, out var parsed) ? parsed.In(cart.Delivery?.Address?.Province) : null;
        return TypedResults.Ok(new CheckoutOptions(await delivery.ForAsync(cart, code, cancel), [.. Tenders.Offered.Select(t => Payment(t, cart.Delivery?.Kind))]));
    }

    private static PaymentOption Payment(Tender tender, DeliveryKind? delivery) => tender switch
    {
        Tender.CardOnline => new(tender, CheckoutWords.Card, CheckoutWords.CardDetail, null),
        Tender.BankTransfer => new(tender, CheckoutWords.Transfer, CheckoutWords.TransferDetail, null),
        _ => new(tender, CheckoutWords.Cash, CheckoutWords.CashDetail, Tenders.Fits(tender, delivery ?? DeliveryKind.Pickup) ? null : CheckoutWords.CashOnlyPickup),
    };
}

internal sealed class FindDelivery(IShopStores stores, ILocations locations, IAvailability availability, IPriceSales prices, SalesChannels channels, TimeProvider clock)
{
    public async Task<IReadOnlyList<DeliveryOption>> ForAsync(Cart cart, PostalCode? code, CancellationToken cancel)
    {
        var channel = await channels.GetAsync(cart.SalesChannelId, cancel);
        var places = await locations.AllAsync(cancel);
        return [.. await PickupsAsync(cart, code, places, cancel), await ShipmentAsync(cart, channel, code, places, cancel)];
    }

    private async Task<IEnumerable<DeliveryOption>> PickupsAsync(Cart cart, PostalCode? code, IReadOnlyList<Place> places, CancellationToken cancel)
    {
        var there = (await availability.FindAsync([new([.. cart.Lines.Select(l => l.VariantId)], cart.SalesChannelId, ClaimPurpose.Pickup, cart.Id)], cancel))[0]
            .ToDictionary(a => (a.VariantId, a.LocationId), a => a.Available);
        var (free, now) = (Money.Zero(cart.Currency), clock.GetUtcNow());
        return (await stores.FindAsync(code, cancel)).Where(s => s.OffersPickup).Select(store =>
        {
            var has = cart.Lines.Count(l => there.GetValueOrDefault((l.VariantId, store.Id)) >= l.Quantity);
            var ready = places.FirstOrDefault(p => p.Id == store.Id) is { } place ? StoreClock.ReadyFrom(place, now) : now;
            return new DeliveryOption(
                DeliveryKind.Pickup, store.Id, store.Name, $"{store.Address.Street} {store.Address.Number}, {store.Address.City}", free, ready, null, null, store.DistanceKm,
                has == cart.Lines.Count ? null : has == 0 ? CheckoutWords.NotThere : CheckoutWords.NotAllThere);
        });
    }

    private async Task<DeliveryOption> ShipmentAsync(Cart cart, SalesChannel channel, PostalCode? code, IReadOnlyList<Place> places, CancellationToken cancel)
    {
        var free = Money.Zero(cart.Currency);
        if (code is null) return Closed(CheckoutWords.SayPostalCode);
        if (cart.Lines.Count == 0 || prices.Of(cart.Currency, cart.Lines, null).Refused(out _, out var goods)) return Closed(CheckoutWords.NotThere);
        var quoted = (await channels.ShippingAsync(channel, cancel)).Quote(code, ShippingQuotes.WeightGrams(cart.Lines), goods.Totals.Goods + goods.Totals.Discounts);
        if (quoted.Refused(out var problem, out var quote)) return Closed(CheckoutWords.Of(problem));
        var there = (await availability.FindAsync([new([.. cart.Lines.Select(l => l.VariantId)], cart.SalesChannelId, ClaimPurpose.Ship, cart.Id)], cancel))[0];
        var plan = Sourcing.Decide(new SourcingRequest(DeliveryKind.Ship, null, null, [.. cart.Lines.Select(l => new SourcingLine(l.Id, l.VariantId, l.Sku, l.Quantity))], places, there));
        var (zone, now) = ((await channels.MerchantAsync(cancel)).TimeZone, clock.GetUtcNow());
        return new DeliveryOption(
            DeliveryKind.Ship, null, CheckoutWords.Shipment, code.ToString(), quote.Amount, null, StoreClock.WorkingDay(now, zone, quote.DaysFrom), StoreClock.WorkingDay(now, zone, quote.DaysTo),
            null, plan.IsComplete ? null : CheckoutWords.NotAllThere);

        DeliveryOption Closed(string why) => new(DeliveryKind.Ship, null, CheckoutWords.Shipment, "", free, null, null, null, null, why);
    }
}

/// <summary>What the checkout says, in the shopper's language.</summary>
internal static class CheckoutWords
{
    public static string Card => In("Tarjeta", "Card");

    public static string CardDetail => In("Crédito o débito, en la página segura del medio de pago.", "Credit or debit, on the provider's secure page.");

    public static string Transfer => In("Transferencia", "Bank transfer");

    public static string TransferDetail => In("Te guardamos el pedido mientras llega.", "The order is kept while it arrives.");

    public static string Cash => In("Efectivo al retirar", "Cash on pickup");

    public static string CashDetail => In("Pagás en la sucursal cuando lo retirás.", "Pay at the store when you collect it.");

    public static string CashOnlyPickup => In("Solo para retiro en tienda.", "For pickups only.");

    public static string Shipment => In("Envío a domicilio", "Home delivery");

    public static string SayPostalCode => In("Decinos tu código postal para saber cuánto cuesta y cuándo llega.", "Say your postal code to see cost and dates.");

    public static string NotThere => In("No tiene stock de tu carrito.", "Has no stock of your cart.");

    public static string NotAllThere => In("No tiene todo lo de tu carrito.", "Does not have all of your cart.");

    public static string Of(Problem problem) => problem.Code switch
    {
        "shipping.no_rate" => In("No enviamos un paquete así a esa zona: elegí retiro u otra dirección.", "A parcel like this is not sent there: choose pickup or another address."),
        _ => problem.Detail,
    };

    private static string In(string spanish, string english) => CultureInfo.CurrentUICulture.TwoLetterISOLanguageName == "en" ? english : spanish;
}
