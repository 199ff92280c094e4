using Hilo.Platform;
using Microsoft.EntityFrameworkCore;

namespace Hilo.Orders;

/// <summary>A cart as its shopper sees it, with everything that would keep it from being bought.</summary>
internal sealed class CartViews(OrdersDb db, PriceCart price, IAvailability availability, ILocations locations, OrderLinks links, ProblemCatalog words, IEnumerable<INameBuyers> fiscal, TimeProvider clock)
{
    // More than this is not stated: exact stock is nobody's business.
    private static readonly Quantity FewLeft = Quantity.Units(10);

    /// <summary>One view per cart, in order.</summary>
    public async Task<IReadOnlyList<CartView>> ShowAsync(IReadOnlyList<Cart> carts, CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        Cart[] open = [.. carts.Where(c => c is { State: CartState.Open, Lines.Count: > 0 })];
        var left = open.Zip(await LeftAsync(open, cancel)).ToDictionary(l => l.First, l => l.Second);
        OrderId[] ordered = [.. carts.Select(c => c.OrderId).OfType<OrderId>()];
        var orders = ordered.Length == 0 ? [] : await db.Orders.AsNoTracking().Where(o => ordered.Contains(o.Id)).Select(o => new { o.Id, o.Number, o.PlacedAt })
            .ToDictionaryAsync(o => o.Id, o => new PlacedOrder(o.Id, o.Number, links.PageOf(o.Id, o.PlacedAt)), cancel);
        var views = new List<CartView>(carts.Count);
        foreach (var cart in carts)
            views.Add(Show(cart, cart.Lines.Count == 0 ? default(Result<SalePricing>?) : await price.ShownAsync(cart, cancel), now, left.GetValueOrDefault(cart) ?? [], cart.OrderId is { } id ? orders.GetValueOrDefault(id) : null));
        return views;
    }

    /// <param name="cost">Null for an empty cart.</param>
    private CartView Show(Cart cart, Result<SalePricing>? cost, DateTimeOffset now, Dictionary<VariantId, Quantity> left, PlacedOrder? order)
    {
        var problems = new List<CartProblem>();
        var priced = cost is not { } known ? default(SalePricing) : known.Refused(out var problem, out var pricing) ? Told(problem) : pricing;
        if (cart.State == CartState.Open) Check(cart, left, problems);
        // Asked for while the shopper is still here, and only when the norm wants it for this total.
        if (cart is { State: CartState.Open, Contact: { } contact } && priced is not null && fiscal.FirstOrDefault()?.Ask(contact.Receiver, priced.Totals.Total, now).Problem is { } naming)
            problems.Add(new CartProblem(naming.Code, words.TextOf(naming.Code)?.Title ?? naming.Detail, null));
        return new CartView(
            cart.Id, cart.Version, null, cart.State, [.. cart.Lines.Select((l, i) => Line(l, priced?.Lines[i].Gross ?? l.UnitPrice.Times(l.Quantity), left))],
            cart.Contact, cart.Delivery, priced is null ? Pricing.Nothing(cart.Currency) : Pricing.View(priced),
            cart.HeldUntil > now ? cart.HeldUntil : null, cart.PricesKeptUntil(now), problems, order);

        SalePricing? Told(Problem why)
        {
            problems.Add(new CartProblem(why.Code, words.TextOf(why.Code)?.Title ?? why.Detail, null));
            return null;
        }
    }

    private void Check(Cart cart, Dictionary<VariantId, Quantity> left, List<CartProblem> problems)
    {
        if (cart.LateMoneyMinor > 0) Say("cart.late_money", null);
        if (cart.Lines.Count == 0) Say(CartProblems.Empty.Code, null);
        if (cart.Contact is null) Say(CartProblems.ContactMissing.Code, null);
        if (cart.Delivery is null) Say(CartProblems.DeliveryMissing.Code, null);
        if (cart.Shipping?.Problem is { } quote) Say(quote, null);
        foreach (var line in cart.Lines)
        {
            if (line.IsGone) Say(CartProblems.LineGone.Code, line.Id);
            else if (line.Quantity > left.GetValueOrDefault(line.VariantId)) Say("stock.insufficient", line.Id);
        }

        void Say(string code, OrderLineId? line) => problems.Add(new CartProblem(code, words.TextOf(code)?.Title ?? code, line));
    }

    /// <summary>What each cart may take of each variant by the delivery it chose; before that, what any kind of delivery could bring.</summary>
    private async Task<IEnumerable<Dictionary<VariantId, Quantity>>> LeftAsync(Cart[] carts, CancellationToken cancel)
    {
        if (carts.Length == 0) return [];
        var there = await availability.FindAsync([.. carts.Select(c => new AvailabilityQuestion(
            [.. c.Lines.Select(l => l.VariantId)], c.SalesChannelId, SaleToPlace.PurposeOf(c.Delivery?.Kind ?? DeliveryKind.Ship), c.Id))], cancel);
        var places = await locations.AllAsync(cancel);
        return carts.Zip(there, (cart, found) =>
        {
            var counted = places.Where(p => p.IsActive && (cart.Delivery is null || (cart.Delivery.Kind == DeliveryKind.Ship ? p.Ships : p.Id == cart.Delivery.LocationId))).Select(p => p.Id).ToHashSet();
            return found.Where(a => counted.Contains(a.LocationId)).GroupBy(a => a.VariantId)
                .ToDictionary(g => g.Key, g => new Quantity(g.Sum(a => Math.Max(0, a.Available.Thousandths))));
        });
    }

    private static CartLineView Line(CartLine line, Money total, Dictionary<VariantId, Quantity> left)
    {
        var available = left.GetValueOrDefault(line.VariantId);
        return new CartLineView(
            line.Id, line.VariantId, line.Sku, line.Title, line.VariantTitle, line.ProductHandle, line.PictureUrl, line.Quantity,
            available < line.Quantity || available <= FewLeft ? available : null, line.UnitPrice, line.FormerUnitPrice, total);
    }
}
