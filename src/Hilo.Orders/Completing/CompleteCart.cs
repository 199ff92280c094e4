using Hilo.Platform;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Hilo.Orders;

internal static class CompleteCart
{
    public static void Map(RouteGroupBuilder carts) => carts.MapPut("/{id}/completion", HandleAsync).NeverReplayed()
        .WithSummary("Buy what is in the cart. Cash and transfer place an unpaid order; a card answers where the payer goes. Safe to repeat.");

    private static async Task<Results<Ok<CompletionView>, ProblemHttpResult>> HandleAsync(
        CartId id, CompleteCartRequest request, CartCaller caller, CompleteCarts complete, CancellationToken cancel) =>
        (await complete.ByShopperAsync(id, caller, request, cancel)).Refused(out var problem, out var view) ? problem.ToHttp() : TypedResults.Ok(view);
}

/// <summary>Turns a cart into an order, or opens the payment that will. Each write is a transaction of its own: the lane writes the order, the provider is asked in between.</summary>
internal sealed class CompleteCarts(
    OpenCart open, CartSteps steps, SalesChannels channels, ISellables sellables, PriceCart price, PlaceCart place, UnpaidLimit unpaid, ISalePayments payments, ICardPayments cards,
    ShopAddress address, IEnumerable<INameBuyers> fiscal, DbSession session, TimeProvider clock)
{
    public async Task<Result<CompletionView>> ByShopperAsync(CartId id, CartCaller caller, CompleteCartRequest request, CancellationToken cancel)
    {
        if ((await open.ToReadAsync(id, caller.Token, cancel)).Refused(out var problem, out var cart)) return problem;
        if (cart.OrderId is not null) return await DoneAsync(cart, cancel);
        if (cart.RefusedEdit() is { } closed) return closed;
        if (RefusedAsIs(cart, request.Tender) is { } unfit) return unfit;
        var channel = await channels.GetAsync(cart.SalesChannelId, cancel);
        if (!channel.IsActive) return CartProblems.ChannelClosed;
        var sold = await sellables.FindAsync([.. cart.Lines.Select(l => l.VariantId).Distinct()], channel.Id, cancel);
        // What a card is being charged stays as it is.
        if (cart.HasOldPrices(clock.GetUtcNow()) || (cart.ChargeMinor is null && cart.Lines.Any(l => !sold.ContainsKey(l.VariantId))))
        {
            // Kept even when the shopper now says no: the next look shows what would be charged.
            if ((await steps.TakeAsync(new CartStep(id, caller, (current, _) => Renew(current, sold)), null, cancel)).Refused(out problem, out var settled)) return await ClosedAsync(id, caller, problem, cancel);
            cart = settled.Cart;
            if (RefusedAsIs(cart, request.Tender) is { } goneNow) return goneNow;
        }
        if ((await price.OfAsync(cart, cancel)).Refused(out problem, out var pricing)) return problem;
        if (pricing.Totals.Total != request.ExpectedTotal) return CartProblems.TotalChanged(request.ExpectedTotal, pricing.Totals.Total);
        if (fiscal.FirstOrDefault()?.Ask(cart.Contact!.Receiver, pricing.Totals.Total, clock.GetUtcNow()).Problem is { } unnamed) return unnamed;
        return request.Tender == Tender.CardOnline
            ? await ByCardAsync(cart, caller, pricing, cancel)
            : await UnpaidAsync(cart, channel, request.Tender, pricing, cancel);
    }

    private async Task<Result<CompletionView>> UnpaidAsync(Cart cart, SalesChannel channel, Tender tender, SalePricing agreed, CancellationToken cancel)
    {
        if (await unpaid.RefusedAsync(cart, channel, cancel) is { } tooMuch) return tooMuch;
        var now = clock.GetUtcNow();
        var settlement = new Settlement.Later(tender, tender == Tender.Cash ? now.AddDays(channel.PickupHoldDays) : now.AddHours(channel.TransferHours));
        return Completion(await place.PlaceAsync(cart, settlement, cancel, agreed));
    }

    private async Task<Result<CompletionView>> ByCardAsync(Cart cart, CartCaller caller, SalePricing pricing, CancellationToken cancel)
    {
        var total = pricing.Totals.Total;
        var money = (await payments.OfAsync([cart.SaleId], cancel))[0];
        if (money.Paying() >= total) return Completion(await place.PaidAsync(cart.SaleId, cancel));
        var merchant = await channels.MerchantAsync(cancel);
        var asked = new OpenCardPayment(cart.SaleId, cart.SalesChannelId, total, $"Compra en {merchant.Name}", address.Of(ShopPages.PaymentReturn)) { Cause = session.Facts.Cause };
        var charge = new CartStep(cart.Id, caller, (current, facts) =>
        {
            if (current.RefusedEdit() is { } closed) return closed;
            // Its tributes are those of whom and where it was priced for.
            if (facts.ChargesTributes && (current.Contact?.Receiver != cart.Contact?.Receiver || current.Delivery != cart.Delivery)) return CartProblems.Changed;
            current.OpenCharge(total, facts.Now, pricing.Tributes);
            return null;
        })
        { Charge = asked };
        if ((await steps.TakeAsync(charge, null, cancel)).Refused(out var refused, out var charging)) return await ClosedAsync(cart.Id, caller, refused, cancel);
        if (charging.Charge!.Value.Refused(out refused, out var plan)) return refused;
        CardAttempt? attempt;
        if (plan.IsNew)
        {
            var answer = await cards.AskAsync(plan, cancel);
            if (answer.IsCaptured) return Completion(await place.PaidNowAsync(charging.Cart, answer));
            attempt = await cards.BookAsync(answer);
        }
        else if ((await cards.OpenAsync(asked, cancel)).Refused(out refused, out attempt)) return refused;
        return attempt.State == PaymentAttemptState.Captured ? Completion(await place.PaidAsync(cart.SaleId, cancel)) : new CompletionView(null, attempt.RedirectUrl, attempt);
    }

    private static Problem? Renew(Cart cart, IReadOnlyDictionary<VariantId, Sellable> sold)
    {
        if (cart.RefusedEdit() is { } closed) return closed;
        cart.Withdraw(sold.ContainsKey);
        return null;
    }

    private static Result<CompletionView> Completion(Result<PlacedOrder> placing) => placing.Refused(out var problem, out var placed) ? problem : new CompletionView(placed, null, null);

    /// <summary>Another completion was faster, in between: its order is the answer.</summary>
    private async Task<Result<CompletionView>> ClosedAsync(CartId id, CartCaller caller, Problem refused, CancellationToken cancel) =>
        !(await open.ToReadAsync(id, caller.Token, cancel)).Refused(out _, out var now) && now.OrderId is not null ? await DoneAsync(now, cancel) : refused;

    private async Task<Result<CompletionView>> DoneAsync(Cart cart, CancellationToken cancel) =>
        await place.FindAsync(cart.OrderId!.Value, cancel) is { } placed ? new CompletionView(placed, null, null) : CartProblems.NotFound;

    /// <summary>What is missing before the price is even asked.</summary>
    private static Problem? RefusedAsIs(Cart cart, Tender tender)
    {
        if (cart.Lines.Count == 0) return CartProblems.Empty;
        if (cart.Lines.Any(l => l.IsGone)) return CartProblems.LineGone;
        if (cart.Contact is null) return CartProblems.ContactMissing;
        if (cart.Delivery is null) return CartProblems.DeliveryMissing;
        return Tenders.Fits(tender, cart.Delivery.Kind) ? null : CartProblems.BadTender;
    }
}
