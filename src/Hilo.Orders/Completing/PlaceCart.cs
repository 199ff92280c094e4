using Hilo.Platform;
using Microsoft.EntityFrameworkCore;

namespace Hilo.Orders;

/// <summary>Makes a cart an order. Whoever calls, however often and from however many sides at once: one cart, one order.</summary>
internal sealed class PlaceCart(
    OrdersDb db, PriceCart price, PlaceSales place, SalesChannels channels, LateMoneyCarts late, ISalePayments payments, ICardPayments cards, OrderLinks links)
{
    private const int Tries = 3;

    /// <param name="agreed">What its shopper said yes to, where it was priced a moment ago.</param>
    public async Task<Result<PlacedOrder>> PlaceAsync(Cart cart, Settlement settlement, CancellationToken cancel, SalePricing? agreed = null)
    {
        if ((agreed is null ? await price.OfAsync(cart, cancel) : agreed).Refused(out var problem, out var pricing)) return problem;
        var channel = await channels.GetAsync(cart.SalesChannelId, cancel);
        var sale = new SaleToPlace(channel, cart.SaleId, cart.Lines, pricing, cart.Delivery!, settlement, (await channels.MerchantAsync(cancel)).OrderPrefix, db.Session.Facts)
        {
            Cart = new CartToClose(cart.Id, cart.Version),
            AccountId = cart.CustomerId,
            Contact = cart.Contact,
            Receiver = cart.Contact?.Receiver,
            Shipping = cart.Shipping,
        };
        if ((await place.PlaceAsync(sale, null, cancel)).Refused(out problem, out var placed)) return problem;
        if (placed.Order is { } order) return new PlacedOrder(order.Id, order.Number, links.PageOf(order.Id, order.PlacedAt));
        return await FindAsync(placed.Id, cancel) ?? Result<PlacedOrder>.Refuse(OrderProblems.NotFound);
    }

    /// <summary>The provider has just said yes: its answer is booked in the transaction that places the order. Whatever keeps the order from being placed, the money is booked.</summary>
    /// <param name="cart">As it was when the charge was planned.</param>
    public async Task<Result<PlacedOrder>> PaidNowAsync(Cart cart, CardAnswer answer)
    {
        // The money is taken: that the caller leaves changes nothing any more.
        if (!(await PlaceAsync(cart, new Settlement.Captured { Answer = answer }, CancellationToken.None)).Refused(out _, out var placed)) return placed;
        await cards.BookAsync(answer);
        return await PaidAsync(cart.SaleId, CancellationToken.None);
    }

    /// <summary>The card's money is here: from the return page, the webhook or the sweeper, whoever is first.</summary>
    public async Task<Result<PlacedOrder>> PaidAsync(SaleId sale, CancellationToken cancel)
    {
        Problem? refusal = null;
        for (var attempt = 0; attempt < Tries; attempt++)
        {
            if (await CartRows.FindAsync(db.Session, sale, cancel) is not { } cart) return CartProblems.NotFound;
            if (cart.OrderId is { } done) return await FindAsync(done, cancel) ?? Result<PlacedOrder>.Refuse(OrderProblems.NotFound);
            if (cart.State == CartState.Open && cart is { Lines.Count: > 0, Contact: not null, Delivery: not null })
            {
                // Paid for another cart than it is now: the shopper pays the rest, or takes it back.
                var paid = (await payments.OfAsync([sale], cancel))[0].Paying();
                if (!(await price.OfAsync(cart, cancel)).Refused(out _, out var pricing) && paid < pricing.Totals.Total) return await UncoveredAsync(cart.Id, paid, cancel);
                if (!(await PlaceAsync(cart, new Settlement.Captured(), cancel)).Refused(out refusal, out var placed)) return placed;
                if (refusal.Code == CartProblems.Changed.Code) continue;
                if (refusal.Code == CartProblems.ChargePending.Code) return refusal;
                if (refusal.Status >= StatusCodes.Status500InternalServerError) return refusal;
            }
            return await late.OweAsync(cart.Id, cancel);
        }
        return refusal!;
    }

    private async Task<Problem> UncoveredAsync(CartId id, Money paid, CancellationToken cancel)
    {
        if (paid.IsPositive) return CartProblems.PaidInPart;
        // Read after the money: what was owed back in between shows in both.
        var isLate = await db.Carts.AsNoTracking().AnyAsync(c => c.Id == id && c.LateMoneyMinor > 0, cancel);
        return isLate ? CartProblems.LateMoney : CartProblems.ChargePending;
    }

    public async Task<PlacedOrder?> FindAsync(OrderId id, CancellationToken cancel)
    {
        var order = await db.Orders.AsNoTracking().Where(o => o.Id == id).Select(o => new { o.Number, o.PlacedAt }).FirstOrDefaultAsync(cancel);
        return order is null ? null : new PlacedOrder(id, order.Number, links.PageOf(id, order.PlacedAt));
    }
}
