using Hilo.Platform;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Hilo.Orders;

/// <summary>A whole order in one call, for tills, marketplaces, phones and integrations.</summary>
internal static class PlaceOrderByCall
{
    public static void Map(RouteGroupBuilder orders) => orders.MapPost("", HandleAsync).RequirePermission(Permissions.OrdersManage).RequireIdempotencyKey().KeyGoesWithTheCommand()
        .WithSummary("Place a whole order in one call. The same external reference finds the first order.");

    private static async Task<Results<Created<OrderView>, Ok<OrderView>, ProblemHttpResult>> HandleAsync(
        PlaceOrderRequest request, IdempotencyKey? key, PlaceOrderCalls calls, OrderViews views, CancellationToken cancel)
    {
        if ((await calls.PlaceAsync(request, key, cancel)).Refused(out var problem, out var placed)) return problem.ToHttp();
        if (placed.Order is null) return TypedResults.Ok((await views.FindAsync(placed.Id, cancel))!);
        return TypedResults.Created(AddressOf(placed.Id), OrderViews.OfNew(placed.Order, await views.NamesAsync(cancel)));
    }

    public static string AddressOf(OrderId order) => $"/api/v1/orders/{order}";
}

/// <summary>Turns the call's words into a priced sale.</summary>
internal sealed class PlaceOrderCalls(
    SalesChannels channels, ISellables sellables, IPriceSales prices, FindTributes tributes, PlaceSales place, OrderViews views, IEnumerable<INameBuyers> fiscal, DbSession session, TimeProvider clock)
{
    // What one line of one call may ask; a pallet is below, a slip of the keyboard above.
    private static readonly Quantity QuantityLimit = Quantity.Units(999_999);

    public async Task<Result<Placed>> PlaceAsync(PlaceOrderRequest request, IdempotencyKey? key, CancellationToken cancel)
    {
        if (await channels.FindActiveAsync(request.SalesChannelId, cancel) is not { } channel) return CartProblems.ChannelClosed;
        if ((await LinesAsync(request, channel, cancel)).Refused(out var problem, out var lines)) return problem;
        if (request.Delivery.Kind != DeliveryKind.Ship && request.Delivery.LocationId is null) return CartProblems.BadDelivery;
        if (prices.Of(channel.Currency, lines, null).Refused(out problem, out var pricing)) return problem;
        var shipping = default(CartShipping);
        if (request.Delivery.Kind == DeliveryKind.Ship)
        {
            if (ShippingQuotes.For(request.Delivery, lines, pricing, await channels.ShippingAsync(channel, cancel)).Refused(out problem, out shipping)) return problem;
            if (prices.Of(channel.Currency, lines, shipping).Refused(out problem, out pricing)) return problem;
        }

        var (now, receiver) = (clock.GetUtcNow(), request.Receiver ?? request.Contact?.Receiver);
        var charged = request.ChargesPerceptions ?? request.Payment is not { Received: true }
            ? await tributes.ForAsync(channel.LegalEntityId, receiver, request.Delivery, pricing.TaxedNet, cancel) : [];
        if (charged.Count > 0 && prices.Of(channel.Currency, lines, shipping, charged).Refused(out problem, out pricing)) return problem;
        if (fiscal.FirstOrDefault()?.Ask(receiver, pricing.Totals.Total, now).Problem is { } unnamed) return unnamed;
        var sale = new SaleToPlace(channel, IId<SaleId>.New(), lines, pricing, request.Delivery, SettlementOf(request, channel, now), (await channels.MerchantAsync(cancel)).OrderPrefix, session.Facts)
        {
            ExternalReference = request.ExternalReference,
            Contact = request.Contact,
            Shipping = shipping,
            Receiver = receiver,
        };
        var names = await views.NamesAsync(cancel);
        var placed = await place.PlaceAsync(sale, key is null ? null : new LaneKey<Placed>(key.Scope, key.Key, key.RequestHash, Kept), cancel);
        if (key is not null) key.IsKept = !placed.Refused(out _, out var written) && written.Order is not null;
        return placed;

        // An order that an earlier call placed is found again by its reference: there is nothing to keep.
        StoredAnswer? Kept(Result<Placed> outcome) => outcome.Refused(out _, out var done) || done.Order is null ? null : StoredAnswer.Json(StatusCodes.Status201Created, OrderViews.OfNew(done.Order, names), PlaceOrderByCall.AddressOf(done.Id));
    }

    private static Settlement SettlementOf(PlaceOrderRequest request, SalesChannel channel, DateTimeOffset now) => request.Payment switch
    {
        { Received: true } paid => new Settlement.Received(paid.Tender, paid.Reference),
        { Tender: Tender.Cash } when request.Delivery.Kind == DeliveryKind.Pickup => new Settlement.Later(Tender.Cash, now.AddDays(channel.PickupHoldDays)),
        var later => new Settlement.Later(later?.Tender, now.AddHours(channel.TransferHours)),
    };

    private async Task<Result<IReadOnlyList<CartLine>>> LinesAsync(PlaceOrderRequest request, SalesChannel channel, CancellationToken cancel)
    {
        if (request.Lines.Any(l => (l.VariantId is null) == (l.Sku is null) || !l.Quantity.IsPositive || l.Quantity > QuantityLimit)) return OrderProblems.BadLine;
        if (request.Lines.Any(l => l.UnitPrice is { } price && (price.IsNegative || price.Currency != channel.Currency))) return OrderProblems.BadPrice;
        string[] skus = [.. request.Lines.Where(l => l.Sku is not null).Select(l => l.Sku!).Distinct(StringComparer.Ordinal)];
        var bySku = skus.Length == 0 ? new Dictionary<string, VariantId>() : await sellables.FindCodesAsync(skus, cancel);
        VariantId?[] variants = [.. request.Lines.Select(l => l.VariantId ?? (bySku.TryGetValue(l.Sku!, out var found) ? found : null))];
        var sold = await sellables.FindAsync([.. variants.OfType<VariantId>().Distinct()], channel.Id, cancel);

        var lines = new List<CartLine>(variants.Length);
        var unknown = new List<string>();
        for (var i = 0; i < variants.Length; i++)
        {
            var asked = request.Lines[i];
            if (variants[i] is not { } variant || !sold.TryGetValue(variant, out var sellable)) unknown.Add(asked.Sku ?? asked.VariantId.ToString()!);
            else lines.Add(CartLine.Of(asked.UnitPrice is { } agreed ? sellable with { Price = agreed, FormerPrice = null } : sellable, asked.Quantity, default));
        }
        return unknown.Count > 0 ? OrderProblems.UnknownProducts(unknown) : lines;
    }
}
