using Hilo.Platform;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Hilo.Orders;

internal static class CreateCart
{
    public static void Map(RouteGroupBuilder carts) => carts.MapPost("", HandleAsync).NeverReplayed()
        .WithSummary("Start a cart, empty or with lines. The token in the answer is shown this once.");

    private static async Task<Results<Created<CartView>, ProblemHttpResult>> HandleAsync(
        CreateCartRequest request, CartCaller caller, OrdersDb db, SalesChannels channels, ISellables sellables, CartViews views, TimeProvider clock, CancellationToken cancel)
    {
        if (await channels.FindActiveAsync(request.SalesChannelId, cancel) is not { } channel) return CartProblems.ChannelClosed.ToHttp();
        var (now, token) = (clock.GetUtcNow(), CartToken.New());
        var cart = new Cart
        {
            Id = IId<CartId>.New(),
            TokenHash = CartToken.Hash(token),
            SalesChannelId = channel.Id,
            SaleId = IId<SaleId>.New(),
            Currency = channel.Currency,
            CreatedAt = now,
            ChangedAt = now,
        };
        caller.Mark(cart);
        if (request.Lines is { Count: > 0 } lines)
        {
            var sold = await sellables.FindAsync([.. lines.Select(l => l.VariantId).Distinct()], channel.Id, cancel);
            foreach (var line in lines)
            {
                if (!sold.TryGetValue(line.VariantId, out var sellable)) return CartProblems.NotSold.ToHttp();
                if (cart.Add(sellable, line.Quantity, now, TimeSpan.FromHours(channel.PricesKeptHours)).Refused(out var problem, out _)) return problem.ToHttp();
            }
        }
        db.Carts.Add(cart);
        await db.SaveChangesAsync(cancel);
        return TypedResults.Created($"/api/v1/shop/carts/{cart.Id}", await views.ShowAsync(cart, token, cancel));
    }
}
