using Hilo.Platform;

namespace Hilo.Orders;

/// <summary>Sources a sale and hands it to the lane. When stock moved in between, it is sourced again, three times at most.</summary>
internal sealed class PlaceSales(ILane<PlaceOrder, Placed> lane, FindSource source, ILocations locations, TimeProvider clock)
{
    private const int Tries = 4;

    /// <param name="key">The caller's key: the answer that a repeated call gets is written with the order.</param>
    public async Task<Result<Placed>> PlaceAsync(SaleToPlace sale, LaneKey<Placed>? key, CancellationToken cancel)
    {
        var places = await locations.AllAsync(cancel);
        var buyer = sale.Contact is { } contact ? new ContactDetails(contact.Email, contact.Name, contact.Phone) : null;
        Problem? refusal = null;
        for (var attempt = 0; attempt < Tries; attempt++)
        {
            if ((await source.ForAsync([new SourceWish(sale.Delivery, sale.Channel.Id, sale.Cart?.Id, sale.Lines)], places, cancel))[0].Refused(out refusal, out var plan)) return refusal;
            if (!plan.IsComplete) return OrderProblems.Short(plan.Short);
            var order = sale.Order(plan, places, clock.GetUtcNow());
            var claim = new StockClaim(order.Id, sale.Cart?.Id, sale.Channel.Id, sale.Purpose, plan.Claims);
            var answer = await lane.SubmitAsync(new PlaceOrder(order, claim, sale.Settlement, sale.Cart, buyer, sale.NumberPrefix, sale.Facts), key, cancel);
            if (!answer.Refused(out refusal, out var placed)) return placed;
            // A store that the customer named cannot be replaced by another; a race for the same sale is simply asked again.
            var canHelp = refusal.Code == OrderProblems.Busy.Code || (refusal.Code == "stock.insufficient" && !Sourcing.IsFixed(sale.Delivery.Kind));
            if (!canHelp) return refusal;
        }
        return refusal!;
    }
}
