using Hilo.Platform;
using Microsoft.EntityFrameworkCore;

namespace Hilo.Orders;

/// <summary>A cart as its shopper sees it, with everything that would keep it from being bought.</summary>
internal sealed class CartViews(OrdersDb db, IPriceSales prices, IAvailability availability, ILocations locations, OrderLinks links, ProblemCatalog words, TimeProvider clock)
{
    // More than this is not stated: exact stock is nobody's business.
    private static readonly Quantity FewLeft = Quantity.Units(10);

    /// <param name="token">Only in the answer that created the cart.</param>
    public async Task<CartView> ShowAsync(Cart cart, string? token, CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        var problems = new List<CartProblem>();
        var shipping = cart.Shipping is { Problem: null } quoted ? quoted : null;
        var priced = cart.Lines.Count == 0 ? default(SalePricing) : prices.Of(cart.Currency, cart.Lines, shipping).Refused(out var problem, out var pricing) ? Told(problem) : pricing;
        var left = cart.State == CartState.Open ? await LeftAsync(cart, cancel) : [];
        if (cart.State == CartState.Open) Check(cart, left, problems);
        var order = cart.OrderId is { } id ? await db.Orders.AsNoTracking().Where(o => o.Id == id).Select(o => new { o.Id, o.Number, o.PlacedAt }).FirstOrDefaultAsync(cancel) : null;
        return new CartView(
            cart.Id, cart.Version, token, cart.State, [.. cart.Lines.Select((l, i) => Line(l, priced?.Lines[i].Gross ?? l.UnitPrice.Times(l.Quantity), left))],
            cart.Contact, cart.Delivery, priced is null ? Pricing.Nothing(cart.Currency) : Pricing.View(priced),
            cart.HeldUntil > now ? cart.HeldUntil : null, cart.PricesKeptUntil(now), problems,
            order is null ? null : new PlacedOrder(order.Id, order.Number, links.PageOf(order.Id, order.PlacedAt)));

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

    /// <summary>What this cart may take of each variant by the delivery it chose; before that, what any kind of delivery could bring.</summary>
    private async Task<Dictionary<VariantId, Quantity>> LeftAsync(Cart cart, CancellationToken cancel)
    {
        if (cart.Lines.Count == 0) return [];
        var kind = cart.Delivery?.Kind ?? DeliveryKind.Ship;
        var there = await availability.FindAsync([.. cart.Lines.Select(l => l.VariantId)], cart.SalesChannelId, SaleToPlace.PurposeOf(kind), cart.Id, cancel);
        var places = await locations.AllAsync(cancel);
        HashSet<LocationId> counted = [.. places.Where(p => p.IsActive && (cart.Delivery is null || (kind == DeliveryKind.Ship ? p.Ships : p.Id == cart.Delivery.LocationId))).Select(p => p.Id)];
        return there.Where(a => counted.Contains(a.LocationId)).GroupBy(a => a.VariantId)
            .ToDictionary(g => g.Key, g => new Quantity(g.Sum(a => Math.Max(0, a.Available.Thousandths))));
    }

    private static CartLineView Line(CartLine line, Money total, Dictionary<VariantId, Quantity> left)
    {
        var available = left.GetValueOrDefault(line.VariantId);
        return new CartLineView(
            line.Id, line.VariantId, line.Sku, line.Title, line.VariantTitle, line.ProductHandle, line.PictureUrl, line.Quantity,
            available < line.Quantity || available <= FewLeft ? available : null, line.UnitPrice, line.FormerUnitPrice, total);
    }
}
